package reload.measure;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A simulated mall with a known truth: who buys is chance, what a buyer spends is log-normal.
///
/// @param holdOutShare chance of a visitor to be held out
/// @param heldOutBuys chance of a held-out visitor to buy
/// @param shownBuys chance of a shown visitor to buy
/// @param sigma spread of the logarithm of the amount: 0.5 is narrow, 1.0 has a long tail
/// @param shownSpends what a shown buyer spends, relative to a held-out one
record SimulatedMall(double holdOutShare, double heldOutBuys, double shownBuys, double sigma, double shownSpends) {
    private static final double MEDIAN = 40_000;

    double truth() {
        return mean(shownBuys, shownSpends) - mean(heldOutBuys, 1);
    }

    /// The standard error that one who knows this mall would expect.
    double standardError(int visitors) {
        return Math.sqrt(variance(shownBuys, shownSpends) / (visitors * (1 - holdOutShare))
                + variance(heldOutBuys, 1) / (visitors * holdOutShare));
    }

    private double mean(double buys, double spends) {
        return buys * spends * MEDIAN * Math.exp(sigma * sigma / 2);
    }

    private double variance(double buys, double spends) {
        double scale = spends * MEDIAN;
        double mean = mean(buys, spends);
        return buys * scale * scale * Math.exp(2 * sigma * sigma) - mean * mean;
    }

    Visitors visitors(long seed) {
        return new Visitors(new SplittableRandom(seed));
    }

    /// One history of this mall.
    final class Visitors {
        private final RandomGenerator random;
        Outcomes shown = Outcomes.NONE;
        Outcomes heldOut = Outcomes.NONE;

        private Visitors(RandomGenerator random) {
            this.random = random;
        }

        Visitors come(int visitors) {
            for (int i = 0; i < visitors; i++) {
                if (random.nextDouble() < holdOutShare) heldOut = heldOut.plus(amount(heldOutBuys, 1));
                else shown = shown.plus(amount(shownBuys, shownSpends));
            }
            return this;
        }

        private long amount(double buys, double spends) {
            if (random.nextDouble() >= buys) return 0;
            return Math.round(spends * MEDIAN * Math.exp(sigma * random.nextGaussian()));
        }

        Lift lift() {
            return Lift.between(shown, heldOut, holdOutShare, 1);
        }
    }
}
