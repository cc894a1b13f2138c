package reload.learn.exit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import reload.learn.judge.Scored;
import reload.learn.linear.Logistic;
import reload.learn.linear.Logistic.Prior;

/// Turns a score into a chance: `1 / (1 + exp(-(intercept + slope * score)))`.
///
/// @param slope above 0, so that order stays
/// @see "Platt, Probabilistic outputs for support vector machines, 1999; Lin, Lin and Weng, A note on Platt's
/// probabilistic outputs, Machine Learning 68, 2007"
public record Calibration(double slope, double intercept) {
    /// Scores that are log-odds already.
    public static final Calibration NONE = new Calibration(1, 0);

    /// How firmly a calibration learnt of many malls is believed: the slope's deviation is 0.3 about it.
    private static final double PRECISION = 10;

    private static final int STEPS = 50;
    private static final double FLATTEST = 0.05;

    public Calibration {
        if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(intercept))
            throw new IllegalArgumentException("no calibration: " + slope + ", " + intercept);
    }

    public double chance(double score) {
        return 1 / (1 + Math.exp(-(intercept + slope * score)));
    }

    /// The most likely calibration of scores a model gave to rows it was not trained on. Newton's method on
    /// two numbers, outcomes drawn in by one row each as Platt does, so that a perfect order keeps finite
    /// chances.
    public static Calibration fit(Scored rows) {
        double positives = rows.positives();
        double negatives = rows.scores().length - positives;
        double yes = (positives + 1) / (positives + 2);
        double no = 1 / (negatives + 2);
        double slope = 1;
        double intercept = 0;
        for (int step = 0; step < STEPS; step++) {
            double slopeGradient = 0;
            double gradient = 0;
            double a = 1e-9;
            double b = 0;
            double c = 1e-9;
            for (int i = 0; i < rows.scores().length; i++) {
                double score = rows.scores()[i];
                double chance = 1 / (1 + Math.exp(-(intercept + slope * score)));
                double miss = chance - (rows.came()[i] ? yes : no);
                double weight = chance * (1 - chance);
                slopeGradient += miss * score;
                gradient += miss;
                a += weight * score * score;
                b += weight * score;
                c += weight;
            }
            double determinant = a * c - b * b;
            if (!(determinant > 0)) break;
            double slopeStep = (c * slopeGradient - b * gradient) / determinant;
            double interceptStep = (a * gradient - b * slopeGradient) / determinant;
            slope = Math.max(FLATTEST, slope - slopeStep);
            intercept -= interceptStep;
            if (Math.abs(slopeStep) + Math.abs(interceptStep) < 1e-9) break;
        }
        return new Calibration(slope, intercept);
    }

    /// This calibration, learnt of many malls, as rows of one mall move it: the more there are, the further.
    ///
    /// @param rows a model's scores before calibration
    public Calibration movedBy(Scored rows) {
        double[][] logOdds = Arrays.stream(rows.scores())
                .mapToObj(score -> new double[] {intercept + slope * score})
                .toArray(double[][]::new);
        Prior believed = new Prior(new Logistic(new double[] {1}, 0), PRECISION);
        Logistic moved = Logistic.fit(logOdds, rows.came(), believed);
        double turn = Math.max(FLATTEST, moved.weights()[0]);
        return new Calibration(turn * slope, turn * intercept + moved.bias());
    }

    /// As bytes: slope, intercept.
    public byte[] write() {
        return ByteBuffer.allocate(2 * Double.BYTES)
                .putDouble(slope)
                .putDouble(intercept)
                .array();
    }

    /// @throws IllegalArgumentException if these bytes are no calibration
    public static Calibration read(byte[] bytes) {
        if (bytes.length != 2 * Double.BYTES)
            throw new IllegalArgumentException("a calibration of " + bytes.length + " bytes");
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Calibration(in.getDouble(), in.getDouble());
    }
}
