package reload.measure;

import java.util.OptionalInt;

/// What showing the reload page was worth per triggered visitor: the mean outcome of those shown it minus that of the
/// hold-out, in minor units, with two intervals that hold the truth in 95 of 100 malls; or why that cannot be said.
///
/// Both intervals are a [ScoreInterval]: of 1.96 standard errors if looked at once, at a time fixed beforehand; and
/// of the more that it takes if looked at as often as one likes. How well they keep their promise is measured in
/// `docs/methods/lift.md`.
public sealed interface Lift {
    /// The smaller arm must be expected to have so many buyers before anything is said.
    double BUYERS_NEEDED = 3;

    /// @param estimate minor units per triggered visitor
    /// @param fixed holds the truth in 95 of 100 cases if looked at once
    /// @param anytime holds the truth at every look in 95 of 100 cases, however often one looks
    record Known(double estimate, Interval fixed, Interval anytime) implements Lift {}

    /// @param daysToGo with `NOT_ENOUGH_DATA`, when at the pace so far there will be enough; empty where there is
    ///     no pace yet
    record Unknown(Reason reason, OptionalInt daysToGo) implements Lift {
        static Unknown because(Reason reason) {
            return new Unknown(reason, OptionalInt.empty());
        }
    }

    enum Reason {
        /// Too few buyers so far.
        NOT_ENOUGH_DATA,
        /// The arms do not have the sizes the draw promised; something loses visitors on one side.
        SAMPLE_RATIO_MISMATCH,
        /// Everybody is shown the reload page, so there is nothing to compare with.
        NO_HOLD_OUT
    }

    /// Compares the arms. Pure; some 200 evaluations of a closed formula.
    ///
    /// @param holdOutShare the configured share of the hold-out, from 0 up to but not 1
    /// @param days how many days the outcomes took to gather, above 0; used for `daysToGo` only
    static Lift between(Outcomes shown, Outcomes heldOut, double holdOutShare, int days) {
        if (!(holdOutShare >= 0 && holdOutShare < 1)) {
            throw new IllegalArgumentException("a hold-out share is from 0 up to but not 1: " + holdOutShare);
        }
        if (days <= 0) throw new IllegalArgumentException("outcomes take at least a day to gather: " + days);
        if (holdOutShare == 0) return Unknown.because(Reason.NO_HOLD_OUT);
        if (SampleRatio.isOff(shown.visitors(), heldOut.visitors(), holdOutShare)) {
            return Unknown.because(Reason.SAMPLE_RATIO_MISMATCH);
        }
        double expectedBuyers = expectedBuyersOfTheSmallerArm(shown, heldOut);
        if (expectedBuyers < BUYERS_NEEDED) {
            return new Unknown(Reason.NOT_ENOUGH_DATA, daysToGo(expectedBuyers, days));
        }
        var score = new ScoreInterval(shown, heldOut);
        return new Known(score.estimate(), score.fixed(), score.anytime());
    }

    /// Judged by the buyers of both arms, not by those the smaller arm happens to have: an estimate that appears only
    /// when the hold-out did well would be biased.
    private static double expectedBuyersOfTheSmallerArm(Outcomes shown, Outcomes heldOut) {
        var both = shown.plus(heldOut);
        if (both.buyers() == 0 || both.sum() == 0) return 0;
        return (double) both.buyers() * Math.min(shown.visitors(), heldOut.visitors()) / both.visitors();
    }

    private static OptionalInt daysToGo(double expectedBuyers, int days) {
        if (expectedBuyers == 0) return OptionalInt.empty();
        return OptionalInt.of((int) Math.ceil(days * (BUYERS_NEEDED / expectedBuyers - 1)));
    }
}
