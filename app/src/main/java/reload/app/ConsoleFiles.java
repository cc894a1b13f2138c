package reload.app;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// The console as files: hashed ones for ever, `index.html` for every address of the app, asked for anew each time.
@Singleton
public final class ConsoleFiles {
    private static final String INDEX = "META-INF/console/index.html";

    void routes(@Observes Router router) {
        reading(router.route("/")).handler(context -> context.redirect("/console/"));
        // Vert.x takes "/console" for "/console/" too: the expression does not.
        reading(router.routeWithRegex("/console")).handler(context -> context.redirect("/console/"));
        reading(router.route("/console/assets/*")).handler(ConsoleFiles::sendCompressed);
        reading(router.route("/console/assets/*"))
                .handler(StaticHandler.create("META-INF/console/assets")
                        .setCachingEnabled(true)
                        .setMaxAgeSeconds(31_536_000)
                        .setIncludeHidden(false));
        // A file of an older build is gone; the app's page in its place would only break the browser's caches.
        reading(router.route("/console/assets/*"))
                .handler(context -> context.response().setStatusCode(404).end());
        reading(router.route("/console/*"))
                .handler(context -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .sendFile(INDEX));
    }

    /// Whoever only asks whether it is there (HEAD) is answered like a browser.
    private static Route reading(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /// Sends what the build has compressed beforehand (scripts, styles, drawings) to a browser that takes it so; leaves
    /// the rest to the plain files.
    private static void sendCompressed(RoutingContext context) {
        String path = context.normalizedPath();
        String file = "META-INF" + path + ".gz";
        String takes = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (takes == null
                || !takes.contains("gzip")
                || ConsoleFiles.class.getClassLoader().getResource(file) == null) {
            context.next();
            return;
        }
        String type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "image/svg+xml";
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type + "; charset=utf-8")
                .putHeader(HttpHeaders.CONTENT_ENCODING, "gzip")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, immutable, max-age=31536000")
                .sendFile(file);
    }
}
