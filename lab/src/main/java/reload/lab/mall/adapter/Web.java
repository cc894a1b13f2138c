package reload.lab.mall.adapter;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Serves one [Site] on a loopback port, a virtual thread a request.
final class Web implements AutoCloseable {
    private static final int LARGEST_FORM = 16 * 1024;
    private static final System.Logger LOG = System.getLogger(Web.class.getName());
    /// A host as a browser writes it; anything else in the header is not repeated in a page.
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(:[0-9]{1,5})?");

    static {
        // Read once, when the JDK's server is first used. Without it every answer waits 40 ms between head and body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;

    private Web(HttpServer server) {
        this.server = server;
    }

    /// @param port 0 for any free one
    /// @throws IllegalStateException where the port cannot be used
    static Web serve(int port, Site site) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> handle(exchange, site));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return new Web(server);
        } catch (IOException e) {
            throw new IllegalStateException("port " + port + " cannot be used: " + e.getMessage(), e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void handle(HttpExchange exchange, Site site) throws IOException {
        try (exchange) {
            Response response;
            try {
                response = answer(exchange, site);
            } catch (RuntimeException e) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "page failed path=" + exchange.getRequestURI().getPath(),
                        e);
                response = new Response(500, "text/plain; charset=utf-8", "잠시 뒤에 다시 열어 주세요.", Map.of());
            }
            send(exchange, response);
        }
    }

    private static Response answer(HttpExchange exchange, Site site) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        if (!method.equals("GET") && !method.equals("HEAD") && !method.equals("POST")) {
            return new Response(
                    405, "text/plain; charset=utf-8", "GET, HEAD, POST", Map.of("Allow", "GET, HEAD, POST"));
        }
        Map<String, String> said =
                new HashMap<>(Request.fields(exchange.getRequestURI().getRawQuery()));
        if (method.equals("POST")) {
            byte[] form = exchange.getRequestBody().readNBytes(LARGEST_FORM + 1);
            if (form.length > LARGEST_FORM) {
                return new Response(413, "text/plain; charset=utf-8", "너무 깁니다.", Map.of("Connection", "close"));
            }
            said.putAll(Request.fields(new String(form, StandardCharsets.UTF_8)));
        }
        Headers headers = exchange.getRequestHeaders();
        String authority = first(headers.getFirst("X-Forwarded-Host"), headers.getFirst("Host"));
        var host = HOST.matcher(authority);
        String known = host.matches()
                ? authority
                : "127.0.0.1:" + exchange.getLocalAddress().getPort();
        String name = host.matches() ? host.group(1) : "127.0.0.1";
        String scheme = "https".equals(headers.getFirst("X-Forwarded-Proto")) ? "https" : "http";
        return site.answer(new Request(
                method,
                path,
                said,
                Request.cookies(headers.getFirst("Cookie")),
                name,
                scheme + "://" + known,
                first(headers.getFirst("Accept"), ""),
                first(headers.getFirst("If-None-Match"), "")));
    }

    private static String first(@Nullable String value, @Nullable String otherwise) {
        return value != null ? value : otherwise != null ? otherwise : "";
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        response.headers().forEach(headers::set);
        headers.set("X-Content-Type-Options", "nosniff");
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        if (!response.type().isEmpty()) {
            headers.set("Content-Type", response.type());
        }
        int status = response.status();
        if (status == 200
                && response.headers().getOrDefault("Cache-Control", "").startsWith("public")) {
            CRC32 sum = new CRC32();
            sum.update(body);
            String tag = "W/\"" + HexFormat.of().toHexDigits((int) sum.getValue()) + "\"";
            headers.set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        }
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (body.length > 1024 && accepted != null && accepted.contains("gzip")) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 3);
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(body);
            }
            body = packed.toByteArray();
            headers.set("Content-Encoding", "gzip");
            headers.set("Vary", "Accept-Encoding");
        }
        boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }
}
