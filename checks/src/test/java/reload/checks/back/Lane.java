package reload.checks.back;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reload.checks.stage.Display;
import reload.checks.stage.Engine;
import reload.checks.stage.Programs;
import reload.checks.stage.Window;

/// A screen, a browser and a mall of its own: one run after the other, each in a new tab of a browser that has been
/// nowhere.
final class Lane implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int HIGH = 820;

    final Grounds grounds = new Grounds();
    private final Display display = Display.open(Display.WIDE, HIGH);
    private final Path profiles = Files.createTempDirectory("reload-lane");
    private @Nullable Window window;
    private @Nullable Engine engine;
    private int runs;

    Lane() throws IOException {}

    Outcome run(Scenario scenario, Engine engine, Bundle bundle, int nth, Malls malls) throws IOException {
        String key = key(scenario, bundle);
        String visitor = Malls.HELD_OUT.equals(key) ? malls.visitor(grounds, "held-out") : null;
        grounds.begin(new Grounds.Serving(++runs, key, scenario.install(), visitor, scenario.searching()));
        String problem;
        List<Told> told;
        try {
            if (scenario.fresh()) closeWindow();
            Window tab = newTab(engine);
            scenario.steps().accept(new Shopper(tab, grounds, bundle, engine, scenario.planned()));
            told = grounds.told();
            problem = trespass(told, bundle);
            closeTab(tab);
        } catch (RuntimeException | AssertionError e) {
            told = grounds.told();
            problem = e.getMessage()
                    + (e.getCause() == null ? "" : ": " + e.getCause().getMessage());
            closeWindow();
        }
        if (problem != null) for (Told one : told) problem += "\n    " + one.since(told.getFirst());
        return new Outcome(scenario, engine, bundle, nth, problem, calls(told));
    }

    private static List<String> calls(List<Told> told) {
        return told.stream()
                .filter(one -> one.is("call") && one.ours())
                .map(one -> one.more().path("call").asText())
                .toList();
    }

    private static @Nullable String key(Scenario scenario, Bundle bundle) {
        return switch (bundle) {
            case NONE -> null;
            case STRICT -> "strict";
            case HOLD -> scenario.heldOut() ? Malls.HELD_OUT : "hold";
        };
    }

    /// What our scripts did that they must not do, whatever came of it.
    private static @Nullable String trespass(List<Told> told, Bundle bundle) {
        List<String> calls = calls(told);
        if (bundle != Bundle.HOLD && !calls.isEmpty()) return "our scripts called " + calls;
        if (!List.of("pushState", "back").containsAll(calls)) return "our scripts called " + calls;
        if (calls.stream().filter("pushState"::equals).count() > 1)
            return "our scripts put more than one entry: " + calls;
        Optional<Told> error = told.stream().filter(one -> one.is("error")).findFirst();
        if (error.isPresent()) return "an error of ours reached the mall: " + error.get();
        long shown = told.stream().filter(one -> one.is("shown")).count();
        if (shown > (bundle == Bundle.HOLD ? 1 : 0)) return "a reload page was shown " + shown + " times";
        return null;
    }

    /// A browser that has been nowhere, in the place of the one before.
    Window open(Engine next, URI first) throws IOException {
        closeWindow();
        engine = next;
        Window opened = Window.open(next, display, Files.createTempDirectory(profiles, "profile"), first);
        window = opened;
        return opened;
    }

    private Window newTab(Engine next) throws IOException {
        // Its windows open fast, and one opened by a link has no toolbar.
        if (next == Engine.WEBKIT) return open(next, grounds.mall().resolve("/start"));
        Window now = window;
        if (now == null || engine != next || !now.isAlive()) {
            now = open(next, grounds.hall());
            awaitHall();
            Programs.pause(Duration.ofMillis(1_500));
        }
        now.tap(550, 200);
        return now;
    }

    private void awaitHall() {
        Programs.await(
                "the hall",
                PATIENCE,
                () -> grounds.told().stream()
                        .filter(one -> one.page().equals("/hall"))
                        .findFirst());
    }

    private void closeTab(Window tab) {
        if (engine == Engine.WEBKIT) return;
        grounds.begin(new Grounds.Serving(++runs, null, Install.HEAD, null, false));
        tab.press("ctrl+w");
        awaitHall();
    }

    private void closeWindow() {
        if (window != null) window.close();
        window = null;
    }

    String version(Engine engine) {
        return engine.version(display);
    }

    @Override
    public void close() throws IOException {
        closeWindow();
        display.close();
        grounds.close();
        try (var files = Files.walk(profiles)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
