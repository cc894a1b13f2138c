package reload.learn.uplift;

import java.util.Arrays;
import java.util.List;

/// A randomised experiment: what was known of each visitor beforehand, whether they were treated, and what
/// came of it.
///
/// @param signals names, in the order of a row
/// @param rows one array a visitor, one value a signal
/// @param treated by visitor; drawn without looking at the row
/// @param outcome by visitor: 0 or 1, or an amount
/// @param weights by visitor: in proportion to 1 by the chance of being treated, or not, as it came
public record Experiment(List<String> signals, double[][] rows, boolean[] treated, double[] outcome, double[] weights) {
    public Experiment {
        signals = List.copyOf(signals);
        if (rows.length != treated.length || rows.length != outcome.length || rows.length != weights.length)
            throw new IllegalArgumentException(rows.length + " rows of " + treated.length + " visitors");
        for (double[] row : rows)
            if (row.length != signals.size()) throw new IllegalArgumentException("a row of " + row.length + " values");
    }

    /// All had the same chance of being treated.
    public Experiment(List<String> signals, double[][] rows, boolean[] treated, double[] outcome) {
        this(signals, rows, treated, outcome, ones(rows.length));
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    public int size() {
        return rows.length;
    }

    public int treatedCount() {
        int count = 0;
        for (boolean one : treated) if (one) count++;
        return count;
    }

    /// Mean outcome of the treated minus that of the others; not a number where a side is empty.
    public double effect() {
        double shown = 0;
        double held = 0;
        for (int i = 0; i < size(); i++) {
            if (treated[i]) shown += outcome[i];
            else held += outcome[i];
        }
        return shown / treatedCount() - held / (size() - treatedCount());
    }

    public Experiment at(int[] places) {
        double[][] some = new double[places.length][];
        boolean[] sides = new boolean[places.length];
        double[] outcomes = new double[places.length];
        double[] weighing = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            some[i] = rows[places[i]];
            sides[i] = treated[places[i]];
            outcomes[i] = outcome[places[i]];
            weighing[i] = weights[places[i]];
        }
        return new Experiment(signals, some, sides, outcomes, weighing);
    }
}
