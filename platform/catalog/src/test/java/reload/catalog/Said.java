package reload.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.event.Product;

/// Builds what a page or an import says, field by field.
public final class Said {
    private final String id;
    private @Nullable String name;
    private @Nullable Long price;
    private @Nullable Long salePrice;
    private @Nullable String currency;
    private @Nullable Boolean inStock;
    private @Nullable Long stock;
    private @Nullable String image;
    private @Nullable String url;
    private List<String> categories = List.of();
    private @Nullable String brand;

    private Said(String id) {
        this.id = id;
    }

    public static Said of(String id) {
        return new Said(id);
    }

    public Said named(String name) {
        this.name = name;
        return this;
    }

    public Said at(long price) {
        this.price = price;
        return this;
    }

    public Said onSaleFor(long salePrice) {
        this.salePrice = salePrice;
        return this;
    }

    public Said in(String currency) {
        this.currency = currency;
        return this;
    }

    public Said inStock(boolean inStock) {
        this.inStock = inStock;
        return this;
    }

    public Said left(long stock) {
        this.stock = stock;
        return this;
    }

    public Said pictured(String image) {
        this.image = image;
        return this;
    }

    public Said leadingTo(String url) {
        this.url = url;
        return this;
    }

    public Said filedUnder(String... categories) {
        this.categories = List.of(categories);
        return this;
    }

    public Said by(String brand) {
        this.brand = brand;
        return this;
    }

    public Product product() {
        return new Product(id, name, price, salePrice, currency, inStock, stock, image, url, categories, brand);
    }
}
