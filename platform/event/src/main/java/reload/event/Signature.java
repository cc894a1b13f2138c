package reload.event;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The end of every token: the first 16 bytes of HMAC-SHA256 over all before it. What is signed begins with a byte
/// that says what it is, so that no token passes for one of another kind.
final class Signature {
    static final int LENGTH = 16;

    private Signature() {}

    /// @param length how much of `data` is signed, from its start
    static byte[] of(byte[] secret, byte[] data, int length) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(data, 0, length);
            return Arrays.copyOf(mac.doFinal(), LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }

    /// Whether `token` ends with the signature of what is before. Constant time in the signature.
    static boolean isOn(byte[] token, byte[] secret) {
        int signed = token.length - LENGTH;
        return signed > 0
                && MessageDigest.isEqual(Arrays.copyOfRange(token, signed, token.length), of(secret, token, signed));
    }
}
