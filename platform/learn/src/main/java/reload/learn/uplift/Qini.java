package reload.learn.uplift;

import java.util.Arrays;
import reload.learn.judge.Order;

/// How well an uplift orders visitors of a randomised experiment it has not seen.
public final class Qini {
    private Qini() {}

    /// The area between a model's Qini curve and the straight line, by that of a perfect order: 0 for a
    /// random order, 1 for a perfect one. Equal uplifts stand together. O(n log n).
    ///
    /// @param outcomes of the experiment 0 or 1
    /// @param uplift by visitor
    /// @see "Radcliffe, Using control groups to target on predicted lift, Direct Marketing Analytics Journal,
    /// 2007"
    public static double coefficient(Experiment experiment, double[] uplift) {
        double[] perfect = new double[experiment.size()];
        for (int i = 0; i < perfect.length; i++) {
            double came = experiment.outcome()[i];
            perfect[i] = experiment.treated()[i] ? came : -came;
        }
        return gain(experiment, uplift) / gain(experiment, perfect);
    }

    /// Between the curve and its chord.
    private static double gain(Experiment experiment, double[] uplift) {
        int[] order = Order.ascending(uplift);
        int n = order.length;
        double area = 0;
        double height = 0;
        int at = 0;
        int treated = 0;
        int held = 0;
        double treatedSum = 0;
        double heldSum = 0;
        for (int i = n - 1; i >= 0; i--) {
            int visitor = order[i];
            if (experiment.treated()[visitor]) {
                treated++;
                treatedSum += experiment.outcome()[visitor];
            } else {
                held++;
                heldSum += experiment.outcome()[visitor];
            }
            if (i > 0 && uplift[order[i - 1]] == uplift[visitor]) continue;
            double next = held == 0 ? treatedSum : treatedSum - heldSum * treated / held;
            area += (n - i - at) * (next + height) / 2;
            at = n - i;
            height = next;
        }
        return area - n * height / 2;
    }

    /// What treating the best share gains over treating as many at random, per visitor treated.
    ///
    /// @param share above 0 up to 1
    public static double gainOfBest(Experiment experiment, double[] uplift, double share) {
        int[] order = Order.ascending(uplift);
        int best = (int) (share * order.length);
        int[] chosen = Arrays.copyOfRange(order, order.length - best, order.length);
        return experiment.at(chosen).effect() - experiment.effect();
    }
}
