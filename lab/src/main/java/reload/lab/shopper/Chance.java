package reload.lab.shopper;

import java.util.Base64;
import java.util.SplittableRandom;
import java.util.UUID;
import reload.event.VisitorId;

/// The draws that shoppers share.
final class Chance {
    private Chance() {}

    static boolean happens(double probability, SplittableRandom random) {
        return random.nextDouble() < probability;
    }

    /// A duration around `median`, skewed as reading times are.
    static long logNormal(double median, double sigma, long low, long high, SplittableRandom random) {
        return Math.clamp(Math.round(median * Math.exp(sigma * random.nextGaussian())), low, high);
    }

    static long between(long low, long high, SplittableRandom random) {
        return random.nextLong(low, high);
    }

    static VisitorId visitor(SplittableRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new VisitorId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// UUIDv7 of a virtual moment.
    static UUID id(long at, SplittableRandom random) {
        long high = at << 16 | 0x7000L | random.nextLong() & 0x0fffL;
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
