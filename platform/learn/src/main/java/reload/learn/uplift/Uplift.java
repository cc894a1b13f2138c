package reload.learn.uplift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reload.learn.linear.Normal;
import reload.learn.linear.Symmetric;
import reload.measure.Interval;

/// What treating is expected to add to a visitor's outcome: one effect for all, and for each signal that
/// provably changes it, by how much.
///
/// Learnt by residual on residual: outcome minus what the signals foretell of it, on treatment minus its
/// share. A signal enters, the strongest first, while its t-value beats chance for as many signals as were
/// tried (Bonferroni, 5 %, with variances robust to whatever spread the outcome has). Where none does,
/// everybody is expected to gain the same. Where the chance of being treated was not the same for all, visitors weigh
/// as much as makes it so.
///
/// @param effect what treating adds to the average visitor
/// @param sure holds the average effect in 95 of 100 experiments
/// @param found what changes the effect, the strongest first; empty where no difference was found
/// @see "Robinson, Root-N-consistent semiparametric regression, Econometrica 56, 1988; Nie and Wager,
/// Quasi-oracle estimation of heterogeneous treatment effects, Biometrika 108, 2021"
public record Uplift(double effect, Interval sure, List<Moderator> found) {
    private static final double CHANCE = 0.05;
    private static final int MOST = 4;
    private static final double TWO_SIDED_95 = 1.959964;
    private static final int FEWEST = 200;

    /// @param place of the signal in a row
    /// @param mean of the signal, at which the average effect stands
    /// @param slope what one more of the signal adds to the effect
    /// @param t the slope by its standard error when it entered
    public record Moderator(String signal, int place, double mean, double slope, double t) {}

    public Uplift {
        found = List.copyOf(found);
    }

    /// What treating this visitor is expected to add, in the outcome's unit.
    public double of(double[] row) {
        double sum = effect;
        for (Moderator one : found) sum += one.slope * (row[one.place] - one.mean);
        return sum;
    }

    /// What to do with visitors.
    public enum Policy {
        /// Everybody gains alike, and more than it costs.
        ALL,
        /// Treat whoever is expected to gain more than it costs.
        WHERE_IT_PAYS,
        /// Nobody is expected to gain what it costs.
        NOBODY,
        /// Whether it pays cannot be said yet: go on as before, with the hold-out.
        NOT_YET_KNOWN
    }

    /// @param cost of treating a visitor, in the outcome's unit: what it annoys
    public Policy policy(double cost) {
        if (!found.isEmpty()) return Policy.WHERE_IT_PAYS;
        if (sure.low() > cost) return Policy.ALL;
        return sure.high() < cost ? Policy.NOBODY : Policy.NOT_YET_KNOWN;
    }

