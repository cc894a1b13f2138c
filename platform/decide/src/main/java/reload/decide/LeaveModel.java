package reload.decide;

import java.util.List;

/// How a page scores the chance that its shopper is about to leave: `1 / (1 + exp(-(bias + weights * features)))`,
/// raised at `threshold`. The features and where the numbers come from: `docs/methods/leave-signal.md`.
///
/// @param version of the features, which gives the weights their order
/// @param weights one for each feature
public record LeaveModel(int version, List<Double> weights, double bias, double threshold) {
    /// For malls without a trained one. Set by hand: one strong sign after real reading is enough, a strong sign alone
    /// is not.
    public static final LeaveModel DEFAULT =
            new LeaveModel(1, List.of(2.8, 1.2, 0.8, 1.9, 1.7, 1.5, 2.6, 0.0, -0.5, -0.3, -0.6, 0.2), -3, 0.5);

    public LeaveModel {
        weights = List.copyOf(weights);
    }

    double score(List<Double> features) {
        double sum = bias;
        for (int i = 0; i < weights.size(); i++) sum += weights.get(i) * features.get(i);
        return 1 / (1 + Math.exp(-sum));
    }
}
