package reload.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reload.log.adapter.Database;
import reload.log.adapter.Follower;
import reload.log.adapter.PostgresLog;
import reload.log.adapter.Rest;
import reload.log.adapter.TestDatabase;
import reload.log.adapter.Turns;
import reload.mall.Mall;
import reload.mall.TestMalls;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogRoutesTest {
    private static final Mall SAND = TestMalls.mall(1, "sand");
    private static final Mall SEA = TestMalls.mall(2, "sea");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Vertx vertx = Vertx.vertx();
    private PostgresLog log;
    private Follower follower;
    private CatalogSnapshots snapshots;
    private volatile boolean open = true;
    private int port;

    @BeforeAll
    void open() throws Exception {
        var database = TestDatabase.named("catalog_routes");
        var worker = TestDatabase.connections(database, Database.Role.WORKER);
        var malls = new TestMalls(SAND, SEA);
        log = PostgresLog.open(
                database.login(Database.Role.INGEST), worker, Clock.systemUTC(), PostgresLog.Limits.DEFAULT);
        assertThat(log.awaitWritable(Duration.ofSeconds(30))).isTrue();
        follower = new Follower(
                        "catalog",
                        new Turns(log),
                        Rest.none(),
                        new CatalogFold(worker, malls),
                        100,
                        Duration.ofMillis(50))
                .start();
        snapshots = CatalogSnapshots.open(worker);
        Router router = Router.router(vertx);
        router.post("/v1/catalog").handler(new CatalogRoute(malls, log, Clock.systemUTC(), (_, _) -> open));
        router.get("/v1/products").handler(new ProductsRoute(malls, snapshots::of, (_, _) -> open));
        port = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    @AfterAll
    void close() {
        follower.close();
        snapshots.close();
        log.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> tell(String mall, String secret, String body) throws Exception {
        return send(to("/v1/catalog?mall=" + mall)
                .header("Authorization", "Bearer " + secret)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> ask(String query) throws Exception {
        return send(to("/v1/products?" + query).header("Origin", "https://sand.example"));
    }

    @Test
    void whoAsksOrTellsTooOftenIsAskedToWait() throws Exception {
        open = false;
        try {
            for (var answer : List.of(ask("mall=sand&ids=p-1"), tell("sand", "key of sand", "{\"id\":\"p-1\"}"))) {
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("RATE_LIMITED");
            }
            assertThat(tell("sand", "a guess", "{}").statusCode()).isEqualTo(403); // not even that is told
        } finally {
            open = true;
        }
    }

    private JsonNode awaitProduct(String id) throws Exception {
        long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            JsonNode product = JSON.readTree(ask("mall=sand&ids=" + id).body()).at("/products/" + id);
            if (!product.isMissingNode() || System.nanoTime() > limit) return product;
            Thread.sleep(20);
        }
    }

    @Test
    void anImportedProductIsTrueAtShowTimeWithinASecond() throws Exception {
        long started = System.nanoTime();
        var answer = tell("sand", "key of sand", """
                {"id":"p-1","name":"린넨 셔츠","price":59000,"salePrice":47200,"currency":"KRW","url":"https://sand.example/p-1"}
                {"id":"p-2","name":"와이드 데님","price":"68000"}
                """);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree("""
                        {"accepted":1,"refused":1,"errors":[{"line":2,"field":"price","message":"is not a whole number"}]}
                        """));
        JsonNode product = awaitProduct("p-1");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(product).isEqualTo(JSON.readTree("""
                        {"id":"p-1","name":"린넨 셔츠","price":59000,"salePrice":47200,"currency":"KRW",
                         "url":"https://sand.example/p-1","inStock":true}
                        """));
    }

    @Test
    void theSameImportTwiceIsTheSameCatalog() throws Exception {
        String line =
                "{\"id\":\"twice\",\"name\":\"n\",\"price\":1,\"currency\":\"KRW\",\"url\":\"https://sand.example/\"}";
        tell("sand", "key of sand", line);
        JsonNode first = awaitProduct("twice");
        assertThat(tell("sand", "key of sand", line).statusCode()).isEqualTo(200);
        assertThat(awaitProduct("twice")).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"sand,wrong", "sand,key of sea", "nowhere,key of sand", "NOT A KEY,key of sand"})
    void onlyTheMallsOwnServerMayImport(String mall, String secret) throws Exception {
        var answer = tell(mall.replace(" ", "%20"), secret, "{\"id\":\"x\"}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("FORBIDDEN");
        assertThat(send(to("/v1/catalog?mall=sand").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedHoweverItIsSent() throws Exception {
        String large = "{\"id\":\"x\"}\n".repeat(CatalogRoute.LARGEST / 11 + 2);
        assertThat(tell("sand", "key of sand", large).statusCode()).isEqualTo(413);
        byte[] bytes = large.getBytes(StandardCharsets.UTF_8);
        var withoutLength = to("/v1/catalog?mall=sand")
                .header("Authorization", "Bearer key of sand")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
        assertThat(send(withoutLength).statusCode()).isEqualTo(413);
    }

    @Test
    void aManyThousandLineImportIsTakenWhole() throws Exception {
        var body = new StringBuilder();
        for (int i = 0; i < 20_000; i++)
            body.append("{\"id\":\"many-")
                    .append(i)
                    .append("\",\"name\":\"상품 ")
                    .append(i)
                    .append("\",\"price\":1000,\"currency\":\"KRW\",\"url\":\"https://sand.example/p\"}\n");
        var answer = tell("sand", "key of sand", body.toString());
        assertThat(JSON.readTree(answer.body()).get("accepted").asInt()).isEqualTo(20_000);
        assertThat(awaitProduct("many-19999").get("price").asInt()).isEqualTo(1000);
    }

    @Test
    void noMoreThanAHundredErrorsAreNamedButAllAreCounted() throws Exception {
        var answer =
                JSON.readTree(tell("sand", "key of sand", "{}\n".repeat(150)).body());
        assertThat(answer.get("errors")).hasSize(100);
        assertThat(answer.get("refused").asInt()).isEqualTo(150);
    }

    @Test
    void anEmptyImportIsFine() throws Exception {
        assertThat(tell("sand", "key of sand", "").body()).isEqualTo("{\"accepted\":0,\"refused\":0,\"errors\":[]}");
    }

    @Test
    void unknownAndUnshowableProductsAreLeftOut() throws Exception {
        tell("sand", "key of sand", "{\"id\":\"half\",\"name\":\"no price\"}");
        assertThat(ask("mall=sand&ids=half,never").body()).isEqualTo("{\"products\":{}}");
    }

    @Test
    void anIdMayHoldACommaOfItsOwn() throws Exception {
        tell(
                "sand",
                "key of sand",
                "{\"id\":\"a,b\",\"name\":\"n\",\"price\":1,\"currency\":\"KRW\",\"url\":\"https://sand.example/\"}\n"
                        + "{\"id\":\"after\",\"name\":\"n\",\"price\":1,\"currency\":\"KRW\",\"url\":\"https://sand.example/\"}");
        awaitProduct("after");
        assertThat(JSON.readTree(ask("mall=sand&ids=a%2Cb,after").body()).get("products"))
                .hasSize(2);
    }

    @Test
    void anotherMallsPageIsRefusedAndTheMallsOwnMayReadTheAnswer() throws Exception {
        var own = ask("mall=sand&ids=p");
        assertThat(own.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://sand.example");
        assertThat(own.headers().firstValue("Cache-Control")).hasValue("no-store");
        var foreign = send(to("/v1/products?mall=sand&ids=p").header("Origin", "https://sea.example"));
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mall=nowhere&ids=p, 404",
        "ids=p, 404",
        "mall=%25&ids=p, 404",
        "mall=sand, 400",
        "mall=sand&ids=, 400",
        "mall=sand&ids=%25ZZ, 200"
    })
    void aQuestionThatIsNoneIsRefused(String query, int status) throws Exception {
        assertThat(ask(query).statusCode()).isEqualTo(status);
    }

    @Test
    void moreThanFiftyProductsAtOnceAreRefused() throws Exception {
        var ids = new StringBuilder("p");
        for (int i = 0; i < 50; i++) ids.append(",p").append(i);
        assertThat(ask("mall=sand&ids=" + ids).statusCode()).isEqualTo(400);
    }
}
