package reload.mall.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.MallSettings.ConsentFrom;

/// The page script of this build, as a mall puts it into the head of its pages and as it is told of that mall. The
/// build of `sdk/` leaves it on the class path.
public final class PageScript {
    /// Where the edge serves its files.
    public static final String PLACE = "/sdk/";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOGLE_ANALYTICS = "dataLayer";
    /// What every window has.
    private static final String EVERYWHERE = "self";

    private PageScript() {}

    /// The stub, inline so that it is there before any router, and the loader, which never holds up the page.
    ///
    /// @param base scheme, host and port of the edge, such as `https://edge.example`
    /// @throws IllegalStateException if the page script is not in this build
    public static String snippet(String base, SiteKey key) {
        return """
                <script>%s</script>
                <script async src="%s%s"></script>
                """.formatted(stub(), base, loaderPath(key));
    }

    /// The same, of this very version and with the settings of this moment: the browser runs no byte that is not
    /// what was built. A new version, or a setting the script itself must know, needs a new snippet.
    public static String pinned(String base, Mall mall) {
        JsonNode files = manifest().path("files");
        ObjectNode integrity = JSON.createObjectNode();
        ObjectNode config = configuration(base, mall);
        for (JsonNode file : files) {
            String path = PLACE + file.path("file").asText();
            if (path.equals(config.path("bundle").asText()) || isChunk(file))
                integrity.put(base + path, file.path("sri").asText());
        }
        JsonNode loader = files.path("pin");
        return """
                <script>%s;window.__reload=%s</script>
                <script type="importmap">%s</script>
                <script async src="%s%s" integrity="%s" crossorigin="anonymous"></script>
                """.formatted(
                        stub(),
                        inHtml(config),
                        inHtml(JSON.createObjectNode().set("integrity", integrity)),
                        base,
                        PLACE + loader.path("file").asText(),
                        loader.path("sri").asText());
    }

    /// What the page script is told of a mall before it starts: `Config` in `sdk/src/contract.ts`.
    public static ObjectNode configuration(String base, Mall mall) {
        JsonNode manifest = manifest();
        MallSettings settings = mall.settings();
        boolean holds = settings.triggers().backHold().on();
        // Whom another asks has not agreed before that other says so.
        boolean asked = settings.consentFrom() != ConsentFrom.API;
        ObjectNode config = JSON.createObjectNode()
                .put("key", mall.key().value())
                .put("base", base)
                .put("bundle", PLACE + manifest.path(holds ? "hold" : "strict").asText())
                .put("consentRequired", settings.consentRequired() || asked)
                .put("consentFrom", settings.consentFrom().wire())
                .put("wishes", settings.honourSignals())
                .put("storage", settings.storage().wire())
                .put("store", store(settings.storage()))
                .put("locale", mall.locale())
                .put("currency", mall.currency())
                .put("minors", minors(mall.currency()));
        JsonNode chunks = manifest.path("chunks");
        ArrayNode more = config.putArray("more");
        if (asked)
            more.addArray().add(EVERYWHERE).add(PLACE + chunks.path("consent").asText());
        if (settings.ga4())
            more.addArray().add(GOOGLE_ANALYTICS).add(PLACE + chunks.path("ga4").asText());
        more.addArray()
                .add(PreviewLink.PARAMETER + "=")
                .add(PLACE + chunks.path("debug").asText());
        return config;
    }

    /// How many minor units make one major.
    static int minors(String currency) {
        return (int) Math.pow(10, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    }

    /// The browser's name of the place to remember in.
    private static String store(Storage storage) {
        return switch (storage) {
            case PERSISTENT -> "localStorage";
            case SESSION -> "sessionStorage";
            case NONE -> "";
        };
    }

    /// What the build says of its files.
    public static JsonNode manifest() {
        return Held.MANIFEST;
    }

    /// Where the edge serves a mall's loader.
    public static String loaderPath(SiteKey key) {
        return "/s/" + key.value() + "/reload.js";
    }

    /// Read once, and only where it is needed.
    private static final class Held {
        static final JsonNode MANIFEST = read("manifest.json");

        private static JsonNode read(String name) {
            try {
                return JSON.readTree(resource(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isChunk(JsonNode file) {
        for (JsonNode chunk : manifest().path("chunks")) if (chunk.equals(file.path("file"))) return true;
        return false;
    }

    /// Keeps what stands in JSON from ending the script element it stands in.
    private static String inHtml(JsonNode json) {
        return json.toString().replace("<", "\\u003c");
    }

    private static String stub() {
        return new String(resource("stub.js"), StandardCharsets.UTF_8).strip();
    }

    private static byte[] resource(String name) {
        try (InputStream file = PageScript.class.getResourceAsStream(PLACE + name)) {
            if (file == null) throw new IllegalStateException("the page script is not in this build: " + PLACE + name);
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
