package reload.learn.judge;

import java.util.Map;
import java.util.UUID;
import reload.event.Arm;

/// A visitor's first trigger that is over: what was drawn, with which chance, and what came of it within 24 hours.
///
/// @param at milliseconds since 1970
/// @param variant drawn outside the hold-out
/// @param propensity the chance that arm and variant were drawn with, above 0 up to 1
/// @param known of what [reload.mall.ShowRule#KNOWN] names, the words
/// @param rewarded whether a further page was viewed or an order placed
/// @param spent minor units, net of refunds
public record Round(
        UUID plan,
        long at,
        Arm arm,
        String variant,
        double propensity,
        Map<String, String> known,
        boolean rewarded,
        long spent) {

    /// 0 or 1, by chance: so that a round is foretold by those it is not among.
    public int half() {
        return (int) (plan.getLeastSignificantBits() & 1);
    }

    public boolean bought() {
        return spent != 0;
    }
}
