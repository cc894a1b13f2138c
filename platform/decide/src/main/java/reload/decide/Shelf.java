package reload.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reload.catalog.Catalog;
import reload.catalog.CatalogProduct;
import reload.catalog.Source;
import reload.decide.Plan.PlannedBlock;
import reload.event.BlockKind;
import reload.mall.Block;
import reload.mall.Markup;
import reload.mall.Words.Sentences;
import reload.recommend.Query;
import reload.recommend.Recommended;
import reload.recommend.Recommender;

/// Fills a page's blocks with goods that can be bought: known well enough to show, in stock, not bought
/// already or sent back, each on the page once.
final class Shelf {
    private static final int SPARES = 6;
    /// Asked for beyond what is needed, as some will be sold out or unknown.
    private static final int SURPLUS = 3;

    /// How many of the most viewed may be called that.
    private static final int BEST = 3;
    private static final int FEW = 5;
    private static final int LONGEST_BADGE = 40;
    private static final long FRESH_MS = 14 * 24 * 3_600_000L;

    private final Sentences words;
    private final long now;
    private final Catalog catalog;
    private final Recommender recommender;
    private final Map<String, CatalogProduct> products = new LinkedHashMap<>();
    private final Map<String, String> badges = new HashMap<>();
    private final List<PlannedBlock> blocks = new ArrayList<>();
    private final Set<String> excluded = new HashSet<>();
    private final List<String> session;
    private final List<Block> wanted;
    private final Companions companions;

    /// @param wanted of the mall's settings, in its order
    /// @param now milliseconds since 1970; what has ended by then is left out
    Shelf(
            PlanRequest request,
            List<Block> wanted,
            Sentences words,
            long now,
            Catalog catalog,
            Recommender recommender) {
        this.wanted = wanted;
        this.words = words;
        this.now = now;
        this.catalog = catalog;
        this.recommender = recommender;
        this.session = session(request);
        excluded.addAll(request.bought());
        excluded.addAll(recommender.returned(request.visitor()));
        int companionsWanted =
                SPARES + wanted.stream().mapToInt(Shelf::companionsOn).sum();
        companions = new Companions(
                catalog, recommender, session, category(), excluded, this::mayBeOffered, companionsWanted);
    }

    private static int companionsOn(Block block) {
        return block instanceof Block.GoesWith goesWith && goesWith.on() ? goesWith.size() : 0;
    }

    /// What goes on the page, in the mall's order.
    ///
    /// @param badges what is worth saying of some of the products, by id
    record Filled(
            List<PlannedBlock> blocks,
            List<String> spares,
            Map<String, CatalogProduct> products,
            Map<String, String> badges) {}

    /// Whether anything goes on the page: of its blocks no more are filled than that takes.
    boolean holdsAnything() {
        for (Block block : wanted) {
            if (block.on()) add(block);
            if (!blocks.isEmpty()) return true;
        }
        return false;
    }

    /// Once.
    Filled fill() {
        for (Block block : wanted) if (block.on()) add(block);
        List<String> spares = blocks.isEmpty() ? List.of() : goesWith(SPARES);
        return new Filled(List.copyOf(blocks), spares, Map.copyOf(products), badges);
    }

    /// The product the shopper is on, has just left, or else viewed last.
    static @Nullable String current(PlanRequest request) {
        if (request.product() != null) return request.product();
        if (request.left() != null) return request.left();
        return request.recent().isEmpty() ? null : request.recent().getFirst();
    }

