package reload.recommend.adapter;

import java.util.List;
import java.util.UUID;
import reload.catalog.adapter.CatalogFacts;
import reload.event.CartLine;
import reload.event.OrderEvent.Refunded;
import reload.event.PageEvent;
import reload.event.PageEvent.CartChanged;
import reload.event.PageEvent.OrderPlaced;
import reload.event.PageEvent.ProductViewed;
import reload.event.adapter.OrdersReader;
import reload.event.adapter.UnreadableException;
import reload.log.Entry;
import reload.log.adapter.PageFact;
import reload.mall.Mall;
import reload.recommend.Interest;
import reload.recommend.Learner;
import reload.recommend.Observation;

/// What an entry of the log teaches a mall's learner: views, carts and orders of pages, refunds, and how products are
/// filed.
final class Signs {
    private Signs() {}

    static void teach(Learner learner, Entry entry, Mall mall) {
        switch (entry.source()) {
            case CATALOG ->
                CatalogFacts.read(
                        entry,
                        mall,
                        word -> describe(
                                learner, word.product().id(), word.product().categories()));
            case ORDER -> refunds(learner, entry);
            case PAGE -> PageFact.read(entry, fact -> teach(learner, fact));
            case PLAN, SETTINGS -> {}
        }
    }

    private static void teach(Learner learner, PageFact fact) {
        switch (fact.event()) {
            case ProductViewed viewed -> {
                describe(learner, viewed.product().id(), viewed.product().categories());
                observe(learner, fact, viewed.product().id(), Interest.VIEWED);
            }
            case CartChanged cart -> lines(learner, fact, cart.items(), Interest.IN_CART);
            case OrderPlaced order -> {
                lines(learner, fact, order.items(), Interest.ORDERED);
                learner.ordered(
                        order.order(),
                        fact.visitor(),
                        order.items().stream().map(CartLine::product).toList());
            }
            case PageEvent.PageViewed _,
                    PageEvent.Dwelled _,
                    PageEvent.OfPlan _,
                    PageEvent.Sensed _,
                    PageEvent.NotShown _ -> {}
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
    private static void lines(Learner learner, PageFact fact, List<CartLine> lines, Interest interest) {
        for (CartLine line : lines) observe(learner, fact, line.product(), interest);
    }

    private static void observe(Learner learner, PageFact fact, String product, Interest interest) {
        UUID event = fact.event().id();
        long sign = event.getLeastSignificantBits() * 31 + event.getMostSignificantBits();
        if (interest != Interest.VIEWED) sign = sign * 31 + product.hashCode();
        learner.observe(new Observation(fact.visitor(), sign, product, interest, fact.at()));
    }

    private static void describe(Learner learner, String product, List<String> categories) {
        if (!categories.isEmpty()) learner.describe(product, categories);
    }
}
