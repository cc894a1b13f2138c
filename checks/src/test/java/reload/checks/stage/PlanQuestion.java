package reload.checks.stage;

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

/// What a page would ask for a shopper who has come from a feed to a product.
///
/// @param mall site key
/// @param visitor as the page keeps it: 22 letters and digits
/// @param origin where the mall's pages are
/// @param page address of the product's page
/// @param from the feed's address
public record PlanQuestion(String mall, String visitor, String origin, String page, String product, String from) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @throws IllegalStateException if the server does not answer with a plan
    public JsonNode ask(HttpClient client, URI reload) {
        long now = System.currentTimeMillis();
        ObjectNode request = JSON.createObjectNode()
                .put("v", 1)
                .put("mall", mall)
                .put("visitor", visitor)
                .put("storage", "persistent")
                .put("consent", "unknown")
                .put("sentAt", now)
                .put("view", "%08x-%04x-7000-8000-000000000001".formatted(now >>> 16, now & 0xffff))
                .put("url", page)
                .put("template", "product")
                .put("product", product)
                .put("device", "phone")
                .put("locale", "ko")
                .put("framed", false)
                .put("bundle", "hold");
        ObjectNode landing = request.putObject("landing")
                .put("url", page)
                .put("referrer", from)
                .put("entry", true);
        landing.putObject("utm").put("source", "jogakbo").put("medium", "cpc");
        request.putArray("recent");
        request.putArray("bought");
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(reload.resolve("/v1/plan"))
                            .timeout(Duration.ofSeconds(20))
                            .header("Content-Type", "text/plain")
                            .header("Origin", origin)
                            .header(
                                    "User-Agent",
                                    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36")
                            .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200)
                throw new IllegalStateException(
                        "the plan request was answered " + answer.statusCode() + " " + answer.body());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
