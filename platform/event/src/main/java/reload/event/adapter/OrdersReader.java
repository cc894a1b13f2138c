package reload.event.adapter;

import static reload.event.adapter.BeaconReader.require;
import static reload.event.adapter.BeaconReader.siteKey;
import static reload.event.adapter.UnreadableException.Kind.MALFORMED;
import static reload.event.adapter.UnreadableException.Kind.TOO_MANY_EVENTS;
import static reload.event.adapter.UnreadableException.Kind.UNSUPPORTED_VERSION;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Money;
import reload.event.OrderEvent;
import reload.event.SiteKey;

/// Reads what a mall's server says of orders (`contract/orders.schema.json`). Unlike a page, a server is told of
/// every mistake: one wrong event refuses the whole body.
public final class OrdersReader {
    private static final ObjectMapper MAPPER = new ObjectMapper(Json.FACTORY);
    private static final long MOST_MONEY = 1_000_000_000_000L;

    private OrdersReader() {}

    /// @param sentAt milliseconds since 1970, the mall's clock
    public record Orders(SiteKey mall, long sentAt, List<OrderEvent> events) {}

    /// @throws UnreadableException with the field that is wrong
    public static Orders read(byte[] body) throws UnreadableException {
        JsonNode root = tree(body);
        if (root.path("v").asInt() != 1) throw new UnreadableException(UNSUPPORTED_VERSION, "v is not 1");
        JsonNode events = root.path("events");
        if (!events.isArray() || events.isEmpty())
            throw new UnreadableException(MALFORMED, "events is not a filled array");
        if (events.size() > BeaconReader.MOST_EVENTS)
            throw new UnreadableException(TOO_MANY_EVENTS, "more than 50 events");
        List<OrderEvent> read = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) read.add(event(events.get(i), "events[" + i + "]."));
        return new Orders(siteKey(text(root, "mall", "")), whole(root, "sentAt", "", Long.MAX_VALUE), read);
    }

    /// Reads one event as it stands in the log, alone.
    public static OrderEvent readEvent(byte[] body) throws UnreadableException {
        return event(tree(body), "");
    }

    /// Writes one event as it stands in the log.
    public static byte[] writeEvent(OrderEvent event) {
        var node = MAPPER.createObjectNode()
                .put("type", event instanceof OrderEvent.Confirmed ? "order-confirmed" : "order-refunded")
                .put("id", event.id().toString())
                .put("at", event.at())
                .put("order", event.order())
                .put("amount", event.amount().minor())
                .put("currency", event.amount().currency());
        if (event instanceof OrderEvent.Refunded refunded) node.put("refund", refunded.refund());
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of plain values is always JSON", e);
        }
    }

    private static JsonNode tree(byte[] body) throws UnreadableException {
        try {
            JsonNode root = MAPPER.readTree(body);
            if (root == null || !root.isObject()) throw new UnreadableException(MALFORMED, "the body is not an object");
            return root;
        } catch (IOException _) {
            throw new UnreadableException(MALFORMED, "not JSON within limits");
        }
    }

    private static OrderEvent event(JsonNode node, String path) throws UnreadableException {
        UUID id = require(uuid(text(node, "id", path)), path + "id");
        long at = whole(node, "at", path, Long.MAX_VALUE);
        String order = text(node, "order", path);
        String currency = text(node, "currency", path);
        if (!Json.isCurrency(currency))
            throw new UnreadableException(MALFORMED, path + "currency is not three capitals");
        Money amount = new Money(whole(node, "amount", path, MOST_MONEY), currency);
        return switch (text(node, "type", path)) {
            case "order-confirmed" -> new OrderEvent.Confirmed(id, at, order, amount);
            case "order-refunded" -> new OrderEvent.Refunded(id, at, order, text(node, "refund", path), amount);
            default -> throw new UnreadableException(MALFORMED, path + "type is not known");
        };
    }

    private static @Nullable UUID uuid(String text) {
        return text.length() == 36 ? Json.uuid(text.toCharArray(), 0) : null;
    }

    private static String text(JsonNode node, String field, String path) throws UnreadableException {
        JsonNode value = node.path(field);
        String text = value.textValue();
        if (text == null || text.isEmpty() || text.length() > 128 || text.indexOf('\0') >= 0)
            throw new UnreadableException(MALFORMED, path + field + " is missing or not text of 1 to 128 characters");
        return text;
    }

    private static long whole(JsonNode node, String field, String path, long max) throws UnreadableException {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0 || value.longValue() > max)
            throw new UnreadableException(MALFORMED, path + field + " is missing or not a whole number from 0");
        return value.longValue();
    }
}
