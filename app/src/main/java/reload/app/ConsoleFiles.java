package reload.app;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// The console as files: hashed ones for ever, `index.html` for every address of the app, asked for anew each time.
@Singleton
public final class ConsoleFiles {
    private static final String INDEX = "META-INF/console/index.html";

    void routes(@Observes Router router) {
        router.get("/").handler(context -> context.redirect("/console/"));
        // Vert.x takes "/console" for "/console/" too: the expression does not.
        router.getWithRegex("/console").handler(context -> context.redirect("/console/"));
        router.get("/console/assets/*")
                .handler(StaticHandler.create("META-INF/console/assets")
                        .setCachingEnabled(true)
                        .setMaxAgeSeconds(31_536_000)
                        .setIncludeHidden(false));
        // A file of an older build is gone; the app's page in its place would only break the browser's caches.
        router.get("/console/assets/*")
                .handler(context -> context.response().setStatusCode(404).end());
        router.get("/console/*")
                .handler(context -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .sendFile(INDEX));
    }
}
