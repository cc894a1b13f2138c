package reload.checks.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// Reads what a tab shows, by the browser's debugging protocol. Only questions that leave no trace are asked:
/// a script run in the page would count as the shopper's input, and a navigation from here would pass the
/// browser's own protection of Back.
public final class Inspector implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final StringBuilder part = new StringBuilder();
    private final BiConsumer<String, JsonNode> heard;
    private final WebSocket socket;

    /// @param heard takes the events of the domains that were enabled
    public Inspector(HttpClient client, URI tab, BiConsumer<String, JsonNode> heard) {
        this.heard = heard;
        this.socket = client.newWebSocketBuilder().buildAsync(tab, this).join();
    }

    public JsonNode ask(String question) {
        return ask(question, Map.of());
    }

    /// @throws IllegalStateException if the browser refuses, as for an element that is gone
    public synchronized JsonNode ask(String question, Map<String, Object> details) {
        int id = last.incrementAndGet();
        ObjectNode said = JSON.createObjectNode().put("id", id).put("method", question);
        said.set("params", JSON.valueToTree(details));
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        try {
            socket.sendText(said.toString(), true).get(10, TimeUnit.SECONDS);
            return answer.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no answer to " + question, e);
        } finally {
            open.remove(id);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
        part.append(data);
        if (whole) {
            String text = part.toString();
            part.setLength(0);
            take(text);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void take(String text) {
        JsonNode said;
        try {
            said = JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!said.has("id")) {
            heard.accept(said.path("method").asText(), said.path("params"));
            return;
        }
        CompletableFuture<JsonNode> answer = open.get(said.path("id").asInt());
        if (answer == null) return;
        if (said.has("error"))
            answer.completeExceptionally(
                    new IllegalStateException(said.path("error").toString()));
        else answer.complete(said.path("result"));
    }

    @Override
    public void close() {
        socket.abort();
    }
}
