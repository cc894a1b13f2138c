package reload.learn.judge;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Scores beside what came true: how well they rank, and whether a chance of 0.3 comes true three times in
/// ten.
///
/// @param scores by row; chances from 0 to 1 where a loss or calibration is asked for
/// @param came by row, whether it came true; as many
public record Scored(double[] scores, boolean[] came) {
    private static final int BINS = 10;
    private static final double NEARLY_CERTAIN = 1e-7;

    public Scored {
        if (scores.length != came.length || scores.length == 0)
            throw new IllegalArgumentException(scores.length + " scores of " + came.length + " rows");
    }

    public int positives() {
        int positives = 0;
        for (boolean one : came) if (one) positives++;
        return positives;
    }

    /// The rows at these places, as a bootstrap draws them.
    public Scored at(int[] places) {
        double[] drawn = new double[places.length];
        boolean[] outcomes = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            drawn[i] = scores[places[i]];
            outcomes[i] = came[places[i]];
        }
        return new Scored(drawn, outcomes);
    }

    /// The chance that a row that came true is scored above one that did not; ties count half.
    ///
    /// @return 0.5 where one kind is missing. O(n log n)
    /// @see "Hanley and McNeil, The meaning and use of the area under a ROC curve, Radiology 143, 1982"
    public double areaUnderRoc() {
        int[] order = ascending();
        double ranks = 0;
        long positives = positives();
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores[order[to]] == scores[order[from]]) to++;
            double rank = (from + to + 1) / 2.0;
            for (int i = from; i < to; i++) if (came[order[i]]) ranks += rank;
            from = to;
        }
        long negatives = came.length - positives;
        if (positives == 0 || negatives == 0) return 0.5;
        return (ranks - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    /// The mean precision over the rows that came true, in the order of falling scores; ties stand together.
    ///
    /// @return 0 where nothing came true
    public double averagePrecision() {
        int[] order = ascending();
        double sum = 0;
        int hits = 0;
        for (int to = order.length; to > 0; ) {
            int from = to;
            int before = hits;
            while (from > 0 && scores[order[from - 1]] == scores[order[to - 1]]) if (came[order[--from]]) hits++;
            sum += (hits - before) * (double) hits / (order.length - from);
            to = from;
        }
        return hits == 0 ? 0 : sum / hits;
    }

    public double logLoss() {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double chance = came[i] ? scores[i] : 1 - scores[i];
            sum -= Math.log(Math.max(NEARLY_CERTAIN, chance));
        }
        return sum / scores.length;
    }

    /// The mean square of score - outcome.
    public double brier() {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double miss = scores[i] - (came[i] ? 1 : 0);
            sum += miss * miss;
        }
        return sum / scores.length;
    }

    /// Expected calibration error: rows in ten bins of equal size by score, the mean of |mean score - share
    /// that came true|.
    public double calibrationError() {
        return calibrationError(ascending(), came);
    }

    private double calibrationError(int[] order, boolean[] outcomes) {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double gap = 0;
            int to = (int) ((bin + 1L) * order.length / BINS);
            for (int i = (int) ((long) bin * order.length / BINS); i < to; i++)
                gap += scores[order[i]] - (outcomes[order[i]] ? 1 : 0);
            error += Math.abs(gap);
        }
        return error / order.length;
    }

    /// The error that 95 of 100 perfectly calibrated models with these very scores stay below: outcomes are
    /// drawn with the scores as their chances.
    ///
    /// @param rounds of simulation; 1,000 are precise to about 2 %
    public double calibrationBand(int rounds, RandomGenerator random) {
        int[] order = ascending();
        double[] errors = new double[rounds];
        boolean[] drawn = new boolean[scores.length];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < drawn.length; i++) drawn[i] = random.nextDouble() < scores[i];
            errors[round] = calibrationError(order, drawn);
        }
        Arrays.sort(errors);
        return errors[(int) (0.95 * (rounds - 1))];
    }

    /// The harmonic mean of precision and recall where a score from `threshold` on counts as yes.
    public double f1(double threshold) {
        int hits = 0;
        int said = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] < threshold) continue;
            said++;
            if (came[i]) hits++;
        }
        return said + positives() == 0 ? 0 : 2.0 * hits / (said + positives());
    }

    /// The threshold with the best [#f1]. Choose it on other rows than those it is judged on.
    public double bestThreshold() {
        int[] order = ascending();
        int positives = positives();
        int hits = 0;
        double best = 0;
        double threshold = 0.5;
        for (int i = order.length - 1; i >= 0; i--) {
            if (came[order[i]]) hits++;
            if (i > 0 && scores[order[i - 1]] == scores[order[i]]) continue;
            double f1 = 2.0 * hits / (order.length - i + positives);
            if (f1 > best) {
                best = f1;
                threshold = scores[order[i]];
            }
        }
        return threshold;
    }

    private int[] ascending() {
        return Order.ascending(scores);
    }
}
