package reload.checks.back;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import reload.checks.stage.Engine;
import reload.checks.stage.Measured;
import reload.checks.stage.Programs;
import reload.checks.stage.Window;

/// What Reload knows of visits that end: every visitor is somebody new and never comes again, so that nothing
/// can be made good later. Half of the visitors are held out. `-Dreload.delivery.exits=20` makes fewer exits
/// than 200.
@Tag("full")
@TestInstance(Lifecycle.PER_CLASS)
class DeliveryTest {
    private static final Path ROOT =
            Path.of(System.getProperty("reload.root", "..")).toAbsolutePath().normalize();
    private static final int EXITS = Integer.getInteger("reload.delivery.exits", 200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// How far what is known of a dwell may be from the truth.
    private static final long NEAR_MS = 5_000;

    private enum Kind {
        /// Back in the toolbar after a tap, which raises the trigger in either arm.
        NAVIGATION(0.99),
        CLOSE(0.95);

        private final double goal;

        Kind(double goal) {
            this.goal = goal;
        }
    }

    /// One visit.
    ///
    /// @param page the number of its page
    /// @param trueMs from the page's first script to its end
    /// @param arm what the page did at Back: `shown`, `held-out`, or nothing
    private record Exit(int page, long trueMs, String arm) {}

    /// What Reload has taken of one visit.
    private record Known(Set<String> views, Set<String> triggers, long dwellMs, boolean dwelled) {}

    private record Measure(Engine engine, Kind kind, List<Exit> exits, Map<Integer, Known> known) {
        long near() {
            return exits.stream()
                    .filter(exit -> {
                        Known it = known.get(exit.page);
                        return it != null && it.dwelled && Math.abs(it.dwellMs - exit.trueMs) <= NEAR_MS;
                    })
                    .count();
        }

        /// The median difference of what is known and the truth, milliseconds.
        long medianError() {
            List<Long> errors = exits.stream()
                    .filter(exit -> known.containsKey(exit.page) && known.get(exit.page).dwelled)
                    .map(exit -> Math.abs(known.get(exit.page).dwellMs - exit.trueMs))
                    .sorted()
                    .toList();
            return errors.isEmpty() ? 0 : errors.get(errors.size() / 2);
        }

        long raised(String arm) {
            return exits.stream().filter(exit -> exit.arm.equals(arm)).count();
        }

        long arrived(String arm) {
            return exits.stream()
                    .filter(exit -> exit.arm.equals(arm))
                    .filter(exit -> known.containsKey(exit.page)
                            && !known.get(exit.page).triggers.isEmpty())
                    .count();
        }

        /// The chance of a difference between the arms at least as large, were there none: two proportions, pooled.
        double chance() {
            double a = raised("shown");
            double b = raised("held-out");
            double pooled = (arrived("shown") + arrived("held-out")) / (a + b);
            double error = Math.sqrt(pooled * (1 - pooled) * (1 / a + 1 / b));
            if (error == 0) return 1;
            return twoSided(Math.abs(arrived("shown") / a - arrived("held-out") / b) / error);
        }

        /// By the error function of Abramowitz and Stegun, 7.1.26.
        private static double twoSided(double z) {
            double x = z / Math.sqrt(2);
            double t = 1 / (1 + 0.3275911 * x);
            double series =
                    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
            return series * Math.exp(-x * x);
        }
    }

    private final Map<Engine, String> versions = new ConcurrentHashMap<>();
    private final List<Measure> measures = new ArrayList<>();
    private long triggeredKnown;
    private JsonNode report;

    @BeforeAll
    void leave() throws Exception {
        List<Lane> lanes = new ArrayList<>();
        try {
            for (int nth = 0; nth < Engine.values().length; nth++) lanes.add(new Lane());
            try (Malls malls = new Malls(
                            ROOT, lanes.stream().map(lane -> lane.grounds).toList());
                    var hands = Executors.newFixedThreadPool(lanes.size())) {
                List<Future<List<Measure>>> work = new ArrayList<>();
                for (Engine engine : Engine.values()) {
                    Lane lane = lanes.get(engine.ordinal());
                    versions.put(engine, lane.version(engine));
                    work.add(hands.submit(() -> leave(lane, engine)));
                }
                for (Future<List<Measure>> one : work) measures.addAll(one.get());
                report = malls.console().report(Malls.HELD_OUT, null, null);
            }
        } finally {
            for (Lane lane : lanes) lane.close();
        }
        triggeredKnown = measures.stream()
                .flatMap(measure -> measure.known.values().stream())
                .filter(known -> !known.triggers.isEmpty())
                .count();
    }

    private static List<Measure> leave(Lane lane, Engine engine) throws IOException {
        Grounds grounds = lane.grounds;
        grounds.begin(new Grounds.Serving(1, Malls.HELD_OUT, Install.LINE, null, false));
        List<Exit> back = new ArrayList<>();
        Window window = lane.open(engine, grounds.feed().resolve("/"));
        awaitPage(grounds, "/");
        Programs.pause(Duration.ofSeconds(2));
        while (back.size() < EXITS) back.add(goBack(window, grounds));

        List<Exit> closed = new ArrayList<>();
        window = lane.open(engine, grounds.hall());
        awaitPage(grounds, "/hall");
        Programs.pause(Duration.ofSeconds(2));
        Random random = new Random(7);
        while (closed.size() < EXITS) closed.add(close(window, grounds, 700 + random.nextInt(1_000)));
        // What was sent is given the time to come.
        Programs.pause(Duration.ofSeconds(5));
        return List.of(
                new Measure(engine, Kind.NAVIGATION, back, known(grounds, back)),
                new Measure(engine, Kind.CLOSE, closed, known(grounds, closed)));
    }

    private static Exit goBack(Window window, Grounds grounds) {
        int before = grounds.lastVisit();
        window.tap(610, 150);
        int page = awaitVisit(grounds, before);
        Programs.await("the plan", PATIENCE, () -> told(grounds, page, "planned"));
        Programs.pause(Duration.ofMillis(2_100));
        window.tap(210, 150);
        Programs.pause(Duration.ofMillis(200));
        long feeds = feeds(grounds);
        window.back();
        String arm = Programs.await("an effect of Back", PATIENCE, () -> {
            if (told(grounds, page, "shown").isPresent()) return Optional.of("shown");
            if (feeds(grounds) == feeds) return Optional.empty();
            boolean went = grounds.told().stream()
                    .anyMatch(one -> one.page().equals("/product/" + page)
                            && one.is("call")
                            && one.more().path("call").asText().equals("back"));
            return Optional.of(went ? "held-out" : "");
        });
        if (arm.equals("shown")) window.back();
        long left = Programs.await(
                        "the feed",
                        PATIENCE,
                        () -> feeds(grounds) > feeds
                                ? grounds.told().stream()
                                        .filter(one ->
                                                one.is("here") && one.page().equals("/"))
                                        .reduce((_, b) -> b)
                                : Optional.empty())
                .at();
        return new Exit(page, left - began(grounds, page), arm);
    }

    private static Exit close(Window window, Grounds grounds, long stayMs) {
        int before = grounds.lastVisit();
        window.tap(550, 500);
        int page = awaitVisit(grounds, before);
        Programs.pause(Duration.ofMillis(stayMs));
        window.press("ctrl+w");
        long left = System.currentTimeMillis();
        Programs.pause(Duration.ofMillis(700));
        return new Exit(page, left - began(grounds, page), "");
    }

    /// Waits for the page that a click leads to.
    private static int awaitVisit(Grounds grounds, int before) {
        return Programs.await("the product's page", PATIENCE, () -> {
            int page = grounds.lastVisit();
            boolean last = grounds.told().stream()
                    .filter(one -> one.is("here") && one.page().startsWith("/product/"))
                    .reduce((_, b) -> b)
                    .filter(one -> one.page().equals("/product/" + page))
                    .isPresent();
            return page > before && last ? Optional.of(page) : Optional.empty();
        });
    }

    private static Optional<Told> told(Grounds grounds, int page, String what) {
        return grounds.told().stream()
                .filter(one -> one.is(what) && one.page().equals("/product/" + page))
                .findFirst();
    }

    private static long began(Grounds grounds, int page) {
        return told(grounds, page, "here").orElseThrow().at();
    }

    private static long feeds(Grounds grounds) {
        return grounds.told().stream()
                .filter(one -> one.is("here") && one.page().equals("/"))
                .count();
    }

    private static void awaitPage(Grounds grounds, String page) {
        Programs.await(
                "the page " + page,
                PATIENCE.multipliedBy(2),
                () -> grounds.told().stream()
                        .filter(one -> one.is("here") && one.page().equals(page))
                        .findFirst());
    }

    /// By the number of the page: the first view of each visitor says it.
    private static Map<Integer, Known> known(Grounds grounds, List<Exit> exits) {
        Set<Integer> these = exits.stream().map(Exit::page).collect(Collectors.toSet());
        Map<String, Integer> pages = new HashMap<>();
        Map<Integer, Known> known = new HashMap<>();
        for (JsonNode beacon : grounds.arrived())
            for (JsonNode event : beacon.path("events"))
                if (event.path("type").asText().equals("page-viewed")
                        && event.path("url").asText().contains("/product/"))
                    pages.put(
                            beacon.path("visitor").asText(),
                            Integer.parseInt(event.path("url").asText().replaceAll(".*/product/(\\d+).*", "$1")));
        for (JsonNode beacon : grounds.arrived()) {
            Integer page = pages.get(beacon.path("visitor").asText());
            if (page == null || !these.contains(page)) continue;
            for (JsonNode event : beacon.path("events")) {
                Known one = known.getOrDefault(page, new Known(new HashSet<>(), new HashSet<>(), 0, false));
                String id = event.path("id").asText();
                switch (event.path("type").asText()) {
                    case "page-viewed" -> one.views.add(id);
                    case "triggered" -> one.triggers.add(id);
                    case "dwelled" ->
                        one = new Known(
                                one.views,
                                one.triggers,
                                Math.max(one.dwellMs, event.path("visibleMs").asLong()),
                                true);
                    default -> {}
                }
                known.put(page, one);
            }
        }
        return known;
    }

    // ------------------------------------------------------------------------------------------- what must be true

    @TestFactory
    Stream<DynamicTest> theLastDwellIsKnown() {
        return measures.stream()
                .map(measure -> DynamicTest.dynamicTest(
                        measure.engine + ", " + measure.kind.name().toLowerCase(Locale.ROOT),
                        () -> assertThat((double) measure.near() / measure.exits.size())
                                .as("share of %d exits of %s by %s", measure.exits.size(), measure.engine, measure.kind)
                                .isGreaterThanOrEqualTo(measure.kind.goal)));
    }

    @TestFactory
    Stream<DynamicTest> triggersArriveAlikeInBothArms() {
        return measures.stream()
                .filter(measure -> measure.kind == Kind.NAVIGATION)
                .map(measure -> DynamicTest.dynamicTest(measure.engine.toString(), () -> {
                    assertThat(measure.raised("shown")).isPositive();
                    assertThat(measure.raised("held-out")).isPositive();
                    assertThat(measure.chance())
                            .as("chance of such a difference")
                            .isGreaterThan(0.01);
                }));
    }

    @Test
    void nothingIsCountedTwice() {
        assertThat(measures.stream().flatMap(measure -> measure.known.values().stream()))
                .allSatisfy(known -> {
                    assertThat(known.views).hasSize(1);
                    assertThat(known.triggers).hasSizeLessThanOrEqualTo(1);
                });
        assertThat(report.path("triggered").asLong()).isEqualTo(triggeredKnown);
    }

    @AfterAll
    void write() throws IOException {
        StringBuilder table = new StringBuilder(versions.values().stream()
                .sorted()
                .reduce((a, b) -> a + ", " + b)
                .orElse(""));
        table.append(". Reload's report counts ")
                .append(report.path("triggered").asLong())
                .append(" triggers.\n\n")
                .append(
                        "| engine | exit | exits | last dwell known within 5 s | median error ms | triggers arrived, shown | triggers arrived, held out | chance of that difference |\n")
                .append("|---|---|---|---|---|---|---|---|\n");
        for (Measure measure : measures) {
            boolean back = measure.kind == Kind.NAVIGATION;
            table.append("| %s | %s | %d | %d (%.1f %%) | %d | %s | %s | %s |%n"
                    .formatted(
                            measure.engine,
                            back ? "Back" : "tab closed",
                            measure.exits.size(),
                            measure.near(),
                            100.0 * measure.near() / measure.exits.size(),
                            measure.medianError(),
                            back ? measure.arrived("shown") + " of " + measure.raised("shown") : "-",
                            back ? measure.arrived("held-out") + " of " + measure.raised("held-out") : "-",
                            back ? "%.2f".formatted(measure.chance()) : "-"));
        }
        Measured.in(ROOT.resolve("docs/methods/delivery.md"), "exits").put(table.toString());
        Files.writeString(ROOT.resolve("checks/target/delivery.md"), table.toString());
    }
}
