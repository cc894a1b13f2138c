package reload.learn.linear;

import java.util.Arrays;

/// A chance as a linear score: `1 / (1 + exp(-(bias + weights x row)))`.
///
/// @param weights one a feature
public record Logistic(double[] weights, double bias) {
    private static final int STEPS = 50;
    private static final double ENOUGH = 1e-9;

    public double chance(double[] row) {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * row[i];
        return 1 / (1 + Math.exp(-sum));
    }

    /// What is believed of the weights before any row was seen: each a normal about the prior's own, as far
    /// as `precision` (1 over the variance) says. Rows move it.
    ///
    /// @param precision above 0; the rows that a feature must speak in to be believed rather than the prior
    public record Prior(Logistic mean, double precision) {
        public Prior {
            if (!(precision > 0)) throw new IllegalArgumentException("a precision is above 0: " + precision);
        }

        /// That no feature matters.
        public static Prior none(int features, double precision) {
            return new Prior(new Logistic(new double[features], 0), precision);
        }
    }

    /// The most likely weights after these rows. Newton's method, each step halved until it helps; the bias
    /// is as free as a tenth of the precision.
    ///
    /// @param rows one array a row, as many values as the prior has weights; of like size, about 0 to 1
    /// @see "Bishop, Pattern Recognition and Machine Learning, 2006, sections 4.3.3 and 4.5"
    public static Logistic fit(double[][] rows, boolean[] came, Prior prior) {
        int n = prior.mean.weights.length;
        double[] mean = Arrays.copyOf(prior.mean.weights, n + 1);
        mean[n] = prior.mean.bias;
        double[] precision = new double[n + 1];
        Arrays.fill(precision, prior.precision);
        precision[n] = prior.precision / 10;
        double[] theta = mean.clone();
        double loss = loss(rows, came, theta, mean, precision);
        for (int step = 0; step < STEPS; step++) {
            double[] direction = newton(rows, came, theta, mean, precision);
            double length = 1;
            double[] tried = moved(theta, direction, length);
            double next = loss(rows, came, tried, mean, precision);
            while (next > loss && length > ENOUGH) {
                length /= 2;
                tried = moved(theta, direction, length);
                next = loss(rows, came, tried, mean, precision);
            }
            if (!(loss - next > ENOUGH)) break;
            theta = tried;
            loss = next;
        }
        return new Logistic(Arrays.copyOf(theta, n), theta[n]);
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) to[i] -= length * direction[i];
        return to;
    }

    private static double loss(double[][] rows, boolean[] came, double[] theta, double[] mean, double[] precision) {
        double loss = 0;
        for (int i = 0; i < theta.length; i++) loss += precision[i] * (theta[i] - mean[i]) * (theta[i] - mean[i]) / 2;
        for (int r = 0; r < rows.length; r++) {
            double score = score(rows[r], theta);
            loss += Math.log1p(Math.exp(-Math.abs(score))) + Math.max(0, came[r] ? -score : score);
        }
        return loss;
    }

    private static double[] newton(double[][] rows, boolean[] came, double[] theta, double[] mean, double[] precision) {
        int n = theta.length;
        double[] gradient = new double[n];
        double[][] curvature = new double[n][n];
        for (int i = 0; i < n; i++) {
            gradient[i] = precision[i] * (theta[i] - mean[i]);
            curvature[i][i] = precision[i];
        }
        for (int r = 0; r < rows.length; r++) {
            double[] row = rows[r];
            double chance = 1 / (1 + Math.exp(-score(row, theta)));
            double miss = chance - (came[r] ? 1 : 0);
            double weight = chance * (1 - chance);
            for (int i = 0; i < n; i++) {
                double value = i == row.length ? 1 : row[i];
                gradient[i] += miss * value;
                for (int j = 0; j <= i; j++) curvature[i][j] += weight * value * (j == row.length ? 1 : row[j]);
            }
        }
        return new Symmetric(curvature).solve(gradient);
    }

    private static double score(double[] row, double[] theta) {
        double sum = theta[row.length];
        for (int i = 0; i < row.length; i++) sum += theta[i] * row[i];
        return sum;
    }
}
