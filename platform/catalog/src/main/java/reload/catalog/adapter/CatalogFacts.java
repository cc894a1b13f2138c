package reload.catalog.adapter;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reload.catalog.ProductRules;
import reload.catalog.Source;
import reload.event.Beacon;
import reload.event.PageEvent;
import reload.event.PageEvent.ProductViewed;
import reload.event.Product;
import reload.event.WebOrigin;
import reload.event.adapter.BeaconReader;
import reload.event.adapter.UnreadableException;
import reload.log.Entry;
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
            case PAGE -> {
                Beacon beacon = beacon(entry);
                if (beacon != null) seen(entry, beacon, mall, heard);
            }
            case ORDER, PLAN, SETTINGS -> {}
        }
    }

    private static List<Product> imported(Entry entry, Mall mall) {
        return ImportLines.stored(entry.payload(), mall.currency());
    }

    private static void seen(Entry entry, Beacon beacon, Mall mall, Consumer<Word> heard) {
        for (int i = 0; i < beacon.events().size(); i++) {
            PageEvent event = beacon.events().get(i);
            if (!(event instanceof ProductViewed viewed) || (entry.skipped() >>> i & 1) == 1) continue;
            Product product =
                    ProductRules.tamed(viewed.product(), mall.currency(), address -> leadsToPageOf(mall, address));
            long at = Math.min(viewed.at() + entry.skewMs(), entry.receivedAt());
            if (product != null) heard.accept(new Word(Source.PAGE, product, at));
        }
    }

    private static boolean leadsToPageOf(Mall mall, String address) {
        WebOrigin origin = WebOrigin.of(address);
        return origin != null && mall.admitsOrigin(origin.text());
    }

    /// The edge only lets readable beacons into the log; should one not be, it says nothing.
    private static @Nullable Beacon beacon(Entry entry) {
        try {
            return BeaconReader.read(entry.payload());
        } catch (UnreadableException _) {
            return null;
        }
    }
}
