package reload.catalog.adapter;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import reload.catalog.CatalogProduct;

/// A product as pages draw it: `products` of `contract/plan.schema.json` and `contract/products.schema.json`.
public final class Cards {
    private Cards() {}

    /// Writes a field named by the product's id.
    public static void write(JsonGenerator out, CatalogProduct product) throws IOException {
        write(out, product, null);
    }

    /// Writes a field named by the product's id.
    ///
    /// @param badge what is worth saying of it, a word or two
    public static void write(JsonGenerator out, CatalogProduct product, @Nullable String badge) throws IOException {
        out.writeObjectFieldStart(product.id());
        out.writeStringField("id", product.id());
        text(out, "name", product.name());
        if (product.price() != null) out.writeNumberField("price", product.price());
        if (product.salePrice() != null) out.writeNumberField("salePrice", product.salePrice());
        text(out, "currency", product.currency());
        text(out, "image", product.image());
        text(out, "url", product.url());
        out.writeBooleanField("inStock", product.inStock());
        text(out, "brand", product.brand());
        text(out, "badge", badge);
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String field, @Nullable String value) throws IOException {
        if (value != null) out.writeStringField(field, value);
    }
}
