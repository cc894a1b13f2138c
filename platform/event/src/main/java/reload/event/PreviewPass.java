package reload.event;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/// Leave to look behind a mall's page script in that mall's own pages, for an hour: what the console puts into the
/// link "see it on my shop". It opens nothing but the overlay, and only on pages of that mall.
///
/// Layout, big-endian: `p` 1 byte, mall 4, expiresAt 8, then the [Signature].
///
/// @param expiresAt milliseconds since 1970, the server's clock
public record PreviewPass(MallId mall, long expiresAt) {
    public static final long LASTS_MS = 3_600_000;

    private static final byte KIND = 'p';
    private static final int SIGNED = 1 + 4 + 8;

    /// @param secret the mall's token key, at least 16 bytes
    /// @return 39 letters for an address
    public String sign(byte[] secret) {
        ByteBuffer out = ByteBuffer.allocate(SIGNED + Signature.LENGTH);
        out.put(KIND).putInt(mall.value()).putLong(expiresAt);
        out.put(Signature.of(secret, out.array(), SIGNED));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
    }

    /// Reads a token only if `secret` signed it, for this mall, and it has not expired.
    ///
    /// @param now milliseconds since 1970, the server's clock
    public static Optional<PreviewPass> verify(String token, MallId mall, byte[] secret, long now) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (all.length != SIGNED + Signature.LENGTH || all[0] != KIND || !Signature.isOn(all, secret))
            return Optional.empty();
        ByteBuffer in = ByteBuffer.wrap(all, 1, SIGNED - 1);
        int signedFor = in.getInt();
        long expiresAt = in.getLong();
        return signedFor == mall.value() && now < expiresAt
                ? Optional.of(new PreviewPass(mall, expiresAt))
                : Optional.empty();
    }
}
