package reload.lab.shopper;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What really happened in a simulated mall, in the words of the report. Written from the definitions
/// (`docs/methods/simulation.md`), independently of the code that measures.
///
/// - A *session* is the events of one visitor with gaps under 30 minutes, by the time they happened.
/// - *Dwell* is the largest visible time reported of each page view, summed; its mean is over all sessions.
/// - *Triggered* is the first trigger of a visitor; *impressions* and *clicks* are plans with at least one.
/// - *Converted* is a clicking visitor with an order within 24 h of the first click; the amounts are of those
///   orders, the mall server's word before the page's, refunds up to 14 days after the order.
/// - The *increment* is the mean difference of the two potential outcomes (net value of all orders within 24 h
///   after the trigger) over the triggered whose window has passed.
///
/// @param asOf the latest moment of receipt, milliseconds since 1970
public record Truth(
        long asOf,
        long sessions,
        long pageViews,
        long dwellVisibleMs,
        long triggered,
        long shown,
        long heldOut,
        long impressions,
        long clicks,
        long clickers,
        long converted,
        long conversionAmount,
        long refundedAmount,
        long matureShown,
        long matureHeldOut,
        long increment) {
    private static final long SESSION_GAP = 30 * World.MINUTE;
    public static final Truth NOTHING = new Truth(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public double dwellVisibleMsMean() {
        return sessions == 0 ? 0 : (double) dwellVisibleMs / sessions;
    }

    /// @return minor units per triggered visitor; null where nobody's window has passed
    public @Nullable Double incrementalAmountPerTriggered() {
        long mature = matureShown + matureHeldOut;
        return mature == 0 ? null : (double) increment / mature;
    }

    /// Adds two malls (or two visitors).
    public Truth plus(Truth other) {
        return new Truth(
                Math.max(asOf, other.asOf),
                sessions + other.sessions,
                pageViews + other.pageViews,
                dwellVisibleMs + other.dwellVisibleMs,
                triggered + other.triggered,
                shown + other.shown,
                heldOut + other.heldOut,
                impressions + other.impressions,
                clicks + other.clicks,
                clickers + other.clickers,
                converted + other.converted,
                conversionAmount + other.conversionAmount,
                refundedAmount + other.refundedAmount,
                matureShown + other.matureShown,
                matureHeldOut + other.matureHeldOut,
                increment + other.increment);
    }

    /// @param asOf what is not known by then is not counted in the increment
    static Truth of(Diary diary, Ledger ledger, long asOf) {
        long[] activity = diary.activity();
        long sessions = activity.length == 0 ? 0 : 1;
        for (int i = 1; i < activity.length; i++) if (activity[i] - activity[i - 1] >= SESSION_GAP) sessions++;
        long dwell = 0;
        for (long visible : diary.visibleMs().values()) dwell += visible;

        Diary.@Nullable Trigger first = null;
        for (Diary.Trigger trigger : diary.triggers()) if (first == null || trigger.at() < first.at()) first = trigger;
        boolean shown = first != null && first.arm() == reload.event.Arm.SHOWN;
        boolean mature = first != null && first.at() + Fate.WINDOW <= asOf;
        long increment = 0;
        if (first != null && mature) {
            increment = first.fate().outcome(reload.event.Arm.SHOWN, first.at(), asOf)
                    - first.fate().outcome(reload.event.Arm.HELD_OUT, first.at(), asOf);
        }

        long converted = 0;
        long amount = 0;
        long refunded = 0;
        if (!diary.clicked().isEmpty()) {
            long firstClick = Long.MAX_VALUE;
            for (long at : diary.clicked().values()) firstClick = Math.min(firstClick, at);
            for (Map.Entry<String, Diary.Order> entry : diary.orders().entrySet()) {
                Diary.Order order = entry.getValue();
                if (order.at() < firstClick || order.at() - firstClick > Fate.WINDOW) continue;
                converted = 1;
                long back = ledger.refunded(entry.getKey(), order.at());
                amount += ledger.amount(entry.getKey(), order.paid()) - back;
                refunded += back;
            }
        }
        return new Truth(
                asOf,
                sessions,
                diary.views().size(),
                dwell,
                first == null ? 0 : 1,
                shown ? 1 : 0,
                first != null && !shown ? 1 : 0,
                diary.impressed().size(),
                diary.clicked().size(),
                diary.clicked().isEmpty() ? 0 : 1,
                converted,
                amount,
                refunded,
                mature && shown ? 1 : 0,
                mature && !shown ? 1 : 0,
                increment);
    }
}
