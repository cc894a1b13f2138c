package reload.lab.shopper.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Beacon;
import reload.event.CartLine;
import reload.event.OrderEvent;
import reload.event.PageEvent;
import reload.event.Product;
import reload.event.Utm;
import reload.event.Wire;
import reload.lab.shopper.PlanAsk;

/// Writes what pages and the mall's server say, as `contract/` has it.
public final class Wording {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Wording() {}

    /// The body of `POST /v1/collect`.
    public static byte[] of(Beacon beacon) {
        return write(1_024, out -> {
            out.writeStartObject();
            out.writeNumberField("v", 1);
            out.writeStringField("mall", beacon.mall().value());
            out.writeStringField("visitor", beacon.visitor().value());
            out.writeStringField("storage", beacon.storage().wire());
            out.writeStringField("consent", beacon.consent().wire());
            out.writeNumberField("sentAt", beacon.sentAt());
            out.writeStringField("device", beacon.device().wire());
            if (beacon.webdriver()) out.writeBooleanField("webdriver", true);
            out.writeArrayFieldStart("events");
            for (PageEvent event : beacon.events()) if (event != null) write(out, event);
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /// The body of `POST /v1/plan`.
    public static byte[] of(String mall, PlanAsk ask) {
        return write(1_024, out -> {
            out.writeStartObject();
            out.writeNumberField("v", 1);
            out.writeStringField("mall", mall);
            out.writeStringField("visitor", ask.visitor().value());
            out.writeStringField("storage", ask.storage().wire());
            out.writeStringField("consent", "unknown");
            out.writeNumberField("sentAt", ask.sentAt());
            out.writeStringField("view", ask.view().toString());
            out.writeStringField("url", ask.url());
            out.writeStringField("template", ask.template().wire());
            optional(out, "product", ask.product());
            out.writeStringField("device", ask.device().wire());
            out.writeStringField("locale", "ko");
            if (ask.webdriver()) out.writeBooleanField("webdriver", true);
            out.writeBooleanField("framed", ask.framed());
            out.writeStringField("bundle", "hold");
            out.writeObjectFieldStart("landing");
            out.writeStringField("url", ask.landing().url());
            optional(out, "referrer", ask.landing().referrer());
            utm(out, ask.landing().utm());
            out.writeBooleanField("entry", ask.landing().entry());
            out.writeEndObject();
            optional(out, "left", ask.left());
            PlanAsk.Seen seen = ask.seen();
            if (seen != null) {
                out.writeObjectFieldStart("seen");
                out.writeNumberField("at", seen.at());
                out.writeStringField("arm", seen.arm().wire());
                out.writeEndObject();
            }
            Long snoozed = ask.snoozedUntil();
            if (snoozed != null) out.writeNumberField("snoozedUntil", snoozed);
            texts(out, "recent", ask.recent());
            texts(out, "bought", ask.bought());
            out.writeEndObject();
        });
    }

    /// The body of `POST /v1/orders`.
    public static byte[] of(String mall, List<OrderEvent> events, long sentAt) {
        return write(512, out -> {
            out.writeStartObject();
            out.writeNumberField("v", 1);
            out.writeStringField("mall", mall);
            out.writeNumberField("sentAt", sentAt);
            out.writeArrayFieldStart("events");
            for (OrderEvent event : events) {
                out.writeStartObject();
                switch (event) {
                    case OrderEvent.Confirmed _ -> out.writeStringField("type", "order-confirmed");
                    case OrderEvent.Refunded e -> {
                        out.writeStringField("type", "order-refunded");
                        out.writeStringField("refund", e.refund());
                    }
                }
                out.writeStringField("id", event.id().toString());
                out.writeNumberField("at", event.at());
                out.writeStringField("order", event.order());
                out.writeNumberField("amount", event.amount().minor());
                out.writeStringField("currency", event.amount().currency());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, PageEvent event) throws IOException {
        out.writeStartObject();
        switch (event) {
            case PageEvent.PageViewed e -> viewed(out, e);
            case PageEvent.ProductViewed e -> {
                of(out, "product-viewed", e.id(), e.at(), e.view());
                product(out, e.product());
            }
            case PageEvent.CartChanged e -> {
                of(out, "cart-changed", e.id(), e.at(), e.view());
                items(out, e.items());
            }
            case PageEvent.OrderPlaced e -> {
                of(out, "order-placed", e.id(), e.at(), e.view());
                out.writeStringField("order", e.order());
                out.writeNumberField("amount", e.amount().minor());
                out.writeStringField("currency", e.amount().currency());
                items(out, e.items());
            }
            case PageEvent.Dwelled e -> {
                of(out, "dwelled", e.id(), e.at(), e.view());
                out.writeNumberField("visibleMs", e.visibleMs());
                out.writeNumberField("activeMs", e.activeMs());
                out.writeNumberField("wallMs", e.wallMs());
            }
            case PageEvent.Triggered e -> {
                of(out, "triggered", e.id(), e.at(), e.view());
                out.writeStringField("trigger", e.trigger().wire());
                out.writeStringField("token", e.token().text());
                out.writeNumberField("stayMs", e.stayMs());
            }
            case PageEvent.Impressed e -> {
                of(out, "impressed", e.id(), e.at(), e.view());
                out.writeStringField("token", e.token().text());
            }
            case PageEvent.Clicked e -> {
                of(out, "clicked", e.id(), e.at(), e.view());
                out.writeStringField("token", e.token().text());
                out.writeStringField("block", e.block().wire());
                optional(out, "product", e.product());
            }
            case PageEvent.Dismissed e -> {
                of(out, "dismissed", e.id(), e.at(), e.view());
                out.writeStringField("token", e.token().text());
                out.writeStringField("how", Wire.of(e.how()));
            }
            case PageEvent.Sensed e -> {
                of(out, "sensed", e.id(), e.at(), e.view());
                out.writeNumberField("v", 1);
                out.writeStringField("signal", e.signal().wire());
                out.writeArrayFieldStart("features");
                for (double feature : e.features()) out.writeNumber(feature);
                out.writeEndArray();
                out.writeNumberField("score", e.score());
            }
            case PageEvent.NotShown e -> {
                of(out, "not-shown", e.id(), e.at(), e.view());
                out.writeStringField("trigger", e.trigger().wire());
                out.writeStringField("reason", e.reason().name());
            }
        }
        out.writeEndObject();
    }

    private static void viewed(JsonGenerator out, PageEvent.PageViewed e) throws IOException {
        out.writeStringField("type", "page-viewed");
        out.writeStringField("id", e.id().toString());
        out.writeNumberField("at", e.at());
        out.writeStringField("url", e.url());
        optional(out, "referrer", e.referrer());
        optional(out, "title", e.title());
        out.writeStringField("template", e.template().wire());
        out.writeBooleanField("landing", e.landing());
        out.writeBooleanField("entry", e.entry());
        utm(out, e.utm());
        optional(out, "navigation", e.navigation());
    }

    private static void of(JsonGenerator out, String type, UUID id, long at, UUID view) throws IOException {
        out.writeStringField("type", type);
        out.writeStringField("id", id.toString());
        out.writeNumberField("at", at);
        out.writeStringField("view", view.toString());
    }

    private static void product(JsonGenerator out, Product product) throws IOException {
        out.writeObjectFieldStart("product");
        out.writeStringField("id", product.id());
        optional(out, "name", product.name());
        Long price = product.price();
        if (price != null) out.writeNumberField("price", price);
        Long sale = product.salePrice();
        if (sale != null) out.writeNumberField("salePrice", sale);
        optional(out, "currency", product.currency());
        Boolean inStock = product.inStock();
        if (inStock != null) out.writeBooleanField("inStock", inStock);
        optional(out, "url", product.url());
        if (!product.categories().isEmpty()) texts(out, "categories", product.categories());
        out.writeEndObject();
    }

    private static void items(JsonGenerator out, List<CartLine> items) throws IOException {
        out.writeArrayFieldStart("items");
        for (CartLine item : items) {
            out.writeStartObject();
            out.writeStringField("product", item.product());
            out.writeNumberField("quantity", item.quantity());
            Long price = item.price();
            if (price != null) out.writeNumberField("price", price);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void utm(JsonGenerator out, @Nullable Utm utm) throws IOException {
        if (utm == null) return;
        out.writeObjectFieldStart("utm");
        optional(out, "source", utm.source());
        optional(out, "medium", utm.medium());
        optional(out, "campaign", utm.campaign());
        optional(out, "term", utm.term());
        optional(out, "content", utm.content());
        out.writeEndObject();
    }

    private static void texts(JsonGenerator out, String field, List<String> texts) throws IOException {
        out.writeArrayFieldStart(field);
        for (String text : texts) out.writeString(text);
        out.writeEndArray();
    }

    private static void optional(JsonGenerator out, String field, @Nullable String text) throws IOException {
        if (text != null) out.writeStringField(field, text);
    }

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    private static byte[] write(int size, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
