package reload.catalog.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.catalog.CatalogLine;
import reload.catalog.ProductRules;
import reload.catalog.ProductRules.Problem;
import reload.event.Product;

/// One product as one line of JSON: how a mall's server imports it, how the log carries it, and how it is stored.
final class ProductJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(16_384)
                    .maxNumberLength(32)
                    .maxNameLength(128)
                    .build())
            .build();
    private static final String FIELDS =
            "id, name, price, salePrice, currency, inStock, stock, image, url, categories, brand";

    private ProductJson() {}

    /// Reads one line of an import and says all that is wrong with it. A field that is null was not said.
    ///
    /// @param currency the mall's own
    static CatalogLine read(int number, byte[] line, String currency) {
        var reading = new Reading();
        try (JsonParser in = FACTORY.createParser(line)) {
            reading.line(in);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            String at = where == null ? "" : " (at byte " + where.getByteOffset() + ")";
            return new CatalogLine.Refused(number, List.of(new Problem("", "is not JSON" + at)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory cannot fail", e);
        }
        String id = reading.id;
        if (id == null) {
            if (reading.problems.isEmpty()) reading.problems.add(new Problem("id", "is missing"));
            return new CatalogLine.Refused(number, reading.problems);
        }
        var product = reading.product(id);
        reading.problems.addAll(ProductRules.problems(product, currency));
        return reading.problems.isEmpty()
                ? new CatalogLine.Read(number, product)
                : new CatalogLine.Refused(number, reading.problems);
    }

    /// Reads what [#write] wrote.
    static Product stored(String line) {
        var reading = new Reading();
        try (JsonParser in = FACTORY.createParser(line)) {
            reading.line(in);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored product is not JSON", e);
        }
        if (reading.id == null || !reading.problems.isEmpty())
            throw new IllegalStateException("a stored product cannot be read: " + reading.problems);
        return reading.product(reading.id);
    }

    /// Writes what is known of a product, and nothing of what is not, without a line break.
    static byte[] write(Product product) {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("id", product.id());
            text(out, "name", product.name());
            whole(out, "price", product.price());
            whole(out, "salePrice", product.salePrice());
            text(out, "currency", product.currency());
            if (product.inStock() != null) out.writeBooleanField("inStock", product.inStock());
            whole(out, "stock", product.stock());
            text(out, "image", product.image());
            text(out, "url", product.url());
            if (!product.categories().isEmpty()) {
                out.writeArrayFieldStart("categories");
                for (String category : product.categories()) out.writeString(category);
                out.writeEndArray();
            }
            text(out, "brand", product.brand());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing bytes in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    static String text(Product product) {
        return new String(write(product), StandardCharsets.UTF_8);
    }

    private static void text(JsonGenerator out, String field, @Nullable String value) throws IOException {
        if (value != null) out.writeStringField(field, value);
    }

    private static void whole(JsonGenerator out, String field, @Nullable Long value) throws IOException {
        if (value != null) out.writeNumberField(field, value);
    }

    private static final class Reading {
        final List<Problem> problems = new ArrayList<>();

        @Nullable
        String id;

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

        Product product(String known) {
            return new Product(known, name, price, salePrice, currency, inStock, stock, image, url, categories, brand);
        }

        void line(JsonParser in) throws IOException {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                problems.add(new Problem("", "is not a JSON object"));
                return;
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                boolean said = in.nextToken() != JsonToken.VALUE_NULL;
                switch (field) {
                    case "id" -> id = said ? text(in, field) : null;
                    case "name" -> name = said ? text(in, field) : null;
                    case "price" -> price = said ? whole(in, field) : null;
                    case "salePrice" -> salePrice = said ? whole(in, field) : null;
                    case "currency" -> currency = said ? text(in, field) : null;
                    case "inStock" -> inStock = said ? yesOrNo(in, field) : null;
                    case "stock" -> stock = said ? whole(in, field) : null;
                    case "image" -> image = said ? text(in, field) : null;
                    case "url" -> url = said ? text(in, field) : null;
                    case "categories" -> categories = said ? texts(in, field) : List.of();
                    case "brand" -> brand = said ? text(in, field) : null;
                    default -> {
                        in.skipChildren();
                        problems.add(new Problem(field, "is not known; known are " + FIELDS));
                    }
                }
            }
            if (in.nextToken() != null) problems.add(new Problem("", "goes on after the object"));
        }

        private @Nullable String text(JsonParser in, String field) throws IOException {
            return in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : wrong(in, field, "is not text");
        }

        private @Nullable Long whole(JsonParser in, String field) throws IOException {
            boolean whole = in.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            return whole ? in.getLongValue() : wrong(in, field, "is not a whole number");
        }

        private @Nullable Boolean yesOrNo(JsonParser in, String field) throws IOException {
            return switch (in.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> wrong(in, field, "is not true or false");
            };
        }

        private List<String> texts(JsonParser in, String field) throws IOException {
            var texts = new ArrayList<String>();
            if (in.currentToken() != JsonToken.START_ARRAY) {
                wrong(in, field, "is not a list of texts");
                return texts;
            }
            while (in.nextToken() != JsonToken.END_ARRAY) {
                if (in.currentToken() == null) break;
                String text = text(in, field);
                if (text != null) texts.add(text);
            }
            return texts;
        }

        private <T> @Nullable T wrong(JsonParser in, String field, String message) throws IOException {
            in.skipChildren();
            var problem = new Problem(field, message);
            if (!problems.contains(problem)) problems.add(problem);
            return null;
        }
    }
}
