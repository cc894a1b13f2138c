package reload.event.adapter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.event.Product;

/// Reads `product` of the contract: what a page says of a product.
final class ProductReader {
    private static final long MOST_MONEY = 1_000_000_000_000L;

    private ProductReader() {}

    /// @return null where it is not a product of the contract; the parser stands at the end of the value
    static @Nullable Product read(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) return Json.skip(in);
        String id = null;
        String name = null;
        Long price = null;
        Long salePrice = null;
        String currency = null;
        Boolean inStock = null;
        Long stock = null;
        String image = null;
        String url = null;
        String brand = null;
        List<String> categories = List.of();
        boolean bad = false;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            Object read = switch (field) {
                case "id" -> id = Json.text(in, 1, 128);
                case "name" -> name = Json.text(in, 0, 512);
                case "price" -> price = Json.whole(in, 0, MOST_MONEY);
                case "salePrice" -> salePrice = Json.whole(in, 0, MOST_MONEY);
                case "currency" -> currency = Json.text(in, 3, 3);
                case "inStock" -> inStock = Json.yesOrNo(in);
                case "stock" -> stock = Json.whole(in, 0, Integer.MAX_VALUE);
                case "image" -> image = Json.text(in, 1, 2048);
                case "url" -> url = Json.text(in, 1, 2048);
                case "brand" -> brand = Json.text(in, 0, 128);
                case "categories" -> {
                    List<String> some = categories(in);
                    if (some != null) categories = some;
                    yield some;
                }
                default -> {
                    in.skipChildren();
                    yield field;
                }
            };
            bad |= read == null;
        }
        if (bad || id == null || currency != null && !Json.isCurrency(currency)) return null;
        return new Product(id, name, price, salePrice, currency, inStock, stock, image, url, categories, brand);
    }

    private static @Nullable List<String> categories(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) return Json.skip(in);
        List<String> categories = new ArrayList<>();
        boolean fine = true;
        while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
            String category = Json.text(in, 0, 128);
            if (category == null || categories.size() == 8) fine = false;
            else categories.add(category);
        }
        return fine ? categories : null;
    }
}
