package reload.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reload.event.Product;

/// What may be said of a product: the limits of `contract/beacon.schema.json`, and addresses that only ever lead to the
/// web. A product ends up as a link on a mall's page, so a `javascript:` address here would run there.
public final class ProductRules {
    public static final int MOST_CATEGORIES = 8;
    public static final long LARGEST_AMOUNT = 1_000_000_000_000L;

    private ProductRules() {}

    /// One thing that is wrong with a product, for the mall's developer.
    ///
    /// @param field as written in the contract; empty where no field is at fault
    public record Problem(String field, String message) {}

    /// All that is wrong with what a mall's server said; empty where it may be taken.
    ///
    /// @param currency the mall's own, ISO 4217
    public static List<Problem> problems(Product product, String currency) {
        var problems = new ArrayList<Problem>();
        text(problems, "id", product.id(), 1, 128);
        text(problems, "name", product.name(), 1, 512);
        amount(problems, "price", product.price());
        amount(problems, "salePrice", product.salePrice());
        if (product.price() != null && product.salePrice() != null && product.salePrice() > product.price())
            problems.add(new Problem("salePrice", "is above the price"));
        if (product.currency() != null && !product.currency().equals(currency))
            problems.add(new Problem("currency", "is " + product.currency() + ", but the mall sells in " + currency));
        if (product.stock() != null && product.stock() < 0) problems.add(new Problem("stock", "is below 0"));
        address(problems, "image", product.image());
        address(problems, "url", product.url());
        if (product.categories().size() > MOST_CATEGORIES)
            problems.add(new Problem("categories", "has more than " + MOST_CATEGORIES + " entries"));
        for (String category : product.categories()) text(problems, "categories", category, 1, 128);
        text(problems, "brand", product.brand(), 1, 128);
        return problems;
    }

    /// What a page said, without what may not be believed of it: other addresses than the web's are dropped field by
    /// field, since a page is not there to read an error. Prices in a foreign currency go too.
    ///
    /// @param currency the mall's own, ISO 4217
    /// @param ownAddress whether an address leads to a page of this mall: anyone can send a beacon in its name,
    ///     and a product's address becomes a link on its pages
    /// @return null where the id itself is no text
    public static @Nullable Product tamed(Product product, String currency, Predicate<String> ownAddress) {
        if (!isText(product.id()) || product.id().isBlank()) return null;
        boolean foreign = product.currency() != null && !product.currency().equals(currency);
        Long price = foreign ? null : product.price();
        Long sale = foreign ? null : product.salePrice();
        if (price != null && sale != null && sale > price) sale = null;
        return new Product(
                product.id(),
                textOrNull(product.name()),
                price,
                sale,
                price == null && sale == null ? null : currency,
                product.inStock(),
                product.stock(),
                product.image() != null && isWebAddress(product.image()) ? product.image() : null,
                product.url() != null && isWebAddress(product.url()) && ownAddress.test(product.url())
                        ? product.url()
                        : null,
                product.categories().stream().filter(c -> textOrNull(c) != null).toList(),
                textOrNull(product.brand()));
    }

    /// Whether it is an absolute http or https address with a host, at most 2,048 characters, free of blanks and
    /// control characters (browsers skip some of those, so `java\nscript:` would otherwise pass as harmless).
    public static boolean isWebAddress(String address) {
        if (address.length() > 2048 || !isText(address)) return false;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' || c == '\\' || Character.isWhitespace(c)) return false;
        }
        String lower = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
        int host = lower.startsWith("https://") ? 8 : lower.startsWith("http://") ? 7 : -1;
        return host > 0 && address.length() > host && "/?#:@".indexOf(address.charAt(host)) < 0;
    }

    /// Whether it can be stored and shown as it is: no control characters, no half of a surrogate pair.
    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isLowSurrogate(c)) return false;
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) return false;
                i++;
            }
        }
        return true;
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() || !isText(text) ? null : text;
    }

    private static void text(List<Problem> problems, String field, @Nullable String text, int least, int most) {
        if (text == null) return;
        if (text.length() < least || text.isBlank()) problems.add(new Problem(field, "is empty"));
        if (!isText(text)) problems.add(new Problem(field, "contains a control character or half a character"));
        if (text.length() > most) problems.add(new Problem(field, "is longer than " + most + " characters"));
    }

    private static void amount(List<Problem> problems, String field, @Nullable Long amount) {
        if (amount == null) return;
        if (amount < 0) problems.add(new Problem(field, "is below 0"));
        if (amount > LARGEST_AMOUNT) problems.add(new Problem(field, "is above " + LARGEST_AMOUNT));
    }

    private static void address(List<Problem> problems, String field, @Nullable String address) {
        if (address != null && !isWebAddress(address))
            problems.add(new Problem(
                    field, "is not an absolute http or https address of at most 2048 characters without blanks"));
    }
}
