package reload.event.adapter;

import static reload.event.adapter.BeaconReader.named;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.BlockKind;
import reload.event.CartLine;
import reload.event.LeaveSignal;
import reload.event.Money;
import reload.event.PageEvent;
import reload.event.PageEvent.CartChanged;
import reload.event.PageEvent.Clicked;
import reload.event.PageEvent.Dismissed;
import reload.event.PageEvent.Dwelled;
import reload.event.PageEvent.Impressed;
import reload.event.PageEvent.NotShown;
import reload.event.PageEvent.OrderPlaced;
import reload.event.PageEvent.PageViewed;
import reload.event.PageEvent.ProductViewed;
import reload.event.PageEvent.Sensed;
import reload.event.PageEvent.Triggered;
import reload.event.PlanToken;
import reload.event.Product;
import reload.event.Reason;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.Utm;
import reload.event.Wire;

/// Reads one event of a beacon. Fields may come in any order, so all are gathered first and the event is made at the
/// end.
final class PageEventReader {
    private static final long LONGEST_MS = 172_800_000;
    private static final long MOST_MONEY = 1_000_000_000_000L;
    private static final long LATEST = 9_007_199_254_740_991L;
    private static final Wire.Names<Template> TEMPLATES = new Wire.Names<>(Template.class);
    private static final Wire.Names<Trigger> TRIGGERS = new Wire.Names<>(Trigger.class);
    private static final Wire.Names<BlockKind> BLOCKS = new Wire.Names<>(BlockKind.class);
    private static final Wire.Names<LeaveSignal> SIGNALS = new Wire.Names<>(LeaveSignal.class);
    private static final Wire.Names<Dismissed.How> HOWS = new Wire.Names<>(Dismissed.How.class);

    private @Nullable String type;
    private @Nullable UUID id;
    private @Nullable Long at;
    private @Nullable UUID view;
    private @Nullable String url;
    private @Nullable String referrer;
    private @Nullable String title;
    private Template template = Template.OTHER;
    private @Nullable Boolean landing;
    private boolean entry;
    private @Nullable Utm utm;
    private @Nullable String navigation;
    private @Nullable Product product;
    private @Nullable String productId;
    private @Nullable List<CartLine> items;
    private @Nullable String order;
    private @Nullable Long amount;
    private @Nullable String currency;
    private @Nullable Long visibleMs;
    private @Nullable Long activeMs;
    private @Nullable Long wallMs;
    private @Nullable Trigger trigger;
    private @Nullable PlanToken token;
    private @Nullable Long stayMs;
    private @Nullable BlockKind block;
    private Dismissed.@Nullable How how;
    private @Nullable Reason reason;
    private @Nullable Long version;
    private @Nullable LeaveSignal signal;
    private @Nullable List<Double> features;
    private @Nullable Double score;
    private boolean bad;

    private PageEventReader() {}

