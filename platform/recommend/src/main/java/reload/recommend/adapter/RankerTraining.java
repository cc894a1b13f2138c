package reload.recommend.adapter;

import org.jspecify.annotations.Nullable;
import reload.learn.adapter.TreeTraining;
import reload.learn.trees.Examples;
import reload.learn.trees.Recipe;
import reload.learn.trees.Recipe.Objective;
import reload.learn.trees.Trees;
import reload.recommend.Judgement;
import reload.recommend.Preset;
import reload.recommend.RankingModel;
import reload.recommend.Rehearsal;

/// Trains how a mall's evidence is weighed, on the mall's own last sessions: first the preset, then trees by
/// LambdaMART. A minute or two for a large mall on two cores, up to 1 GB for the examples; the native library
/// is needed here only.
public final class RankerTraining {
    /// Fewer moments than this teach trees nothing they would not have to unlearn.
    static final int FEWEST_MOMENTS = 2_000;

    private RankerTraining() {}

    /// What came of a training.
    ///
    /// @param model without trees where they were not surely better than the preset alone
    /// @param moments how many views were learnt from
    /// @param preset how the preset alone did on sessions nothing was learnt from
    /// @param trees how the trees did; null where there was too little to train them on
    public record Trained(
            RankingModel model,
            int moments,
            Judgement preset,
            @Nullable Judgement trees) {
        /// How the model did.
        public Judgement judged() {
            return model.trees() != null && trees != null ? trees : preset;
        }
    }

    /// @param most moments the trees learn from
    /// @param threads at least 1
    public static Trained train(Rehearsal rehearsal, int most, int threads) {
        Preset preset = rehearsal.choose();
        var alone = new RankingModel(preset, rehearsal.view(), null);
        Judgement before = rehearsal.judge(alone);
        Examples examples = rehearsal.moments() < FEWEST_MOMENTS ? null : rehearsal.examples(preset, most);
        if (examples == null) return new Trained(alone, rehearsal.moments(), before, null);
        var ranked = new RankingModel(preset, rehearsal.view(), trees(examples, threads));
        Judgement after = rehearsal.judge(ranked);
        return new Trained(after.isSurelyBetterThan(before) ? ranked : alone, rehearsal.moments(), before, after);
    }

    /// Trees alone, of examples of one mall or of many.
    static Trees trees(Examples examples, int threads) {
        return TreeTraining.train(examples, recipe(threads));
    }

    private static Recipe recipe(int threads) {
        return Recipe.of(Objective.LAMBDARANK)
                .rounds(100, 100)
                .leaves(31, 50)
                .believing(0.1, 1)
                .seeing(0.8, 1)
                .rankedAt(20)
                .threads(threads);
    }
}
