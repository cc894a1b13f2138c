package reload.learn.bandit;

import java.util.List;

/// What other malls' experience says of an arm before a mall has any of its own: the spread of its rate over
/// malls, as a beta distribution. Few malls, or malls that differ much, say little.
public final class Malls {
    /// However much malls agree, a mall's own rounds outweigh them after so many.
    private static final double MOST = 400;
    private static final double LEAST = 2;

    private Malls() {}

    /// What one mall saw of an arm.
    ///
    /// @param rounds at least 1
    public record Seen(long rounds, long rewards) {
        public Seen plus(Seen more) {
            return new Seen(rounds + more.rounds, rewards + more.rewards);
        }
    }

    /// By the method of moments: the malls' rates spread by chance and by their difference; what is left of
    /// the spread without chance says how far a new mall may lie.
    ///
    /// @param malls that have seen the arm
    /// @return [Beta#UNIFORM] of fewer than two
    /// @see "Kleinman, Proportions with extraneous variance, JASA 68, 1973"
    public static Beta prior(List<Seen> malls) {
        if (malls.size() < 2) return Beta.UNIFORM;
        double mean = malls.stream().mapToDouble(Malls::rate).average().orElseThrow();
        double spread = 0;
        double byChance = 0;
        for (Seen mall : malls) {
            double miss = rate(mall) - mean;
            spread += miss * miss / (malls.size() - 1);
            byChance += mean * (1 - mean) / mall.rounds / malls.size();
        }
        double difference = Math.max(spread - byChance, mean * (1 - mean) / (MOST + 1));
        double strength = Math.clamp(mean * (1 - mean) / difference - 1, LEAST, MOST);
        return new Beta(mean * strength, (1 - mean) * strength);
    }

    /// Drawn in a little, so that a mall without a reward is not one that never can have any.
    private static double rate(Seen mall) {
        return (mall.rewards + 0.5) / (mall.rounds + 1);
    }
}
