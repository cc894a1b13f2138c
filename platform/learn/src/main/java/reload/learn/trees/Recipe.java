package reload.learn.trees;

import java.util.List;
import java.util.function.Consumer;

/// How trees are grown. The same recipe on the same examples with the same number of threads gives the same
/// trees.
///
/// @param objective what is made small
/// @param rounds trees at most, at least 1
/// @param patience rounds without a better answer on the rows kept aside before growing stops
/// @param leaves of a tree, at most; at least 2
/// @param leafRows rows a leaf must have, at least 1
/// @param learningRate what of each tree's answer is believed, above 0 up to 1
/// @param l2 penalty on the squares of the leaves, at least 0
/// @param featureShare of the features tried by each tree, above 0 up to 1
/// @param rowShare of the rows seen by each tree, above 0 up to 1
/// @param rankedAt a ranking counts as far as here
/// @param monotone by feature 1 where a larger value may only raise the score, -1 only lower it, 0 either;
/// empty for all 0
/// @param seed of all chance
/// @param threads at least 1
public record Recipe(
        Objective objective,
        int rounds,
        int patience,
        int leaves,
        int leafRows,
        double learningRate,
        double l2,
        double featureShare,
        double rowShare,
        int rankedAt,
        List<Integer> monotone,
        int seed,
        int threads) {
    public enum Objective {
        /// Log-loss of labels 0 and 1; the score is log-odds.
        BINARY,
        /// Squared error.
        REGRESSION,
        /// Pairs swapped within groups, weighted by what the swap does to NDCG.
        ///
        /// @see "Burges, From RankNet to LambdaRank to LambdaMART: an overview, MSR-TR-2010-82"
        LAMBDARANK
    }

    public Recipe {
        if (rounds < 1 || patience < 1 || leaves < 2 || leafRows < 1 || rankedAt < 1 || threads < 1)
            throw new IllegalArgumentException("a count of a recipe is too small");
        if (!(learningRate > 0 && learningRate <= 1) || !(l2 >= 0))
            throw new IllegalArgumentException("rate or penalty");
        if (!(featureShare > 0 && featureShare <= 1) || !(rowShare > 0 && rowShare <= 1))
            throw new IllegalArgumentException("a share is above 0 and at most 1");
        monotone = List.copyOf(monotone);
    }

    /// A careful beginning: 300 rounds at 0.05, 31 leaves of 20 rows, all rows and features, one thread.
    public static Recipe of(Objective objective) {
        return new Recipe(objective, 300, 50, 31, 20, 0.05, 0, 1, 1, 20, List.of(), 1, 1);
    }

    public Recipe rounds(int most, int patience) {
        return changed(copy -> {
            copy.rounds = most;
            copy.patience = patience;
        });
    }

    public Recipe leaves(int most, int rowsEach) {
        return changed(copy -> {
            copy.leaves = most;
            copy.leafRows = rowsEach;
        });
    }

    public Recipe believing(double learningRate, double l2) {
        return changed(copy -> {
            copy.learningRate = learningRate;
            copy.l2 = l2;
        });
    }

    public Recipe seeing(double featureShare, double rowShare) {
        return changed(copy -> {
            copy.featureShare = featureShare;
            copy.rowShare = rowShare;
        });
    }

    public Recipe rankedAt(int place) {
        return changed(copy -> copy.rankedAt = place);
    }

    public Recipe monotone(List<Integer> directions) {
        return changed(copy -> copy.monotone = directions);
    }

    public Recipe seed(int seed) {
        return changed(copy -> copy.seed = seed);
    }

    public Recipe threads(int threads) {
        return changed(copy -> copy.threads = threads);
    }

    private Recipe changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.recipe();
    }

    private static final class Copy {
        private Objective objective;
        private int rounds;
        private int patience;
        private int leaves;
        private int leafRows;
        private double learningRate;
        private double l2;
        private double featureShare;
        private double rowShare;
        private int rankedAt;
        private List<Integer> monotone;
        private int seed;
        private int threads;

        Copy(Recipe from) {
            objective = from.objective;
            rounds = from.rounds;
            patience = from.patience;
            leaves = from.leaves;
            leafRows = from.leafRows;
            learningRate = from.learningRate;
            l2 = from.l2;
            featureShare = from.featureShare;
            rowShare = from.rowShare;
            rankedAt = from.rankedAt;
            monotone = from.monotone;
            seed = from.seed;
            threads = from.threads;
        }

        Recipe recipe() {
            return new Recipe(
                    objective,
                    rounds,
                    patience,
                    leaves,
                    leafRows,
                    learningRate,
                    l2,
                    featureShare,
                    rowShare,
                    rankedAt,
                    monotone,
                    seed,
                    threads);
        }
    }
}
