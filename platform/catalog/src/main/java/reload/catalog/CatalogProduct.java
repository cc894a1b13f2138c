package reload.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.event.Product;

/// One product of a mall as shoppers are shown it.
///
/// @param id the mall's own id
/// @param price list price, minor units of `currency`
/// @param salePrice what it costs now, minor units, below `price`; null where there is no sale
/// @param currency ISO 4217
/// @param inStock false only where a source said so, or said that no piece is left
/// @param stock pieces left, where known
/// @param source whose word decided where both spoke
/// @param firstAt when a source first spoke of it, milliseconds since 1970
/// @param seenAt when a source last spoke of it, milliseconds since 1970
public record CatalogProduct(
        String id,
        @Nullable String name,
        @Nullable Long price,
        @Nullable Long salePrice,
        @Nullable String currency,
        boolean inStock,
        @Nullable Long stock,
        @Nullable String image,
        @Nullable String url,
        List<String> categories,
        @Nullable String brand,
        Source source,
        long firstAt,
        long seenAt) {
    static CatalogProduct of(Product said, Source source, long firstAt, long seenAt) {
        Long price = said.price() != null ? said.price() : said.salePrice();
        Long sale = said.salePrice();
        boolean onSale = price != null && sale != null && sale < price;
        return new CatalogProduct(
                said.id(),
                said.name(),
                price,
                onSale ? sale : null,
                said.currency(),
                said.inStock() != null ? said.inStock() : said.stock() == null || said.stock() > 0,
                said.stock(),
                said.image(),
                said.url(),
                said.categories(),
                said.brand(),
                source,
                firstAt,
                seenAt);
    }

    /// Whether enough is known to put it on a reload page: a name, a price with its currency, and where it leads.
    public boolean showable() {
        return name != null && price != null && currency != null && url != null;
    }

    /// What it costs now, minor units; 0 where no price is known.
    public long cost() {
        if (salePrice != null) return salePrice;
        return price == null ? 0 : price;
    }
}
