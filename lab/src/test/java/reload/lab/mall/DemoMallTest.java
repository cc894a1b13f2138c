package reload.lab.mall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reload.lab.mall.adapter.Options;
import reload.lab.mall.adapter.Street;

class DemoMallTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Assortment ASSORTMENT = Assortment.earlyWinter();

    @TempDir
    static Path folder;

    static Street street;

    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void open() {
        street = Street.open(
                Options.of(
                        "--port",
                        "0",
                        "--reload",
                        "http://127.0.0.1:8080",
                        "--snippet-file",
                        folder.resolve("snippet.html").toString()),
                Clock.systemUTC(),
                new Random(1),
                Duration.ofMillis(10));
    }

    @AfterAll
    static void close() {
        street.close();
    }

    private HttpResponse<String> mall(String path) {
        return visitor.open(street.mallUrl() + path);
    }

    @Test
    void everyProductHasAPageThatSaysTheSameToPeopleMachinesAndReload() throws IOException {
        for (Product product : ASSORTMENT.all()) {
            HttpResponse<String> page = mall("/product/" + product.id());
            assertThat(page.statusCode()).as(product.id()).isEqualTo(200);
            assertThat(page.body()).contains("<h1>" + product.name() + "</h1>", product.description());

            JsonNode linked = JSON.readTree(between(page.body(), "<script type=\"application/ld+json\">", "</script>"));
            assertThat(linked.path("@type").asText()).isEqualTo("Product");
            assertThat(linked.path("sku").asText()).isEqualTo(product.id());
            assertThat(linked.path("name").asText()).isEqualTo(product.name());
            assertThat(linked.path("offers").path("price").asLong()).isEqualTo(product.costs());
            assertThat(linked.path("offers").path("availability").asText())
                    .endsWith(product.inStock() ? "/InStock" : "/OutOfStock");
            assertThat(linked.path("url").asText()).isEqualTo(street.mallUrl() + "/product/" + product.id());

            JsonNode said = calls(page).get("product");
            assertThat(said.path("id").asText()).isEqualTo(product.id());
            assertThat(said.path("price").asLong()).isEqualTo(product.price());
            assertThat(said.path("inStock").asBoolean()).isEqualTo(product.inStock());
            assertThat(said.path("salePrice").isMissingNode()).isEqualTo(product.salePrice() == null);
            assertThat(page.body())
                    .contains(
                            "property=\"og:title\"",
                            "property=\"product:retailer_item_id\" content=\"" + product.id() + "\"");
            assertThat(page.body().contains("disabled>품절")).isEqualTo(!product.inStock());
        }
    }

    @Test
    void everyLinkInsideTheMallLeadsSomewhere() {
        Set<String> seen = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(street.mallUrl() + "/"));
        while (!ahead.isEmpty()) {
            String url = ahead.remove();
            if (!seen.add(url)) {
                continue;
            }
            HttpResponse<String> page = visitor.open(url);
            assertThat(page.statusCode())
                    .as(url)
                    .isIn(
                            200,
                            url.endsWith("/cart/add")
                                            || url.endsWith("/cart/change")
                                            || url.endsWith("/buy")
                                            || url.endsWith("/order")
                                    ? 404
                                    : 200);
            if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                for (String link : Visitor.links(page)) {
                    if (link.startsWith(street.mallUrl()) && !link.contains("?item=")) {
                        ahead.add(link);
                    }
                }
            }
        }
        assertThat(seen.stream().filter(u -> u.contains("/product/"))).hasSizeGreaterThan(180);
        assertThat(seen.stream().filter(u -> u.contains("/img/"))).hasSizeGreaterThan(700);
    }

    @Test
    void feedAndSearchLeadIntoTheMallByTheHostTheyWereReachedUnder() {
        String localFeed = street.feedUrl().replace("127.0.0.1", "localhost");
        HttpResponse<String> feed = visitor.open(localFeed + "/");
        assertThat(feed.headers().firstValue("Referrer-Policy")).contains("unsafe-url");
        Set<String> toMall = intoMall(feed, "http://localhost:");
        assertThat(toMall)
                .anyMatch(u -> u.contains("utm_medium=social"))
                .anyMatch(u -> u.contains("utm_medium=cpc"))
                .anyMatch(u -> !u.contains("utm_"));

        HttpResponse<String> search =
                visitor.open(street.searchUrl() + "/search?q=%EC%B4%88%EA%B2%A8%EC%9A%B8+%EC%BD%94%ED%8A%B8");
        assertThat(search.headers().firstValue("Referrer-Policy")).contains("origin-when-cross-origin");
        toMall = intoMall(search, "http://127.0.0.1:");
        assertThat(toMall)
                .anyMatch(u -> u.contains("/product/"))
                .anyMatch(u -> u.contains("/list/"))
                .noneMatch(u -> u.contains("utm_"));
    }

    private Set<String> intoMall(HttpResponse<String> page, String host) {
        String mall = host + street.mallUrl().replaceFirst(".*:", "");
        Set<String> links = new HashSet<>();
        for (String link : Visitor.links(page)) {
            if (link.startsWith(mall)) {
                links.add(link);
            }
            assertThat(visitor.open(link).statusCode()).as(link).isEqualTo(200);
        }
        return links;
    }

    @Test
    void aShopperPutsTwoThingsAsideChangesTheirMindAndOrders() {
        Product coat = inStock(Category.OUTER);
        Product sock = inStock(Category.GOODS);
        visitor.submit(street.mallUrl() + "/cart/add", Map.of("product", coat.id(), "colour", "1", "size", "1"));
        visitor.submit(street.mallUrl() + "/cart/add", Map.of("product", sock.id(), "colour", "0", "size", "0"));
        visitor.submit(street.mallUrl() + "/cart/change", Map.of("line", "1", "quantity", "3"));
        HttpResponse<String> cart = mall("/cart");
        assertThat(calls(cart).get("cart").path("items")).hasSize(2);
        assertThat(calls(cart)
                        .get("cart")
                        .path("items")
                        .path(1)
                        .path("quantity")
                        .asInt())
                .isEqualTo(3);
        long total = coat.costs() + 3 * sock.costs();
        assertThat(cart.body()).contains("%,d원 주문하기".formatted(total));

        assertThat(mall("/checkout").body()).contains("%,d원 결제하기".formatted(total));
        HttpResponse<String> done = visitor.submit(street.mallUrl() + "/order", Map.of("item", ""));
        assertThat(done.uri().getPath()).startsWith("/order/");
        JsonNode order = calls(done).get("order");
        assertThat(order.path("amount").asLong()).isEqualTo(total);
        assertThat(order.path("currency").asText()).isEqualTo("KRW");
        assertThat(done.uri().getPath()).endsWith(order.path("id").asText());
        assertThat(mall("/cart").body()).contains("아직 담은 옷이 없어요");
        assertThat(mall("/checkout").uri().getPath()).isEqualTo("/cart");
    }

    @Test
    void buyingOneThingAtOnceLeavesTheCartAlone() {
        Product knit = inStock(Category.KNIT);
        Product skirt = inStock(Category.SKIRT);
        visitor.submit(street.mallUrl() + "/cart/add", Map.of("product", knit.id(), "colour", "0", "size", "0"));
        HttpResponse<String> checkout =
                visitor.submit(street.mallUrl() + "/buy", Map.of("product", skirt.id(), "colour", "1", "size", "2"));
        assertThat(checkout.uri().toString()).endsWith("/checkout?item=" + skirt.id() + ".1.2.1");
        HttpResponse<String> done = visitor.submit(street.mallUrl() + "/order", Map.of("item", skirt.id() + ".1.2.1"));
        assertThat(calls(done).get("order").path("items").path(0).path("id").asText())
                .isEqualTo(skirt.id());
        assertThat(calls(mall("/cart"))
                        .get("cart")
                        .path("items")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(knit.id());
    }

    @Test
    void whatIsSoldOutOrNonsenseCannotBePutAside() {
        Product gone =
                ASSORTMENT.all().stream().filter(p -> !p.inStock()).findFirst().orElseThrow();
        for (Map<String, String> form : List.of(
                Map.of("product", gone.id(), "colour", "0", "size", "0"),
                Map.of("product", "p-1", "colour", "9", "size", "0"),
                Map.of("product", "p-1", "colour", "-1", "size", "0"),
                Map.of("product", "p-99999", "colour", "0", "size", "0"),
                Map.of("product", "<script>", "colour", "0", "size", "0"),
                Map.<String, String>of())) {
            assertThat(visitor.submit(street.mallUrl() + "/cart/add", form).body())
                    .contains("아직 담은 옷이 없어요");
        }
        assertThat(visitor.open(street.mallUrl() + "/cart", "Cookie", "neutbyeot_cart=~~p-1.0.0.999~x.y.z.1~p-1.0.0~\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatAShopperTypesIsShownAsTextOnly() {
        String attack = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%27%3Cimg%20src=x%20onerror=alert(1)%3E";
        for (String url :
                List.of(street.mallUrl() + "/search?q=" + attack, street.searchUrl() + "/search?q=" + attack)) {
            HttpResponse<String> page = visitor.open(url);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .doesNotContain("<script>alert", "<img src=x")
                    .contains("&lt;script&gt;");
        }
        assertThat(visitor.open(street.mallUrl() + "/search?q=%FF%FE&%80=%C0").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aHostThatNoBrowserWouldSendIsNotRepeated() {
        HttpResponse<String> page =
                visitor.open(street.mallUrl() + "/product/p-1", "X-Forwarded-Host", "evil\"><script>");
        assertThat(page.body()).doesNotContain("evil");
        assertThat(visitor.open(
                                street.mallUrl() + "/product/p-1",
                                "X-Forwarded-Host",
                                "shop.example.test",
                                "X-Forwarded-Proto",
                                "https")
                        .body())
                .contains("property=\"og:url\" content=\"https://shop.example.test/product/p-1\"");
    }

    @Test
    void anAddressNobodyLivesAtIsA404InTheMallsOwnClothes() {
        for (String path : List.of(
                "/nowhere", "/product/p-99999", "/list/hats", "/order/20261122-XXXX", "/a/b/c", "/img/p-1-9.svg")) {
            HttpResponse<String> page = mall(path);
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.body()).contains("여기엔 아무것도 없어요", "늦볕");
            for (String link : Visitor.links(page)) {
                assertThat(link).doesNotContain("/a/b/mall.css");
            }
        }
    }

    @Test
    void searchFindsByNameColourAndFibre() {
        assertThat(ASSORTMENT.search("케이블 니트"))
                .isNotEmpty()
                .allMatch(p -> p.name().contains("케이블"));
        assertThat(ASSORTMENT.search("캐시미어")).isNotEmpty();
        assertThat(ASSORTMENT.search("먹색")).isNotEmpty();
        assertThat(ASSORTMENT.search("   ")).isEmpty();
        assertThat(mall("/search?q=zzz").body()).contains("찾는 옷이 없어요");
    }

    @Test
    void aShelfIsSortedAsAsked() {
        List<Long> prices = prices(mall("/list/outer?sort=low").body());
        assertThat(prices).hasSize(ASSORTMENT.of(Category.OUTER).size()).isSorted();
    }

    @Test
    void everyPageTellsReloadWhatKindOfPageItIs() {
        Map<String, String> templates = Map.of(
                "/",
                "home",
                "/list/knit",
                "list",
                "/search?q=a",
                "search",
                "/product/p-3",
                "product",
                "/cart",
                "cart",
                "/about",
                "other");
        templates.forEach((path, template) -> assertThat(
                        calls(mall(path)).get("page").path("template").asText())
                .isEqualTo(template));
    }

    @Test
    void theSnippetIsTheConsolesOwnUnderTheHostTheShopperUses() throws IOException {
        Path file = folder.resolve("snippet.html");
        assertThat(mall("/").body()).contains("<script async src=\"http://127.0.0.1:8080/s/demo/reload.js\"></script>");
        Files.writeString(
                file,
                "<script>stub()</script>\n<script async src=\"http://127.0.0.1:8080/s/demo/reload.js\"></script>\n");
        try {
            String page = visitor.open(street.mallUrl().replace("127.0.0.1", "localhost") + "/")
                    .body();
            assertThat(page).contains("<script>stub()</script>", "http://localhost:8080/s/demo/reload.js");
            assertThat(page.indexOf("stub()")).isLessThan(page.indexOf("</head>"));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void pagesMayBeKeptForTheWayBack() {
        assertThat(mall("/").headers().firstValue("Cache-Control")).contains("no-cache");
    }

    private static Product inStock(Category category) {
        return ASSORTMENT.of(category).stream()
                .filter(p -> p.inStock() && p.colours().size() > 1)
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> prices(String page) {
        Matcher matcher = Pattern.compile("<span class=\"price\">(?:<b class=\"off\">[0-9]+%</b> )?<b>([0-9,]+)원</b>")
                .matcher(page);
        return matcher.results()
                .map(m -> Long.parseLong(m.group(1).replace(",", "")))
                .toList();
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    /// What the page says to Reload, by the name of the call.
    private static Map<String, JsonNode> calls(HttpResponse<String> page) {
        try {
            Map<String, JsonNode> calls = new java.util.HashMap<>();
            for (JsonNode call : JSON.readTree(between(page.body(), "addEventListener('load',g)})(", ")</script>"))) {
                calls.put(call.path(0).asText(), call.path(1));
            }
            return calls;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
