package reload.lab.mall.adapter;

import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import reload.lab.mall.Assortment;
import reload.lab.mall.Gallery;
import reload.lab.mall.page.FeedPage;
import reload.lab.mall.page.SearchEngine;

/// The mall and the two places shoppers come from, each on its own origin, running.
public final class Street implements AutoCloseable {
    private final Web mall;
    private final Web feed;
    private final Web search;
    private final @Nullable ReloadServer reload;

    private Street(Web mall, Web feed, Web search, @Nullable ReloadServer reload) {
        this.mall = mall;
        this.feed = feed;
        this.search = search;
        this.reload = reload;
    }

    /// Opens all three. With port 0 each takes any free one.
    ///
    /// @param dice for order and event ids
    /// @param firstPause before Reload is told again; each later pause is twice the last
    public static Street open(Options options, Clock clock, RandomGenerator dice, Duration firstPause) {
        Assortment assortment = Assortment.earlyWinter();
        Gallery gallery = new Gallery(assortment);
        ReloadServer reload = options.serverKeyFile() == null
                ? null
                : new ReloadServer(
                        options.reload(), options.siteKey(), options.serverKeyFile(), clock, dice, firstPause);
        Web mall = Web.serve(
                options.port(),
                new MallSite(assortment, new Assets(gallery, "mall.css", "mall.js"), options, reload, clock, dice));
        int port = mall.port();
        boolean any = options.port() == 0;
        Web feed = Web.serve(
                any ? 0 : port + 1, feed(assortment, new Assets(gallery, "feed.css", "feed.js"), options, () -> port));
        Web search = Web.serve(
                any ? 0 : port + 2, search(assortment, new Assets(gallery, "search.css"), options, () -> port));
        if (reload != null) {
            reload.catalogue(assortment, options.mallUrl() == null ? "http://localhost:" + port : options.mallUrl());
        }
        return new Street(mall, feed, search, reload);
    }

    private static Site feed(Assortment assortment, Assets assets, Options options, IntSupplier port) {
        FeedPage page = new FeedPage(assortment);
        return request -> assets.find(request.path())
                .orElseGet(() -> request.path().equals("/")
                        ? Response.html(200, page.render(mall(request, options, port), assets.version()))
                                .with("Referrer-Policy", "unsafe-url")
                        : nothing());
    }

    private static Site search(Assortment assortment, Assets assets, Options options, IntSupplier port) {
        SearchEngine engine = new SearchEngine(assortment);
        return request -> assets.find(request.path()).orElseGet(() -> switch (request.path()) {
            case "/", "/search" -> {
                String query = request.said("q");
                String page = engine.render(
                        query.length() > 80 ? query.substring(0, 80) : query,
                        mall(request, options, port),
                        assets.version());
                yield Response.html(200, page).with("Referrer-Policy", "origin-when-cross-origin");
            }
            case "/page/coat", "/page/moth" ->
                Response.html(200, engine.article(request.path().substring("/page/".length()), assets.version()));
            default -> nothing();
        });
    }

    private static Response nothing() {
        return new Response(404, "text/plain; charset=utf-8", "여기엔 아무것도 없어요.", java.util.Map.of());
    }

    private static String mall(Request request, Options options, IntSupplier port) {
        String url = options.mallUrl();
        return url != null ? url : "http://" + request.host() + ":" + port.getAsInt();
    }

    public String mallUrl() {
        return "http://127.0.0.1:" + mall.port();
    }

    public String feedUrl() {
        return "http://127.0.0.1:" + feed.port();
    }

    public String searchUrl() {
        return "http://127.0.0.1:" + search.port();
    }

    @Override
    public void close() {
        mall.close();
        feed.close();
        search.close();
        if (reload != null) {
            reload.close();
        }
    }
}
