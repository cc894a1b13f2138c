package reload.catalog;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reload.event.Product;

/// All that is known of one product: what the mall's pages said, what its server said, and the rule that decides.
///
/// **The rule.** The mall's server is believed over its pages, in every field it states, as long as its word is not
/// more than [#IMPORT_HOLDS] older than the page's. After that the page is believed, because a mall that stopped
/// importing still has true pages. What only one of them states comes from that one. The rule reads two times and no
/// clock, so replaying the log gives the same catalog.
///
/// @param page what pages said, or null
/// @param imported what the mall's server said, or null; at least one of the two is there
/// @param firstAt when either first said something, milliseconds since 1970
public record Listing(@Nullable Statement page, @Nullable Statement imported, long firstAt) {
    /// How long a word of the mall's server holds against newer words of its pages. A day is the usual rhythm of an
    /// import, so a mall that imports nightly is never overruled by a page.
    public static final Duration IMPORT_HOLDS = Duration.ofHours(24);

    /// A page's word is dated to within this.
    public static final Duration REPEATS = Duration.ofHours(1);

    public Listing {
        if (page == null && imported == null) throw new IllegalArgumentException("a listing says something");
        if (page != null
                && imported != null
                && !page.said().id().equals(imported.said().id()))
            throw new IllegalArgumentException("a listing is of one product");
    }

    /// The first word on a product.
    public static Listing of(Source source, Product said, long at) {
        var statement = new Statement(said, at);
        return source == Source.PAGE ? new Listing(statement, null, at) : new Listing(null, statement, at);
    }

    public String id() {
        return either().said().id();
    }

    /// What is known after one more word. A page that says nothing new within [#REPEATS] of the last one is not heard,
    /// and the listing stays the same instance: a much viewed product would otherwise change with every view.
    public Listing hear(Source source, Product said, long at) {
        long first = Math.min(firstAt, at);
        return switch (source) {
            case PAGE -> {
                if (page == null) yield new Listing(new Statement(said, at), imported, first);
                var next = page.then(said, at);
                boolean news = !next.said().equals(page.said()) || next.at() - page.at() >= REPEATS.toMillis();
                yield news ? new Listing(next, imported, first) : this;
            }
            case IMPORT ->
                new Listing(page, imported == null ? new Statement(said, at) : imported.then(said, at), first);
        };
    }

    /// The product as shoppers are shown it.
    public CatalogProduct product() {
        if (imported == null || page == null)
            return CatalogProduct.of(
                    either().said(), page == null ? Source.IMPORT : Source.PAGE, firstAt, either().at());
        long seenAt = Math.max(page.at(), imported.at());
        boolean importHolds = page.at() - imported.at() <= IMPORT_HOLDS.toMillis();
        return importHolds
                ? CatalogProduct.of(Statement.lay(imported.said(), page.said()), Source.IMPORT, firstAt, seenAt)
                : CatalogProduct.of(Statement.lay(page.said(), imported.said()), Source.PAGE, firstAt, seenAt);
    }

    private Statement either() {
        return page != null ? page : Objects.requireNonNull(imported);
    }
}