    /// O(visitors x signals² x moderators).
    ///
    /// @throws IllegalArgumentException if either side has fewer than 200 visitors
    public static Uplift learn(Experiment experiment) {
        int treated = experiment.treatedCount();
        if (Math.min(treated, experiment.size() - treated) < FEWEST)
            throw new IllegalArgumentException("fewer than " + FEWEST + " visitors on a side");
        List<Integer> varying = varying(experiment);
        double[] means = means(experiment);
        double[] unexplained = unexplained(experiment, means);
        double share = share(experiment);
        List<Integer> places = new ArrayList<>();
        List<Double> strengths = new ArrayList<>();
        Fit fit = Fit.of(experiment, means, unexplained, share, places);
        while (places.size() < MOST) {
            int strongest = -1;
            Fit with = fit;
            for (int place : varying) {
                if (places.contains(place)) continue;
                List<Integer> tried = new ArrayList<>(places);
                tried.add(place);
                Fit next = Fit.of(experiment, means, unexplained, share, tried);
                if (strongest < 0 || Math.abs(next.lastT()) > Math.abs(with.lastT())) {
                    strongest = place;
                    with = next;
                }
            }
            if (strongest < 0 || Normal.beyond(with.lastT()) * varying.size() > CHANCE) break;
            places.add(strongest);
            strengths.add(with.lastT());
            fit = with;
        }
        List<Moderator> found = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            found.add(new Moderator(
                    experiment.signals().get(place), place, means[place], fit.slopes[i + 1], strengths.get(i)));
        }
        double margin = TWO_SIDED_95 * fit.errors[0];
        return new Uplift(fit.slopes[0], new Interval(fit.slopes[0] - margin, fit.slopes[0] + margin), found);
    }

    /// What is the same for everybody changes nobody's effect: its t-value would be 0 by 0.
    private static List<Integer> varying(Experiment experiment) {
        List<Integer> varying = new ArrayList<>();
        double[][] rows = experiment.rows();
        for (int k = 0; k < experiment.signals().size(); k++) {
            int place = k;
            if (Arrays.stream(rows).anyMatch(row -> row[place] != rows[0][place])) varying.add(place);
        }
        return varying;
    }

    private static double[] means(Experiment experiment) {
        double[] means = new double[experiment.signals().size()];
        double sum = Arrays.stream(experiment.weights()).sum();
        for (int i = 0; i < experiment.size(); i++)
            for (int k = 0; k < means.length; k++)
                means[k] += experiment.weights()[i] * experiment.rows()[i][k] / sum;
        return means;
    }

    private static double share(Experiment experiment) {
        double treated = 0;
        for (int i = 0; i < experiment.size(); i++)
            if (experiment.treated()[i]) treated += experiment.weights()[i];
        return treated / Arrays.stream(experiment.weights()).sum();
    }

    /// The outcome without what a line through the signals foretells, whoever was treated: less noise, same
    /// effect.
    private static double[] unexplained(Experiment experiment, double[] means) {
        int width = means.length + 1;
        double[][] products = new double[width][width];
        double[] right = new double[width];
        double[][] lines = new double[experiment.size()][];
        for (int i = 0; i < lines.length; i++) {
            double[] line = lines[i] = new double[width];
            line[0] = 1;
            for (int k = 1; k < width; k++) line[k] = experiment.rows()[i][k - 1] - means[k - 1];
            add(products, right, line, experiment.outcome()[i], experiment.weights()[i]);
        }
        double[] slopes = solver(products).solve(right);
        double[] left = new double[lines.length];
        for (int i = 0; i < left.length; i++) left[i] = experiment.outcome()[i] - dot(slopes, lines[i]);
        return left;
    }

    /// A least-squares fit of effect = slopes x (1, moderators), with its robust standard errors.
    private record Fit(double[] slopes, double[] errors) {
        static Fit of(Experiment experiment, double[] means, double[] unexplained, double share, List<Integer> places) {
            int width = places.size() + 1;
            double[][] products = new double[width][width];
            double[] right = new double[width];
            double[][] lines = new double[unexplained.length][];
            for (int i = 0; i < lines.length; i++) {
                double weight = (experiment.treated()[i] ? 1 : 0) - share;
                double[] line = lines[i] = new double[width];
                line[0] = weight;
                for (int k = 1; k < width; k++) {
                    int place = places.get(k - 1);
                    line[k] = weight * (experiment.rows()[i][place] - means[place]);
                }
                add(products, right, line, unexplained[i], experiment.weights()[i]);
            }
            Symmetric solver = solver(products);
            double[] slopes = solver.solve(right);
            double[][] spread = new double[width][width];
            for (int i = 0; i < lines.length; i++) {
                double miss = experiment.weights()[i] * (unexplained[i] - dot(slopes, lines[i]));
                for (int a = 0; a < width; a++)
                    for (int b = 0; b < width; b++) spread[a][b] += lines[i][a] * lines[i][b] * miss * miss;
            }
            double[] errors = new double[width];
            for (int k = 0; k < width; k++) {
                double[] unit = new double[width];
                unit[k] = 1;
                double[] column = solver.solve(unit);
                double variance = 0;
                for (int a = 0; a < width; a++)
                    for (int b = 0; b < width; b++) variance += column[a] * spread[a][b] * column[b];
                errors[k] = Math.sqrt(variance);
            }
            return new Fit(slopes, errors);
        }

        double lastT() {
            return slopes[slopes.length - 1] / errors[errors.length - 1];
        }
    }

    private static void add(double[][] products, double[] right, double[] line, double value, double weight) {
        for (int a = 0; a < line.length; a++) {
            right[a] += weight * line[a] * value;
            for (int b = 0; b <= a; b++) products[a][b] += weight * line[a] * line[b];
        }
    }

    /// A signal that never varies takes no part, rather than stop the others.
    private static Symmetric solver(double[][] products) {
        double[][] firm = Arrays.stream(products).map(double[]::clone).toArray(double[][]::new);
        for (int k = 0; k < firm.length; k++) firm[k][k] += 1e-9 * firm[0][0] + 1e-12;
        return new Symmetric(firm);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
