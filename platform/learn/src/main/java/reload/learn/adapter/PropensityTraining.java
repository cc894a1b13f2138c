package reload.learn.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import reload.learn.exit.Calibration;
import reload.learn.exit.Propensity;
import reload.learn.exit.Signal;
import reload.learn.exit.Visits;
import reload.learn.judge.Scored;
import reload.learn.trees.Examples;
import reload.learn.trees.Recipe;
import reload.learn.trees.Recipe.Objective;
import reload.learn.trees.Trees;

/// Trains a propensity. Five folds by session choose the size of the trees and how many, and give every row a
/// score from trees that have not seen its session: on those the calibration is fitted. Then several
/// ensembles are grown on all rows.
public final class PropensityTraining {
    private static final int FOLDS = 5;
    private static final int BAG = 5;
    private static final int ROUNDS = 800;
    private static final int PATIENCE = 60;
    private static final double RATE = 0.03;
    private static final List<Integer> SIZES = List.of(4, 8, 16);
    /// Of each kind, what came and what did not.
    private static final int FEWEST = 100;

    private PropensityTraining() {}

    public sealed interface Trained {}

    /// @param unseen every row's chance from trees that have not seen its session
    public record Learnt(Propensity propensity, Scored unseen, int leaves, int rounds) implements Trained {}

    /// Too few rows of a kind to learn from: whoever asks stays with what is believed beforehand.
    public record TooLittle(int came, int not, int needed) implements Trained {}

    /// @param threads at least 1; the same number gives the same trees
    public static Trained train(Visits visits, int seed, int threads) {
        int came = (int)
                IntStream.range(0, visits.size()).filter(i -> visits.came()[i]).count();
        int not = visits.size() - came;
        if (Math.min(came, not) < FEWEST) return new TooLittle(came, not, FEWEST);
        Folded best = null;
        for (int leaves : SIZES) {
            Folded folded = fold(visits, recipe(visits.signals(), leaves, seed, threads));
            if (best == null || folded.loss < best.loss) best = folded;
        }
        if (best == null) throw new IllegalStateException("no size was tried");
        Scored raw = new Scored(best.scores, visits.came());
        Calibration calibration = Calibration.fit(raw);
        Recipe recipe = best.recipe.rounds(best.rounds, PATIENCE);
        List<Trees> bag = new ArrayList<>();
        for (int i = 0; i < BAG; i++) bag.add(TreeTraining.train(examples(visits), recipe.seed(seed + i)));
        double[] chances = IntStream.range(0, visits.size())
                .mapToDouble(i -> calibration.chance(raw.scores()[i]))
                .toArray();
        return new Learnt(
                new Propensity(visits.signals(), bag, calibration),
                new Scored(chances, visits.came()),
                recipe.leaves(),
                recipe.rounds());
    }

    private record Folded(Recipe recipe, double loss, int rounds, double[] scores) {}

    private static Folded fold(Visits visits, Recipe recipe) {
        double[] scores = new double[visits.size()];
        double loss = 0;
        int rounds = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int asideFold = fold;
            int[] aside = places(visits, i -> foldOf(visits.sessions()[i]) == asideFold);
            int[] seen = places(visits, i -> foldOf(visits.sessions()[i]) != asideFold);
            Visits kept = visits.at(aside);
            var grown = TreeTraining.train(examples(visits.at(seen)), examples(kept), recipe);
            for (int i = 0; i < aside.length; i++)
                scores[aside[i]] = grown.trees().score(kept.row(i));
            loss += grown.loss() * aside.length / visits.size();
            rounds += grown.best();
        }
        return new Folded(recipe, loss, Math.max(1, rounds / FOLDS), scores);
    }

    private static int[] places(Visits visits, java.util.function.IntPredicate which) {
        return IntStream.range(0, visits.size()).filter(which).toArray();
    }

    /// Neighbouring sessions fall into different folds.
    private static int foldOf(int session) {
        return Math.floorMod(session * 0x9E3779B9 >>> 7, FOLDS);
    }

    private static Recipe recipe(List<Signal> signals, int leaves, int seed, int threads) {
        return Recipe.of(Objective.BINARY)
                .rounds(ROUNDS, PATIENCE)
                .leaves(leaves, 40)
                .believing(RATE, 5)
                .seeing(0.8, 0.6)
                .monotone(signals.stream().map(Signal::direction).toList())
                .seed(seed)
                .threads(threads);
    }

    private static Examples examples(Visits visits) {
        float[] labels = new float[visits.size()];
        for (int i = 0; i < labels.length; i++) labels[i] = visits.came()[i] ? 1 : 0;
        return Examples.of(visits.signals().size(), visits.rows(), labels);
    }
}
