package reload.learn.exit;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import reload.learn.linear.Logistic;

/// How a page scores the chance that its shopper is about to leave: `1 / (1 + exp(-(bias + weights *
/// features)))`, raised at `threshold`. The features and where the numbers come from:
/// `docs/methods/leave-signal.md`.
///
/// @param version of the features, which gives the weights their order
/// @param weights one for each feature
public record LeaveModel(int version, List<Double> weights, double bias, double threshold) {
    /// For malls without a trained one. Set by hand: one strong sign after real reading is enough, a strong
    /// sign alone is not.
    public static final LeaveModel DEFAULT =
            new LeaveModel(1, List.of(2.8, 1.2, 0.8, 1.9, 1.7, 1.5, 2.6, 0.0, -0.5, -0.3, -0.6, 0.2), -3, 0.5);

    /// Three decimals of a weight change no score by more than a few thousandths.
    private static final double STEPS = 1_000;

    public LeaveModel {
        weights = List.copyOf(weights);
    }

    /// Raised where leaving is likelier than staying, until [#raisedAt] says otherwise. Numbers are rounded as pages
    /// get them.
    static LeaveModel of(Logistic trained) {
        List<Double> weights = new ArrayList<>();
        for (double weight : trained.weights()) weights.add(Math.round(weight * STEPS) / STEPS);
        return new LeaveModel(DEFAULT.version, weights, Math.round(trained.bias() * STEPS) / STEPS, DEFAULT.threshold);
    }

    LeaveModel raisedAt(double score) {
        return new LeaveModel(version, weights, bias, score);
    }

    public double score(List<Double> features) {
        double sum = bias;
        for (int i = 0; i < weights.size(); i++) sum += weights.get(i) * features.get(i);
        return 1 / (1 + Math.exp(-sum));
    }

    Logistic logistic() {
        return new Logistic(weights.stream().mapToDouble(Double::doubleValue).toArray(), bias);
    }

    /// As bytes: version, count, weights, bias, threshold.
    public byte[] write() {
        ByteBuffer out = ByteBuffer.allocate(2 + 8 * (weights.size() + 2));
        out.put((byte) version).put((byte) weights.size());
        for (double weight : weights) out.putDouble(weight);
        return out.putDouble(bias).putDouble(threshold).array();
    }

    /// @throws IllegalArgumentException if these bytes are no model of today's features
    public static LeaveModel read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int version = in.get();
            int count = in.get();
            if (version != DEFAULT.version || count != DEFAULT.weights.size())
                throw new IllegalArgumentException("a leave model of features " + version + ", " + count);
            List<Double> weights = new ArrayList<>();
            for (int i = 0; i < count; i++) weights.add(in.getDouble());
            return new LeaveModel(version, weights, in.getDouble(), in.getDouble());
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a leave model is cut short", e);
        }
    }
}
