package reload.lab.shopper;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.BlockKind;
import reload.event.Frequency;
import reload.event.PlanToken;
import reload.event.Reason;
import reload.event.Trigger;

/// What the server said a page may show.
///
/// @param issue null where the visit is not eligible
/// @param against why a trigger is not armed; a trigger without an entry is armed
/// @param frequencies how often an armed trigger may interrupt; a trigger without an entry once for good
/// @param leave how the page scores signs of leaving; null where it watches for none
/// @param rules what the page judges by at the leave moment
public record PlanAnswer(
        @Nullable Issue issue,
        @Nullable Reason reason,
        Map<Trigger, Reason> against,
        Map<Trigger, Frequency> frequencies,
        @Nullable Leave leave,
        Rules rules) {
    /// @param arm as the page is told it
    /// @param spared whether that is the hold-out's only as nothing was drawn, which no page can tell
    /// @param leads the first block of the reload page
    /// @param products what stands on the reload page, ids
    public record Issue(
            UUID plan, PlanToken token, long ttlMs, Arm arm, boolean spared, BlockKind leads, List<String> products) {}

    /// The model behind `leave-signal`.
    public record Leave(List<Double> weights, double bias, double threshold) {
        double score(List<Double> features) {
            double sum = bias;
            for (int i = 0; i < weights.size(); i++) sum += weights.get(i) * features.get(i);
            return 1 / (1 + Math.exp(-sum));
        }
    }

    public record Rules(long maxStayMs, long minStayMs, int snoozeDays) {}
}
