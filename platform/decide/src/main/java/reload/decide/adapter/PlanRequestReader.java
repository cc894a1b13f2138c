package reload.decide.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.decide.PlanRequest;
import reload.event.Arm;
import reload.event.Consent;
import reload.event.Device;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Utm;
import reload.event.VisitorId;
import reload.event.Wire;

/// Reads the body of `POST /v1/plan` (`contract/plan-request.schema.json`).
final class PlanRequestReader {
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(4_096)
                    .maxNumberLength(32)
                    .build())
            .build());
    private static final Wire.Names<Storage> STORAGES = new Wire.Names<>(Storage.class);
    private static final Wire.Names<Consent> CONSENTS = new Wire.Names<>(Consent.class);
    private static final Wire.Names<Device> DEVICES = new Wire.Names<>(Device.class);
    private static final Wire.Names<Template> TEMPLATES = new Wire.Names<>(Template.class);
    private static final Wire.Names<Arm> ARMS = new Wire.Names<>(Arm.class);

    private PlanRequestReader() {}

    /// What is wrong with a request, and where.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final String what;

        Unreadable(String what) {
            super(what, null, false, false);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    static PlanRequest read(byte[] body) throws Unreadable {
        JsonNode root;
        try {
            root = MAPPER.readTree(body);
        } catch (IOException _) {
            throw new Unreadable("not JSON within limits");
        }
        if (root == null || !root.isObject()) throw new Unreadable("the body is not an object");
        if (root.path("v").asInt() != 1) throw new Unreadable("v is not 1");
        JsonNode landing = root.path("landing");
        if (!landing.isObject()) throw new Unreadable("landing is missing");
        String bundle = text(root, "bundle", 8);
        if (!bundle.equals("strict") && !bundle.equals("hold"))
            throw new Unreadable("bundle is neither strict nor hold");
        return new PlanRequest(
                siteKey(text(root, "mall", 63)),
                visitor(text(root, "visitor", 22)),
                named(root, "storage", STORAGES, null),
                named(root, "consent", CONSENTS, Consent.UNKNOWN),
                named(root, "device", DEVICES, Device.DESKTOP),
                whole(root, "sentAt"),
                view(text(root, "view", 36)),
                named(root, "template", TEMPLATES, Template.OTHER),
                textOrNull(root, "product", 128),
                locale(textOrNull(root, "locale", 2)),
                root.path("webdriver").asBoolean(),
                root.path("framed").asBoolean(),
                bundle.equals("hold"),
                new PlanRequest.Landing(
                        textOrNull(landing, "url", 2048),
                        textOrNull(landing, "referrer", 2048),
                        utm(landing.path("utm")),
                        landing.path("entry").asBoolean()),
                textOrNull(root, "left", 128),
                seen(root.path("seen")),
                root.has("snoozedUntil") ? whole(root, "snoozedUntil") : 0,
                ids(root, "recent", 20),
                ids(root, "bought", 50));
    }

    private static PlanRequest.@Nullable Seen seen(JsonNode node) throws Unreadable {
        if (node.isMissingNode()) return null;
        return new PlanRequest.Seen(whole(node, "at"), named(node, "arm", ARMS, null));
    }

    private static @Nullable Utm utm(JsonNode node) throws Unreadable {
        if (node.isMissingNode()) return null;
        return new Utm(
                textOrNull(node, "source", 256),
                textOrNull(node, "medium", 256),
                textOrNull(node, "campaign", 256),
                textOrNull(node, "term", 256),
                textOrNull(node, "content", 256));
    }

    private static List<String> ids(JsonNode node, String field, int most) throws Unreadable {
        JsonNode array = node.path(field);
        if (array.isMissingNode()) return List.of();
        if (!array.isArray() || array.size() > most)
            throw new Unreadable(field + " is not an array of at most " + most);
        List<String> ids = new ArrayList<>();
        for (JsonNode item : array) {
            String id = item.textValue();
            if (id == null || id.isEmpty() || id.length() > 128)
                throw new Unreadable(field + " holds what is no product id");
            ids.add(id);
        }
        return ids;
    }

    private static <E extends Enum<E>> E named(JsonNode node, String field, Wire.Names<E> names, @Nullable E otherwise)
            throws Unreadable {
        String name = textOrNull(node, field, 32);
        E found = name == null ? otherwise : names.find(name);
        if (found == null) throw new Unreadable(field + " is missing or not known");
        return found;
    }

    private static String text(JsonNode node, String field, int longest) throws Unreadable {
        String text = textOrNull(node, field, longest);
        if (text == null || text.isEmpty()) throw new Unreadable(field + " is missing");
        return text;
    }

    private static @Nullable String textOrNull(JsonNode node, String field, int longest) throws Unreadable {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) return null;
        String text = value.textValue();
        if (text == null || text.length() > longest) throw new Unreadable(field + " is not text of at most " + longest);
        return text;
    }

    private static long whole(JsonNode node, String field) throws Unreadable {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0)
            throw new Unreadable(field + " is missing or not a whole number from 0");
        return value.longValue();
    }

    private static @Nullable String locale(@Nullable String locale) {
        return locale == null || locale.equals("ko") || locale.equals("en") ? locale : "en";
    }

    private static SiteKey siteKey(String text) throws Unreadable {
        try {
            return new SiteKey(text);
        } catch (IllegalArgumentException _) {
            throw new Unreadable("mall is not a site key");
        }
    }

    private static VisitorId visitor(String text) throws Unreadable {
        if (!VisitorId.isValid(text)) throw new Unreadable("visitor is not 16 bytes as base64url");
        return new VisitorId(text);
    }

    private static UUID view(String text) throws Unreadable {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Unreadable("view is not a UUID");
        }
    }
}
