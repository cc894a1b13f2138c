package reload.learn.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LightGbmTextTest {
    /// Up to 1.5 of the second feature: by the first, up to -2 or above it. An unknown second goes left, an
    /// unknown first counts as 0.
    private static final String MODEL = """
            tree
            version=v4
            num_class=1
            num_tree_per_iteration=1
            label_index=0
            max_feature_idx=1
            objective=binary sigmoid:1

            Tree=0
            num_leaves=3
            num_cat=0
            split_feature=1 0
            threshold=1.5 -2
            decision_type=10 2
            left_child=1 -1
            right_child=-2 -3
            leaf_value=0.25 4 -1
            internal_value=1 -0.5
            is_linear=0
            shrinkage=1

            Tree=1
            num_leaves=1
            num_cat=0
            leaf_value=0.5

            end of trees

            parameters:
            end of parameters
            """;

    private static double score(float first, float second) {
        return LightGbmText.read(MODEL).score(new float[] {first, second});
    }

    @Test
    void aRowEndsInOneLeafOfEachTree() {
        assertThat(score(-3, 1)).isEqualTo(0.75);
        assertThat(score(-2, 1.5f)).isEqualTo(0.75);
        assertThat(score(0, 1)).isEqualTo(-0.5);
        assertThat(score(0, 2)).isEqualTo(4.5);
    }

    @Test
    void anUnknownValueGoesWhereTrainingSentIt() {
        assertThat(score(-3, Float.NaN)).isEqualTo(0.75);
        assertThat(score(Float.NaN, 1)).isEqualTo(-0.5);
    }

    @Test
    void logOddsAreAProbability() {
        assertThat(LightGbmText.read(MODEL).probability(new float[] {0, 2})).isEqualTo(1 / (1 + Math.exp(-4.5)));
    }

    @Test
    void whatCannotBeScoredRightlyIsRefused() {
        refuses(MODEL.replace("num_cat=0", "num_cat=1"), "categorical");
        refuses(MODEL.replace("decision_type=10", "decision_type=1"), "categorical");
        refuses(MODEL.replace("decision_type=10", "decision_type=4"), "zero");
        refuses(MODEL.replace("is_linear=0", "is_linear=1"), "linear");
        refuses(MODEL.replace("num_class=1\n", "num_class=1\naverage_output\n"), "forest");
        refuses(MODEL.replace("iteration=1", "iteration=3"), "class");
        refuses(MODEL.replace("sigmoid:1", "sigmoid:2"), "objective");
        refuses(MODEL.replace("end of trees", ""), "cut short");
        refuses(MODEL.replace("leaf_value=0.25 4 -1", "leaf_value=0.25 4"), "leaf_value");
        refuses(MODEL.replace("right_child=-2 -3", "right_child=-2 0"), "child");
        refuses(MODEL.replace("split_feature=1 0", "split_feature=1 2"), "feature");
    }

    private static void refuses(String text, String why) {
        assertThatThrownBy(() -> LightGbmText.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
