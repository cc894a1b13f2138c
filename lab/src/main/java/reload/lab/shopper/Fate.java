package reload.lab.shopper;

import static reload.lab.shopper.World.DAY;
import static reload.lab.shopper.World.HOUR;
import static reload.lab.shopper.World.MINUTE;
import static reload.lab.shopper.World.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.BlockKind;
import reload.event.PageEvent.Dismissed;

/// What a shopper will do after the one leave moment, in either arm, settled before the arm is known: the
/// potential outcomes, so that the effect of a reload page is not estimated but known.
///
/// @param offline the network is gone at the leave moment; what the page has to say waits for the next visit
/// @param backAfterMs when an offline shopper is back, in either arm; null: never
/// @param drawn whether the reload page can be drawn at all
/// @param impressed whether it stays visible for 100 ms
/// @param clicks when the shopper chooses something, milliseconds after the trigger; empty: never
/// @param lured the same where the page leads with what is popular: that draws more shoppers to look, and makes none
/// of them buy
/// @param dismissal how it is closed where nothing is chosen; null: the tab is closed
/// @param heldOut what is bought where nothing was shown
/// @param shown what is bought where the reload page was shown
record Fate(
        boolean offline,
        @Nullable Long backAfterMs,
        boolean drawn,
        boolean impressed,
        List<Long> clicks,
        List<Long> lured,
        Dismissed.@Nullable How dismissal,
        List<Purchase> heldOut,
        List<Purchase> shown) {

    /// The window in which an order counts.
    static final long WINDOW = DAY;
    /// Of those who would choose nothing, so many choose something on a page that leads with what is popular.
    private static final double LURE = 0.15;

    /// The window in which a refund counts, from the order.
    static final long REFUND_WINDOW = 14 * DAY;

    /// @param afterMs from the trigger (or, for a purchase without one, from the visit's start)
    /// @param paid what the order page says, minor units
    /// @param confirmed what the mall's server says; null: nothing, so that the page's word stands
    record Purchase(long afterMs, long paid, @Nullable Long confirmed, List<Refund> refunds) {
        long amount() {
            return confirmed != null ? confirmed : paid;
        }
    }

    /// @param afterMs from the order
    record Refund(long afterMs, long amount) {}

    /// @param leads the first block of the page
    List<Long> clicks(BlockKind leads) {
        return leads == BlockKind.POPULAR ? lured : clicks;
    }

    List<Purchase> purchases(Arm arm) {
        return switch (arm) {
            case SHOWN -> shown;
            case HELD_OUT -> heldOut;
        };
    }

    /// The net value of all orders within the window after a trigger at `triggeredAt`, had this been the arm.
    ///
    /// @param until what happens later is not known yet
    long outcome(Arm arm, long triggeredAt, long until) {
        long net = 0;
        for (Purchase purchase : purchases(arm)) {
            long orderedAt = triggeredAt + purchase.afterMs();
            if (purchase.afterMs() > WINDOW || orderedAt > until) continue;
            net += purchase.amount();
            for (Refund refund : purchase.refunds())
                if (refund.afterMs() <= REFUND_WINDOW && orderedAt + refund.afterMs() <= until) net -= refund.amount();
        }
        return net;
    }

    /// @param interest how much this shopper wants something, 0 to 1
    static Fate draw(double interest, double buying, SplittableRandom random) {
        boolean offline = Chance.happens(0.02, random);
        Long back = Chance.happens(0.7, random) ? Long.valueOf(Chance.between(HOUR, 46 * HOUR, random)) : null;
        boolean drawn = !Chance.happens(0.005, random);
        boolean impressed = drawn && Chance.happens(0.975, random);
        List<Long> clicks = clicks(impressed && !offline && Chance.happens(0.05 + 0.13 * interest, random), random);
        Dismissed.How dismissal = dismissal(random);

        double without = buying * 0.045 * interest;
        double persuaded = clicks.isEmpty() ? 0.003 * buying : 0.075 * buying;
        List<Purchase> heldOut = new ArrayList<>();
        List<Purchase> shown = new ArrayList<>();
        Purchase anyway = purchase(clicks, random);
        Purchase because = purchase(clicks, random);
        Purchase again = purchase(clicks, random);
        if (Chance.happens(without, random)) {
            heldOut.add(anyway);
            // A reload page can also put somebody off, or make the basket larger; the truth knows both signs.
            if (!Chance.happens(0.04, random)) shown.add(clicks.isEmpty() ? anyway : larger(anyway, random));
        } else if (Chance.happens(persuaded, random)) {
            shown.add(because);
        }
        if (Chance.happens(0.12, random)) {
            if (!heldOut.isEmpty()) heldOut.add(again);
            if (!shown.isEmpty()) shown.add(again);
        }
        boolean isLured = clicks.isEmpty() && impressed && !offline && Chance.happens(LURE, random);
        return new Fate(
                offline,
                back,
                drawn,
                impressed,
                clicks,
                isLured ? clicks(true, random) : clicks,
                dismissal,
                lived(heldOut, offline, back),
                lived(shown, offline, back));
    }

    static Purchase purchase(List<Long> clicks, SplittableRandom random) {
        return priced(delay(clicks, random), random);
    }

    static Purchase priced(long afterMs, SplittableRandom random) {
        long paid = Chance.logNormal(52_000, 0.7, 5_000, 2_000_000, random) / 100 * 100;
        int how = random.nextInt(100);
        if (how < 10) return new Purchase(afterMs, paid, null, List.of());
        long confirmed = how < 20 ? paid * Chance.between(50, 130, random) / 100 : paid;
        return new Purchase(afterMs, paid, confirmed, refunds(confirmed, random));
    }

    private static List<Long> clicks(boolean any, SplittableRandom random) {
        if (!any) return List.of();
        long first = Chance.between(3 * SECOND, 35 * SECOND, random);
        if (!Chance.happens(0.15, random)) return List.of(first);
        return List.of(first, first + Chance.between(SECOND, 6 * SECOND, random));
    }

    private static Dismissed.@Nullable How dismissal(SplittableRandom random) {
        int u = random.nextInt(100);
        if (u < 45) return Dismissed.How.LEAVE;
        if (u < 75) return Dismissed.How.BACK;
        if (u < 82) return Dismissed.How.STAY;
        if (u < 87) return Dismissed.How.SNOOZE;
        if (u < 89) return Dismissed.How.ESCAPE;
        return null;
    }

    /// Minutes, hours, and the two ends of the windows: 24 h from the trigger, and from the first click after
    /// it.
    private static long delay(List<Long> clicks, SplittableRandom random) {
        long firstClick = clicks.isEmpty() ? 4 * SECOND : clicks.getFirst();
        int u = random.nextInt(100);
        if (u < 45) return Chance.between(4 * MINUTE, 20 * MINUTE, random);
        if (u < 80) return Chance.between(HOUR, 22 * HOUR, random);
        if (u < 85) return WINDOW - Chance.between(SECOND, 10 * MINUTE, random);
        if (u < 90) return WINDOW + firstClick / 2;
        if (u < 95) return WINDOW + firstClick + Chance.between(5 * SECOND, 10 * MINUTE, random);
        return Chance.between(25 * HOUR, 40 * HOUR, random);
    }

    private static List<Refund> refunds(long amount, SplittableRandom random) {
        if (amount < 2 || !Chance.happens(0.11, random)) return List.of();
        long after = Chance.happens(0.12, random)
                ? Chance.between(REFUND_WINDOW + HOUR, 19 * DAY, random)
                : Chance.logNormal(3 * DAY, 0.8, 2 * HOUR, REFUND_WINDOW - HOUR, random);
        if (Chance.happens(0.6, random)) return List.of(new Refund(after, amount));
        long part = Chance.between(1, amount, random);
        if (Chance.happens(0.7, random)) return List.of(new Refund(after, part));
        return List.of(
                new Refund(after, part), new Refund(after + Chance.between(HOUR, 2 * DAY, random), amount - part));
    }

    private static Purchase larger(Purchase purchase, SplittableRandom random) {
        if (!Chance.happens(0.3, random)) return purchase;
        long more = Chance.between(1_000, 40_000, random) / 100 * 100;
        Long confirmed = purchase.confirmed();
        return new Purchase(
                purchase.afterMs(),
                purchase.paid() + more,
                confirmed == null ? null : Long.valueOf(confirmed + more),
                purchase.refunds());
    }

    /// In the order they happen, far enough apart to be lived one after the other. Who was offline buys only
    /// once back, so that whether the trigger is ever reported does not depend on the arm.
    private static List<Purchase> lived(List<Purchase> purchases, boolean offline, @Nullable Long back) {
        List<Purchase> lived = new ArrayList<>();
        long free = offline ? (back == null ? Long.MAX_VALUE : back + 20 * MINUTE) : 0;
        for (Purchase purchase : purchases.stream()
                .sorted((a, b) -> Long.compare(a.afterMs(), b.afterMs()))
                .toList()) {
            if (purchase.afterMs() < free) continue;
            lived.add(purchase);
            free = purchase.afterMs() + 6 * MINUTE;
        }
        return List.copyOf(lived);
    }
}
