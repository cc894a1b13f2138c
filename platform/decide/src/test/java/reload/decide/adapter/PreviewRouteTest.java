package reload.decide.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reload.catalog.Catalog;
import reload.collect.adapter.Clients;
import reload.collect.adapter.Door;
import reload.collect.adapter.Limiter;
import reload.collect.adapter.Tally;
import reload.decide.PlanRequest;
import reload.event.Arm;
import reload.event.Consent;
import reload.event.Device;
import reload.event.PreviewPass;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.event.Template;
import reload.event.VisitorId;
import reload.learn.Learnt;
import reload.mall.Mall;
import reload.mall.TestMalls;
import reload.recommend.Recommender;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewRouteTest {
    private static final Mall MALL = TestMalls.mall(1, "mall");
    private static final Mall OTHER = TestMalls.mall(2, "other");
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String OF_A_STRICT_PAGE = """
            {"v":1,"mall":"mall","visitor":"AAECAwQFBgcICQoLDA0ODw","storage":"persistent","sentAt":1795338000000,
            "device":"phone","view":"019aa9c0-0000-7000-8000-000000000001","url":"https://mall.example/p-17",
            "template":"product","product":"p-17","bundle":"strict",
            "landing":{"url":"https://mall.example/p-17","entry":false},"recent":[],"bought":[]}""";

    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeAll
    void open() throws Exception {
        var limiter = new Limiter(new Limiter.Limits(1_000, 1_000), Ticker.systemTicker());
        var door = new Door(
                new TestMalls(MALL, OTHER),
                Clients.load(),
                limiter,
                new Tally(new SimpleMeterRegistry()),
                Clock.fixed(NOW, ZoneOffset.UTC));
        Router router = Router.router(vertx);
        router.post("/v1/preview")
                .handler(new PreviewRoute(
                        door,
                        _ -> Catalog.EMPTY,
                        _ -> Recommender.NONE,
                        _ -> Learnt.NOTHING,
                        at -> new UUID(at << 16 | 0x7000, 1L << 63)));
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
        vertx.close();
    }

    private HttpResponse<String> asked(String token, String origin, String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/preview?token=" + token))
                            .header("Origin", origin)
                            .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String link(Mall mall, Instant until) {
        return new PreviewPass(mall.id(), until.toEpochMilli()).sign(mall.tokenKey());
    }

    @Test
    void aSignedLinkIsToldEveryRuleThatRefuses() throws Exception {
        HttpResponse<String> answer = asked(link(MALL, NOW.plusSeconds(60)), "https://mall.example", OF_A_STRICT_PAGE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode said = new ObjectMapper().readTree(answer.body());
        assertThat(said.path("until").asLong()).isEqualTo(NOW.plusSeconds(60).toEpochMilli());
        assertThat(said.path("reasons").path("back-hold"))
                .extracting(JsonNode::asText)
                .contains("TRIGGER_OFF", "STRICT_BUNDLE", "NOT_LANDING_ENTRY");
        // The rules let it through, but a mall without goods has nothing to show.
        assertThat(said.path("reasons").path("link"))
                .extracting(JsonNode::asText)
                .containsExactly("NOTHING_TO_SHOW");
        assertThat(said.has("plan")).isFalse();
    }

    @Test
    void aLinkThatIsForgedOverOrAnotherMallsLeadsNowhere() throws Exception {
        for (String token : List.of("", "forged", link(MALL, NOW), link(OTHER, NOW.plusSeconds(60)))) {
            HttpResponse<String> answer = asked(token, "https://mall.example", OF_A_STRICT_PAGE);
            assertThat(answer.statusCode()).as("token %s", token).isEqualTo(404);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void whatIsNoRequestForAPlanAndAForeignPageAreRefused() throws Exception {
        String token = link(MALL, NOW.plusSeconds(60));
        assertThat(asked(token, "https://mall.example", "{").statusCode()).isEqualTo(400);
        assertThat(asked(token, "https://mall.example", "x".repeat(16 * 1024 + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(asked(token, "https://evil.example", OF_A_STRICT_PAGE).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPreviewIsForAShopperWithNothingInTheWay() {
        PlanRequest open = PreviewRoute.unhindered(request("p-17", "p-9", List.of("p-3")));
        assertThat(open.storage()).isEqualTo(Storage.PERSISTENT);
        assertThat(open.consent()).isEqualTo(Consent.GRANTED);
        assertThat(open.seen()).isNull();
        assertThat(open.snoozedUntil()).isZero();
        assertThat(open.framed()).isFalse();
        assertThat(open.webdriver()).isFalse();
        assertThat(open.template()).isEqualTo(Template.HOME);
    }

    @Test
    void itIsAboutTheProductOfThePageElseTheOneLeftElseTheLastViewed() {
        assertThat(PreviewRoute.unhindered(request("p-17", "p-9", List.of("p-3")))
                        .left())
                .isEqualTo("p-17");
        assertThat(PreviewRoute.unhindered(request(null, "p-9", List.of("p-3"))).left())
                .isEqualTo("p-9");
        assertThat(PreviewRoute.unhindered(request(null, null, List.of("p-3"))).left())
                .isEqualTo("p-3");
        assertThat(PreviewRoute.unhindered(request(null, null, List.of())).left())
                .isNull();
    }

    private static PlanRequest request(@Nullable String product, @Nullable String left, List<String> recent) {
        return new PlanRequest(
                new SiteKey("shop"),
                new VisitorId("AAECAwQFBgcICQoLDA0ODw"),
                Storage.NONE,
                Consent.DENIED,
                Device.PHONE,
                1_795_312_800_000L,
                new UUID(0x019aa9c000007000L, 0x8000000000000001L),
                Template.PRODUCT,
                product,
                "ko",
                true,
                true,
                false,
                new PlanRequest.Landing("https://mall.example/", null, null, true),
                left,
                new PlanRequest.Seen(1_795_312_700_000L, Arm.HELD_OUT),
                1_795_400_000_000L,
                recent,
                List.of());
    }
}
