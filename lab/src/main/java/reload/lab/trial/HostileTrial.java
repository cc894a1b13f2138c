package reload.lab.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reload.lab.shopper.Truth;
import reload.lab.shopper.World;
import reload.lab.shopper.adapter.Console;
import reload.lab.shopper.adapter.HttpMall;
import reload.lab.shopper.adapter.Simulation;

/// Speaks to Reload as nobody should: broken, huge, forged, foreign and replayed. Every answer must be a
/// documented refusal or a counted drop, never a failure of the server, and the honest traffic beside it must
/// be counted as if alone.
public final class HostileTrial {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> OF_COLLECT = Set.of(204, 400, 403, 404, 413, 429);
    private static final Set<Integer> OF_PLAN = Set.of(200, 400, 403, 404, 413, 429);
    private static final Set<Integer> OF_ORDERS = Set.of(204, 400, 403, 413, 429);
    /// The limit on a mall and address may speak before the question of the origin is asked.
    private static final Set<Integer> FOREIGN = Set.of(403, 429);

    private static final String BROWSER =
            "Mozilla/5.0 (Linux; Android 15; SM-S921N) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36";

    private final RunningReload reload;
    private final Consumer<String> progress;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Console console;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> undocumented = new ArrayList<>();
    private int sent;

    private HostileTrial(RunningReload reload, Consumer<String> progress) {
        this.reload = reload;
        this.progress = progress;
        console = Console.signIn(client, reload.url(), RunningReload.EMAIL, RunningReload.PASSWORD);
    }

