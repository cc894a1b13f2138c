package reload.learn.adapter;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reload.learn.trees.Examples;
import reload.learn.trees.LightGbmText;
import reload.learn.trees.Recipe;
import reload.learn.trees.Recipe.Objective;
import reload.learn.trees.Trees;

/// Grows trees with LightGBM. The native library is loaded here and nowhere else.
///
/// @see "Ke et al., LightGBM: a highly efficient gradient boosting decision tree, NIPS 2017"
public final class TreeTraining {
    static {
        LightGbmLibrary.load();
    }

    private TreeTraining() {}

    /// Grows all of the recipe's rounds.
    ///
    /// @throws IllegalArgumentException if LightGBM cannot use examples or recipe
    public static Trees train(Examples examples, Recipe recipe) {
        return grow(examples, null, recipe).trees();
    }

    /// @param best the round with the best answer on the rows kept aside; the trees end there
    /// @param loss that answer: log-loss, squared error, or 1 - NDCG
    public record Grown(Trees trees, int best, double loss) {}

    /// Grows until no round of the recipe's patience has been better on the rows kept aside, and keeps the
    /// best.
    ///
    /// @throws IllegalArgumentException if LightGBM cannot use examples or recipe
    public static Grown train(Examples examples, Examples aside, Recipe recipe) {
        return grow(examples, aside, recipe);
    }

    private static Grown grow(Examples examples, @Nullable Examples aside, Recipe recipe) {
        String how = parameters(recipe);
        try (LGBMDataset seen = dataset(examples, how, null);
                LGBMBooster booster = LGBMBooster.create(seen, how)) {
            if (aside == null) {
                for (int round = 0; round < recipe.rounds(); round++) if (booster.updateOneIter()) break;
                return new Grown(trees(booster, recipe.rounds()), recipe.rounds(), Double.NaN);
            }
            try (LGBMDataset kept = dataset(aside, how, seen)) {
                booster.addValidData(kept);
                return stopping(booster, recipe);
            }
        } catch (LGBMException e) {
            throw new IllegalArgumentException("LightGBM refused: " + e.getMessage(), e);
        }
    }

    private static Grown stopping(LGBMBooster booster, Recipe recipe) throws LGBMException {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int round = 1; round <= recipe.rounds() && round - best <= recipe.patience(); round++) {
            boolean finished = booster.updateOneIter();
            double answer = booster.getEval(1)[0];
            double loss = recipe.objective() == Objective.LAMBDARANK ? 1 - answer : answer;
            if (loss < least) {
                least = loss;
                best = round;
            }
            if (finished) break;
        }
        return new Grown(trees(booster, best), best, least);
    }

    private static Trees trees(LGBMBooster booster, int rounds) throws LGBMException {
        return LightGbmText.read(booster.saveModelToString(0, rounds, FeatureImportanceType.GAIN));
    }

    private static LGBMDataset dataset(Examples examples, String how, @Nullable LGBMDataset like) throws LGBMException {
        LGBMDataset dataset =
                LGBMDataset.createFromMat(examples.rows(), examples.size(), examples.features(), true, how, like);
        dataset.setField("label", examples.labels());
        float[] weights = examples.weights();
        if (weights != null) dataset.setField("weight", weights);
        int[] groups = examples.groups();
        if (groups != null) dataset.setField("group", groups);
        return dataset;
    }

    private static String parameters(Recipe recipe) {
        StringJoiner how = new StringJoiner(" ");
        how.add("objective=" + recipe.objective().name().toLowerCase(Locale.ROOT));
        switch (recipe.objective()) {
            case BINARY -> how.add("metric=binary_logloss");
            case REGRESSION -> how.add("metric=l2");
            case LAMBDARANK ->
                how.add("metric=ndcg")
                        .add("eval_at=" + recipe.rankedAt())
                        .add("lambdarank_truncation_level=" + recipe.rankedAt());
        }
        how.add("num_leaves=" + recipe.leaves()).add("min_data_in_leaf=" + recipe.leafRows());
        how.add("learning_rate=" + recipe.learningRate()).add("lambda_l2=" + recipe.l2());
        how.add("feature_fraction=" + recipe.featureShare());
        if (recipe.rowShare() < 1)
            how.add("bagging_fraction=" + recipe.rowShare()).add("bagging_freq=1");
        if (!recipe.monotone().isEmpty())
            how.add("monotone_constraints="
                            + recipe.monotone().stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .add("monotone_constraints_method=intermediate");
        how.add("seed=" + recipe.seed()).add("num_threads=" + recipe.threads());
        return how.add("deterministic=true")
                .add("force_row_wise=true")
                .add("verbosity=-1")
                .toString();
    }
}
