package reload.catalog.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reload.catalog.Catalog;
import reload.catalog.CatalogProduct;
import reload.event.MallId;
import reload.event.SiteKey;
import reload.mall.Mall;
import reload.mall.Malls;

/// `GET /v1/products?mall=KEY&ids=a,b`: what is true of these products now (`contract/products.schema.json`), for the
/// pages of the mall. Answers from memory. What cannot be shown is left out.
public final class ProductsRoute implements Handler<RoutingContext> {
    static final int MOST_IDS = 50;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Malls malls;
    private final Function<MallId, Catalog> catalogs;
    private final BiPredicate<MallId, HttpServerRequest> admits;

    /// @param admits whether the address that asks may ask this mall once more just now
    public ProductsRoute(
            Malls malls, Function<MallId, Catalog> catalogs, BiPredicate<MallId, HttpServerRequest> admits) {
        this.malls = malls;
        this.catalogs = catalogs;
        this.admits = admits;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        String key = parameter(request, "mall");
        Mall mall = key == null ? null : find(key);
        if (mall == null) {
            Answers.refuse(response, 404, "UNKNOWN_MALL", "no mall has this site key");
            return;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origin != null) {
            if (!mall.admitsOrigin(origin)) {
                Answers.refuse(response, 403, "FOREIGN_ORIGIN", "the Origin is not one of the mall's");
                return;
            }
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        if (!admits.test(mall.id(), request)) {
            Answers.refuseForASecond(response);
            return;
        }
        Set<String> ids = ids(request);
        if (ids == null || ids.isEmpty() || ids.size() > MOST_IDS) {
            Answers.refuse(response, 400, "MALFORMED", "ids names 1 to " + MOST_IDS + " products, separated by commas");
            return;
        }
        Answers.json(response, 200, answer(catalogs.apply(mall.id()), ids));
    }

    private @Nullable Mall find(String key) {
        try {
            return malls.find(new SiteKey(key));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// Cut at the commas before it is decoded: an id may hold a comma of its own.
    private static @Nullable Set<String> ids(HttpServerRequest request) {
        String raw = raw(request, "ids");
        if (raw == null) return null;
        Set<String> ids = new LinkedHashSet<>();
        for (String id : raw.split(",")) {
            String decoded = decoded(id);
            if (decoded == null) return null;
            if (!decoded.isEmpty()) ids.add(decoded);
        }
        return ids;
    }

    private static @Nullable String parameter(HttpServerRequest request, String name) {
        String raw = raw(request, name);
        return raw == null ? null : decoded(raw);
    }

    private static @Nullable String raw(HttpServerRequest request, String name) {
        String query = request.query();
        if (query == null) return null;
        for (String pair : query.split("&")) if (pair.startsWith(name + "=")) return pair.substring(name.length() + 1);
        return null;
    }

    private static @Nullable String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String answer(Catalog catalog, Set<String> ids) {
        var text = new StringWriter(256 * ids.size());
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartObject();
            out.writeObjectFieldStart("products");
            for (String id : ids) {
                CatalogProduct product = catalog.find(id);
                if (product != null && product.showable()) Cards.write(out, product);
            }
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing text in memory cannot fail", e);
        }
        return text.toString();
    }
}
