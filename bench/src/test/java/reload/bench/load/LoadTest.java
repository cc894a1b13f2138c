package reload.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answered = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean eleventh = answered.incrementAndGet() % 11 == 0;
            byte[] said = "no".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(eleventh ? 503 : 204, eleventh ? said.length : -1);
            if (eleventh) exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Load load(int connections) {
        var template = new Template(
                "localhost", "/", "https://a.example", "VVVVVVVVVVVVVVVVVVVVaA NNNNNNNNNNNN", 2, new Random(1));
        return new Load(server.getAddress(), connections, 204, template);
    }

    @Test
    void everyRequestIsAnsweredOnceAndEveryBodyIsAnother() throws Exception {
        Load.Result result = load(4).run(1, 0);
        assertThat(result.others().keySet()).containsExactly(503);
        assertThat(result.answered() + result.others().get(503)).isEqualTo(answered.get());
        assertThat(bodies).hasSize(answered.get());
        assertThat(result.latencies().total()).isEqualTo(result.answered());
        assertThat(bodies.stream().map(body -> body.substring(0, 22)).distinct().count())
                .as("two requests a visitor")
                .isEqualTo((answered.get() + 1) / 2);
    }

    @Test
    void aRateIsKeptWhereTheServerCan() throws Exception {
        load(4).run(0.5, 0);
        int before = answered.get();
        load(4).run(2, 100);
        assertThat(answered.get() - before).isBetween(195, 205);
    }

    @Test
    void aPercentileIsTheValueSoManyAreBelow() {
        Latencies latencies = new Latencies();
        for (int ms = 1; ms <= 1_000; ms++) latencies.add(ms * 1_000_000L);
        assertThat(latencies.percentileMs(0.5)).isCloseTo(500, within(10.0));
        assertThat(latencies.percentileMs(0.99)).isCloseTo(990, within(18.0));
    }

    @Test
    void aTemplateWritesTheMomentOfSending() {
        var template = new Template("h", "/", "o", "1700000000000", 1, new Random(1));
        ByteBuffer into = ByteBuffer.allocate(1_000);
        long before = System.currentTimeMillis();
        template.write(0, into);
        String text = new String(into.array(), 0, into.position(), StandardCharsets.UTF_8);
        assertThat(Long.parseLong(text.substring(text.length() - 13))).isBetween(before, System.currentTimeMillis());
        assertThat(template.bodyBytes()).isEqualTo(13);
    }

    @Test
    void aTemplateNamesAThousandProductsTheFirstOnesMoreOften() {
        var template = new Template("h", "/", "o", "P0P P1P P2P", 1, new Random(1));
        var seen = new int[1_000];
        String[] before = {"", ""};
        for (int i = 0; i < 100_000; i++) {
            ByteBuffer into = ByteBuffer.allocate(1_000);
            template.write(i, into);
            String text = new String(into.array(), 0, into.position(), StandardCharsets.UTF_8);
            String[] products = text.substring(text.length() - 11).split(" ");
            if (i > 1) assertThat(products).endsWith(before);
            seen[Integer.parseInt(products[0])]++;
            before = new String[] {products[0], products[1]};
        }
        assertThat(Arrays.stream(seen)).allMatch(times -> times > 0);
        assertThat(Arrays.stream(seen, 0, 100).sum()).isBetween(31_000, 32_500);
    }
}
