package reload.decide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reload.catalog.Catalog;
import reload.catalog.CatalogProduct;
import reload.catalog.Likeness;
import reload.recommend.Query;
import reload.recommend.Recommended;
import reload.recommend.Recommender;
import reload.recommend.Why;

/// Goods to go with a session, best first: what other shoppers say goes with it; then, for goods too new or too rare,
/// what is of the same kind; then what is popular. Variants of one that was given before come last: one colour of a
/// dress before ten of them. Each step is taken only when the one before it is used up.
final class Companions {
    /// Asked for beyond what is needed, as some will be sold out or unknown.
    private static final int SURPLUS = 3;
    /// Goods of one category looked at for their likeness, the nearest in price.
    private static final int COMPARED = 100;

    private final Catalog catalog;
    private final List<String> session;
    private final Predicate<CatalogProduct> mayBeOffered;
    private final int wanted;
    private final Deque<Supplier<Iterator<CatalogProduct>>> steps = new ArrayDeque<>();
    private Iterator<CatalogProduct> step = Collections.emptyIterator();
    private final List<Likeness> given = new ArrayList<>();
    private final Deque<CatalogProduct> variants = new ArrayDeque<>();

    /// @param session the ids viewed, newest first; without any there is nothing to go with, and what is popular where
    /// the shopper is comes first
    /// @param mayBeOffered asked again of each product at its turn
    /// @param wanted about how many will be asked for
    Companions(
            Catalog catalog,
            Recommender recommender,
            List<String> session,
            @Nullable String category,
            Set<String> exclude,
            Predicate<CatalogProduct> mayBeOffered,
            int wanted) {
        this.catalog = catalog;
        this.session = session;
        this.mayBeOffered = mayBeOffered;
        this.wanted = wanted;
        List<Recommended> ranked = recommender.recommend(Query.goesWith(session, category, exclude, wanted * SURPLUS));
        steps.add(() -> known(ranked, false).iterator());
        steps.add(() -> alike().iterator());
        steps.add(() -> known(ranked, true).iterator());
    }

    /// @return a product not given before, or null where there is none left
    @Nullable
    CatalogProduct next() {
        while (step.hasNext() || !steps.isEmpty()) {
            if (!step.hasNext()) {
                step = steps.remove().get();
                continue;
            }
            CatalogProduct product = step.next();
            if (!mayBeOffered.test(product)) continue;
            if (given.stream().noneMatch(before -> before.isVariant(product))) {
                given.add(new Likeness(product));
                return product;
            }
            variants.add(product);
        }
        while (!variants.isEmpty()) {
            CatalogProduct product = variants.remove();
            if (mayBeOffered.test(product)) return product;
        }
        return null;
    }

    private Stream<CatalogProduct> known(List<Recommended> ranked, boolean popular) {
        return ranked.stream()
                .filter(one -> one.why() instanceof Why.Popular == popular)
                .flatMap(one -> Stream.ofNullable(catalog.find(one.product())));
    }

    /// Goods of the current product's category, the most alike first.
    private Stream<CatalogProduct> alike() {
        CatalogProduct left = session.isEmpty() ? null : catalog.find(session.getFirst());
        if (left == null || left.categories().isEmpty()) return Stream.empty();
        Set<String> seen = Set.copyOf(session);
        Likeness likeness = new Likeness(left);
        return catalog.filedUnder(left.categories().getLast()).stream()
                .filter(product -> mayBeOffered.test(product) && !seen.contains(product.id()))
                .sorted(Comparator.comparingLong((CatalogProduct product) -> Math.abs(product.cost() - left.cost()))
                        .thenComparing(CatalogProduct::id))
                .limit(COMPARED)
                .sorted(Comparator.comparingDouble((CatalogProduct product) -> -likeness.to(product)))
                .limit(wanted);
    }
}
