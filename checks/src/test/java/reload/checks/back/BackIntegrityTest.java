package reload.checks.back;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import reload.checks.stage.Engine;

/// Every scenario with either bundle and with no script, by a real press of the toolbar's Back: once in Chromium; with
/// the long tests three times in each engine. `-Dreload.back.engine=FIREFOX -Dreload.back.scenario=cache
/// -Dreload.back.runs=50` runs only what it names, and that often.
@TestInstance(Lifecycle.PER_CLASS)
class BackIntegrityTest {
    private static final Path ROOT =
            Path.of(System.getProperty("reload.root", "..")).toAbsolutePath().normalize();
    private static final Path LOG = ROOT.resolve("checks/target/back-integrity.log");
    private static final boolean FULL = Boolean.getBoolean("reload.full");
    private static final String ENGINE = System.getProperty("reload.back.engine", FULL ? "" : "CHROMIUM");
    private static final String SCENARIO = System.getProperty("reload.back.scenario", "");
    private static final List<Engine> ENGINES = Stream.of(Engine.values())
            .filter(engine -> engine.name().startsWith(ENGINE))
            .toList();
    private static final List<Scenario> SCENARIOS = Scenario.ALL.stream()
            .filter(scenario -> scenario.rule().contains(SCENARIO))
            .toList();
    private static final int RUNS = Integer.getInteger("reload.back.runs", FULL ? 3 : 1);
    /// Most of a run is waiting, so more of them than processors may go on at once.
    private static final int LANES = 3;

    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Map<Engine, String> versions = new ConcurrentHashMap<>();

    private record Task(Scenario scenario, Engine engine, Bundle bundle, int run) {}

    @BeforeAll
    void runAll() throws Exception {
        Files.deleteIfExists(LOG);
        List<Lane> lanes = new ArrayList<>();
        try {
            for (int lane = 0; lane < LANES; lane++) lanes.add(new Lane());
            for (Engine engine : ENGINES) versions.put(engine, lanes.getFirst().version(engine));
            try (Malls malls = new Malls(
                            ROOT, lanes.stream().map(lane -> lane.grounds).toList());
                    var hands = Executors.newFixedThreadPool(LANES)) {
                Map<Engine, Queue<Task>> tasks = new ConcurrentHashMap<>();
                for (Engine engine : ENGINES) tasks.put(engine, tasks(engine));
                List<Future<?>> work = new ArrayList<>();
                for (int nth = 0; nth < LANES; nth++) {
                    Lane lane = lanes.get(nth);
                    // Each begins with an engine of its own, and helps with the others when that is done.
                    List<Engine> order = new ArrayList<>(ENGINES);
                    java.util.Collections.rotate(order, -nth);
                    work.add(hands.submit(() -> {
                        for (Engine engine : order)
                            for (Task task; (task = tasks.get(engine).poll()) != null; )
                                took(lane.run(task.scenario, engine, task.bundle, task.run, malls));
                        return null;
                    }));
                }
                for (Future<?> one : work) one.get();
            }
        } finally {
            for (Lane lane : lanes) lane.close();
        }
    }

    /// A full run takes half an hour: whoever waits for it can read along.
    private void took(Outcome outcome) throws IOException {
        outcomes.add(outcome);
        String said = "%s %s, %s, %s, %d%s%n"
                .formatted(
                        outcome.passed() ? "ok    " : "FAILED",
                        outcome.engine(),
                        outcome.bundle(),
                        outcome.scenario().rule(),
                        outcome.run(),
                        outcome.passed() ? "" : ": " + outcome.problem());
        Files.createDirectories(LOG.getParent());
        Files.writeString(LOG, said, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Queue<Task> tasks(Engine engine) {
        Queue<Task> tasks = new ConcurrentLinkedQueue<>();
        for (int run = 1; run <= RUNS; run++)
            for (Scenario scenario : SCENARIOS)
                for (Bundle bundle : Bundle.values())
                    // Without us a browser does the same each time.
                    if (bundle != Bundle.NONE || (FULL && run == 1)) tasks.add(new Task(scenario, engine, bundle, run));
        return tasks;
    }

    @AfterAll
    void write() throws IOException {
        new IntegrityTable(List.copyOf(outcomes), versions, RUNS)
                .write(ROOT, FULL && RUNS == 3 && ENGINES.size() == 3 && SCENARIOS.equals(Scenario.ALL));
    }

    @TestFactory
    Stream<DynamicContainer> backIsWhatItMustBe() {
        return ENGINES.stream()
                .map(engine -> DynamicContainer.dynamicContainer(
                        engine.toString(), SCENARIOS.stream().flatMap(scenario -> tests(engine, scenario))));
    }

    private Stream<DynamicTest> tests(Engine engine, Scenario scenario) {
        return Stream.of(Bundle.values())
                .map(bundle -> outcomes.stream()
                        .filter(one -> one.engine() == engine && one.scenario() == scenario && one.bundle() == bundle)
                        .toList())
                .filter(runs -> !runs.isEmpty())
                .map(runs -> DynamicTest.dynamicTest(
                        scenario.rule() + ", " + runs.getFirst().bundle(),
                        () -> assertThat(runs.stream()
                                        .filter(one -> !one.passed())
                                        .map(Outcome::problem))
                                .as("%s, %s, %s", engine, runs.getFirst().bundle(), scenario.rule())
                                .isEmpty()));
    }
}
