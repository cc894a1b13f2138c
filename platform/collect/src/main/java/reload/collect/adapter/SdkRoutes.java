package reload.collect.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import reload.event.SiteKey;
import reload.mall.Mall;
import reload.mall.Malls;
import reload.mall.adapter.PageScript;

/// The page script as the edge serves it: `GET /s/{siteKey}/reload.js`, the mall's loader, cached for minutes,
/// and `GET /sdk/{file}`, hashed files that never change. Both compressed, the hashed ones beforehand.
public final class SdkRoutes {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_MINUTES = "public, max-age=300, stale-while-revalidate=86400";

    private record Script(byte[] plain, byte[] gzip, byte @Nullable [] brotli, String etag) {}

    private final Malls malls;
    private final @Nullable String publicUrl;
    private final Map<String, Script> files = new HashMap<>();
    private final String loader;

    /// @param publicUrl where pages reach the edge; null for wherever they did
    /// @param versions a folder in which every version served is kept
    public SdkRoutes(Malls malls, @Nullable String publicUrl, Path versions) {
        this.malls = malls;
        this.publicUrl = publicUrl;
        JsonNode manifest = PageScript.manifest();
        loader = new String(resource(manifest.path("loader").asText()), StandardCharsets.UTF_8);
        Map<String, byte[]> built = new HashMap<>();
        for (JsonNode file : manifest.path("files")) {
            String name = file.path("file").asText();
            byte[] text = resource(name);
            if (Versions.isCalled(name, text)) built.put(name, text);
        }
        Versions.keep(versions, built).forEach((name, text) -> files.put(name, script(text, find(name + ".br"))));
    }

    public void register(Router router) {
        router.get(PageScript.PLACE + ":file").handler(this::file);
        router.get("/s/:key/reload.js").handler(this::loader);
    }

    private void file(RoutingContext context) {
        Script script = files.get(context.pathParam("file"));
        if (script == null) {
            context.response()
                    .setStatusCode(404)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
            return;
        }
        send(context, script, FOR_EVER);
    }

    private void loader(RoutingContext context) {
        Mall mall = find(malls, context.pathParam("key"));
        if (mall == null) {
            context.response()
                    .setStatusCode(404)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
            return;
        }
        String text = "window.__reload=" + configuration(mall, context) + ";" + loader;
        send(context, script(text.getBytes(StandardCharsets.UTF_8), null), FOR_MINUTES);
    }

    private String configuration(Mall mall, RoutingContext context) {
        String base = publicUrl != null
                ? publicUrl
                : context.request().scheme() + "://" + context.request().authority();
        return PageScript.configuration(base, mall).toString();
    }

    private static void send(RoutingContext context, Script script, String cache) {
        HttpServerResponse response = context.response();
        // Comes by import(), or with an integrity to be checked: both ask across origins.
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                .putHeader(HttpHeaders.CACHE_CONTROL, cache)
                .putHeader(HttpHeaders.ETAG, script.etag())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .putHeader("X-Content-Type-Options", "nosniff");
        if (script.etag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, SCRIPT);
        String accepts = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (script.brotli() != null && accepts != null && accepts.contains("br"))
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "br").end(Buffer.buffer(script.brotli()));
        else if (accepts != null && accepts.contains("gzip"))
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(Buffer.buffer(script.gzip()));
        else response.end(Buffer.buffer(script.plain()));
    }

    private static @Nullable Mall find(Malls malls, @Nullable String key) {
        if (key == null) return null;
        try {
            return malls.find(new SiteKey(key));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static Script script(byte[] plain, byte @Nullable [] brotli) {
        return new Script(plain, gzip(plain), brotli, '"' + digest(plain) + '"');
    }

    private static byte[] gzip(byte[] plain) {
        return read(() -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(plain);
            }
            return bytes.toByteArray();
        });
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 22);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private static byte[] resource(String name) {
        byte[] bytes = find(name);
        if (bytes == null) throw new IllegalStateException("the page script is not in this build: sdk/" + name);
        return bytes;
    }

    private static byte @Nullable [] find(String name) {
        return SdkRoutes.<byte @Nullable []>read(() -> {
            try (InputStream in = SdkRoutes.class.getResourceAsStream(PageScript.PLACE + name)) {
                return in == null ? null : in.readAllBytes();
            }
        });
    }

    private interface Reading<T extends @Nullable Object> {
        T read() throws IOException;
    }

    private static <T extends @Nullable Object> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException("the page script cannot be read", e);
        }
    }
}
