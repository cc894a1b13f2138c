package reload.learn.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reload.learn.trees.Examples;
import reload.learn.trees.LightGbmText;
import reload.learn.trees.Recipe;
import reload.learn.trees.Recipe.Objective;
import reload.learn.trees.Trees;
import reload.learn.trees.TreesCodec;

class TreeTrainingTest {
    static {
        LightGbmLibrary.load();
    }

    private static final int FEATURES = 5;
    private static final Recipe SMALL =
            Recipe.of(Objective.BINARY).rounds(40, 10).leaves(15, 5).believing(0.1, 1);

    /// Two features matter; values are missing, 0, negative and huge.
    private static Examples examples(long seed, int size, double missing) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] rows = new float[size * FEATURES];
        float[] labels = new float[size];
        for (int i = 0; i < size; i++) {
            for (int f = 0; f < FEATURES; f++) {
                double value = f == 3 ? random.nextInt(3) : 10 * random.nextDouble() - 5;
                if (f == 4) value = Math.exp(30 * random.nextDouble());
                rows[i * FEATURES + f] = random.nextDouble() < missing ? Float.NaN : (float) value;
            }
            float first = rows[i * FEATURES];
            double score = (Float.isNaN(first) ? 1.5 : first) + rows[i * FEATURES + 3] / 2;
            labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-(Double.isNaN(score) ? 0 : score))) ? 1 : 0;
        }
        return Examples.of(FEATURES, rows, labels);
    }

    private static float[] row(Examples examples, int i) {
        return Arrays.copyOfRange(examples.rows(), i * FEATURES, (i + 1) * FEATURES);
    }

    /// Also of rows with values missing where training saw none.
    @ParameterizedTest
    @ValueSource(strings = {"binary", "regression"})
    void theWalkerAnswersAsLightGbmDoes(String objective) throws Exception {
        for (double missing : new double[] {0, 0.2}) {
            Examples seen = examples(1, 2_000, missing);
            Examples asked = examples(2, 2_000, 0.2);
            String how = "objective=" + objective + " num_leaves=31 verbosity=-1 num_threads=1 seed=3";
            try (LGBMDataset data = LGBMDataset.createFromMat(seen.rows(), seen.size(), FEATURES, true, how, null)) {
                data.setField("label", seen.labels());
                try (LGBMBooster booster = LGBMBooster.create(data, how)) {
                    for (int round = 0; round < 50; round++) booster.updateOneIter();
                    Trees trees = LightGbmText.read(booster.saveModelToString(0, 0, FeatureImportanceType.GAIN));
                    double[] theirs = booster.predictForMat(
                            asked.rows(), asked.size(), FEATURES, true, PredictionType.C_API_PREDICT_RAW_SCORE);
                    for (int i = 0; i < asked.size(); i++)
                        assertThat(trees.score(asked.rows(), i * FEATURES)).isEqualTo(theirs[i], within(1e-12));
                }
            }
        }
    }

    @Test
    void theSameSeedGrowsTheSameTreesAndLearnsWhatMatters() {
        Examples examples = examples(1, 3_000, 0.1);
        Trees once = TreeTraining.train(examples, SMALL.seeing(0.8, 0.8).seed(7));
        Trees again = TreeTraining.train(examples, SMALL.seeing(0.8, 0.8).seed(7));
        assertThat(once).isEqualTo(again);
        assertThat(once.probability(new float[] {4, 0, 0, 1, 1})).isGreaterThan(0.9);
        assertThat(once.probability(new float[] {-4, 0, 0, 1, 1})).isLessThan(0.1);
    }

    @Test
    void growingStopsWhereRowsKeptAsideAreAnsweredBest() {
        var grown = TreeTraining.train(examples(1, 500, 0), examples(2, 500, 0), SMALL.rounds(500, 20));
        assertThat(grown.best()).isBetween(5, 200).isEqualTo(grown.trees().size());
        var longer = TreeTraining.train(examples(1, 500, 0), SMALL.rounds(500, 20));
        assertThat(logLoss(grown.trees(), examples(2, 500, 0)))
                .isEqualTo(grown.loss(), within(1e-9))
                .isLessThan(logLoss(longer, examples(2, 500, 0)));
    }

    private static double logLoss(Trees trees, Examples examples) {
        double sum = 0;
        for (int i = 0; i < examples.size(); i++) {
            double p = trees.probability(row(examples, i));
            sum -= Math.log(examples.labels()[i] == 1 ? p : 1 - p);
        }
        return sum / examples.size();
    }

    @Test
    void aMonotoneFeatureOnlyRaisesTheScore() {
        Trees trees = TreeTraining.train(examples(1, 1_000, 0), SMALL.monotone(List.of(1, 0, 0, 0, 0)));
        for (int i = 0; i < 200; i++) {
            float[] row = row(examples(2, 200, 0), i);
            double last = Double.NEGATIVE_INFINITY;
            for (float value = -6; value <= 6; value += 0.25f) {
                row[0] = value;
                double score = trees.score(row);
                assertThat(score).isGreaterThanOrEqualTo(last);
                last = score;
            }
        }
    }

    @Test
    void anExplanationSumsToTheScoreAndNamesWhatMatters() {
        Examples examples = examples(1, 3_000, 0.1);
        Trees trees = TreeTraining.train(examples, SMALL);
        for (int i = 0; i < 100; i++) {
            double[] shares = trees.explain(row(examples, i));
            assertThat(Arrays.stream(shares).sum()).isEqualTo(trees.score(row(examples, i)), within(1e-9));
        }
        double[] shares = trees.explain(new float[] {4, 0, 0, 1, 1});
        assertThat(shares[0]).isGreaterThan(1).isGreaterThan(shares[1]).isGreaterThan(shares[2]);
    }

    /// In each group of ten, what has most of the first feature is best, and one in three counts double.
    @Test
    void aRankingPutsTheBestOfAGroupFirst() {
        SplittableRandom random = new SplittableRandom(5);
        int groups = 200;
        float[] rows = new float[groups * 10 * 2];
        float[] labels = new float[groups * 10];
        float[] weights = new float[groups * 10];
        for (int g = 0; g < groups; g++) {
            int best = g * 10;
            for (int i = g * 10; i < g * 10 + 10; i++) {
                rows[2 * i] = (float) random.nextDouble() + g % 7;
                rows[2 * i + 1] = (float) random.nextDouble();
                weights[i] = g % 3 == 0 ? 2 : 1;
                if (rows[2 * i] > rows[2 * best]) best = i;
            }
            labels[best] = 1;
        }
        int[] sizes = new int[groups];
        Arrays.fill(sizes, 10);
        Trees trees = TreeTraining.train(
                Examples.of(2, rows, labels).weighted(weights).grouped(sizes),
                Recipe.of(Objective.LAMBDARANK).rounds(30, 10).rankedAt(5));
        assertThat(trees.score(new float[] {3.9f, 0.1f})).isGreaterThan(trees.score(new float[] {3.3f, 0.9f}));
        assertThatThrownBy(() -> trees.probability(new float[] {0, 0})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void treesSurviveBeingBytesAndChangedBytesAreRefused() {
        Trees trees = TreeTraining.train(examples(1, 500, 0.1), SMALL);
        byte[] bytes = TreesCodec.write(trees);
        assertThat(TreesCodec.read(bytes)).isEqualTo(trees);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> TreesCodec.read(changed)).isInstanceOf(IllegalArgumentException.class);
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            assertThatThrownBy(() -> TreesCodec.read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatLightGbmCannotUseIsRefusedWithItsReason() {
        Examples ungrouped = examples(1, 100, 0);
        assertThatThrownBy(() -> TreeTraining.train(ungrouped, Recipe.of(Objective.LAMBDARANK)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LightGBM refused");
    }
}
