package reload.learn.judge;

import java.util.List;
import java.util.function.ToDoubleFunction;
import reload.measure.Interval;

/// What a policy would have brought per decision, had it decided in place of the one that was logged. Three
/// estimates: they agree where the log has seen what the policy would do, and where they do not, the widest
/// is to be believed.
///
/// @param decisions how many were logged
/// @param effective as many decisions of the policy's own would tell as much
/// @param logged the mean reward under the policy that was logged
/// @param ips rewards weighted by how much likelier the policy takes what was taken
/// @param snips the same by the sum of the weights: a little biased, much steadier
/// @param doublyRobust the model's expectation, corrected by the weighted rewards it missed: right if either
/// is
/// @param weights whether the propensities can be believed
/// @see "Dudik, Langford and Li, Doubly robust policy evaluation and learning, ICML 2011; Swaminathan and
/// Joachims, The self-normalized estimator for counterfactual learning, NIPS 2015"
public record OffPolicy(
        int decisions,
        double effective,
        Estimate logged,
        Estimate ips,
        Estimate snips,
        Estimate doublyRobust,
        WeightCheck weights) {
    private static final double TWO_SIDED_95 = 1.959964;

    /// @param interval holds the truth in 95 of 100 logs
    public record Estimate(double value, Interval interval) {
        static Estimate of(double value, double standardError) {
            double margin = TWO_SIDED_95 * standardError;
            return new Estimate(value, new Interval(value - margin, value + margin));
        }

        public double standardError() {
            return (interval.high() - interval.low()) / 2 / TWO_SIDED_95;
        }
    }

    /// O(decisions x arms).
    ///
    /// @throws IllegalArgumentException if there are fewer than two decisions, or none that the policy could
    /// have taken
    public static OffPolicy judge(List<Decided> log) {
        if (log.size() < 2) throw new IllegalArgumentException("fewer than two decisions");
        double sum = 0;
        double squares = 0;
        double weighted = 0;
        for (Decided one : log) {
            double weight = one.weight();
            sum += weight;
            squares += weight * weight;
            weighted += weight * one.reward();
        }
        if (sum == 0) throw new IllegalArgumentException("the policy takes nothing that was ever taken");
        double meanWeight = sum / log.size();
        double normal = weighted / sum;
        Estimate snips = Estimate.of(normal, error(log, one -> one.weight() * (one.reward() - normal) / meanWeight));
        return new OffPolicy(
                log.size(),
                sum * sum / squares,
                mean(log, Decided::reward),
                mean(log, one -> one.weight() * one.reward()),
                snips,
                mean(log, OffPolicy::corrected),
                WeightCheck.of(log));
    }

    private static double corrected(Decided one) {
        double expected = 0;
        for (int arm = 0; arm < one.candidate().length; arm++) expected += one.candidate()[arm] * one.foretold()[arm];
        return expected + one.weight() * (one.reward() - one.foretold()[one.arm()]);
    }

    private static Estimate mean(List<Decided> log, ToDoubleFunction<Decided> value) {
        double mean = log.stream().mapToDouble(value).average().orElseThrow();
        return Estimate.of(mean, error(log, value));
    }

    /// The standard error of a mean.
    static double error(List<Decided> log, ToDoubleFunction<Decided> value) {
        double mean = log.stream().mapToDouble(value).average().orElseThrow();
        double squares = log.stream()
                .mapToDouble(one -> {
                    double miss = value.applyAsDouble(one) - mean;
                    return miss * miss;
                })
                .sum();
        return Math.sqrt(squares / (log.size() - 1.0) / log.size());
    }
}
