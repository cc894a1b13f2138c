package reload.recommend.adapter;

import java.util.List;
import java.util.UUID;
import reload.catalog.adapter.CatalogFacts;
import reload.event.Beacon;
import reload.event.CartLine;
import reload.event.OrderEvent.Refunded;
import reload.event.PageEvent;
import reload.event.PageEvent.CartChanged;
import reload.event.PageEvent.OrderPlaced;
import reload.event.PageEvent.ProductViewed;
import reload.event.VisitorId;
import reload.event.adapter.BeaconReader;
import reload.event.adapter.OrdersReader;
import reload.event.adapter.UnreadableException;
import reload.log.Entry;
import reload.log.Source;
import reload.mall.Mall;
import reload.recommend.Interest;
import reload.recommend.Learner;
import reload.recommend.Observation;

/// What an entry of the log teaches a mall's learner: views, carts and orders of pages, refunds, and how products are
/// filed.
final class Signs {
    private Signs() {}

    static void teach(Learner learner, Entry entry, Mall mall) {
        if (entry.source() == Source.CATALOG) {
            CatalogFacts.read(
                    entry,
                    mall,
                    word -> describe(
                            learner, word.product().id(), word.product().categories()));
            return;
        }
        if (entry.source() == Source.ORDER) refunds(learner, entry);
        if (entry.source() != Source.PAGE) return;
        Beacon beacon;
        try {
            beacon = BeaconReader.read(entry.payload());
        } catch (UnreadableException _) {
            return; // The edge lets only readable beacons in.
        }
        for (int i = 0; i < beacon.events().size(); i++) {
            PageEvent event = beacon.events().get(i);
            if (event == null || (entry.skipped() >>> i & 1) == 1) continue;
            long at = Math.min(event.at() + entry.skewMs(), entry.receivedAt());
            switch (event) {
                case ProductViewed viewed -> {
                    describe(learner, viewed.product().id(), viewed.product().categories());
                    observe(
                            learner,
                            beacon.visitor(),
                            event.id(),
                            viewed.product().id(),
                            Interest.VIEWED,
                            at);
                }
                case CartChanged cart -> lines(learner, beacon.visitor(), event, cart.items(), Interest.IN_CART, at);
                case OrderPlaced order -> {
                    lines(learner, beacon.visitor(), event, order.items(), Interest.ORDERED, at);
                    learner.ordered(
                            order.order(),
                            beacon.visitor(),
                            order.items().stream().map(CartLine::product).toList());
                }
                case PageEvent.PageViewed _,
                        PageEvent.Dwelled _,
                        PageEvent.OfPlan _,
                        PageEvent.Sensed _,
                        PageEvent.NotShown _ -> {}
            }
        }
    }

    private static void refunds(Learner learner, Entry entry) {
        try {
            if (OrdersReader.readEvent(entry.payload()) instanceof Refunded refunded)
                learner.refunded(refunded.order());
        } catch (UnreadableException _) {
            return; // The edge lets only readable orders in.
        }
    }

    /// Each line of a cart is a sign of its own.
    private static void lines(
            Learner learner, VisitorId visitor, PageEvent event, List<CartLine> lines, Interest interest, long at) {
        for (CartLine line : lines) observe(learner, visitor, event.id(), line.product(), interest, at);
    }

    private static void observe(
            Learner learner, VisitorId visitor, UUID event, String product, Interest interest, long at) {
        long sign = event.getLeastSignificantBits() * 31 + event.getMostSignificantBits();
        if (interest != Interest.VIEWED) sign = sign * 31 + product.hashCode();
        learner.observe(new Observation(visitor, sign, product, interest, at));
    }

    private static void describe(Learner learner, String product, List<String> categories) {
        if (!categories.isEmpty()) learner.describe(product, categories);
    }
}
