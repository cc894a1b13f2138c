package reload.learn.judge;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import reload.measure.Interval;

/// How far a statistic would move on other rows of the same kind: it is taken again on rows drawn with
/// replacement. Two models judged on the same draws are compared in pairs, which is far sharper than two
/// intervals.
///
/// @see "Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13"
public final class Bootstrap {
    private Bootstrap() {}

    /// The percentile interval that holds 95 of 100 draws.
    ///
    /// @param rows how many there are, above 0
    /// @param rounds at least 40; 1,000 for a figure to publish
    /// @param statistic of the rows at the given places; one that is not a number is left out
    /// @throws IllegalArgumentException if no draw gives a number
    public static Interval interval(int rows, int rounds, RandomGenerator random, ToDoubleFunction<int[]> statistic) {
        int[] places = new int[rows];
        double[] drawn = new double[rounds];
        int count = 0;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < rows; i++) places[i] = random.nextInt(rows);
            double value = statistic.applyAsDouble(places);
            if (!Double.isNaN(value)) drawn[count++] = value;
        }
        if (count == 0) throw new IllegalArgumentException("no draw gives a number");
        Arrays.sort(drawn, 0, count);
        return new Interval(drawn[(int) (0.025 * (count - 1))], drawn[(int) Math.ceil(0.975 * (count - 1))]);
    }
}
