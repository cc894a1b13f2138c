package reload.decide;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import reload.event.Arm;
import reload.event.VisitorId;

/// Draws a visitor's arm and variant without remembering them: keyed hashes of experiment and visitor, so the same
/// visitor always gets the same, no page can choose its own, and a new experiment draws anew.
///
/// @see "Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments, 2020, chapter 4"
final class Draw {
    private static final double TWO_TO_53 = 0x1p53;

    private Draw() {}

    /// @param key the mall's arm key
    /// @param holdOut the share held out, 0 to 1
    static Arm arm(byte[] key, String experiment, VisitorId visitor, double holdOut) {
        return uniform(key, experiment, visitor) < holdOut ? Arm.HELD_OUT : Arm.SHOWN;
    }

    /// Stays the same for a visitor while the chances do. Without a choice nothing is drawn.
    ///
    /// @param key the mall's arm key
    static Chances.Drawn variant(byte[] key, String experiment, VisitorId visitor, Chances chances) {
        boolean choice = chances.variants().size() > 1;
        return chances.at(choice ? uniform(key, "variant of " + experiment, visitor) : 0);
    }

    /// @param what is drawn: of the same visitor, another name has nothing to do with it
    /// @return uniform in 0 (in) to 1 (out)
    static double uniform(byte[] key, String what, VisitorId visitor) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(what.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] hash = mac.doFinal(visitor.value().getBytes(StandardCharsets.US_ASCII));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) / TWO_TO_53;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }
}
