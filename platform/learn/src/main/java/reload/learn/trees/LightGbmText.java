package reload.learn.trees;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reload.learn.trees.Trees.Link;

/// Reads the text that LightGBM (3 or 4) saves a model as. Numeric splits, constant leaves, one tree a round;
/// what else LightGBM can grow is refused rather than scored wrongly.
///
/// @see "the source of LightGBM: Tree::ToString, Tree::NumericalDecision and GBDT::SaveModelToString"
public final class LightGbmText {
    private static final int CATEGORICAL = 1;
    private static final int DEFAULT_LEFT = 2;
    private static final int MISSING_SHIFT = 2;
    private static final int MISSING_NONE = 0;
    private static final int MISSING_NAN = 2;

    private final List<Integer> roots = new ArrayList<>();
    private final IntStream.Builder splits = IntStream.builder();
    private final DoubleStream.Builder thresholds = DoubleStream.builder();
    private final IntStream.Builder lefts = IntStream.builder();
    private final IntStream.Builder rights = IntStream.builder();
    private final DoubleStream.Builder means = DoubleStream.builder();
    private final DoubleStream.Builder leaves = DoubleStream.builder();
    private int nodes;
    private int leafCount;

    private LightGbmText() {}

    /// @throws IllegalArgumentException if this is no such text, or a model that [Trees] cannot be
    public static Trees read(String text) {
        LightGbmText reading = new LightGbmText();
        Map<String, String> head = new HashMap<>();
        Map<String, String> part = head;
        boolean ended = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.startsWith("Tree=")) {
                if (part != head) reading.grow(part);
                part = new HashMap<>();
            } else if (line.equals("end of trees")) {
                ended = true;
                break;
            }
            int equals = line.indexOf('=');
            if (equals > 0) part.put(line.substring(0, equals), line.substring(equals + 1));
            else if (line.equals("average_output")) throw refused("a random forest");
        }
        if (!ended) throw new IllegalArgumentException("no end of trees: not a model, or cut short");
        if (part != head) reading.grow(part);
        return reading.trees(head);
    }

    private Trees trees(Map<String, String> head) {
        if (!word(head, "num_tree_per_iteration").equals("1")) throw refused("more than one class");
        return new Trees(
                link(head.get("objective")),
                Integer.parseInt(word(head, "max_feature_idx")) + 1,
                roots.stream().mapToInt(Integer::intValue).toArray(),
                splits.build().toArray(),
                thresholds.build().toArray(),
                lefts.build().toArray(),
                rights.build().toArray(),
                floats(means.build().toArray()),
                leaves.build().toArray());
    }

    private static Link link(@Nullable String objective) {
        if (objective == null) return Link.IDENTITY;
        return switch (objective) {
            case "binary sigmoid:1" -> Link.LOGISTIC;
            case "regression", "lambdarank" -> Link.IDENTITY;
            default -> throw refused("the objective " + objective);
        };
    }

    private void grow(Map<String, String> tree) {
        if (!word(tree, "num_cat").equals("0")) throw refused("a categorical split");
        if (tree.getOrDefault("is_linear", "0").equals("1")) throw refused("linear leaves");
        int size = Integer.parseInt(word(tree, "num_leaves"));
        roots.add(size > 1 ? nodes : ~leafCount);
        if (size > 1) addNodes(tree, size - 1);
        for (double value : numbers(tree, "leaf_value", size)) leaves.add(value);
        leafCount += size;
    }

    private void addNodes(Map<String, String> tree, int count) {
        double[] features = numbers(tree, "split_feature", count);
        double[] limits = numbers(tree, "threshold", count);
        double[] decisions = numbers(tree, "decision_type", count);
        double[] left = numbers(tree, "left_child", count);
        double[] right = numbers(tree, "right_child", count);
        double[] values = numbers(tree, "internal_value", count);
        for (int node = 0; node < count; node++) {
            splits.add((int) features[node] << 1 | (unknownGoesLeft((int) decisions[node], limits[node]) ? 1 : 0));
            thresholds.add(limits[node]);
            lefts.add(child((int) left[node]));
            rights.add(child((int) right[node]));
            means.add(values[node]);
        }
        nodes += count;
    }

    /// Where training saw no unknown value of a feature, LightGBM takes one for 0.
    private static boolean unknownGoesLeft(int decision, double threshold) {
        if ((decision & CATEGORICAL) != 0) throw refused("a categorical split");
        return switch (decision >> MISSING_SHIFT) {
            case MISSING_NONE -> 0 <= threshold;
            case MISSING_NAN -> (decision & DEFAULT_LEFT) != 0;
            default -> throw refused("zero taken for unknown");
        };
    }

    /// In the text, children are counted within their tree.
    private int child(int child) {
        return child >= 0 ? nodes + child : ~(leafCount + ~child);
    }

    private static String word(Map<String, String> part, String name) {
        String value = part.get(name);
        if (value == null) throw new IllegalArgumentException("no " + name + ": not a model");
        return value;
    }

    private static double[] numbers(Map<String, String> part, String name, int count) {
        String[] words = word(part, name).split(" ");
        if (words.length != count) throw new IllegalArgumentException(words.length + " of " + count + " " + name);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) numbers[i] = number(words[i]);
        return numbers;
    }

    /// A split of all that is known from what is not has a threshold of `inf`.
    private static double number(String word) {
        return word.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(word);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) floats[i] = (float) values[i];
        return floats;
    }

    private static IllegalArgumentException refused(String what) {
        return new IllegalArgumentException(what + " cannot be read");
    }
}
