package reload.learn.bandit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// What a mall's variants have brought so far, and what share of its visitors each shall get. "Show nothing"
/// is an arm like any other; the hold-out stands outside. Not safe for several threads.
///
/// What shoppers like changes. Each arm's recent rounds (an exponential mean) are held against all of its
/// rounds; where they differ by more than chance would, all arms forget most of what they know, and are tried
/// anew. Without a change nothing is forgotten, so nothing is paid for being watchful.
///
/// @see "Chapelle and Li, An empirical evaluation of Thompson sampling, NIPS 2011"
/// @see "Roberts, Control chart tests based on geometric moving averages, Technometrics 1, 1959"
public final class Bandit {
    /// How many of an arm's rounds are recent.
    private static final double RECENT = 250;
    /// Recent rounds needed, and rounds before them, to speak of a change.
    private static final double FEWEST = 80;
    /// Standard errors: held against it at every round, a steady arm passes about once in 50,000 rounds.
    private static final double SURELY = 3.5;
    /// Rounds an arm still counts for after a change.
    private static final double KEPT = 10;

    private final List<Beta> priors;
    private final double floor;
    private final double[] rounds;
    private final double[] rewards;
    private final double[] recentRounds;
    private final double[] recentRewards;

    /// @param priors what is believed of each arm before a round was seen here: see [Malls]
    /// @param floor least share of each arm
    public Bandit(List<Beta> priors, double floor) {
        this.priors = List.copyOf(priors);
        this.floor = floor;
        int arms = priors.size();
        rounds = new double[arms];
        rewards = new double[arms];
        recentRounds = new double[arms];
        recentRewards = new double[arms];
    }

    public int arms() {
        return rounds.length;
    }

    public Beta belief(int arm) {
        return priors.get(arm).after(rewards[arm], rounds[arm]);
    }

    public Shares shares() {
        return shares(_ -> false);
    }

    /// @param kept as in [Shares#of(List, double, IntPredicate)]
    public Shares shares(IntPredicate kept) {
        List<Beta> beliefs = new ArrayList<>();
        for (int arm = 0; arm < rounds.length; arm++) beliefs.add(belief(arm));
        return Shares.of(beliefs, floor, kept);
    }

    /// One visitor's round has ended.
    ///
    /// @return whether this showed that times have changed
    public boolean observe(int arm, boolean reward) {
        rounds[arm]++;
        double keep = 1 - 1 / RECENT;
        recentRounds[arm] = keep * recentRounds[arm] + 1;
        recentRewards[arm] = keep * recentRewards[arm];
        if (reward) {
            rewards[arm]++;
            recentRewards[arm]++;
        }
        if (!hasChanged(arm)) return false;
        for (int each = 0; each < rounds.length; each++) forget(each);
        return true;
    }

    private boolean hasChanged(int arm) {
        double before = rounds[arm] - recentRounds[arm];
        if (recentRounds[arm] < FEWEST || before < FEWEST) return false;
        double rate = (rewards[arm] + 1) / (rounds[arm] + 2);
        // An exponential mean of many rounds spreads as one of half as many.
        double variance = rate * (1 - rate) * (1 / (2 * recentRounds[arm]) + 1 / before);
        double gap = recentRewards[arm] / recentRounds[arm] - (rewards[arm] - recentRewards[arm]) / before;
        return gap * gap > SURELY * SURELY * variance;
    }

    /// Of the recent rounds rather than of all, which belong to other times.
    private void forget(int arm) {
        double rate = recentRounds[arm] == 0 ? 0 : recentRewards[arm] / recentRounds[arm];
        rounds[arm] = Math.min(KEPT, recentRounds[arm]);
        rewards[arm] = rate * rounds[arm];
        recentRounds[arm] = 0;
        recentRewards[arm] = 0;
    }
}