    /// Reads the value the parser stands on and leaves the parser at its end.
    ///
    /// @return null where it is not an event of the contract
    static @Nullable PageEvent read(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) return Json.skip(in);
        PageEventReader fields = new PageEventReader();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            fields.take(field, in);
        }
        return fields.bad ? null : fields.event();
    }

    private void take(String field, JsonParser in) throws IOException {
        switch (field) {
            case "type" -> type = need(Json.text(in, 1, 32));
            case "id" -> id = need(Json.uuid(in));
            case "at" -> at = need(Json.whole(in, 0, LATEST));
            case "view" -> view = need(Json.uuid(in));
            case "url" -> url = need(Json.text(in, 1, 2048));
            case "referrer" -> referrer = need(Json.text(in, 1, 2048));
            case "title" -> title = need(Json.text(in, 0, 512));
            case "template" -> {
                Template named = named(in, TEMPLATES);
                if (named == null) bad = true;
                else template = named;
            }
            case "landing" -> landing = need(Json.yesOrNo(in));
            case "entry" -> entry = Boolean.TRUE.equals(need(Json.yesOrNo(in)));
            case "utm" -> utm = need(utm(in));
            case "navigation" -> navigation = need(Json.text(in, 1, 32));
            case "product" -> {
                if (in.currentToken() == JsonToken.VALUE_STRING) productId = need(Json.text(in, 1, 128));
                else product = need(ProductReader.read(in));
            }
            case "items" -> items = need(lines(in));
            case "order" -> order = need(Json.text(in, 1, 128));
            case "amount" -> amount = need(Json.whole(in, 0, MOST_MONEY));
            case "currency" -> {
                currency = Json.text(in, 3, 3);
                bad |= !Json.isCurrency(currency);
            }
            case "visibleMs" -> visibleMs = need(Json.whole(in, 0, LONGEST_MS));
            case "activeMs" -> activeMs = need(Json.whole(in, 0, LONGEST_MS));
            case "wallMs" -> wallMs = need(Json.whole(in, 0, LONGEST_MS));
            case "trigger" -> trigger = need(named(in, TRIGGERS));
            case "token" -> {
                String text = need(Json.text(in, 20, 512));
                token = text == null ? null : new PlanToken(text);
            }
            case "stayMs" -> stayMs = need(Json.whole(in, 0, LONGEST_MS));
            case "block" -> block = need(named(in, BLOCKS));
            case "how" -> how = need(named(in, HOWS));
            case "reason" -> reason = need(reason(in));
            case "v" -> version = need(Json.whole(in, 0, Integer.MAX_VALUE));
            case "signal" -> signal = need(named(in, SIGNALS));
            case "features" -> features = need(features(in));
            case "score" -> score = need(Json.share(in));
            default -> in.skipChildren();
        }
    }

    /// A field that is there must be right, also where it could have been left out.
    private <T> @Nullable T need(@Nullable T value) {
        bad |= value == null;
        return value;
    }

    private @Nullable PageEvent event() {
        if (type == null || id == null || at == null) return null;
        if (type.equals("page-viewed"))
            return url == null || landing == null
                    ? null
                    : new PageViewed(id, at, url, referrer, title, template, landing, entry, utm, navigation);
        if (view == null) return null;
        return switch (type) {
            case "product-viewed" -> product == null ? null : new ProductViewed(id, at, view, product);
            case "cart-changed" -> items == null ? null : new CartChanged(id, at, view, items);
            case "order-placed" ->
                order == null || amount == null || currency == null
                        ? null
                        : new OrderPlaced(
                                id, at, view, order, new Money(amount, currency), items == null ? List.of() : items);
            case "dwelled" ->
                visibleMs == null || activeMs == null || wallMs == null
                        ? null
                        : new Dwelled(id, at, view, visibleMs, activeMs, wallMs);
            case "triggered" ->
                trigger == null || token == null || stayMs == null
                        ? null
                        : new Triggered(id, at, view, trigger, token, stayMs);
            case "impressed" -> token == null ? null : new Impressed(id, at, view, token);
            case "clicked" ->
                token == null || block == null ? null : new Clicked(id, at, view, token, block, productId);
            case "dismissed" -> token == null || how == null ? null : new Dismissed(id, at, view, token, how);
            case "sensed" ->
                version == null || version != 1 || signal == null || features == null || score == null
                        ? null
                        : new Sensed(id, at, view, signal, features, score);
            case "not-shown" -> trigger == null || reason == null ? null : new NotShown(id, at, view, trigger, reason);
            default -> null;
        };
    }

    private static @Nullable Utm utm(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) return Json.skip(in);
        String source = null;
        String medium = null;
        String campaign = null;
        String term = null;
        String content = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            String text = Json.text(in, 0, 256);
            switch (field) {
                case "source" -> source = text;
                case "medium" -> medium = text;
                case "campaign" -> campaign = text;
                case "term" -> term = text;
                case "content" -> content = text;
                default -> {}
            }
        }
        return new Utm(source, medium, campaign, term, content);
    }

    private static @Nullable List<CartLine> lines(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) return Json.skip(in);
        List<CartLine> lines = new ArrayList<>();
        boolean fine = true;
        while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
            CartLine line = line(in);
            if (line == null || lines.size() == 100) fine = false;
            else lines.add(line);
        }
        return fine ? List.copyOf(lines) : null;
    }

    private static @Nullable List<Double> features(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) return Json.skip(in);
        List<Double> features = new ArrayList<>(Sensed.FEATURES);
        boolean fine = true;
        while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
            Double feature = Json.share(in);
            if (feature == null || features.size() == Sensed.FEATURES) fine = false;
            else features.add(feature);
        }
        return fine && features.size() == Sensed.FEATURES ? features : null;
    }

    private static @Nullable CartLine line(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) return Json.skip(in);
        String product = null;
        Long quantity = null;
        Long price = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            switch (field) {
                case "product" -> product = Json.text(in, 1, 128);
                case "quantity" -> quantity = Json.whole(in, 1, 10_000);
                case "price" -> price = Json.whole(in, 0, MOST_MONEY);
                default -> in.skipChildren();
            }
        }
        return product == null || quantity == null ? null : new CartLine(product, quantity.intValue(), price);
    }

    private static @Nullable Reason reason(JsonParser in) throws IOException {
        String name = Json.text(in, 1, 32);
        if (name == null) return null;
        try {
            return Reason.valueOf(name);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
