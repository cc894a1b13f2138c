package reload.catalog;

import org.jspecify.annotations.Nullable;
import reload.event.Product;

/// What one source has said of one product so far, and when it last said something.
///
/// Later words win over earlier ones, field by field, except where fields only mean something together: a new price
/// ends the old sale, and a new word on availability ends the old count of pieces.
///
/// @param at milliseconds since 1970
public record Statement(Product said, long at) {
    /// What is known after a further word of the same source. The time never goes back; saying the same again changes
    /// nothing but the time.
    ///
    /// @throws IllegalArgumentException where the two are not of the same product
    public Statement then(Product later, long laterAt) {
        if (!later.id().equals(said.id()))
            throw new IllegalArgumentException("a statement on " + said.id() + " cannot go on with " + later.id());
        boolean priced = later.price() != null || later.salePrice() != null;
        boolean counted = later.inStock() != null || later.stock() != null;
        var merged = new Product(
                said.id(),
                orElse(later.name(), said.name()),
                // A sale price alone says what it costs now, not what it used to cost.
                later.price() != null ? later.price() : said.price(),
                priced ? later.salePrice() : said.salePrice(),
                orElse(later.currency(), said.currency()),
                counted ? later.inStock() : said.inStock(),
                counted ? later.stock() : said.stock(),
                orElse(later.image(), said.image()),
                orElse(later.url(), said.url()),
                later.categories().isEmpty() ? said.categories() : later.categories(),
                orElse(later.brand(), said.brand()));
        return new Statement(merged, Math.max(at, laterAt));
    }

    private static @Nullable String orElse(@Nullable String later, @Nullable String earlier) {
        return later != null ? later : earlier;
    }

    /// Lays `over` on `under`: the fields `over` states hold, `under` fills the rest.
    static Product lay(Product over, Product under) {
        return new Statement(under, 0).then(over, 0).said();
    }
}
