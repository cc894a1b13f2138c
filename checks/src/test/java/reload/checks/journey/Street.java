package reload.checks.journey;

import static reload.checks.stage.Programs.await;
import static reload.checks.stage.Programs.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reload.checks.stage.PlanQuestion;
import reload.checks.stage.Programs;
import reload.lab.shopper.adapter.Console;
import reload.lab.trial.RunningReload;

/// Reload as it is delivered, the demo mall, its feed and its search engine: what `./reload up` starts, on
/// free ports and an empty data directory.
final class Street implements AutoCloseable {
    static final String MALL = "demo";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final URI reload;
    final URI mall;
    final URI feed;
    final URI search;
    final Console console;
    final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Path data;
    private final RunningReload application;
    private final Process demo;
    private int published;
    private String installed = "";

    private Street(Path root, Path data) throws IOException, InterruptedException {
        this.data = data;
        int mallPort = threeFreePorts();
        this.mall = URI.create("http://localhost:" + mallPort);
        this.feed = URI.create("http://localhost:" + (mallPort + 1));
        this.search = URI.create("http://localhost:" + (mallPort + 2));
        int port = freePort();
        this.application = RunningReload.start(
                root,
                data,
                port,
                List.of("-XX:TieredStopAtLevel=1", "-Dreload.demo=true", "-Dreload.demo.mall-port=" + mallPort));
        Runtime.getRuntime().addShutdownHook(new Thread(application::close));
        this.reload = application.url();
        Path lab = root.resolve("lab/target");
        this.demo = Programs.start(new ProcessBuilder(words(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        lab.resolve("classes") + ":" + lab.resolve("lib") + "/*",
                        "reload.lab.mall.DemoMall",
                        "--port",
                        mallPort,
                        "--reload",
                        reload,
                        "--site-key",
                        MALL,
                        "--snippet-file",
                        data.resolve("demo/snippet.html"),
                        "--server-key-file",
                        data.resolve("demo/server.key")))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("mall.log").toFile()));
        for (URI place : List.of(mall, feed, search))
            await("the page " + place, PATIENCE, () -> {
                if (!demo.isAlive()) throw new AssertionError("the demo mall has ended: " + said("mall.log"));
                return Optional.of(get(place)).filter(answer -> answer.statusCode() == 200);
            });
        this.console = Console.signIn(client, reload, RunningReload.EMAIL, RunningReload.PASSWORD);
    }

    static Street open(Path root, Path data) throws IOException, InterruptedException {
        return new Street(root, data);
    }

    private String said(String log) {
        try {
            return Files.readString(data.resolve(log));
        } catch (IOException e) {
            return e.toString();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static int threeFreePorts() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = freePort();
            try (var second = new ServerSocket(port + 1);
                    var third = new ServerSocket(port + 2)) {
                if (second.isBound() && third.isBound()) return port;
            } catch (IOException | IllegalArgumentException taken) {
                continue;
            }
        }
        throw new IOException("no three free ports in a row");
    }

    HttpResponse<String> get(URI address) {
        return send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Publishes changed settings of the demo mall, and waits until plans are made by them. How long a plan
    /// lasts, which no journey is about, tells them from the ones before.
    void publish(Consumer<ObjectNode> change) {
        ObjectNode settings = console.get("/api/malls/" + MALL + "/settings")
                .path("published")
                .path("settings")
                .deepCopy();
        change.accept(settings);
        long ttl = 600_000 + ++published;
        settings.withObject("/rules").put("planTtlMs", ttl);
        console.put(
                "/api/malls/" + MALL + "/settings/draft",
                JSON.createObjectNode().set("settings", settings));
        console.post("/api/malls/" + MALL + "/settings/publish", JSON.createObjectNode());
        await("the new settings in a plan", PATIENCE, () -> {
            JsonNode plan = plan();
            if (plan.path("ttlMs").asLong() == ttl) return Optional.of(plan);
            throw new IllegalStateException("the plan is " + plan);
        });
    }

    /// What a shopper who has come from the feed to a product's page may be shown.
    JsonNode plan() {
        String product = firstProduct();
        String page = mall + "/product/" + product + "?utm_source=jogakbo&utm_medium=cpc";
        return new PlanQuestion(MALL, "AAECAwQFBgcICQoLDA0ODw", mall.toString(), page, product, feed + "/")
                .ask(client, reload);
    }

    /// Takes our script out of the demo mall's pages, or puts it back.
    void putScriptInThePages(boolean in) throws IOException {
        Path snippet = data.resolve("demo/snippet.html");
        if (installed.isEmpty()) installed = Files.readString(snippet);
        Files.writeString(snippet, in ? installed : "");
    }

    String firstProduct() {
        Matcher link = Pattern.compile("href=\"[^\"]*product/([^\"?]+)")
                .matcher(get(mall.resolve("/list/best")).body());
        if (!link.find()) throw new IllegalStateException("the mall's list has no products");
        return link.group(1);
    }

    /// The figures of a mall, after all that was in the log is counted.
    JsonNode report(String key) {
        return console.report(key, null, null);
    }

    /// The sessions of a mall, newest first, after all that was in the log is counted.
    List<JsonNode> sessions(String key) {
        report(key);
        List<JsonNode> sessions = new ArrayList<>();
        console.get("/api/malls/" + key + "/sessions?limit=50").path("sessions").forEach(sessions::add);
        return sessions;
    }

    /// The newest session of the demo mall, once it is as it should be.
    JsonNode awaitSession(String what, java.util.function.Predicate<JsonNode> right) {
        return await(what, Duration.ofSeconds(45), () -> {
            List<JsonNode> sessions = sessions(MALL);
            if (sessions.isEmpty()) return Optional.empty();
            if (right.test(sessions.getFirst())) return Optional.of(sessions.getFirst());
            throw new IllegalStateException("the newest session is " + sessions.getFirst());
        });
    }

    /// How many leave moments of the demo mall came to this, after all that was in the log is counted.
    long leaveMoments(String reason) {
        report(MALL);
        long count = 0;
        for (JsonNode row : console.get("/api/malls/" + MALL + "/reasons").path("rows"))
            if (row.path("reason").asText().equals(reason))
                count += row.path("count").asLong();
        return count;
    }

    /// How many beacons and events were not taken for this reason.
    double dropped(String reason) {
        return get(reload.resolve("/q/metrics"))
                .body()
                .lines()
                .filter(line ->
                        line.startsWith("reload_admissions_dropped_total") && line.contains("\"" + reason + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    Path fresh(String name) throws IOException {
        return Files.createTempDirectory(data, name);
    }

    /// Keeps what both have said, in a folder of the build.
    void keepLogs(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String log : List.of("app.log", "mall.log"))
            Files.copy(data.resolve(log), folder.resolve(log), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Programs.end(demo);
        application.close();
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
