package reload.catalog.adapter;

import java.util.List;
import java.util.function.Consumer;
import reload.catalog.ProductRules;
import reload.catalog.Source;
import reload.event.PageEvent.ProductViewed;
import reload.event.Product;
import reload.event.WebOrigin;
import reload.log.Entry;
import reload.log.adapter.PageFact;
import reload.mall.Mall;

/// What an entry of the log says of products. Entries of other kinds say nothing.
public final class CatalogFacts {
    private CatalogFacts() {}

    /// One word on one product.
    ///
    /// @param at milliseconds since 1970
    public record Word(Source source, Product product, long at) {}

    /// Reads an entry of this mall, in the order things were said. What a page says comes without what may not be
    /// believed of it.
    public static void read(Entry entry, Mall mall, Consumer<Word> heard) {
        switch (entry.source()) {
            case CATALOG -> {
                for (Product product : imported(entry, mall))
                    heard.accept(new Word(Source.IMPORT, product, entry.receivedAt()));
            }
            case PAGE -> PageFact.read(entry, fact -> seen(fact, mall, heard));
            case ORDER, PLAN, SETTINGS -> {}
        }
    }

    private static List<Product> imported(Entry entry, Mall mall) {
        return ImportLines.stored(entry.payload(), mall.currency());
    }

    private static void seen(PageFact fact, Mall mall, Consumer<Word> heard) {
        if (!(fact.event() instanceof ProductViewed viewed)) return;
        Product product =
                ProductRules.tamed(viewed.product(), mall.currency(), address -> leadsToPageOf(mall, address));
        if (product != null) heard.accept(new Word(Source.PAGE, product, fact.at()));
    }

    private static boolean leadsToPageOf(Mall mall, String address) {
        WebOrigin origin = WebOrigin.of(address);
        return origin != null && mall.admitsOrigin(origin.text());
    }
}