    private void add(Block block) {
        switch (block) {
            case Block.ProductAgain _ -> productAgain();
            case Block.GoesWith goesWith -> put(BlockKind.GOES_WITH, goesWith(goesWith.size()));
            case Block.Popular popular -> put(BlockKind.POPULAR, popular(popular.size()));
            case Block.RecentlyViewed recently -> put(BlockKind.RECENTLY_VIEWED, recentlyViewed(recently.size()));
            case Block.Banner banner -> {
                if (banner.image() != null || banner.text() != null)
                    blocks.add(new PlannedBlock.Banner(banner.image(), banner.text(), banner.url()));
            }
            case Block.Coupon coupon -> {
                Long endsAt = millis(coupon.endsAt());
                if (coupon.text() != null && coupon.code() != null && (endsAt == null || endsAt > now))
                    blocks.add(new PlannedBlock.Coupon(coupon.text(), coupon.code(), coupon.url(), endsAt));
            }
            case Block.Countdown countdown -> {
                Long endsAt = millis(countdown.endsAt());
                if (countdown.text() != null && endsAt != null && endsAt > now)
                    blocks.add(new PlannedBlock.Countdown(countdown.text(), endsAt));
            }
            case Block.Custom custom -> custom(custom.html());
        }
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    /// The product the shopper is leaving, also where it is sold out: the page says so.
    private void productAgain() {
        CatalogProduct product = currentProduct();
        if (product == null) return;
        take(product);
        put(BlockKind.PRODUCT_AGAIN, List.of(product.id()));
    }

    /// What speaks of a product is left out where there is none to speak of.
    private void custom(Markup markup) {
        if (markup.nodes().isEmpty()) return;
        CatalogProduct product = markup.speaksOfAProduct() ? currentProduct() : null;
        if (product != null || !markup.speaksOfAProduct()) blocks.add(new PlannedBlock.Custom(markup, product));
    }

    private @Nullable CatalogProduct currentProduct() {
        CatalogProduct product = session.isEmpty() ? null : catalog.find(session.getFirst());
        return product != null && product.showable() ? product : null;
    }

    /// Newest first, without the current one.
    private List<String> recentlyViewed(int size) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i < session.size() && ids.size() < size; i++) {
            CatalogProduct product = catalog.find(session.get(i));
            if (product == null || !mayBeOffered(product)) continue;
            take(product);
            ids.add(product.id());
        }
        return ids;
    }

    private List<String> goesWith(int size) {
        List<String> ids = new ArrayList<>();
        while (ids.size() < size) {
            CatalogProduct product = companions.next();
            if (product == null) break;
            take(product);
            ids.add(product.id());
        }
        return ids;
    }

    private boolean mayBeOffered(CatalogProduct product) {
        return product.showable() && product.inStock() && !excluded.contains(product.id());
    }

    private List<String> popular(int size) {
        Set<String> without = new HashSet<>(excluded);
        without.addAll(session);
        List<Recommended> ranked = recommender.recommend(Query.popular(category(), without, size * SURPLUS));
        List<String> ids = goods(ranked, size);
        for (int i = 0; i < Math.min(BEST, ranked.size()); i++) {
            String best = ranked.get(i).product();
            if (words.best() != null && products.containsKey(best)) badges.putIfAbsent(best, words.best());
        }
        return ids;
    }

    private static List<String> session(PlanRequest request) {
        String current = current(request);
        if (current == null) return List.of();
        List<String> session = new ArrayList<>(1 + request.recent().size());
        session.add(current);
        for (String id : request.recent()) if (!session.contains(id)) session.add(id);
        return session;
    }

    private @Nullable String category() {
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
        String badge = badge(product);
        if (badge != null) badges.put(product.id(), badge);
    }

    /// Says only what is so. What presses most comes first.
    private @Nullable String badge(CatalogProduct product) {
        if (!product.inStock()) return null;
        Long stock = product.stock();
        if (stock != null && stock <= FEW) return words.lowStock();
        if (product.salePrice() != null) return sale();
        return isFresh(product) ? words.fresh() : null;
    }

    /// Older settings may hold a longer word than a card has room for.
    private @Nullable String sale() {
        return words.sale() != null && words.sale().length() <= LONGEST_BADGE ? words.sale() : null;
    }

    /// New is what the mall's server began to tell of when we had long known the rest: in the first weeks of a mall
    /// everything is new to us, and a page of an old product may be viewed late.
    private boolean isFresh(CatalogProduct product) {
        return product.source() == Source.IMPORT
                && now - product.firstAt() < FRESH_MS
                && product.firstAt() - catalog.since() >= FRESH_MS;
    }

    private void put(BlockKind kind, List<String> ids) {
        if (!ids.isEmpty()) blocks.add(new PlannedBlock.Goods(kind, ids));
    }
}
