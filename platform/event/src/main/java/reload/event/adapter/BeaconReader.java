package reload.event.adapter;

import static reload.event.adapter.UnreadableException.Kind.MALFORMED;
import static reload.event.adapter.UnreadableException.Kind.TOO_MANY_EVENTS;
import static reload.event.adapter.UnreadableException.Kind.UNSUPPORTED_VERSION;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.event.Beacon;
import reload.event.Consent;
import reload.event.Device;
import reload.event.PageEvent;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.event.VisitorId;
import reload.event.Wire;

/// Reads the body of `POST /v1/collect` (`contract/beacon.schema.json`) in one pass over the bytes. An event
/// of no known type or not of its type's shape becomes null; fields the contract does not name are passed
/// over.
public final class BeaconReader {
    public static final int MOST_EVENTS = 50;

    private static final long LATEST = 9_007_199_254_740_991L;
    private static final Wire.Names<Storage> STORAGES = new Wire.Names<>(Storage.class);
    private static final Wire.Names<Consent> CONSENTS = new Wire.Names<>(Consent.class);
    private static final Wire.Names<Device> DEVICES = new Wire.Names<>(Device.class);

    private BeaconReader() {}

    /// @throws UnreadableException if the body as a whole is not a beacon; the message says what and where
    public static Beacon read(byte[] body) throws UnreadableException {
        try (JsonParser in = Json.FACTORY.createParser(body)) {
            return beacon(in);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            String at = where == null ? "" : " at byte " + where.getByteOffset();
            throw new UnreadableException(MALFORMED, "not JSON within limits" + at);
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory cannot fail", e);
        }
    }

    private static Beacon beacon(JsonParser in) throws IOException, UnreadableException {
        if (in.nextToken() != JsonToken.START_OBJECT)
            throw new UnreadableException(MALFORMED, "the body is not an object");
        Long version = null;
        String mall = null;
        String visitor = null;
        Storage storage = null;
        Consent consent = Consent.UNKNOWN;
        Long sentAt = null;
        Device device = Device.DESKTOP;
        boolean webdriver = false;
        List<@Nullable PageEvent> events = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            switch (field) {
                case "v" -> version = Json.whole(in, 0, Integer.MAX_VALUE);
                case "mall" -> mall = Json.text(in, 1, 63);
                case "visitor" -> visitor = Json.text(in, 22, 22);
                case "storage" -> storage = named(in, STORAGES);
                case "consent" -> consent = require(named(in, CONSENTS), "consent");
                case "sentAt" -> sentAt = Json.whole(in, 0, LATEST);
                case "device" -> device = require(named(in, DEVICES), "device");
                case "webdriver" -> webdriver = require(Json.yesOrNo(in), "webdriver");
                case "events" -> events = events(in);
                default -> in.skipChildren();
            }
        }
        if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null)
            throw new UnreadableException(MALFORMED, "something follows the beacon");
        if (require(version, "v") != 1)
            throw new UnreadableException(UNSUPPORTED_VERSION, "v is " + version + ", not 1");
        String by = require(visitor, "visitor");
        if (!VisitorId.isValid(by)) throw new UnreadableException(MALFORMED, "visitor is not 16 bytes as base64url");
        return new Beacon(
                siteKey(require(mall, "mall")),
                new VisitorId(by),
                require(storage, "storage"),
                consent,
                require(sentAt, "sentAt"),
                device,
                webdriver,
                require(events, "events"));
    }

    private static List<@Nullable PageEvent> events(JsonParser in) throws IOException, UnreadableException {
        if (in.currentToken() != JsonToken.START_ARRAY)
            throw new UnreadableException(MALFORMED, "events is not an array");
        List<@Nullable PageEvent> events = new ArrayList<>(8);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() == null) throw new UnreadableException(MALFORMED, "events does not end");
            if (events.size() == MOST_EVENTS) throw new UnreadableException(TOO_MANY_EVENTS, "more than 50 events");
            events.add(PageEventReader.read(in));
        }
        if (events.isEmpty()) throw new UnreadableException(MALFORMED, "events is empty");
        return events;
    }

    static <E extends Enum<E>> @Nullable E named(JsonParser in, Wire.Names<E> names) throws IOException {
        String name = Json.text(in, 1, 64);
        return name == null ? null : names.find(name);
    }

    static SiteKey siteKey(String text) throws UnreadableException {
        try {
            return new SiteKey(text);
        } catch (IllegalArgumentException _) {
            throw new UnreadableException(MALFORMED, "mall is not a site key");
        }
    }

    static <T> T require(@Nullable T value, String field) throws UnreadableException {
        if (value == null) throw new UnreadableException(MALFORMED, field + " is missing or not of its type");
        return value;
    }
}
