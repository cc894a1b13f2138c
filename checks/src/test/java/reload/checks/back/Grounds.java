package reload.checks.back;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reload.checks.stage.Programs;

/// A mall of small pages, a feed and a search engine that lead to it, each on an address of its own, and the witness in
/// every page. What stands where on a page is the same on all of them.
final class Grounds implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WITNESS = resource("witness.js");

    /// What is served from now on.
    ///
    /// @param key the mall's site key; null where a page has no script
    /// @param visitor who the browser says it is; null for somebody new
    /// @param searching whether the shopper begins at the search engine, not in the feed
    record Serving(
            int run,
            @Nullable String key,
            Install install,
            @Nullable String visitor,
            boolean searching) {}

    private final HttpServer mall;
    private final HttpServer feed;
    private final HttpServer search;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> snippets = new ConcurrentHashMap<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Queue<JsonNode> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicInteger visits = new AtomicInteger(1_000);
    private final int nobody;
    /// The last run whose loader was let through on a slow network.
    private volatile int through;
    private URI reload = URI.create("http://localhost");
    private volatile Serving serving = new Serving(0, null, Install.HEAD, null, false);

    Grounds() throws IOException {
        // Another host name is another site.
        mall = serve("127.0.0.1");
        feed = serve("localhost");
        search = serve("localhost");
        mall.createContext("/", this::answerInTheMall);
        feed.createContext("/line/", this::line);
        feed.createContext("/slow/", this::slow);
        feed.createContext("/", exchange -> answerOutside(exchange, "Feed", "?utm_source=feed&utm_medium=cpc"));
        search.createContext("/", exchange -> answerOutside(exchange, "Search", ""));
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
    }

    private static HttpServer serve(String host) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(host, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    /// From now on the pages have the malls' scripts.
    void open(Malls malls) {
        reload = malls.reload();
        for (String key : List.of("strict", "hold", Malls.HELD_OUT)) snippets.put(key, malls.snippet(key));
    }

    URI mall() {
        return URI.create("http://127.0.0.1:" + mall.getAddress().getPort());
    }

    URI feed() {
        return URI.create("http://localhost:" + feed.getAddress().getPort());
    }

    URI search() {
        return URI.create("http://localhost:" + search.getAddress().getPort());
    }

    /// The page every run begins at: it opens a tab of its own.
    URI hall() {
        return mall().resolve("/hall");
    }

    /// On a slow network: now the loader comes.
    void letTheScriptCome() {
        through = serving.run;
    }

    void begin(Serving next) {
        serving = next;
        told.clear();
    }

    /// All that was told in this run, in the order it happened.
    List<Told> told() {
        int run = serving.run;
        return told.stream()
                .filter(one -> one.run() == run || one.run() == 0)
                .sorted(Comparator.comparingLong(Told::at).thenComparingInt(Told::said))
                .toList();
    }

    private void answerOutside(HttpExchange exchange, String name, String utm) throws IOException {
        if (took(exchange) || framed(exchange)) return;
        if (exchange.getRequestURI().getPath().equals("/start")) {
            // So that the feed, where the shopper comes from, is the referrer.
            answer(
                    exchange,
                    "text/html",
                    "<!doctype html><title>Start</title><script>location.replace('" + mall() + "/visit')</script>");
            return;
        }
        // The first of them is what an advertisement leads to.
        answer(exchange, "text/html", page(name, "", """
                <a style="left:60px;top:120px" href="%1$s/product/1%2$s">the product</a>
                <a style="left:60px;top:200px" href="%1$s/react/product/1%2$s">the product, in React</a>
                <a style="left:60px;top:280px" href="%1$s/vue/product/1%2$s">the product, in Vue</a>
                <a style="left:460px;top:120px" href="%1$s/visit">a product nobody has seen</a>
                <a style="left:60px;top:360px" href="%1$s/trap">a page that would keep its visitors</a>
                <a style="left:60px;top:440px" href="%1$s/trap?back">the same, and it goes back by itself</a>
                """.formatted(mall(), utm), ""));
    }

    private void answerInTheMall(HttpExchange exchange) throws IOException {
        if (took(exchange) || framed(exchange)) return;
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/hall")) answer(exchange, "text/html", hallPage());
        else if (path.equals("/start")) answer(exchange, "text/html", startPage());
        else if (path.equals("/visit")) {
            exchange.getResponseHeaders()
                    .set("Location", "/product/" + visits.incrementAndGet() + "?utm_source=feed&utm_medium=cpc");
            answer(exchange, 302, "text/plain", "");
        } else if (path.startsWith("/product/"))
            answer(exchange, "text/html", product(path.substring("/product/".length())));
        else if (path.matches("/(react|vue)/product/\\d+")) answer(exchange, "text/html", routed(path.split("/")[1]));
        else if (path.equals("/trap"))
            answer(exchange, "text/html", trap(exchange.getRequestURI().getQuery() != null));
        else if (path.startsWith("/router/")) answer(exchange, "text/javascript", router(path.substring(8)));
        else if (path.startsWith("/away/")) away(exchange, path.substring(5));
        else answer(exchange, 404, "text/plain", "there is no such page");
    }

    private boolean took(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/told")) return false;
        told.add(Told.of(JSON.readTree(exchange.getRequestBody().readAllBytes())));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
        return true;
    }

    /// A frame with our script in it, which does nothing there.
    private boolean framed(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/frame")) return false;
        answer(exchange, "text/html", "<!doctype html><title>Frame</title>" + script() + "<p>in a frame</p>");
        return true;
    }

    // ------------------------------------------------------------------------------------------------- the pages

    private String hallPage() {
        return "<!doctype html><meta charset=utf-8><title>Hall</title><script>" + WITNESS.replace("RUN", "0")
                + "</script><style>a{position:fixed;left:0;right:0}</style>"
                + "<a href=/start target=_blank rel=noopener style='top:0;height:350px'>Begin</a>"
                + "<a href=" + feed()
                + "/start target=_blank rel=noopener style='top:350px;height:350px'>A product</a>";
    }

    /// Forgets what the browser knows, and leads to the feed in the place of itself.
    private String startPage() {
        Serving now = serving;
        String known = now.visitor == null
                ? ""
                : "localStorage.setItem('reload.%s', JSON.stringify({id: '%s'}));".formatted(now.key, now.visitor);
        return "<!doctype html><title>Start</title><script>localStorage.clear();sessionStorage.clear();" + known
                + "location.replace('" + (now.searching ? search() : feed()) + "/')</script>";
    }

    private String page(String title, String head, String body, String last) {
        return """
                <!doctype html><html lang=ko><head><meta charset=utf-8><title>%s</title>
                <script>%s</script>%s
                <style>body{margin:0;height:3000px;font:16px sans-serif}
                a,button,#tap,iframe{position:fixed;box-sizing:border-box;width:300px;height:60px;border:1px solid}
                #tap{left:60px;top:120px}#next{left:60px;top:200px}#down{left:60px;top:280px}#soon{left:60px;top:360px}
                #count{left:60px;top:440px}iframe{left:460px;top:120px;height:160px}iframe+iframe{top:320px}
                #reviews{position:absolute;top:1500px}</style></head><body>
                %s%s</body></html>
                """.formatted(title, WITNESS.replace("RUN", String.valueOf(serving.run)), head, body, last);
    }

    private String product(String number) {
        int next = Integer.parseInt(number) + 1;
        Install install = serving.install;
        String body = """
                <h1>Product %1$s</h1><div id=tap>nothing happens here</div>
                <a id=next href=/product/%2$d>the next product</a><a id=down href=#reviews>reviews</a>
                <button id=soon onclick="history.pushState(null,'',location.pathname+'/more');witness('here')">more of it</button>
                <button id=count onclick="this.textContent=+this.textContent+1;witness('counted')">0</button>
                <iframe src=/frame></iframe><iframe src=%3$s/frame></iframe><h2 id=reviews>Reviews</h2>
                """.formatted(number, next, feed());
        // A mall says what its product is by our calls, or by what search engines read.
        String said = (install == Install.WITHOUT_STUB ? """
                        <script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","sku":"%1$s","name":"Product %1$s",
                        "offers":{"@type":"Offer","price":12000,"priceCurrency":"KRW","availability":"https://schema.org/InStock"}}</script>
                        """ : """
                        <script>try{reload('page',{template:'product'});
                        reload('product',{id:'%1$s',name:'Product %1$s',price:12000,currency:'KRW',inStock:true})}catch(e){}</script>
                        """).formatted(number);
        return install == Install.END_OF_BODY
                ? page("Product " + number, "", body, script() + said)
                : page("Product " + number, stranger(install) + script() + others(install), body, said);
    }

    /// Puts an entry on top as soon as it has loaded. Ours never does.
    private String trap(boolean goesBack) {
        return page("Trap", "", """
                <script>addEventListener('load', () => setTimeout(() => {
                history.pushState({}, '');if (%s) setTimeout(() => history.back(), 1000);}))</script>""".formatted(goesBack), "");
    }

    private String routed(String router) {
        return page(router, script() + """
                <script>
                window.routed = (id) => witness('routed', { id });
                window.viewed = (id) => {
                    if (window.before && window.before !== id) witness('here');
                    window.before = id;
                    try { reload('page', { template: 'product' }); reload('product', { id, name: 'Product ' + id, price: 12000, currency: 'KRW', inStock: true }); } catch (e) {}
                };
                </script>""", "<div id=app></div><script src=/router/" + router + ".js></script>", "");
    }

    /// Makes everybody who comes from elsewhere somebody new.
    private static String stranger(Install install) {
        return install == Install.LINE
                ? "<script>if (!document.referrer.startsWith(location.origin)) localStorage.clear()</script>"
                : "";
    }

    /// What else is in the head of a mall's page, after our script.
    private static String others(Install install) {
        return switch (install) {
            case GLOBALS_WRAPPED -> """
                    <script>
                    for (const name of ['pushState', 'replaceState']) { const call = history[name]; history[name] = function (...said) { return call.apply(history, said); }; }
                    { const call = fetch; window.fetch = function (...said) { return call.apply(this, said).then((answer) => answer); }; }
                    { const { parse, stringify } = JSON; window.JSON = { parse: (...said) => parse(...said), stringify: (...said) => stringify(...said) }; }
                    window.Promise = class extends Promise {};
                    { const call = EventTarget.prototype.addEventListener; window.addEventListener = EventTarget.prototype.addEventListener = function (...said) { return call.apply(this, said); }; }
                    Array.prototype.last = function () { return this[this.length - 1]; };
                    Object.prototype.mine = 1;
                    </script>""";
            case GLOBALS_BROKEN -> """
                    <script>
                    const no = () => { throw new Error('no'); };
                    window.JSON = { parse: no, stringify: no };
                    window.fetch = navigator.sendBeacon = no;
                    window.Promise = function () { no(); };
                    window.addEventListener = EventTarget.prototype.addEventListener = no;
                    Storage.prototype.getItem = Storage.prototype.setItem = no;
                    </script>""";
            case UNLOAD ->
                "<script>addEventListener('unload', () => {});addEventListener('beforeunload', () => {});</script>";
            case STATE_KEPT -> """
                    <script>
                    setTimeout(() => history.replaceState({ ...history.state, y: 1 }, ''), 600);
                    addEventListener('click', () => setTimeout(() => history.replaceState({ ...history.state, y: 2 }, ''), 300));
                    </script>""";
            default -> "";
        };
    }

    private String script() {
        Serving now = serving;
        String snippet = now.key == null ? "" : snippets.get(now.key);
        return switch (now.install) {
            case TWICE -> snippet + snippet;
            case WITHOUT_STUB -> snippet.replaceFirst("(?s)<script>.*?</script>", "");
            case BLOCKED -> snippet.replace(reload.toString(), "http://localhost:" + nobody);
            case LINE -> snippet.replace(reload + "/s/", feed() + "/line/s/");
            case SLOW -> snippet.replace(reload + "/s/", feed() + "/slow/s/");
            case OFFLINE, HALF_BLOCKED -> snippet.replace(reload + "/s/", mall() + "/away/s/");
            default -> snippet;
        };
    }

    private static String router(String file) throws IOException {
        Path built = Path.of(System.getProperty("reload.root", ".."), "checks/spa/dist", file);
        if (!Files.exists(built))
            throw new IllegalStateException("checks/spa is not built: npm ci && npm run build there, or ./reload test");
        return Files.readString(built);
    }

    /// The way to Reload and back, on which can be seen what arrives. The feed has it, so that it is on
    /// another site than the mall, as Reload is.
    private void line(HttpExchange exchange) throws IOException {
        passOn(exchange, exchange.getRequestURI().toString().substring("/line".length()), feed() + "/line");
    }

    /// Reload as a browser has it whose network has gone, or which lets only the loader pass.
    private void away(HttpExchange exchange, String path) throws IOException {
        if (path.startsWith("/v1/") || (path.startsWith("/sdk/") && serving.install == Install.HALF_BLOCKED))
            exchange.close();
        else passOn(exchange, path, mall() + "/away");
    }

    /// From another host than the witness tells: WebKit holds beacons back behind a script of the same one.
    private void slow(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring("/slow".length());
        int run = serving.run;
        Programs.await(
                "the script to be let through", PATIENCE, () -> through >= run ? Optional.of(run) : Optional.empty());
        passOn(exchange, path, reload.toString());
    }

    /// Asks Reload, and lets the loader know Reload by another address.
    private void passOn(HttpExchange exchange, String path, String base) throws IOException {
        byte[] said = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(reload.resolve(path))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(said));
        for (String header : List.of("Origin", "User-Agent", "Content-Type"))
            for (String value : exchange.getRequestHeaders().getOrDefault(header, List.of()))
                request.header(header, value);
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            byte[] body = answer.body();
            if (path.startsWith("/s/"))
                body = new String(body, StandardCharsets.UTF_8)
                        .replace("\"" + reload + "\"", "\"" + base + "\"")
                        .getBytes(StandardCharsets.UTF_8);
            if (path.startsWith("/v1/collect") && answer.statusCode() / 100 == 2) arrived.add(JSON.readTree(said));
            answer.headers().map().forEach((name, values) -> {
                if (name.startsWith("access-control-") || name.equals("content-type"))
                    exchange.getResponseHeaders().put(name, values);
            });
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The beacons that Reload has taken by the line.
    List<JsonNode> arrived() {
        return List.copyOf(arrived);
    }

    /// The number of the last page that `/visit` has led to.
    int lastVisit() {
        return visits.get();
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        answer(exchange, 200, type, text);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static String resource(String name) {
        try (InputStream file = Grounds.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        mall.stop(0);
        feed.stop(0);
        search.stop(0);
    }
}
