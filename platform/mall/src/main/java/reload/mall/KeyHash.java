package reload.mall;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/// What we keep of a secret key that a mall's own server shows us: its SHA-256. Enough without salt or stretching,
/// since these keys are 256 random bits.
@SuppressWarnings("ArrayRecordComponent") // compared by `matches`, never by equals
public record KeyHash(byte[] sha256) {
    public KeyHash {
        if (sha256.length != 32) throw new IllegalArgumentException("SHA-256 is 32 bytes, not " + sha256.length);
    }

    public static KeyHash of(String secret) {
        try {
            return new KeyHash(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    /// Constant time.
    public boolean matches(String secret) {
        return MessageDigest.isEqual(sha256, of(secret).sha256);
    }
}
