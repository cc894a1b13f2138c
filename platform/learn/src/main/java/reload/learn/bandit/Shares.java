package reload.learn.bandit;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The share of visitors each arm gets: the chance that it is the best, as Thompson sampling would draw it,
/// and never less than a floor, so that each arm stays known. A share is the propensity to be logged: it is
/// what the arm was drawn with, not an estimate of it.
///
/// @param of by arm, above 0; sums to 1
/// @see "Thompson, On the likelihood that one unknown probability exceeds another, Biometrika 25, 1933"
public record Shares(double[] of) {
    private static final int POINTS = 256;
    private static final double DEVIATIONS = 8;

    /// @param beliefs one an arm, at least one
    /// @param floor least share of each arm, 0 up to 1 / arms
    /// @return O(arms² x 256)
    public static Shares of(List<Beta> beliefs, double floor) {
        return of(beliefs, floor, _ -> false);
    }

    /// Likewise, some arms kept to the floor whatever is believed of them.
    ///
    /// @param kept whether the arm at this place is; not all of them
    public static Shares of(List<Beta> beliefs, double floor, IntPredicate kept) {
        int arms = beliefs.size();
        if (!(floor >= 0 && floor * arms <= 1)) throw new IllegalArgumentException("a floor of " + floor);
        int[] free = IntStream.range(0, arms).filter(arm -> !kept.test(arm)).toArray();
        double[] chances =
                chancesOfBeingBest(Arrays.stream(free).mapToObj(beliefs::get).toList());
        double[] best = new double[arms];
        for (int i = 0; i < free.length; i++) best[free[i]] = chances[i];
        return new Shares(Arrays.stream(best)
                .map(chance -> floor + (1 - floor * arms) * chance)
                .toArray());
    }

    public static Shares even(int arms) {
        return new Shares(DoubleStream.generate(() -> 1.0 / arms).limit(arms).toArray());
    }

    /// @param uniform from 0 (in) to 1 (out)
    public int arm(double uniform) {
        double left = uniform;
        for (int arm = 0; arm < of.length - 1; arm++) {
            left -= of[arm];
            if (left < 0) return arm;
        }
        return of.length - 1;
    }

    /// The integral over the rate of one arm's density times the others' chances to lie below, on points
    /// spread over where any of them lies.
    private static double[] chancesOfBeingBest(List<Beta> beliefs) {
        int arms = beliefs.size();
        double low = 1;
        double high = 0;
        for (Beta belief : beliefs) {
            low = Math.min(low, belief.mean() - DEVIATIONS * belief.deviation());
            high = Math.max(high, belief.mean() + DEVIATIONS * belief.deviation());
        }
        low = Math.max(0, low);
        double step = (Math.min(1, high) - low) / POINTS;
        double[][] mass = new double[arms][];
        double[][] below = new double[arms][POINTS];
        for (int arm = 0; arm < arms; arm++) {
            mass[arm] = mass(beliefs.get(arm), low, step);
            double sum = 0;
            for (int point = 0; point < POINTS; point++) {
                below[arm][point] = sum + mass[arm][point] / 2;
                sum += mass[arm][point];
            }
        }
        double[] best = new double[arms];
        double all = 0;
        for (int arm = 0; arm < arms; arm++) {
            for (int point = 0; point < POINTS; point++) {
                double chance = mass[arm][point];
                for (int other = 0; other < arms; other++) if (other != arm) chance *= below[other][point];
                best[arm] += chance;
            }
            all += best[arm];
        }
        double total = all;
        return Arrays.stream(best).map(chance -> chance / total).toArray();
    }

    /// Of each cell, by the density at its middle; sums to 1.
    private static double[] mass(Beta belief, double low, double step) {
        double[] mass = new double[POINTS];
        double highest = Double.NEGATIVE_INFINITY;
        for (int point = 0; point < POINTS; point++) {
            mass[point] = belief.logDensity(low + (point + 0.5) * step);
            highest = Math.max(highest, mass[point]);
        }
        double sum = 0;
        for (int point = 0; point < POINTS; point++) sum += mass[point] = Math.exp(mass[point] - highest);
        for (int point = 0; point < POINTS; point++) mass[point] /= sum;
        return mass;
    }
}
