package reload.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// What a plan's token says: who was given which plan, on which side of the experiment, until when. The token
/// is all that measuring needs, so it does not matter when (or whether) the plan itself was logged.
///
/// Layout, version 1, big-endian: version 1 byte, mall 4, plan 16, visitor 16, origin hash 8, issuedAt 8,
/// expiresAt 8, settings version 4, model version 4, propensity as thousandths of a per cent 4, arm 1, then
/// variant and experiment as length-prefixed UTF-8; then the [Signature].
///
/// @param plan UUIDv7
/// @param origin the page origin it was given to, such as `https://mall.example`, as its hash
/// @param issuedAt milliseconds since 1970, the server's clock
/// @param expiresAt milliseconds since 1970, the server's clock
/// @param propensity the chance that this visitor is on this arm with this variant, 0 to 1
public record PlanPass(
        MallId mall,
        UUID plan,
        VisitorId visitor,
        long origin,
        long issuedAt,
        long expiresAt,
        int settingsVersion,
        int modelVersion,
        double propensity,
        Arm arm,
        String variant,
        String experiment) {
    private static final int VERSION = 1;
    private static final int FIXED = 1 + 4 + 16 + 16 + 8 + 8 + 8 + 4 + 4 + 4 + 1;
    private static final double PROPENSITY_STEP = 1e-5;

    /// Whether its visitor is shown a page: those of the hold-out are not, nor those who drew nothing.
    public boolean shows() {
        return arm == Arm.SHOWN && !variant.equals(Variant.NOTHING);
    }

    /// @param secret the mall's token key, at least 16 bytes
    /// @return the token; about 140 characters; a few microseconds
    public PlanToken sign(byte[] secret) {
        byte[] variantBytes = variant.getBytes(StandardCharsets.UTF_8);
        byte[] experimentBytes = experiment.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out =
                ByteBuffer.allocate(FIXED + 2 + variantBytes.length + experimentBytes.length + Signature.LENGTH);
        out.put((byte) VERSION).putInt(mall.value());
        out.putLong(plan.getMostSignificantBits()).putLong(plan.getLeastSignificantBits());
        out.put(visitorBytes(visitor));
        out.putLong(origin).putLong(issuedAt).putLong(expiresAt);
        out.putInt(settingsVersion).putInt(modelVersion).putInt((int) Math.round(propensity / PROPENSITY_STEP));
        out.put((byte) arm.ordinal());
        out.put((byte) variantBytes.length).put(variantBytes);
        out.put((byte) experimentBytes.length).put(experimentBytes);
        out.put(Signature.of(secret, out.array(), out.position()));
        return new PlanToken(Base64.getUrlEncoder().withoutPadding().encodeToString(out.array()));
    }

    /// Reads a token whose signature was checked before (at the edge). A token that is not of the layout is empty.
    public static Optional<PlanPass> read(PlanToken token) {
        return decode(token).flatMap(PlanPass::parse);
    }

    /// Reads a token only if `secret` signed it. Constant time in the signature.
    public static Optional<PlanPass> verify(PlanToken token, byte[] secret) {
        Optional<byte[]> bytes = decode(token);
        if (bytes.isEmpty()) return Optional.empty();
        byte[] all = bytes.get();
        if (all.length - Signature.LENGTH < FIXED || !Signature.isOn(all, secret)) return Optional.empty();
        return parse(all);
    }

    /// The hash under which an origin stands in a token.
    public static long originHash(String origin) {
        byte[] digest = sha256(origin.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong();
    }

    private static Optional<byte[]> decode(PlanToken token) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token.text()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<PlanPass> parse(byte[] all) {
        if (all.length < FIXED + 2 + Signature.LENGTH || all[0] != VERSION) return Optional.empty();
        ByteBuffer in = ByteBuffer.wrap(all, 1, all.length - 1 - Signature.LENGTH);
        int mall = in.getInt();
        UUID plan = new UUID(in.getLong(), in.getLong());
        byte[] visitor = new byte[16];
        in.get(visitor);
        long origin = in.getLong();
        long issuedAt = in.getLong();
        long expiresAt = in.getLong();
        int settingsVersion = in.getInt();
        int modelVersion = in.getInt();
        double propensity = in.getInt() * PROPENSITY_STEP;
        int arm = in.get();
        Optional<String> variant = text(in);
        Optional<String> experiment = variant.isEmpty() ? variant : text(in);
        if (mall <= 0 || arm < 0 || arm >= Arm.values().length || experiment.isEmpty()) return Optional.empty();
        return Optional.of(new PlanPass(
                new MallId(mall),
                plan,
                new VisitorId(Base64.getUrlEncoder().withoutPadding().encodeToString(visitor)),
                origin,
                issuedAt,
                expiresAt,
                settingsVersion,
                modelVersion,
                propensity,
                Arm.values()[arm],
                variant.get(),
                experiment.get()));
    }

    private static Optional<String> text(ByteBuffer in) {
        if (!in.hasRemaining()) return Optional.empty();
        int length = in.get();
        if (length < 0 || length > in.remaining()) return Optional.empty();
        byte[] bytes = new byte[length];
        in.get(bytes);
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] visitorBytes(VisitorId visitor) {
        return Base64.getUrlDecoder().decode(visitor.value());
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
