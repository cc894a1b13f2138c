package reload.lab.shopper.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The console's API, as the person signed in sees it (`contract/console-api.md`).
public final class Console {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// A fresh report waits until the whole log is folded.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client;
    private final URI url;
    private final String cookie;
    private final String csrf;

    private Console(HttpClient client, URI url, String cookie, String csrf) {
        this.client = client;
        this.url = url;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    /// @throws IllegalStateException if the server does not let this account in
    public static Console signIn(HttpClient client, URI url, String email, String password) {
        ObjectNode who = JSON.createObjectNode().put("email", email).put("password", password);
        HttpResponse<byte[]> answer = send(
                client,
                HttpRequest.newBuilder(url.resolve("/api/sign-in"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(body(who))
                        .build());
        JsonNode said = answered(answer, "sign-in");
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("reload_session="))
                .map(set -> set.split(";")[0])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("sign-in set no session"));
        return new Console(client, url, cookie, said.path("csrf").asText());
    }

    public record Keys(String mall, String serverKey, String historyKey) {}

    /// Opens a mall whose history may be told, with both triggers on.
    ///
    /// @param holdOut null for the usual share
    public Keys openSimulatedMall(String key, String origin, String currency, String zone, @Nullable Double holdOut) {
        Keys keys = openMall(key, origin, currency, zone, true);
        switchOn(key, holdOut, List.of("backLanding", "leaveSignal"));
        return keys;
    }

    /// Opens a mall. Its keys are told this once.
    public Keys openMall(String key, String origin, String currency, String zone, boolean simulated) {
        ObjectNode mall = JSON.createObjectNode()
                .put("key", key)
                .put("name", key)
                .put("currency", currency)
                .put("zone", zone)
                .put("simulated", simulated);
        mall.putArray("origins").add(origin);
        JsonNode keys = post("/api/malls", mall);
        return new Keys(
                key, keys.path("serverKey").asText(), keys.path("historyKey").asText());
    }

    /// Switches `back-hold` and `back-landing` on.
    ///
    /// @param holdOut null leaves the share as it is
    public void switchOn(String key, @Nullable Double holdOut) {
        switchOn(key, holdOut, List.of("backLanding"));
    }

    private void switchOn(String key, @Nullable Double holdOut, List<String> besides) {
        ObjectNode settings = get("/api/malls/" + key + "/settings")
                .path("published")
                .path("settings")
                .deepCopy();
        if (holdOut != null) settings.put("holdOutShare", holdOut);
        ObjectNode triggers = settings.withObject("/triggers");
        triggers.putObject("backHold").put("on", true).putObject("acknowledged").put("text", "back-hold-policy-1");
        for (String trigger : besides) triggers.withObject("/" + trigger).put("on", true);
        put("/api/malls/" + key + "/settings/draft", JSON.createObjectNode().set("settings", settings));
        post("/api/malls/" + key + "/settings/publish", JSON.createObjectNode());
    }

    /// What the console shows, after all that was in the log is folded.
    public JsonNode report(String mall, @Nullable String from, @Nullable String to) {
        String days = (from == null ? "" : "&from=" + from) + (to == null ? "" : "&to=" + to);
        return get("/api/malls/" + mall + "/report?fresh=true" + days);
    }

    public JsonNode get(String path) {
        return answered(send(client, request(path).GET().build()), path);
    }

    public JsonNode post(String path, JsonNode body) {
        return answered(send(client, changing(path).POST(body(body)).build()), path);
    }

    public void put(String path, JsonNode body) {
        answered(send(client, changing(path).PUT(body(body)).build()), path);
    }

    private HttpRequest.Builder changing(String path) {
        return request(path).header("Content-Type", "application/json").header("X-Reload-Csrf", csrf);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE).header("Cookie", cookie);
    }

    private static HttpRequest.BodyPublisher body(JsonNode json) {
        return HttpRequest.BodyPublishers.ofString(json.toString());
    }

    private static HttpResponse<byte[]> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode answered(HttpResponse<byte[]> answer, String what) {
        String said = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        if (answer.statusCode() / 100 != 2)
            throw new IllegalStateException(what + " answered " + answer.statusCode() + " " + said);
        if (said.isBlank()) return JSON.createObjectNode();
        try {
            return JSON.readTree(said);
        } catch (IOException e) {
            throw new UncheckedIOException(what + " did not answer JSON", e);
        }
    }

    /// The account every fresh installation has.
    static final List<String> DEMO = List.of("demo@reload.localhost", "reload-demo");
}