    /// What the trial found.
    ///
    /// @param sent hostile requests
    /// @param statuses how they were answered; 0 stands for a connection the server closed
    /// @param undocumented the answers that should not have been given; none in a sound server
    /// @param differences between the honest shoppers' truth and their report; none in a sound server
    /// @param aloneMsP99 of honest beacons at rest, milliseconds
    /// @param besideHonestMsP99 of honest beacons beside as many honest ones as there will be hostile ones
    /// @param besideHostileMsP99 of honest beacons beside the hostile ones
    public record Outcome(
            int sent,
            Map<Integer, Integer> statuses,
            List<String> undocumented,
            List<Difference> differences,
            double aloneMsP99,
            double besideHonestMsP99,
            double besideHostileMsP99) {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("reload.root", "")).toAbsolutePath();
        int mutations = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000;
        Outcome outcome = run(
                root,
                Path.of(arguments[0]).toAbsolutePath(),
                Integer.parseInt(arguments[1]),
                mutations,
                System.err::println);
        System.out.println(outcome);
        System.exit(outcome.undocumented().isEmpty() && outcome.differences().isEmpty() ? 0 : 1);
    }

    /// @param data an empty directory
    public static Outcome run(Path root, Path data, int port, int mutations, Consumer<String> progress)
            throws IOException, InterruptedException, ExecutionException {
        try (RunningReload reload = RunningReload.start(root, data, port, List.of("-Dreload.demo=true"))) {
            return new HostileTrial(reload, progress).run(mutations);
        }
    }

    private Outcome run(int mutations) throws IOException, InterruptedException, ExecutionException {
        List<Difference> differences = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);

        Live gauge = new Live("gauge");
        List<Live> attacked = List.of(new Live("attacked-1"), new Live("attacked-2"), new Live("attacked-3"));
        gauge.measure(10, new AtomicBoolean());
        double quiet = gauge.measure(20, new AtomicBoolean());
        double besideHonest = gauge.beside(() -> paced(attacked, mutations, random, false));
        double besideHostile = gauge.beside(() -> {
            for (Live mall : attacked)
                for (var hostile : HostileBeacons.named(mall.beacon(random))) named(mall, hostile);
            paced(attacked, mutations, random, true);
        });
        progress.accept(sent + " hostile requests: " + statuses);
        progress.accept("p99 of honest beacons: %.1f ms alone, %.1f beside as many honest, %.1f beside hostile ones"
                .formatted(quiet, besideHonest, besideHostile));
        differences.addAll(gauge.differences());
        wire();

        differences.addAll(new Forgery().run(random));
        differences.addAll(besideShoppers(random));
        return new Outcome(
                sent,
                statuses,
                List.copyOf(undocumented),
                List.copyOf(differences),
                quiet,
                besideHonest,
                besideHostile);
    }

    private void named(Live mall, HostileBeacons.Hostile hostile) throws InterruptedException {
        expect(hostile.what(), post("/v1/collect", hostile.body(), mall.origin, null), OF_COLLECT);
        expect(hostile.what() + ", to plan", post("/v1/plan", hostile.body(), mall.origin, null), OF_PLAN);
        expect(hostile.what() + ", to orders", post("/v1/orders", hostile.body(), null, mall.serverKey), OF_ORDERS);
    }

    /// Beacons to the attacked malls, as fast as one address may send to them.
    private void paced(List<Live> attacked, int count, SplittableRandom random, boolean hostile)
            throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Live mall = attacked.get(i % attacked.size());
            byte[] valid = mall.beacon(random).getBytes(StandardCharsets.UTF_8);
            if (hostile) {
                byte[] body = HostileBeacons.mutated(valid, random);
                expect("mutation " + i, post("/v1/collect", body, mall.origin, null), OF_COLLECT);
            } else {
                post("/v1/collect", valid, mall.origin, null);
            }
            long wait = began + i * 2_000_000L - System.nanoTime();
            if (wait > 1_000_000) Thread.sleep(wait / 1_000_000);
        }
    }

    /// Requests that are not even HTTP as the server wants it.
    private void wire() throws IOException {
        String host = "Host: localhost\r\n";
        List<String> requests = List.of(
                "GET /v1/collect HTTP/1.1\r\n" + host + "\r\n",
                "DELETE /v1/plan HTTP/1.1\r\n" + host + "\r\n",
                "POST /v1/collect HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n",
                "POST /v1/collect HTTP/1.1\r\n" + host + "Content-Length: 99999999999999999999\r\n\r\n",
                "POST /v1/collect HTTP/1.1\r\n" + host + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "POST /v1/collect HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /v1/collect HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n"
                        + ("ffff\r\n" + "x".repeat(0xffff) + "\r\n").repeat(3) + "0\r\n\r\n",
                "POST /v1/collect HTTP/1.1\r\n" + host + "X-Long: " + "x".repeat(100_000) + "\r\n\r\n",
                "POST /v1/../../etc/passwd HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n",
                "POST /v1/collect%00 HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n",
                "nonsense\r\n\r\n");
        for (String request : requests) {
            String first = request.lines().findFirst().orElse("");
            int status = raw(request);
            count(status);
            if (status >= 500 || status >= 200 && status < 300) undocumented.add("wire " + first + ": " + status);
        }
    }

    private int raw(String request) throws IOException {
        URI url = reload.url();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            byte[] head = socket.getInputStream().readNBytes(12);
            return head.length < 12 ? 0 : Integer.parseInt(new String(head, 9, 3, StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            return 0;
        }
    }

    /// Honest shoppers of a simulated mall, while that very mall is attacked without its key.
    private List<Difference> besideShoppers(SplittableRandom random) throws InterruptedException, ExecutionException {
        String key = "honest";
        String origin = "https://honest.example";
        Console.Keys keys = console.openSimulatedMall(key, origin, "KRW", ZONE.getId(), 0.5);
        HttpMall server = new HttpMall(client, reload.url(), key, origin, keys.historyKey());
        long start =
                LocalDate.now(ZONE).minusDays(60).atStartOfDay(ZONE).toInstant().toEpochMilli();
        var lived =
                new FutureTask<>(() -> new Simulation(World.of(key, 1, 2_000, 30, start), server, progress).live(24));
        Thread.ofPlatform().daemon().start(lived);
        Live victim = new Live(key, origin, keys.serverKey());
        while (!lived.isDone()) {
            String beacon = victim.beacon(random);
            byte[] valid = beacon.getBytes(StandardCharsets.UTF_8);
            expect("foreign origin", post("/v1/collect", valid, "https://other.example", null), FOREIGN);
            expect("no origin", post("/v1/collect", valid, null, null), FOREIGN);
            expect("a wrong key", post("/v1/collect", valid, origin, "guess"), Set.of(403));
            expect("a robot", post("/v1/collect", valid, origin, null, "Googlebot/2.1"), Set.of(204, 429));
            expect("a wrong key for orders", post("/v1/orders", order(key), null, "guess"), Set.of(403));
            expect(
                    "mutated from a foreign origin",
                    post("/v1/collect", HostileBeacons.mutated(valid, random), "https://other.example", null),
                    OF_COLLECT);
        }
        Truth truth = lived.get();
        List<Difference> differences = Difference.between(truth, report(key));
        progress.accept("honest shoppers beside: " + truth.sessions() + " sessions, differences " + differences);
        return differences;
    }

    private static byte[] order(String mall) {
        return ("{\"v\":1,\"mall\":\"" + mall + "\",\"sentAt\":" + System.currentTimeMillis()
                        + ",\"events\":[{\"type\":\"order-refunded\",\"id\":\"019aa9c0-0000-7000-8000-000000000021\",\"at\":"
                        + System.currentTimeMillis()
                        + ",\"order\":\"o-1-1\",\"refund\":\"x\",\"amount\":1000,\"currency\":\"KRW\"}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode report(String mall) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return console.report(
                mall, today.minusDays(700).toString(), today.plusDays(1).toString());
    }

    /// Plan tokens: forged, taken over by another visitor or mall, and used twice.
    private final class Forgery {
        List<Difference> run(SplittableRandom random) throws IOException, InterruptedException {
            Live mall = new Live("forged");
            console.switchOn("forged", null);
            Live other = new Live("forged-other");
            String visitor = visitor(random);
            @Nullable JsonNode plan = null;
            for (int tries = 0;
                    tries < 100 && (plan == null || !plan.path("eligible").asBoolean());
                    tries++) {
                String view = uuid(random);
                mall.take(mall.looked(visitor, view, random));
                Thread.sleep(300);
                plan = JSON.readTree(post("/v1/plan", mall.ask(visitor, view), mall.origin, null)
                        .body());
            }
            if (plan == null || !plan.path("eligible").asBoolean())
                throw new IllegalStateException("no plan was given: " + plan);
            String token = plan.path("token").asText();
            String view = uuid(random);
            mall.take(mall.beacon(visitor, mall.triggered(view, token, uuid(random))));
            for (int i = 0; i < 20; i++) {
                char[] forged = token.toCharArray();
                int at = random.nextInt(forged.length);
                forged[at] = forged[at] == 'A' ? 'B' : 'A';
                String bad = new String(forged);
                attack("a token used twice", mall, mall.beacon(visitor, mall.triggered(view, token, uuid(random))));
                String thief = visitor(random);
                attack("a forged token", mall, mall.beacon(visitor, mall.triggered(view, bad, uuid(random))));
                attack(
                        "a cut token",
                        mall,
                        mall.beacon(visitor, mall.triggered(view, token.substring(0, 40), uuid(random))));
                attack("another's token", mall, mall.beacon(thief, mall.triggered(view, token, uuid(random))));
                attack(
                        "another mall's token",
                        other,
                        other.beacon(visitor, other.triggered(view, token, uuid(random))));
                attack("a forged click", mall, mall.beacon(thief, mall.clicked(view, token, uuid(random))));
            }
            List<Difference> differences = new ArrayList<>();
            same(
                    differences,
                    "triggered once",
                    1,
                    report("forged").path("triggered").asLong());
            same(
                    differences,
                    "clicks of nobody",
                    0,
                    report("forged").path("clicks").asLong());
            same(
                    differences,
                    "triggered elsewhere",
                    0,
                    report("forged-other").path("triggered").asLong());
            progress.accept("forged and replayed tokens: differences " + differences);
            return differences;
        }

        private void attack(String what, Live mall, String beacon) throws InterruptedException {
            byte[] body = beacon.getBytes(StandardCharsets.UTF_8);
            expect(what, post("/v1/collect", body, mall.origin, null), Set.of(204, 429));
        }

        private void same(List<Difference> differences, String what, long truth, long reported) {
            if (truth != reported) differences.add(new Difference(what, truth, reported));
        }
    }

    private interface Doing {
        void run() throws InterruptedException;
    }

    /// A live mall: no history key, real time, its own origin.
    private final class Live {
        final String key;
        final String origin;
        final String serverKey;
        private long views;
        private long visitors;
        private long dwellMs;

        Live(String key) {
            this.key = key;
            origin = "https://" + key + ".example";
            serverKey =
                    console.openMall(key, origin, "KRW", ZONE.getId(), false).serverKey();
        }

        Live(String key, String origin, String serverKey) {
            this.key = key;
            this.origin = origin;
            this.serverKey = serverKey;
        }

        /// Sends honest beacons, 40 a second, and times them from when they fell due.
        ///
        /// @return the 99th percentile, milliseconds
        double measure(int seconds, AtomicBoolean over) throws InterruptedException {
            SplittableRandom random = new SplittableRandom(views);
            List<Double> took = new ArrayList<>();
            long began = System.nanoTime();
            for (int i = 0; i < seconds * 40 && !over.get(); i++) {
                long due = began + i * 25_000_000L;
                long wait = due - System.nanoTime();
                if (wait > 0) Thread.sleep(Duration.ofNanos(wait));
                take(beacon(random));
                views++;
                visitors++;
                dwellMs += 8_800;
                took.add((System.nanoTime() - due) / 1e6);
            }
            double[] sorted = took.stream().mapToDouble(d -> d).sorted().toArray();
            return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.99))];
        }

        /// Measures for as long as something else goes on.
        double beside(Doing other) throws InterruptedException, ExecutionException {
            AtomicBoolean over = new AtomicBoolean();
            var measuring = new FutureTask<>(() -> measure(600, over));
            Thread.ofVirtual().start(measuring);
            try {
                other.run();
            } finally {
                over.set(true);
            }
            return measuring.get();
        }

        List<Difference> differences() {
            JsonNode report = report(key);
            List<Difference> all = new ArrayList<>();
            if (report.path("pageViews").asLong() != views)
                all.add(new Difference(
                        "pageViews", views, report.path("pageViews").asLong()));
            if (report.path("sessions").asLong() != visitors)
                all.add(new Difference(
                        "sessions", visitors, report.path("sessions").asLong()));
            double mean = (double) dwellMs / visitors;
            if (Math.abs(report.path("dwellVisibleMsMean").asDouble() - mean) > mean / 100)
                all.add(new Difference(
                        "dwell", mean, report.path("dwellVisibleMsMean").asDouble()));
            return all;
        }

        void take(String beacon) {
            HttpResponse<byte[]> answer = post("/v1/collect", beacon.getBytes(StandardCharsets.UTF_8), origin, null);
            if (answer.statusCode() != 204)
                throw new IllegalStateException("an honest beacon was answered " + answer.statusCode());
        }

        /// A whole look at a product by somebody new.
        String beacon(SplittableRandom random) {
            return looked(visitor(random), uuid(random), random);
        }

        String looked(String visitor, String view, SplittableRandom random) {
            return beacon(visitor, """
                    {"type":"page-viewed","id":"%1$s","at":%2$d,"url":"%3$s/p-1","title":"Shirt","template":"product",\
                    "landing":true,"entry":true,"utm":{"source":"kakao","medium":"social"}},\
                    {"type":"product-viewed","id":"%4$s","at":%2$d,"view":"%1$s","product":{"id":"p-1","name":"Shirt",\
                    "price":1000,"currency":"KRW","inStock":true,"url":"%3$s/p-1"}},\
                    {"type":"dwelled","id":"%5$s","at":%2$d,"view":"%1$s","visibleMs":8800,"activeMs":100,\
                    "wallMs":9000}""".formatted(view, now(), origin, uuid(random), uuid(random)));
        }

        String beacon(String visitor, String events) {
            return """
                    {"v":1,"mall":"%s","visitor":"%s","storage":"persistent","consent":"granted","sentAt":%d,\
                    "device":"phone","events":[%s]}""".formatted(key, visitor, now(), events);
        }

        String triggered(String view, String token, String id) {
            return """
                    {"type":"triggered","id":"%s","at":%d,"view":"%s","trigger":"back-hold","token":"%s","stayMs":5000}""".formatted(id, now(), view, token);
        }

        String clicked(String view, String token, String id) {
            return """
                    {"type":"clicked","id":"%s","at":%d,"view":"%s","token":"%s","block":"product-again"}""".formatted(id, now(), view, token);
        }

        byte[] ask(String visitor, String view) {
            ObjectNode ask = JSON.createObjectNode()
                    .put("v", 1)
                    .put("mall", key)
                    .put("visitor", visitor)
                    .put("storage", "persistent")
                    .put("consent", "granted")
                    .put("sentAt", now())
                    .put("view", view)
                    .put("url", origin + "/p-1")
                    .put("template", "product")
                    .put("product", "p-1")
                    .put("bundle", "hold");
            ask.putObject("landing")
                    .put("entry", true)
                    .put("url", origin + "/p-1?utm_source=kakao&utm_medium=social")
                    .putObject("utm")
                    .put("source", "kakao")
                    .put("medium", "social");
            return ask.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private void expect(String what, HttpResponse<byte[]> answer, Set<Integer> documented) {
        count(answer.statusCode());
        if (documented.contains(answer.statusCode())) return;
        if (undocumented.size() < 50) undocumented.add(what + ": " + answer.statusCode());
    }

    private synchronized void count(int status) {
        sent++;
        statuses.merge(status, 1, Integer::sum);
    }

    private HttpResponse<byte[]> post(String path, byte[] body, @Nullable String origin, @Nullable String secret) {
        return post(path, body, origin, secret, BROWSER);
    }

    private HttpResponse<byte[]> post(
            String path, byte[] body, @Nullable String origin, @Nullable String secret, String userAgent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(reload.url().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "text/plain")
                .header("User-Agent", userAgent)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (origin != null) request.header("Origin", origin);
        if (secret != null) request.header("Authorization", "Bearer " + secret);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("the server closed on " + body.length + " bytes to " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long now() {
        return System.currentTimeMillis();
    }

    private static String visitor(SplittableRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String uuid(SplittableRandom random) {
        String hex = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-7" + hex.substring(13, 16) + "-8"
                + hex.substring(17, 20) + "-" + hex.substring(20);
    }
}
