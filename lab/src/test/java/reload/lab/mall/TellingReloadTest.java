package reload.lab.mall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reload.lab.mall.adapter.Options;
import reload.lab.mall.adapter.Street;

/// What the mall's server tells Reload's, which here is a real HTTP server that writes down what it hears.
class TellingReloadTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Heard(String path, String key, String body) {}

    @TempDir
    Path folder;

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    /// How many requests are still answered with 503.
    private final AtomicInteger busy = new AtomicInteger();

    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-11-22T07:30:00Z").toEpochMilli());

    private HttpServer reload;
    private Street street;
    private final Visitor visitor = new Visitor();

    @BeforeEach
    void start() throws IOException {
        reload = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        reload.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                if (busy.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    exchange.sendResponseHeaders(503, -1);
                    return;
                }
                heard.add(new Heard(
                        exchange.getRequestURI().toString(),
                        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                        body));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        reload.start();
        Path key = Files.writeString(folder.resolve("key"), "sk_demo_123\n");
        street = Street.open(
                Options.of(
                        "--port",
                        "0",
                        "--reload",
                        "http://127.0.0.1:" + reload.getAddress().getPort(),
                        "--server-key-file",
                        key.toString()),
                new Clock() {
                    @Override
                    public Instant instant() {
                        return Instant.ofEpochMilli(now.get());
                    }

                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }
                },
                new Random(7),
                Duration.ofMillis(5));
    }

    @AfterEach
    void stop() {
        street.close();
        reload.stop(0);
    }

    private Heard next() throws InterruptedException {
        Heard next = heard.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("Reload is told something").isNotNull();
        return next;
    }

    @Test
    void theWholeCatalogueIsSentAtTheStart() throws Exception {
        Heard catalogue = next();
        assertThat(catalogue.path()).isEqualTo("/v1/catalog?mall=demo");
        assertThat(catalogue.key()).isEqualTo("Bearer sk_demo_123");
        var lines = catalogue.body().lines().toList();
        assertThat(lines).hasSize(Assortment.earlyWinter().all().size());
        for (String line : lines) {
            JsonNode product = JSON.readTree(line);
            assertThat(product.path("id").asText()).startsWith("p-");
            assertThat(product.path("price").asLong()).isPositive();
            assertThat(product.path("currency").asText()).isEqualTo("KRW");
            assertThat(product.path("url").asText())
                    .startsWith(street.mallUrl().replace("127.0.0.1", "localhost") + "/product/");
            assertThat(product.path("salePrice").asLong(0))
                    .isLessThan(product.path("price").asLong());
        }
    }

    @Test
    void anOrderIsConfirmedAndItsReturnIsToldOnce() throws Exception {
        assertThat(next().path()).isEqualTo("/v1/catalog?mall=demo");
        Product product = Assortment.earlyWinter().all().stream()
                .filter(Product::inStock)
                .findFirst()
                .orElseThrow();
        var done = visitor.submit(street.mallUrl() + "/order", Map.of("item", product.id() + ".0.0.1"));
        String id = done.uri().getPath().replace("/order/", "");

        Heard order = next();
        assertThat(order.path()).isEqualTo("/v1/orders");
        assertThat(order.key()).isEqualTo("Bearer sk_demo_123");
        JsonNode said = JSON.readTree(order.body());
        assertThat(said.path("v").asInt()).isEqualTo(1);
        assertThat(said.path("mall").asText()).isEqualTo("demo");
        assertThat(said.path("sentAt").asLong()).isPositive();
        JsonNode event = said.path("events").path(0);
        assertThat(event.path("type").asText()).isEqualTo("order-confirmed");
        assertThat(event.path("id").asText())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(event.path("order").asText()).isEqualTo(id);
        assertThat(event.path("amount").asLong()).isEqualTo(product.costs() + (product.costs() < 50_000 ? 3_000 : 0));
        assertThat(event.path("currency").asText()).isEqualTo("KRW");
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("type", "id", "at", "order", "amount", "currency");

        assertThat(visitor.submit(street.mallUrl() + "/order/" + id + "/refund", Map.of())
                        .body())
                .contains("반품을 접수했어요");
        JsonNode refund = JSON.readTree(next().body()).path("events").path(0);
        assertThat(refund.path("type").asText()).isEqualTo("order-refunded");
        assertThat(refund.path("order").asText()).isEqualTo(id);
        assertThat(refund.path("refund").asText()).isEqualTo("r-" + id);
        assertThat(refund.path("amount")).isEqualTo(event.path("amount"));

        visitor.submit(street.mallUrl() + "/order/" + id + "/refund", Map.of());
        assertThat(heard.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void whileReloadIsBusyTheShopperIsServedAndTheOrderIsToldLater() throws Exception {
        assertThat(next().path()).isEqualTo("/v1/catalog?mall=demo");
        busy.set(4);
        Product product = Assortment.earlyWinter().all().stream()
                .filter(Product::inStock)
                .findFirst()
                .orElseThrow();
        var done = visitor.submit(street.mallUrl() + "/order", Map.of("item", product.id() + ".0.0.2"));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(next().body()).contains("order-confirmed");
    }

    @Test
    void aShopperUnderAnotherHostNameGetsACatalogueOfThatHost() throws Exception {
        assertThat(next().body()).contains("http://localhost:");
        String mall = street.mallUrl();
        now.addAndGet(3_000);
        visitor.open(mall + "/");
        visitor.open(mall.replace("127.0.0.1", "localhost") + "/", "Accept", "text/html");
        assertThat(heard.poll(200, TimeUnit.MILLISECONDS))
                .as("neither a health check nor a known host changes anything")
                .isNull();
        visitor.open(mall + "/", "Accept", "text/html");
        assertThat(next().body()).contains(mall + "/product/p-1\"").doesNotContain("localhost");
        visitor.open(mall.replace("127.0.0.1", "localhost") + "/", "Accept", "text/html");
        assertThat(heard.poll(200, TimeUnit.MILLISECONDS))
                .as("not more often than every two seconds")
                .isNull();
    }
}
