package reload.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All products of one mall at one moment. Immutable; a look-up is one hash.
public final class Catalog {
    public static final Catalog EMPTY = new Catalog(Map.of());

    private final Map<String, CatalogProduct> byId;
    private final Map<String, List<CatalogProduct>> byCategory = new HashMap<>();

    private final long since;

    private Catalog(Map<String, CatalogProduct> byId) {
        this.byId = byId;
        long first = Long.MAX_VALUE;
        for (CatalogProduct product : byId.values()) {
            first = Math.min(first, product.firstAt());
            if (!product.categories().isEmpty())
                byCategory
                        .computeIfAbsent(product.categories().getLast(), _ -> new ArrayList<>())
                        .add(product);
        }
        since = first;
    }

    public static Catalog of(Collection<CatalogProduct> products) {
        return EMPTY.with(products);
    }

    /// The catalog with these products in place of those of the same id. O(size of the catalog).
    public Catalog with(Collection<CatalogProduct> changed) {
        if (changed.isEmpty()) return this;
        var next = HashMap.<String, CatalogProduct>newHashMap(byId.size() + changed.size());
        next.putAll(byId);
        for (var product : changed) next.put(product.id(), product);
        return new Catalog(next);
    }

    /// @return the product, or null where the mall has none of this id
    public @Nullable CatalogProduct find(String id) {
        return byId.get(id);
    }

    /// The products whose innermost category this is, in no order.
    public List<CatalogProduct> filedUnder(String category) {
        return Collections.unmodifiableList(byCategory.getOrDefault(category, List.of()));
    }

    /// When anybody first spoke of a product of the mall, milliseconds since 1970; `Long.MAX_VALUE` while nobody has.
    public long since() {
        return since;
    }

    public int size() {
        return byId.size();
    }
}
