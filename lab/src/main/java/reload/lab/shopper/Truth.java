package reload.lab.shopper;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;

/// What really happened in a simulated mall, in the words of the report. Written from the definitions
/// (`docs/methods/simulation.md`), independently of the code that measures.
///
/// - A *session* is the events of one visitor with gaps under 30 minutes, by the time they happened.
/// - *Dwell* is the largest visible time reported of each page view, summed; its mean is over all sessions.
/// - *Triggered* is the first trigger of a visitor, who was *shown* a page, *spared* (outside the hold-out, but
///   drew nothing) or *held out*; *impressions* and *clicks* are plans with at least one.
/// - *Rewarded* is a first trigger followed by a page view or an order of its visitor within 24 h, once they have
///   passed.
/// - *Converted* is a clicking visitor with an order within 24 h of the first click; the amounts are of those
///   orders, the mall server's word before the page's, refunds up to 14 days after the order.
/// - The *increment* is the difference of the two potential outcomes (net value of all orders within 24 h after
///   the trigger), summed over the triggered whose window has passed; *gained* the same of those who were shown a
///   page.
///
/// @param asOf the latest moment of receipt, milliseconds since 1970
/// @param mature triggers whose window has passed, by what was drawn
/// @param rewarded of these
public record Truth(
        long asOf,
        long sessions,
        long pageViews,
        long dwellVisibleMs,
        long triggered,
        long shown,
        long spared,
        long heldOut,
        long impressions,
        long clicks,
        long clickers,
        long converted,
        long conversionAmount,
        long refundedAmount,
        Sides mature,
        Sides rewarded,
        long increment,
        long gained) {
    private static final long SESSION_GAP = 30 * World.MINUTE;
    public static final Truth NOTHING =
            new Truth(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Sides.NONE, Sides.NONE, 0, 0);

    /// A count of visitors, by what they drew.
    public record Sides(long shown, long spared, long heldOut) {
        static final Sides NONE = new Sides(0, 0, 0);

        public long outside() {
            return shown + spared;
        }

        Sides plus(Sides other) {
            return new Sides(shown + other.shown, spared + other.spared, heldOut + other.heldOut);
        }
    }

    public double dwellVisibleMsMean() {
        return sessions == 0 ? 0 : (double) dwellVisibleMs / sessions;
    }

    /// What showing pages was worth to visitors outside the hold-out, those included who drew nothing.
    ///
    /// @return minor units each; null where nobody's window has passed
    public @Nullable Double incrementalAmountPerTriggered() {
        return mature.outside() == 0 ? null : (double) gained / mature.outside();
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
                spared + other.spared,
                heldOut + other.heldOut,
                impressions + other.impressions,
                clicks + other.clicks,
                clickers + other.clickers,
                converted + other.converted,
                conversionAmount + other.conversionAmount,
                refundedAmount + other.refundedAmount,
                mature.plus(other.mature),
                rewarded.plus(other.rewarded),
                increment + other.increment,
                gained + other.gained);
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
        Sides side = first == null ? Sides.NONE : side(first);
        boolean mature = first != null && first.at() + Fate.WINDOW <= asOf;
        long increment = 0;
        if (first != null && mature) {
            increment = first.fate().outcome(Arm.SHOWN, first.at(), asOf)
                    - first.fate().outcome(Arm.HELD_OUT, first.at(), asOf);
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
                side.shown(),
                side.spared(),
                side.heldOut(),
                diary.impressed().size(),
                diary.clicked().size(),
                diary.clicked().isEmpty() ? 0 : 1,
                converted,
                amount,
                refunded,
                mature ? side : Sides.NONE,
                first != null && mature && isRewarded(diary, first.at()) ? side : Sides.NONE,
                increment,
                side.shown() * increment);
    }

    private static Sides side(Diary.Trigger first) {
        if (first.arm() == Arm.SHOWN) return new Sides(1, 0, 0);
        return first.spared() ? new Sides(0, 1, 0) : new Sides(0, 0, 1);
    }

    private static boolean isRewarded(Diary diary, long triggeredAt) {
        for (long at : diary.views().values()) if (at > triggeredAt && at < triggeredAt + Fate.WINDOW) return true;
        for (Diary.Order order : diary.orders().values())
            if (order.at() >= triggeredAt && order.at() < triggeredAt + Fate.WINDOW) return true;
        return false;
    }
}
