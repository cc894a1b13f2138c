package reload.mall.adapter;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/// What the console's own pages and answers tell the browser. Not for the edge (`/v1/`, `/s/`, `/sdk/`),
/// whose answers are read by other sites' pages.
public final class SecurityHeaders {
    private static final int EARLY = 1_000;
    /// Pictures may come from the mall's own host, since the preview shows its goods. Styles are inline, since
    /// Mantine writes them there.
    private static final String CONTENT_POLICY = """
            default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: http: https:; \
            font-src 'self' data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; form-action 'self'; \
            base-uri 'none'; object-src 'none'\
            """;

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, EARLY);
    }

    private static void add(RoutingContext request) {
        String path = request.normalizedPath();
        if (!path.startsWith("/v1/") && !path.startsWith("/s/") && !path.startsWith("/sdk/")) {
            MultiMap headers = request.response().headers();
            headers.set("Content-Security-Policy", CONTENT_POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("X-Frame-Options", "SAMEORIGIN");
            headers.set("Referrer-Policy", "same-origin");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
            if (path.startsWith("/api/")) headers.set("Cache-Control", "no-store");
            if (request.request().isSSL()) headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        request.next();
    }
}
