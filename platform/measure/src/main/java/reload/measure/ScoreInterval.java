package reload.measure;

import java.util.function.DoubleUnaryOperator;

/// The differences of means that a score test does not reject: the interval behind both of [Lift]'s.
///
/// Each candidate difference is judged by the standard error it would itself imply. That matters where the hold-out
/// has ten buyers: its own spread is estimated from those ten, is small just when its mean is small, and an interval
/// built on it (Welch) misses the truth in 9 to 14 of 100 cases instead of 5.
///
/// Outcomes are a compound of few buyers and their amounts, so an arm of mean `m` has variance `f m - m²`, where `f`
/// is the mean squared amount over the mean amount of its buyers. `f` hardly depends on how many buy, so an arm may
/// borrow it: each arm's `f` is that of its own buyers and [#BORROWED_BUYERS] average buyers of both arms. With
/// hundreds of buyers it is the arm's own. Under a candidate difference the two means are those that fit both arms
/// best (quasi-likelihood with variance `f m`).
///
/// @see "Miettinen and Nurminen, Comparative analysis of two rates, Statistics in Medicine 4, 1985 (the same for
///     yes/no outcomes)"
/// @see "Wedderburn, Quasi-likelihood functions, generalized linear models, and the Gauss-Newton method,
///     Biometrika 61, 1974"
final class ScoreInterval {
    /// Measured, not derived: 30 to 100 do about equally well (docs/methods/lift.md). Fewer let ten large orders set
    /// the hold-out's spread, more hide that a reload page changes what people spend, not only whether they buy.
    static final double BORROWED_BUYERS = 50;

    /// The 0.975 quantile of the normal distribution: right in 95 of 100 cases.
    private static final double FIXED_WIDTHS = 1.959963984540054;

    /// How often the anytime-valid interval may ever miss the truth.
    private static final double ERROR_RATE = 0.05;

    /// The anytime-valid interval is narrowest, compared with what is possible, at about so many visitors: some weeks
    /// of an ordinary mall. It reaches 3.0 standard errors there, 3.1 at 4,000 and 3.2 at 100,000.
    private static final double TUNED_FOR_VISITORS = 10_000;

    private final Outcomes shown;
    private final Outcomes heldOut;
    private final double shownFactor;
    private final double heldOutFactor;

    /// @param shown with `heldOut` at least one buyer; each arm at least one visitor
    ScoreInterval(Outcomes shown, Outcomes heldOut) {
        var both = shown.plus(heldOut);
        this.shown = shown;
        this.heldOut = heldOut;
        this.shownFactor = factor(shown, both);
        this.heldOutFactor = factor(heldOut, both);
    }

    private static double factor(Outcomes arm, Outcomes both) {
        double borrowed = BORROWED_BUYERS / both.buyers();
        return (arm.sumOfSquares() + borrowed * both.sumOfSquares()) / (arm.sum() + borrowed * both.sum());
    }

    double estimate() {
        return shown.mean() - heldOut.mean();
    }

    /// Right in 95 of 100 cases if looked at once, at a time fixed beforehand.
    Interval fixed() {
        return within(FIXED_WIDTHS);
    }

    /// Right at every look in 95 of 100 cases, however often one looks: Robbins' normal mixture as an asymptotic
    /// confidence sequence, whose width in standard errors depends on the number of visitors so far.
    ///
    /// @see "Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, Time-uniform central limit theory and asymptotic
    ///     confidence sequences, Annals of Statistics 52, 2024"
    Interval anytime() {
        double mixture = (-2 * Math.log(ERROR_RATE) + Math.log(1 - 2 * Math.log(ERROR_RATE))) / TUNED_FOR_VISITORS;
        double time = mixture * (shown.visitors() + heldOut.visitors());
        return within(Math.sqrt(2 * (time + 1) / time * Math.log(Math.sqrt(time + 1) / ERROR_RATE)));
    }

    /// All differences within `widths` of their own standard errors of the estimate.
    private Interval within(double widths) {
        return new Interval(
                estimate() - reach(widths, distance -> estimate() - distance),
                estimate() + reach(widths, distance -> estimate() + distance));
    }

    /// How far to go in one direction until a difference is rejected. The variance is concave in the difference, so
    /// there is one such point: double until beyond it, then halve.
    private double reach(double widths, DoubleUnaryOperator difference) {
        double kept = 0;
        double rejected = widths * Math.sqrt(variance(estimate()));
        if (rejected == 0) return 0;
        while (isKept(rejected, widths, difference)) {
            kept = rejected;
            rejected *= 2;
        }
        for (int i = 0; i < 50; i++) {
            double middle = (kept + rejected) / 2;
            if (isKept(middle, widths, difference)) kept = middle;
            else rejected = middle;
        }
        return rejected;
    }

    private boolean isKept(double distance, double widths, DoubleUnaryOperator difference) {
        return distance * distance < widths * widths * variance(difference.applyAsDouble(distance));
    }

    /// The variance of the estimate if `difference` were the truth.
    private double variance(double difference) {
        double heldOutMean = heldOutMean(difference);
        double shownMean = heldOutMean + difference;
        return Math.max(0, shownMean * (shownFactor - shownMean)) / shown.visitors()
                + Math.max(0, heldOutMean * (heldOutFactor - heldOutMean)) / heldOut.visitors();
    }

    /// The hold-out's mean `m` that fits both arms best if `difference` were the truth: the larger root of
    ///
    /// `h (x - m) / m + s (y - m - difference) / (m + difference) = 0`
    ///
    /// with the means `x`, `y` of hold-out and shown arm and `h`, `s` their visitors over their factor.
    private double heldOutMean(double difference) {
        double h = heldOut.visitors() / heldOutFactor;
        double s = shown.visitors() / shownFactor;
        double linear = h * (difference - heldOut.mean()) + s * (difference - shown.mean());
        double constant = -h * heldOut.mean() * difference;
        double root = Math.sqrt(Math.max(0, linear * linear - 4 * (h + s) * constant));
        // Two forms of the same root: the one that does not subtract nearly equal numbers.
        double mean = linear > 0 ? -2 * constant / (linear + root) : (root - linear) / (2 * (h + s));
        return Math.max(mean, Math.max(0, -difference));
    }
}
