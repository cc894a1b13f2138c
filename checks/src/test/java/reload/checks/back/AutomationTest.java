package reload.checks.back;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// Which ways of going back pass by a browser's protection of Back, so that nobody takes them for a proof.
/// The page is one of another's making: it puts an entry on top as soon as it has loaded, without any input.
/// A browser that protects its user leaves such a page in one press.
@Tag("full")
@TestInstance(Lifecycle.PER_CLASS)
class AutomationTest {
    private static final Path ROOT =
            Path.of(System.getProperty("reload.root", "..")).toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private enum Way {
        TOOLBAR("a click on the toolbar's button"),
        KEYS("the keys Alt and Left, by xdotool"),
        SCRIPT("`history.back()` called in the page"),
        EVALUATED("`history.back()` evaluated by the debugging protocol"),
        PROTOCOL(
                "the protocol's own Back (what `page.goBack()` of Playwright and Puppeteer, and `driver.back()`, come to)");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Engine, Map<Way, Boolean>> held = new EnumMap<>(Engine.class);
    private Grounds grounds;
    private Display display;
    private Path profiles;

    @BeforeAll
    void open() throws IOException {
        grounds = new Grounds();
        display = Display.open(Display.WIDE, 820);
        profiles = Files.createTempDirectory("reload-automation");
    }

    @AfterAll
    void close() throws IOException {
        if (held.size() == Engine.values().length) write();
        display.close();
        grounds.close();
    }

    private void write() throws IOException {
        StringBuilder table = new StringBuilder("| way of going back |");
        for (Engine engine : Engine.values())
            table.append(' ').append(engine.version(display)).append(" |");
        table.append("\n|---|---|---|---|\n");
        for (Way way : Way.values()) {
            table.append("| ").append(way.title).append(" |");
            for (Engine engine : Engine.values()) {
                Boolean was = held.get(engine).get(way);
                table.append(was == null ? " - |" : was ? " **held: the protection is passed by** |" : " leaves |");
            }
            table.append('\n');
        }
        Measured.in(ROOT.resolve("docs/methods/back-integrity.md"), "automation")
                .put(table.toString());
    }

    @Test
    void onlyTheToolbarIsProtectedInChromium() throws IOException {
        Map<Way, Boolean> ways = new EnumMap<>(Way.class);
        held.put(Engine.CHROMIUM, ways);
        for (Way way : Way.values()) ways.put(way, isHeld(Engine.CHROMIUM, way));
        assertThat(ways)
                .containsEntry(Way.TOOLBAR, false)
                .containsEntry(Way.PROTOCOL, true)
                .containsEntry(Way.SCRIPT, true);
    }

    @Test
    void theToolbarIsProtectedInFirefox() throws IOException {
        Map<Way, Boolean> ways = new EnumMap<>(Way.class);
        held.put(Engine.FIREFOX, ways);
        for (Way way : Way.values()) ways.put(way, isHeld(Engine.FIREFOX, way));
        assertThat(ways).containsEntry(Way.TOOLBAR, false);
    }

    /// MiniBrowser has no keys for Back.
    @Test
    void theToolbarIsProtectedInWebKit() throws IOException {
        Map<Way, Boolean> ways = new EnumMap<>(Way.class);
        held.put(Engine.WEBKIT, ways);
        for (Way way : List.of(Way.TOOLBAR, Way.SCRIPT)) ways.put(way, isHeld(Engine.WEBKIT, way));
        for (Way way : List.of(Way.EVALUATED, Way.PROTOCOL)) ways.put(way, isHeldByDriver(way));
        assertThat(ways).containsEntry(Way.TOOLBAR, false);
    }

    /// Whether the page that put an entry on top keeps the shopper by it.
    private boolean isHeld(Engine engine, Way way) throws IOException {
        grounds.begin(new Grounds.Serving(way.ordinal() + 1, null, Install.HEAD, null, false));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        boolean spoken = way == Way.EVALUATED || way == Way.PROTOCOL;
        List<String> options = spoken ? List.of("--remote-debugging-port=" + port) : List.of();
        try (Window window = Window.open(
                engine,
                display,
                Files.createTempDirectory(profiles, "profile"),
                grounds.feed().resolve("/"),
                options.toArray(String[]::new))) {
            awaitPage("/");
            Programs.pause(Duration.ofMillis(2_000));
            window.tap(210, way == Way.SCRIPT ? 470 : 390);
            awaitPage("/trap");
            Programs.pause(Duration.ofMillis(1_500));
            switch (way) {
                case TOOLBAR -> window.back();
                case KEYS -> window.press("alt+Left");
                case SCRIPT -> {} // it does so itself
                case EVALUATED, PROTOCOL -> {
                    if (engine == Engine.CHROMIUM) askChromium(port, way);
                    else askFirefox(port, way);
                }
            }
            return outcome();
        }
    }

    private boolean outcome() {
        // Either the page is told of it, or another page is there.
        return Programs.await("an effect of Back", PATIENCE, () -> {
            List<Told> here =
                    grounds.told().stream().filter(told -> told.is("here")).toList();
            int trap = -1;
            for (int nth = 0; nth < here.size(); nth++)
                if (here.get(nth).page().equals("/trap")) {
                    trap = nth;
                    break;
                }
            return here.size() > trap + 1
                    ? Optional.of(here.get(trap + 1).page().equals("/trap"))
                    : Optional.empty();
        });
    }

    private void awaitPage(String page) {
        Programs.await(
                "the page " + page,
                PATIENCE,
                () -> grounds.told().stream()
                        .filter(told -> told.is("here") && told.page().equals(page))
                        .findFirst());
    }

    private void askChromium(int port, Way way) {
        JsonNode tab = Programs.await("the tab", PATIENCE, () -> {
            for (JsonNode one : get("http://127.0.0.1:" + port + "/json/list"))
                if (one.path("type").asText().equals("page")) return Optional.of(one);
            return Optional.empty();
        });
        try (Inspector inspector = new Inspector(
                client, URI.create(tab.path("webSocketDebuggerUrl").asText()), (_, _) -> {})) {
            if (way == Way.EVALUATED) {
                inspector.ask("Runtime.evaluate", Map.of("expression", "history.back()", "userGesture", false));
                return;
            }
            JsonNode history = inspector.ask("Page.getNavigationHistory");
            int before = history.path("currentIndex").asInt() - 1;
            inspector.ask(
                    "Page.navigateToHistoryEntry",
                    Map.of(
                            "entryId",
                            history.path("entries").get(before).path("id").asInt()));
        }
    }

    private void askFirefox(int port, Way way) {
        try (Inspector inspector =
                new Inspector(client, URI.create("ws://127.0.0.1:" + port + "/session"), (_, _) -> {})) {
            inspector.ask("session.new", Map.of("capabilities", Map.of()));
            String tab = inspector
                    .ask("browsingContext.getTree", Map.of())
                    .path("contexts")
                    .get(0)
                    .path("context")
                    .asText();
            if (way == Way.PROTOCOL)
                inspector.ask("browsingContext.traverseHistory", Map.of("context", tab, "delta", -1));
            else
                inspector.ask(
                        "script.evaluate",
                        Map.of(
                                "expression",
                                "history.back()",
                                "target",
                                Map.of("context", tab),
                                "awaitPromise",
                                false,
                                "userActivation",
                                false));
        }
    }

    /// The same in a window that WebKit's driver has opened.
    private boolean isHeldByDriver(Way way) throws IOException {
        grounds.begin(new Grounds.Serving(way.ordinal() + 1, null, Install.HEAD, null, false));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process driver = Engine.startWebKitDriver(display, Files.createTempDirectory(profiles, "driver"), port);
        try {
            String at = "http://127.0.0.1:" + port;
            Map<String, Object> browser = Map.of(
                    "webkitgtk:browserOptions",
                    Map.of("binary", Engine.WEBKIT.path().toString(), "args", List.of("--automation")));
            JsonNode session = Programs.await(
                            "a session",
                            PATIENCE,
                            () -> Optional.of(
                                    post(at + "/session", Map.of("capabilities", Map.of("alwaysMatch", browser)))))
                    .path("value");
            String tab = at + "/session/" + session.path("sessionId").asText();
            post(tab + "/url", Map.of("url", grounds.feed() + "/"));
            awaitPage("/");
            post(tab + "/url", Map.of("url", grounds.mall() + "/trap"));
            awaitPage("/trap");
            Programs.pause(Duration.ofMillis(1_500));
            if (way == Way.PROTOCOL) post(tab + "/back", Map.of());
            else post(tab + "/execute/sync", Map.of("script", "history.back()", "args", List.of()));
            return outcome();
        } finally {
            Programs.end(driver);
        }
    }

    private List<JsonNode> get(String address) {
        List<JsonNode> found = new ArrayList<>();
        send(HttpRequest.newBuilder(URI.create(address)).build()).forEach(found::add);
        return found;
    }

    private JsonNode post(String address, Map<String, Object> body) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException(request.uri() + ": " + answer.body());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
