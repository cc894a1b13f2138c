package reload.learn.judge;

import java.util.List;

/// Whether logged propensities are what arms were really drawn with: if so, weights have the mean 1, whatever
/// the policy.
///
/// @param mean of the weights
/// @param z how many standard errors that is from 1
public record WeightCheck(double mean, double z) {
    private static final double BELIEVED = 3;

    static WeightCheck of(List<Decided> log) {
        double mean = log.stream().mapToDouble(Decided::weight).average().orElseThrow();
        double error = OffPolicy.error(log, Decided::weight);
        if (error == 0) return new WeightCheck(mean, Math.abs(mean - 1) < 1e-9 ? 0 : Double.POSITIVE_INFINITY);
        return new WeightCheck(mean, (mean - 1) / error);
    }

    /// Right propensities fail this once in 370 logs.
    public boolean holds() {
        return Math.abs(z) <= BELIEVED;
    }
}
