package reload.checks.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import reload.checks.stage.Display;
import reload.checks.stage.Engine;
import reload.checks.stage.Inspector;
import reload.checks.stage.Measured;
import reload.checks.stage.Programs;
import reload.checks.stage.Window;

/// What our script costs a product's page of the demo mall: with it and without it, in turns, in Chromium with the
/// processor four times slower than it is.
@Tag("full")
@TestInstance(Lifecycle.PER_CLASS)
class PageCostTest {
    private static final Path ROOT =
            Path.of(System.getProperty("reload.root", "..")).toAbsolutePath().normalize();
    private static final int PAIRS = Integer.getInteger("reload.cost.pairs", 24);
    /// Student's t for 95 % and 23 degrees of freedom; a little more is needed for fewer pairs.
    private static final double T = 2.069;
    private static final double LONG_MS = 20;
    private static final String WATCH = """
            window.cost = { lcp: 0, cls: 0 };
            const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
            watch('largest-contentful-paint', (e) => { cost.lcp = e.startTime; });
            watch('layout-shift', (e) => { if (!e.hadRecentInput) cost.cls += e.value; });
            """;

    /// One load of the page. Times in milliseconds; those of tasks are the thread's own, which other work on the
    /// machine does not lengthen.
    ///
    /// @param inp the longest time from a tap to the next paint, by the trace: a page itself
    ///     hears of no tap below 16 ms, so that one millisecond more can count as sixteen
    /// @param tasks tasks of the page's thread that took longer than 20 ms
    /// @param ours the longest single run of our script within one of its tasks
    private record Load(double lcp, double inp, double cls, double tasks, double ours) {}

    private final List<Load> with = new ArrayList<>();
    private final List<Load> without = new ArrayList<>();
    private String version = "";

