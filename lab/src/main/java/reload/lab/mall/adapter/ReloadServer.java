package reload.lab.mall.adapter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import reload.lab.mall.Assortment;
import reload.lab.mall.Order;
import reload.lab.mall.Product;
import reload.lab.mall.page.Json;
import reload.lab.mall.page.ProductPage;

/// What this mall's server tells Reload, as any mall's would: its catalogue, its orders and its refunds. Each is
/// told in the background and again until it is taken, so that no shopper ever waits for Reload.
final class ReloadServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ReloadServer.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    /// Order events older than this are not worth another try.
    private static final Duration GIVE_UP = Duration.ofHours(24);

    private final URI reload;
    private final String siteKey;
    private final Path keyFile;
    private final Clock clock;
    private final RandomGenerator dice;
    private final Duration firstPause;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;
    private @Nullable String catalogueOrigin;
    private long catalogueAt;

    ReloadServer(URI reload, String siteKey, Path keyFile, Clock clock, RandomGenerator dice, Duration firstPause) {
        this.reload = reload;
        this.siteKey = siteKey;
        this.keyFile = keyFile;
        this.clock = clock;
        this.dice = dice;
        this.firstPause = firstPause;
        this.http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(background)
                .build();
    }

    void confirm(Order order) {
        String id = eventId(order.at());
        tell(
                "order confirmed order=" + order.id(),
                "/v1/orders",
                "application/json",
                () -> order(order, Map.of("type", "order-confirmed", "id", id, "at", order.at())));
    }

    void refund(Order order) {
        String id = eventId(order.refundedAt());
        tell(
                "order refunded order=" + order.id(),
                "/v1/orders",
                "application/json",
                () -> order(
                        order,
                        Map.of(
                                "type",
                                "order-refunded",
                                "id",
                                id,
                                "at",
                                order.refundedAt(),
                                "refund",
                                "r-" + order.id())));
    }

    private String order(Order order, Map<String, Object> what) {
        Map<String, Object> event = new LinkedHashMap<>(what);
        event.put("order", order.id());
        event.put("amount", order.bought().total());
        event.put("currency", "KRW");
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("v", 1);
        said.put("mall", siteKey);
        said.put("sentAt", clock.millis());
        said.put("events", List.of(event));
        return Json.of(said);
    }

    /// Sends the catalogue with addresses under `origin`, unless that is how Reload knows it already.
    /// Shoppers who come by another host name would otherwise be led to a host that does not know their cart.
    /// At most once in two seconds.
    synchronized void catalogue(Assortment assortment, String origin) {
        long now = clock.millis();
        if (origin.equals(catalogueOrigin) || (catalogueOrigin != null && now - catalogueAt < 2_000)) {
            return;
        }
        catalogueOrigin = origin;
        catalogueAt = now;
        StringBuilder lines = new StringBuilder();
        for (Product product : assortment.all()) {
            lines.append(Json.of(ProductPage.facts(
                            product, origin + "/product/" + product.id(), origin + "/img/" + product.id() + ".svg")))
                    .append('\n');
        }
        String body = lines.toString();
        tell(
                "catalogue sent origin=" + origin,
                "/v1/catalog?mall=" + siteKey,
                "application/x-ndjson",
                () -> isStale(origin) ? "" : body);
    }

    private synchronized boolean isStale(String origin) {
        return !origin.equals(catalogueOrigin);
    }

    /// @param body made anew for each try; nothing means that it need not be told any more
    private void tell(String fact, String path, String type, Supplier<String> body) {
        long until = clock.millis() + GIVE_UP.toMillis();
        background.execute(() -> {
            Duration pause = firstPause;
            boolean warned = false;
            try {
                while (clock.millis() < until) {
                    String said = body.get();
                    if (said.isEmpty()) {
                        return;
                    }
                    String trouble = attempt(path, type, said);
                    if (trouble.isEmpty()) {
                        LOG.log(System.Logger.Level.INFO, fact);
                        return;
                    }
                    LOG.log(
                            warned ? System.Logger.Level.DEBUG : System.Logger.Level.INFO,
                            "not told yet: " + fact + " because=" + trouble);
                    warned = true;
                    if (trouble.startsWith("refused")) {
                        return;
                    }
                    Thread.sleep(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// @return nothing where it was taken; `refused ...` where asking again will not help
    private String attempt(String path, String type, String body) throws InterruptedException {
        try {
            String key = Files.readString(keyFile).strip();
            HttpRequest request = HttpRequest.newBuilder(reload.resolve(path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status / 100 == 2) {
                return "";
            }
            // A key may not be known yet while Reload is being set up; a malformed request stays malformed.
            boolean hopeless = status == 400 || status == 413 || status == 415 || status == 422;
            return (hopeless ? "refused " : "answered ") + status + " "
                    + answer.body().lines().findFirst().orElse("");
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    /// A UUIDv7: 48 bits of milliseconds, then chance.
    private String eventId(long millis) {
        long chance = dice.nextLong();
        long more = dice.nextLong();
        return "%08x-%04x-7%03x-%x%03x-%012x"
                .formatted(
                        millis >>> 16 & 0xffffffffL,
                        millis & 0xffff,
                        chance & 0xfff,
                        8 + (chance >>> 12 & 3),
                        chance >>> 14 & 0xfff,
                        more & 0xffffffffffffL);
    }

    @Override
    public void close() {
        background.shutdownNow();
        http.shutdownNow();
    }
}
