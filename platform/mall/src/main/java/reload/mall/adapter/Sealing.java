package reload.mall.adapter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// Encrypts secrets at rest with AES-256-GCM under a key derived from the installation's secret key (HKDF-SHA256).
///
/// Layout, version 1: version 1 byte, nonce 12, ciphertext with its 16-byte tag. What a secret is for is
/// authenticated with it, so one that was moved to another row or column does not open.
public final class Sealing {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey sealKey;
    private final SecretKey hashKey;
    private final SecureRandom random = new SecureRandom();

    /// @param secret the installation's secret key, at least 16 bytes
    public Sealing(byte[] secret) {
        if (secret.length < 16) throw new IllegalArgumentException("the secret key has at least 16 bytes");
        sealKey = derive(secret, "reload seal v1", "AES");
        hashKey = derive(secret, "reload keyed hash v1", "HmacSHA256");
    }

    /// @param purpose what it is for, such as `token-key of mall 7`; needed again to open it
    public byte[] seal(byte[] plain, String purpose) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose);
            ByteBuffer out = ByteBuffer.allocate(1 + NONCE + cipher.getOutputSize(plain.length));
            out.put(VERSION).put(nonce).put(cipher.doFinal(plain));
            return out.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM cannot encrypt", e);
        }
    }

    /// @throws IllegalStateException if it was sealed under another secret key or for another purpose, or was
    /// changed
    public byte[] open(byte[] sealed, String purpose) {
        if (sealed.length < 1 + NONCE + TAG_BITS / 8 || sealed[0] != VERSION)
            throw new IllegalStateException("not a sealed secret: " + purpose);
        byte[] nonce = java.util.Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the " + purpose + " does not open: it was encrypted with another secret key, or changed", e);
        }
    }

    /// A hash that tells nothing to who does not have the secret key: for what we compare but must not know.
    byte[] keyedHash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(hashKey);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKey derive(byte[] secret, String info, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(info.getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HKDF-SHA256", e);
        }
    }
}