    @BeforeAll
    void measure() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("reload-cost");
        try (Street street = Street.open(ROOT, data);
                Display display = Display.open(Display.WIDE, 820)) {
            version = Engine.CHROMIUM.version(display);
            URI page = URI.create(street.mall + "/product/" + street.firstProduct());
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            try (Window window = Window.open(
                            Engine.CHROMIUM,
                            display,
                            street.fresh("profile"),
                            page,
                            "--remote-debugging-port=" + port);
                    Tab tab = new Tab(port)) {
                assertThat(window.isAlive()).isTrue();
                // The first loads fill the caches.
                for (int pair = -2; pair < PAIRS; pair++) {
                    // The order changes from pair to pair.
                    for (boolean script : pair % 2 == 0 ? new boolean[] {true, false} : new boolean[] {false, true}) {
                        street.putScriptInThePages(script);
                        Load load = tab.load(page);
                        if (pair >= 0) (script ? with : without).add(load);
                    }
                }
            }
        }
    }

    /// The tab, asked by the debugging protocol: Back is not what is measured here.
    private static final class Tab implements AutoCloseable {
        private final ConcurrentLinkedQueue<JsonNode> trace = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean traced = new AtomicBoolean();
        private final Inspector inspector;

        Tab(int port) {
            HttpClient client = HttpClient.newHttpClient();
            JsonNode tab = Programs.await("the tab", Duration.ofSeconds(60), () -> {
                for (JsonNode one : list(client, port))
                    if (one.path("type").asText().equals("page")) return Optional.of(one);
                return Optional.empty();
            });
            inspector = new Inspector(
                    client, URI.create(tab.path("webSocketDebuggerUrl").asText()), this::hear);
            inspector.ask("Page.enable");
            inspector.ask("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
            inspector.ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        }

        private static JsonNode list(HttpClient client, int port) {
            try {
                return new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(client.send(
                                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofByteArray())
                                .body());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }

        private void hear(String event, JsonNode said) {
            if (event.equals("Tracing.dataCollected")) said.path("value").forEach(trace::add);
            if (event.equals("Tracing.tracingComplete")) traced.set(true);
        }

        Load load(URI page) {
            inspector.ask("Page.navigate", Map.of("url", "about:blank"));
            Programs.pause(Duration.ofMillis(300));
            trace.clear();
            traced.set(false);
            inspector.ask(
                    "Tracing.start",
                    Map.of(
                            "transferMode",
                            "ReportEvents",
                            "traceConfig",
                            Map.of(
                                    "includedCategories",
                                    List.of("toplevel", "devtools.timeline", "disabled-by-default-lighthouse", "v8"))));
            inspector.ask("Page.navigate", Map.of("url", page.toString()));
            Programs.pause(Duration.ofMillis(2_500));
            for (int tap = 0; tap < 3; tap++) {
                for (String what : List.of("mousePressed", "mouseReleased"))
                    inspector.ask(
                            "Input.dispatchMouseEvent",
                            Map.of("type", what, "x", 300, "y", 300, "button", "left", "clickCount", 1));
                Programs.pause(Duration.ofMillis(300));
            }
            JsonNode cost = inspector
                    .ask("Runtime.evaluate", Map.of("expression", "cost", "returnByValue", true))
                    .at("/result/value");
            inspector.ask("Tracing.end");
            Programs.await(
                    "the trace", Duration.ofSeconds(20), () -> traced.get() ? Optional.of(true) : Optional.empty());
            return new Load(
                    cost.path("lcp").asDouble(),
                    longestTap(),
                    cost.path("cls").asDouble(),
                    longTasks(),
                    longestOfOurs());
        }

        /// Of the threads that ran the page's scripts.
        private long longTasks() {
            Set<String> threads = new HashSet<>();
            for (JsonNode event : trace)
                if (event.path("name").asText().equals("EvaluateScript")) threads.add(thread(event));
            Set<String> seen = new HashSet<>();
            return trace.stream()
                    .filter(event -> event.path("name").asText().endsWith("RunTask"))
                    .filter(event -> threads.contains(thread(event)))
                    .filter(event -> event.path("tdur").asDouble() > LONG_MS * 1_000)
                    // Two categories tell of the same task.
                    .filter(event ->
                            seen.add(thread(event) + " " + event.path("ts").asLong() / 1_000))
                    .count();
        }

        private double longestTap() {
            return trace.stream()
                    .filter(event -> event.path("name").asText().equals("EventTiming"))
                    .map(event -> event.at("/args/data"))
                    .filter(data -> data.path("interactionId").asLong() > 0)
                    .mapToDouble(data -> data.path("duration").asDouble())
                    .max()
                    .orElseThrow();
        }

        private double longestOfOurs() {
            return trace.stream()
                    .filter(event -> Set.of(
                                    "EvaluateScript",
                                    "FunctionCall",
                                    "v8.evaluateModule",
                                    "v8.compileModule",
                                    "v8.compile")
                            .contains(event.path("name").asText()))
                    // How long a module ran is told without its address; the mall has none of its own.
                    .filter(event -> event.path("name").asText().equals("v8.evaluateModule")
                            || event.toString().matches(".*/(sdk/reload[^\"]*|s/demo/reload)\\.js.*"))
                    .mapToDouble(event -> event.path("tdur").asDouble() / 1_000)
                    .max()
                    .orElse(0);
        }

        private static String thread(JsonNode event) {
            return event.path("pid").asText() + " " + event.path("tid").asText();
        }

        @Override
        public void close() {
            inspector.close();
        }
    }

    /// The mean of the differences in pairs, and half the width of its 95 % interval.
    private record Difference(double mean, double half) {
        boolean isNoise() {
            return Math.abs(mean) <= half;
        }
    }

    private Difference difference(ToDoubleFunction<Load> of) {
        double[] differences = new double[with.size()];
        double mean = 0;
        for (int pair = 0; pair < differences.length; pair++) {
            differences[pair] = of.applyAsDouble(with.get(pair)) - of.applyAsDouble(without.get(pair));
            mean += differences[pair] / differences.length;
        }
        double squares = 0;
        for (double one : differences) squares += (one - mean) * (one - mean);
        return new Difference(mean, T * Math.sqrt(squares / (differences.length - 1) / differences.length));
    }

    private static double mean(List<Load> loads, ToDoubleFunction<Load> of) {
        return loads.stream().mapToDouble(of).average().orElse(0);
    }

    @Test
    void nothingMovesOnThePage() {
        Difference shift = difference(Load::cls);
        assertThat(shift.isNoise() || shift.mean <= 0)
                .as("a difference of %.4f +- %.4f", shift.mean, shift.half)
                .isTrue();
    }

    @Test
    void noRunOfOursIsALongTask() {
        assertThat(with).isNotEmpty().allSatisfy(load -> assertThat(load.ours).isPositive());
        // One load in twenty may meet something else of the machine's.
        assertThat(with.stream().filter(load -> load.ours >= LONG_MS).count()).isLessThanOrEqualTo(PAIRS / 20);
    }

    @Test
    void theLargestPaintAndTheNextPaintAreWhatTheyAreWithoutUs() {
        for (ToDoubleFunction<Load> of : List.<ToDoubleFunction<Load>>of(Load::lcp, Load::inp)) {
            Difference one = difference(of);
            assertThat(one.isNoise() || one.mean < 0 || one.mean < 0.05 * mean(without, of))
                    .as("a difference of %.1f +- %.1f ms", one.mean, one.half)
                    .isTrue();
        }
    }

    private static double max(List<Load> loads, ToDoubleFunction<Load> of) {
        return loads.stream().mapToDouble(of).max().orElse(0);
    }

    private static double median(List<Load> loads, ToDoubleFunction<Load> of) {
        double[] sorted = loads.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    @AfterAll
    void write() throws IOException {
        StringBuilder table = new StringBuilder("%s, %d pairs.%n%n".formatted(version, with.size()))
                .append("| | with the script, mean | without | difference, 95 % interval |\n|---|---|---|---|\n");
        row(table, "LCP, ms", Load::lcp);
        row(table, "INP, ms (the longest of three taps)", Load::inp);
        row(table, "CLS", Load::cls);
        row(table, "tasks longer than 20 ms", Load::tasks);
        table.append("\nThe longest single run of our script in a load: median %.1f ms, at most %.1f ms.%n"
                .formatted(median(with, Load::ours), max(with, Load::ours)));
        Files.writeString(ROOT.resolve("checks/target/page-cost.md"), table);
        Measured.in(ROOT.resolve("docs/methods/bench.md"), "page").put(table.toString());
    }

    private void row(StringBuilder table, String name, ToDoubleFunction<Load> of) {
        Difference difference = difference(of);
        String form = name.equals("CLS") ? "%.4f" : "%.1f";
        table.append(("| %s | " + form + " | " + form + " | " + form + " (" + form + " to " + form + ") |%n")
                .formatted(
                        name,
                        mean(with, of),
                        mean(without, of),
                        difference.mean,
                        difference.mean - difference.half,
                        difference.mean + difference.half));
    }
}
