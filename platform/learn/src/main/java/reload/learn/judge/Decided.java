package reload.learn.judge;

/// One logged decision and what a candidate policy would have done in its place.
///
/// @param arm that was taken, 0-based
/// @param propensity the chance it was taken with, above 0 up to 1
/// @param reward what came of it
/// @param candidate by arm, the chance that the candidate would have taken it; sums to 1
/// @param foretold by arm, the reward a model expects; it must not have been trained on this decision
public record Decided(int arm, double propensity, double reward, double[] candidate, double[] foretold) {
    public Decided {
        if (!(propensity > 0 && propensity <= 1)) throw new IllegalArgumentException("a propensity of " + propensity);
        if (candidate.length != foretold.length || arm < 0 || arm >= candidate.length)
            throw new IllegalArgumentException("arm " + arm + " of " + candidate.length);
        double sum = 0;
        for (double chance : candidate) {
            if (!(chance >= 0)) throw new IllegalArgumentException("a chance of " + chance);
            sum += chance;
        }
        if (Math.abs(sum - 1) > 1e-6) throw new IllegalArgumentException("chances sum to " + sum);
    }

    /// How much likelier the candidate takes what was taken.
    double weight() {
        return candidate[arm] / propensity;
    }
}
