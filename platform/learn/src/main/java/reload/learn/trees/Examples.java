package reload.learn.trees;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What trees are trained on: rows of features, what became of each, how much each counts, and for a ranking
/// which rows stand together.
public final class Examples {
    private final int features;
    private final float[] rows;
    private final float[] labels;
    private final float @Nullable [] weights;
    private final int @Nullable [] groups;

    private Examples(int features, float[] rows, float[] labels, float @Nullable [] weights, int @Nullable [] groups) {
        this.features = features;
        this.rows = rows;
        this.labels = labels;
        this.weights = weights;
        this.groups = groups;
    }

    /// @param features of each row, at least 1
    /// @param rows row after row; `NaN` is not known. Taken over, not copied
    /// @param labels one a row: 0 or 1, a number, or a grade of relevance from 0 to 30
    public static Examples of(int features, float[] rows, float[] labels) {
        if (features < 1 || rows.length != features * (long) labels.length)
            throw new IllegalArgumentException(
                    rows.length + " values are not " + labels.length + " rows of " + features);
        return new Examples(features, rows, labels, null, null);
    }

    /// @param weights one a row, at least 0
    public Examples weighted(float[] weights) {
        if (weights.length != labels.length) throw new IllegalArgumentException("a weight for each row, please");
        return new Examples(features, rows, labels, weights, groups);
    }

    /// @param groups how many rows each group has, in the order of the rows; sums to all of them
    public Examples grouped(int[] groups) {
        long sum = 0;
        for (int group : groups) sum += group;
        if (sum != labels.length) throw new IllegalArgumentException("groups of " + sum + " rows of " + labels.length);
        return new Examples(features, rows, labels, weights, groups);
    }

    /// All of several as one, in their order: of the same features, weighted and grouped.
    ///
    /// @param parts at least one
    public static Examples together(List<Examples> parts) {
        int features = parts.getFirst().features;
        int size = parts.stream().mapToInt(Examples::size).sum();
        float[] rows = new float[Math.multiplyExact(size, features)];
        float[] labels = new float[size];
        float[] weights = new float[size];
        int[] groups = new int
                [parts.stream().mapToInt(part -> part.requireGroups().length).sum()];
        int row = 0;
        int group = 0;
        for (Examples part : parts) {
            if (part.features != features) throw new IllegalArgumentException("examples of other features");
            System.arraycopy(part.rows, 0, rows, row * features, part.rows.length);
            System.arraycopy(part.labels, 0, labels, row, part.size());
            System.arraycopy(Objects.requireNonNull(part.weights, "weights"), 0, weights, row, part.size());
            System.arraycopy(part.requireGroups(), 0, groups, group, part.requireGroups().length);
            row += part.size();
            group += part.requireGroups().length;
        }
        return of(features, rows, labels).weighted(weights).grouped(groups);
    }

    private int[] requireGroups() {
        return Objects.requireNonNull(groups, "groups");
    }

    public int size() {
        return labels.length;
    }

    public int features() {
        return features;
    }

    public float[] rows() {
        return rows;
    }

    public float[] labels() {
        return labels;
    }

    public float @Nullable [] weights() {
        return weights;
    }

    public int @Nullable [] groups() {
        return groups;
    }
}
