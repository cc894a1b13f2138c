package reload.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page or an import says of a product. Whatever is null was not said, and leaves what is known as it is.
///
/// @param id the mall's own id, 1 to 128 characters
/// @param price list price, minor units of `currency`
/// @param salePrice what it costs now where that is less, minor units
/// @param stock pieces left
public record Product(
        String id,
        @Nullable String name,
        @Nullable Long price,
        @Nullable Long salePrice,
        @Nullable String currency,
        @Nullable Boolean inStock,
        @Nullable Long stock,
        @Nullable String image,
        @Nullable String url,
        List<String> categories,
        @Nullable String brand) {
    public Product {
        categories = List.copyOf(categories);
    }
}
