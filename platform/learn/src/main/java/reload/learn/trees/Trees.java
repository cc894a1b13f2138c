package reload.learn.trees;

import java.util.Arrays;

/// An ensemble of regression trees: its score is the sum of one leaf of each tree. Immutable; safe for any
/// number of threads. A feature is a float, `NaN` where it is not known, which every split sends where
/// training sent it.
///
/// Nodes of all trees lie in common arrays, parents before children. A child is the index of a node, or of a
/// leaf as its complement (`~leaf`).
///
/// @see "Friedman, Greedy function approximation: a gradient boosting machine, Annals of Statistics 29, 2001"
public final class Trees {
    /// What the score is.
    public enum Link {
        /// The value itself: a regression or a rank.
        IDENTITY,
        /// The log-odds of a probability.
        LOGISTIC
    }

    final Link link;
    final int features;
    /// By tree: its first node, or its only leaf.
    final int[] roots;
    /// By node: the feature looked at, doubled, plus 1 where an unknown value goes left.
    final int[] splits;
    /// By node: values up to this go left.
    final double[] thresholds;
    final int[] lefts;
    final int[] rights;
    /// By node: the mean answer of what passed it in training; explains, never scores.
    final float[] means;
    final double[] leaves;

    /// @throws IllegalArgumentException if these are not trees: a child that is not there, does not come
    /// after its parent, or a feature out of range
    Trees(
            Link link,
            int features,
            int[] roots,
            int[] splits,
            double[] thresholds,
            int[] lefts,
            int[] rights,
            float[] means,
            double[] leaves) {
        this.link = link;
        this.features = features;
        this.roots = roots;
        this.splits = splits;
        this.thresholds = thresholds;
        this.lefts = lefts;
        this.rights = rights;
        this.means = means;
        this.leaves = leaves;
        check();
    }

    /// One leaf.
    ///
    /// @param logOdds the score of every row
    public static Trees constant(int features, double logOdds) {
        return new Trees(
                Link.LOGISTIC,
                features,
                new int[] {~0},
                new int[0],
                new double[0],
                new int[0],
                new int[0],
                new float[0],
                new double[] {logOdds});
    }

    private void check() {
        for (int root : roots) checkChild(root, -1);
        for (int node = 0; node < splits.length; node++) {
            int feature = splits[node] >> 1;
            if (feature < 0 || feature >= features) throw new IllegalArgumentException("no feature " + feature);
            if (Double.isNaN(thresholds[node])) throw new IllegalArgumentException("a threshold is not a number");
            checkChild(lefts[node], node);
            checkChild(rights[node], node);
        }
        for (double leaf : leaves)
            if (!Double.isFinite(leaf)) throw new IllegalArgumentException("a leaf is not a number");
    }

    /// A child that comes after its parent cannot lead back to it.
    private void checkChild(int child, int parent) {
        boolean there = child < 0 ? ~child < leaves.length : child > parent && child < splits.length;
        if (!there) throw new IllegalArgumentException("no child " + child + " of node " + parent);
    }

    /// How many features a row has.
    public int features() {
        return features;
    }

    /// How many trees there are.
    public int size() {
        return roots.length;
    }

    public Link link() {
        return link;
    }

    /// @param row as many values as there are features
    /// @return the sum of the leaves; log-odds where the link is logistic. O(trees x depth), allocates
    /// nothing
    public double score(float[] row) {
        return score(row, 0);
    }

    /// As [#score(float\[\])], of a row that begins at `from` in an array of several.
    public double score(float[] rows, int from) {
        double sum = 0;
        for (int root : roots) {
            int node = root;
            while (node >= 0) node = child(node, rows, from);
            sum += leaves[~node];
        }
        return sum;
    }

    private int child(int node, float[] rows, int from) {
        int split = splits[node];
        float value = rows[from + (split >> 1)];
        boolean left = value <= thresholds[node] || Float.isNaN(value) && (split & 1) != 0;
        return left ? lefts[node] : rights[node];
    }

    /// @return a probability, 0 to 1
    /// @throws IllegalStateException where the score is no log-odds
    public double probability(float[] row) {
        if (link != Link.LOGISTIC) throw new IllegalStateException("these trees score no probability");
        return 1 / (1 + Math.exp(-score(row)));
    }

    /// Why a row is scored as it is: along each tree's path, every split moves the mean answer, and the move
    /// is put down to the feature it looked at.
    ///
    /// @return by feature its share of the score, and last what every row begins with; they sum to the score
    /// @see "Palczewska et al., Interpreting random forest classification models using a feature contribution
    /// method, 2014"
    public double[] explain(float[] row) {
        double[] shares = new double[features + 1];
        for (int root : roots) {
            int node = root;
            double mean = mean(node);
            shares[features] += mean;
            while (node >= 0) {
                int next = child(node, row, 0);
                double moved = mean(next);
                shares[splits[node] >> 1] += moved - mean;
                node = next;
                mean = moved;
            }
        }
        return shares;
    }

    private double mean(int node) {
        return node >= 0 ? means[node] : leaves[~node];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trees trees && Arrays.equals(TreesCodec.write(this), TreesCodec.write(trees));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(leaves);
    }
}
