package reload.checks.journey;

import static reload.checks.stage.Programs.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import reload.checks.stage.Display;
import reload.checks.stage.Engine;
import reload.checks.stage.Inspector;
import reload.checks.stage.Programs;
import reload.checks.stage.Window;

/// A browser somebody has just installed, its window as large as the screen. Whoever uses it has a mouse and a
/// keyboard.
final class Browser implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Display display;
    private final Window window;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI targets;
    private final String tab;
    private final Inspector inspector;
    /// The pages that wait for a plan, by their request.
    private final Map<String, String> planRequests = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Arrived> plansArrived = new ConcurrentLinkedQueue<>();

    private record Arrived(String request, String page) {}

    private Browser(Display display, Window window, int port) {
        this.display = display;
        this.window = window;
        this.targets = URI.create("http://127.0.0.1:" + port + "/json/list");
        JsonNode first = await(
                "the browser's first tab",
                PATIENCE.multipliedBy(2),
                () -> tabs().stream()
                        .filter(target -> target.path("type").asText().equals("page"))
                        .findFirst());
        this.tab = first.path("id").asText();
        this.inspector = new Inspector(
                client, URI.create(first.path("webSocketDebuggerUrl").asText()), this::hear);
        inspector.ask("Network.enable");
        await("a window as large as the screen", PATIENCE, () -> {
            JsonNode bounds = inspector.ask("Browser.getWindowForTarget").path("bounds");
            return bounds.path("windowState").asText().equals("maximized") ? Optional.of(bounds) : Optional.empty();
        });
    }

    /// @param profile an empty directory: a browser that has been nowhere
    /// @param options more of the browser's
    static Browser open(Display display, Path profile, URI first, String... options) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--remote-debugging-port=" + port);
        Window window = Window.open(Engine.CHROMIUM, display, profile, first, all.toArray(String[]::new));
        try {
            return new Browser(display, window, port);
        } catch (RuntimeException | AssertionError e) {
            window.close();
            throw e;
        }
    }

    private void hear(String event, JsonNode said) {
        String request = said.path("requestId").asText();
        switch (event) {
            case "Network.requestWillBeSent" -> {
                JsonNode asked = said.path("request");
                if (asked.path("url").asText().endsWith("/v1/plan")
                        && asked.path("method").asText().equals("POST"))
                    planRequests.put(request, said.path("documentURL").asText());
            }
            case "Network.loadingFinished" -> {
                String page = planRequests.remove(request);
                if (page != null) plansArrived.add(new Arrived(request, page));
            }
            default -> {}
        }
    }

    private List<JsonNode> tabs() {
        try {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(targets)
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            List<JsonNode> found = new ArrayList<>();
            JSON.readTree(answer.body()).forEach(found::add);
            return found;
        } catch (IOException e) {
            if (!window.isAlive()) throw new AssertionError("the browser has ended", e);
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// What the address bar says.
    String address() {
        return tabs().stream()
                .filter(target -> target.path("id").asText().equals(tab))
                .map(target -> target.path("url").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the tab has closed"));
    }

    void awaitAddress(String what, Predicate<String> right) {
        await(what, PATIENCE, () -> {
            String now = address();
            if (right.test(now)) return Optional.of(now);
            throw new IllegalStateException("the address is " + now);
        });
    }

    /// Waits for the plan of this page, as the page got it. Each is given once.
    JsonNode awaitPlan() {
        return await("the plan of " + address(), PATIENCE, () -> {
            Arrived next = plansArrived.poll();
            if (next == null || !next.page.equals(address())) return Optional.empty();
            String body = inspector
                    .ask("Network.getResponseBody", Map.of("requestId", next.request))
                    .path("body")
                    .asText();
            try {
                return Optional.of(JSON.readTree(body));
            } catch (IOException e) {
                throw new UncheckedIOException("not a plan: " + body, e);
            }
        });
    }

    /// Forgets the plans of pages that were left.
    void forgetPlans() {
        plansArrived.clear();
    }

    /// How many presses of Back there are behind this page, and of Forward before it.
    record Place(int behind, int before) {}

    Place place() {
        JsonNode history = inspector.ask("Page.getNavigationHistory");
        int current = history.path("currentIndex").asInt();
        return new Place(current, history.path("entries").size() - current - 1);
    }

    List<Element> elements() {
        return Element.of(inspector
                .ask("DOM.getDocument", Map.of("depth", -1, "pierce", true))
                .path("root"));
    }

    Element awaitElement(String what, Predicate<Element> right) {
        return Programs.await(
                what,
                PATIENCE,
                () -> elements().stream()
                        .filter(right)
                        .filter(element -> box(element).isPresent())
                        .findFirst());
    }

    boolean shows(Predicate<Element> right) {
        return elements().stream().anyMatch(right);
    }

    private record Box(double left, double top, double right, double bottom) {}

    /// Where it is in the window's content, or nothing where it takes no place.
    private Optional<Box> box(Element element) {
        JsonNode quad;
        try {
            quad = inspector
                    .ask("DOM.getBoxModel", Map.of("nodeId", element.node()))
                    .path("model")
                    .path("border");
        } catch (IllegalStateException notDrawn) {
            return Optional.empty();
        }
        Box box = new Box(
                quad.get(0).asDouble(),
                quad.get(1).asDouble(),
                quad.get(4).asDouble(),
                quad.get(5).asDouble());
        return box.right > box.left && box.bottom > box.top ? Optional.of(box) : Optional.empty();
    }

    /// Clicks on the middle of what is to be seen of it, after it was scrolled into view where it was not.
    void click(String what, Predicate<Element> right) {
        int[] point = Programs.await(
                what + " to be clicked on",
                PATIENCE,
                () -> elements().stream()
                        .filter(right)
                        .flatMap(element -> point(element).stream())
                        .findFirst());
        display.click(point[0], point[1]);
    }

    private Optional<int[]> point(Element element) {
        Optional<Box> before = box(element);
        if (before.isEmpty()) return Optional.empty();
        JsonNode view = inspector.ask("Page.getLayoutMetrics").path("cssVisualViewport");
        double width = view.path("clientWidth").asDouble();
        double height = view.path("clientHeight").asDouble();
        if (before.get().top < 0 || before.get().bottom > height) {
            inspector.ask("DOM.scrollIntoViewIfNeeded", Map.of("nodeId", element.node()));
            before = Programs.await("the end of the scrolling", PATIENCE, () -> {
                Optional<Box> first = box(element);
                Programs.pause(Duration.ofMillis(200));
                return first.equals(box(element)) ? Optional.of(first) : Optional.empty();
            });
            // The page it was found on has made way for another, on which it is looked for anew.
            if (before.isEmpty()) return Optional.empty();
        }
        Box box = before.get();
        double left = Math.max(0, box.left);
        double right = Math.min(width, box.right);
        double top = Math.max(0, box.top);
        double bottom = Math.min(height, box.bottom);
        if (left >= right || top >= bottom) return Optional.empty();
        // The window has no frame: below the toolbar everything is the page's.
        return Optional.of(new int[] {
            (int) Math.round((left + right) / 2), (int) Math.round(display.height() - height + (top + bottom) / 2)
        });
    }

    /// Presses Back in the toolbar, once.
    void back() {
        window.back();
    }

    /// From now on there is a finger instead of a mouse, and the page is a phone's. The page is loaded again for it.
    void becomeAPhone() {
        inspector.ask("Emulation.setTouchEmulationEnabled", Map.of("enabled", true, "maxTouchPoints", 1));
        inspector.ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 0, "height", 0, "deviceScaleFactor", 0, "mobile", true));
        forgetPlans();
        inspector.ask("Page.reload");
    }

    /// Draws a finger down the window, or up; what scrolls goes the other way.
    void swipe(int fromY, int toY, double pxPerMs) {
        touch("touchStart", List.of(at(fromY)));
        long began = System.nanoTime();
        for (int y = fromY; y != toY; Programs.pause(Duration.ofMillis(8))) {
            int moved = (int) ((System.nanoTime() - began) / 1e6 * pxPerMs);
            y = fromY < toY ? Math.min(toY, fromY + moved) : Math.max(toY, fromY - moved);
            touch("touchMove", List.of(at(y)));
        }
        touch("touchEnd", List.of());
        Programs.pause(Duration.ofMillis(200));
    }

    private Map<String, Integer> at(int y) {
        return Map.of("x", display.width() / 2, "y", y);
    }

    private void touch(String type, List<Map<String, Integer>> points) {
        inspector.ask("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
    }

    /// Keeps what the page looks like.
    void photograph(Path file) throws IOException {
        JsonNode picture = inspector.ask("Page.captureScreenshot", Map.of("format", "png"));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
    }

    @Override
    public void close() {
        inspector.close();
        window.close();
    }
}
