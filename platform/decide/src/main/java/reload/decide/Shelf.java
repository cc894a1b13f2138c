package reload.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reload.catalog.Catalog;
import reload.catalog.CatalogProduct;
import reload.decide.Plan.PlannedBlock;
import reload.event.BlockKind;
import reload.mall.MallSettings.Block;
import reload.recommend.Query;
import reload.recommend.Recommended;
import reload.recommend.Recommender;

/// Fills a page's blocks with goods that can be bought: known well enough to show, in stock, not bought already,
/// each on the page once.
final class Shelf {
    private static final int SPARES = 6;
    /// Asked for beyond what is needed, as some will be sold out or unknown.
    private static final int SURPLUS = 3;

    private final PlanRequest request;
    private final Catalog catalog;
    private final Recommender recommender;
    private final Map<String, CatalogProduct> products = new LinkedHashMap<>();
    private final List<PlannedBlock> blocks = new ArrayList<>();
    private final Set<String> excluded = new HashSet<>();

    private Shelf(PlanRequest request, Catalog catalog, Recommender recommender) {
        this.request = request;
        this.catalog = catalog;
        this.recommender = recommender;
        excluded.addAll(request.bought());
    }

    /// What goes on the page, in the mall's order.
    record Filled(List<PlannedBlock> blocks, List<String> spares, Map<String, CatalogProduct> products) {}

    static Filled fill(PlanRequest request, List<Block> wanted, Catalog catalog, Recommender recommender) {
        Shelf shelf = new Shelf(request, catalog, recommender);
        for (Block block : wanted) if (block.on()) shelf.add(block);
        List<String> spares = shelf.blocks.isEmpty() ? List.of() : shelf.goesWith(SPARES);
        return new Filled(List.copyOf(shelf.blocks), spares, Map.copyOf(shelf.products));
    }

    private void add(Block block) {
        switch (block) {
            case Block.ProductAgain _ -> productAgain();
            case Block.GoesWith goesWith -> put(BlockKind.GOES_WITH, goesWith(goesWith.size()));
            case Block.Popular popular -> put(BlockKind.POPULAR, goods(popular(popular.size()), popular.size()));
            case Block.Banner banner -> {
                if (banner.image() != null || banner.text() != null)
                    blocks.add(
                            new PlannedBlock(BlockKind.BANNER, List.of(), banner.image(), banner.text(), banner.url()));
            }
        }
    }

    /// The product the shopper is leaving, also where it is sold out: the page says so.
    private void productAgain() {
        String id = current();
        CatalogProduct product = id == null ? null : catalog.find(id);
        if (product == null || !product.showable()) return;
        take(product);
        put(BlockKind.PRODUCT_AGAIN, List.of(product.id()));
    }

    private @Nullable String current() {
        return request.product() != null ? request.product() : request.left();
    }

    private List<String> goesWith(int size) {
        List<String> ids = goods(companions(size), size);
        if (ids.size() < size) ids.addAll(alike(size - ids.size()));
        return ids;
    }

    /// A mall that has just begun has no shoppers to learn from, but a catalog: goods of the same kind, nearest in
    /// price.
    private List<String> alike(int size) {
        String id = current();
        CatalogProduct left = id == null ? null : catalog.find(id);
        if (left == null || left.categories().isEmpty()) return List.of();
        Set<String> seen = Set.copyOf(session());
        long cost = cost(left);
        List<CatalogProduct> nearest = catalog.filedUnder(left.categories().getLast()).stream()
                .filter(product -> mayBeOffered(product) && !seen.contains(product.id()))
                .sorted(Comparator.comparingLong((CatalogProduct product) -> Math.abs(cost(product) - cost))
                        .thenComparing(CatalogProduct::id))
                .limit(size)
                .toList();
        nearest.forEach(this::take);
        return nearest.stream().map(CatalogProduct::id).toList();
    }

    private static long cost(CatalogProduct product) {
        if (product.salePrice() != null) return product.salePrice();
        return product.price() == null ? 0 : product.price();
    }

    private boolean mayBeOffered(CatalogProduct product) {
        return product.showable() && product.inStock() && !excluded.contains(product.id());
    }

    private List<Recommended> companions(int size) {
        List<String> session = session();
        // Without a history there is nothing to go with; what is popular where the shopper is comes next.
        return recommender.recommend(Query.goesWith(session, category(session), excluded, size * SURPLUS));
    }

    private List<Recommended> popular(int size) {
        Set<String> without = new HashSet<>(excluded);
        without.addAll(session());
        return recommender.recommend(Query.popular(category(session()), without, size * SURPLUS));
    }

    private List<String> session() {
        List<String> session = new ArrayList<>();
        String current = current();
        if (current != null) session.add(current);
        for (String id : request.recent()) if (!session.contains(id)) session.add(id);
        return session;
    }

    private @Nullable String category(List<String> session) {
        for (String id : session) {
            CatalogProduct product = catalog.find(id);
            if (product != null && !product.categories().isEmpty())
                return product.categories().getLast();
        }
        return null;
    }

    private List<String> goods(List<Recommended> ranked, int size) {
        List<String> ids = new ArrayList<>();
        for (Recommended one : ranked) {
            if (ids.size() == size) break;
            CatalogProduct product = catalog.find(one.product());
            if (product == null || !mayBeOffered(product)) continue;
            take(product);
            ids.add(product.id());
        }
        return ids;
    }

    private void take(CatalogProduct product) {
        products.put(product.id(), product);
        excluded.add(product.id());
    }

    private void put(BlockKind kind, List<String> ids) {
        if (!ids.isEmpty()) blocks.add(new PlannedBlock(kind, ids, null, null, null));
    }
}
