package reload.catalog;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How alike one product is to others of its mall by what is said of them: name, brand, category and price. For goods
/// too new or too rare for shoppers to have said anything.
///
/// Names are compared by pairs of neighbouring characters, which finds what Korean compounds share ("오버핏셔츠", "린넨
/// 셔츠") without a dictionary. The weights are a judgement, not a result.
///
/// @see "Dice, Measures of the amount of ecologic association between species, Ecology 26, 1945"
public final class Likeness {
    private static final double NAME = 0.4;
    private static final double CATEGORY = 0.25;
    private static final double BRAND = 0.1;
    private static final double PRICE = 0.25;

    /// Two names that share so many of their pairs, at nearly one price, are one product in two colours or sizes.
    private static final double ONE_NAME = 0.6;

    private static final double ONE_PRICE = 0.9;

    private final CatalogProduct product;
    /// Ascending, each once.
    private final int[] pairs;

    public Likeness(CatalogProduct product) {
        this.product = product;
        pairs = pairs(product.name());
    }

    /// @return 0 to 1; O(length of the names)
    public double to(CatalogProduct other) {
        return NAME * names(other)
                + CATEGORY * categories(other)
                + BRAND * (product.brand() != null && product.brand().equals(other.brand()) ? 1 : 0)
                + PRICE * prices(other);
    }

    /// Whether the other is this product again in another colour or size.
    public boolean isVariant(CatalogProduct other) {
        if (product.brand() != null && other.brand() != null && !product.brand().equals(other.brand())) return false;
        boolean sameKind = product.categories().isEmpty() || other.categories().isEmpty() || categories(other) == 1;
        return sameKind && prices(other) >= ONE_PRICE && names(other) >= ONE_NAME;
    }

    private double names(CatalogProduct other) {
        int[] theirs = pairs(other.name());
        if (pairs.length == 0 || theirs.length == 0) return 0;
        int shared = 0;
        for (int i = 0, j = 0; i < pairs.length && j < theirs.length; ) {
            int order = Integer.compare(pairs[i], theirs[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return 2.0 * shared / (pairs.length + theirs.length);
    }

    /// Pairs of neighbouring letters or digits, not across a space.
    private static int[] pairs(@Nullable String name) {
        if (name == null) return new int[0];
        String lower = name.toLowerCase(Locale.ROOT);
        int[] pairs = new int[lower.length()];
        int count = 0;
        for (int i = 1; i < lower.length(); i++) {
            char one = lower.charAt(i - 1);
            char two = lower.charAt(i);
            if (Character.isLetterOrDigit(one) && Character.isLetterOrDigit(two)) pairs[count++] = one << 16 | two;
        }
        Arrays.sort(pairs, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) if (i == 0 || pairs[i] != pairs[i - 1]) pairs[distinct++] = pairs[i];
        return Arrays.copyOf(pairs, distinct);
    }

    /// 1 where both are filed under the same innermost category, less where they only share an outer one.
    private double categories(CatalogProduct other) {
        if (product.categories().isEmpty() || other.categories().isEmpty()) return 0;
        if (product.categories().getLast().equals(other.categories().getLast())) return 1;
        for (String category : product.categories()) if (other.categories().contains(category)) return 0.5;
        return 0;
    }

    /// The lower price over the higher.
    private double prices(CatalogProduct other) {
        long one = product.cost();
        long two = other.cost();
        return one <= 0 || two <= 0 ? 0 : Math.min(one, two) / (double) Math.max(one, two);
    }
}
