package reload.lab.shopper.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.Beacon;
import reload.event.BlockKind;
import reload.event.Frequency;
import reload.event.OrderEvent;
import reload.event.PlanPass;
import reload.event.PlanToken;
import reload.event.Reason;
import reload.event.Trigger;
import reload.event.Wire;
import reload.lab.shopper.MallServer;
import reload.lab.shopper.PlanAnswer;
import reload.lab.shopper.PlanAsk;

/// The real server, spoken to as a mall's pages and the mall's own server do, with the history key of a
/// simulated mall. What the server cannot take just now (429, 503, a broken connection) is sent again: an event
/// counts once however often it arrives.
public final class HttpMall implements MallServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Wire.Names<Arm> ARMS = new Wire.Names<>(Arm.class);
    private static final Wire.Names<BlockKind> BLOCKS = new Wire.Names<>(BlockKind.class);
    private static final Wire.Names<Frequency> FREQUENCIES = new Wire.Names<>(Frequency.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long GIVE_UP_AFTER_MS = 120_000;

    private final HttpClient client;
    private final URI url;
    private final String mall;
    private final String origin;
    private final String historyKey;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();

    public HttpMall(HttpClient client, URI url, String mall, String origin, String historyKey) {
        this.client = client;
        this.url = url;
        this.mall = mall;
        this.origin = origin;
        this.historyKey = historyKey;
    }

    public long requests() {
        return requests.get();
    }

    public long repeats() {
        return repeats.get();
    }

    @Override
    public void collect(Beacon beacon, String userAgent) {
        HttpResponse<byte[]> answer = post("/v1/collect", Wording.of(beacon), userAgent);
        if (answer.statusCode() != 204) throw refused("/v1/collect", answer);
    }

    @Override
    public @Nullable PlanAnswer plan(PlanAsk ask) {
        HttpResponse<byte[]> answer = post("/v1/plan", Wording.of(mall, ask), ask.userAgent());
        if (answer.statusCode() != 200) throw refused("/v1/plan", answer);
        try {
            return read(JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException("the plan is not JSON", e);
        }
    }

    @Override
    public void orders(List<OrderEvent> events, long sentAt) {
        HttpResponse<byte[]> answer = post("/v1/orders", Wording.of(mall, events, sentAt), null);
        if (answer.statusCode() / 100 != 2) throw refused("/v1/orders", answer);
    }

    private static PlanAnswer read(JsonNode plan) {
        Map<Trigger, Reason> against = new EnumMap<>(Trigger.class);
        Map<Trigger, Frequency> frequencies = new EnumMap<>(Trigger.class);
        for (Trigger trigger : Trigger.values()) {
            JsonNode said = plan.path("triggers").path(trigger.wire());
            if (!said.path("armed").asBoolean())
                against.put(trigger, Reason.valueOf(said.path("reason").asText(Reason.TRIGGER_OFF.name())));
            Frequency frequency = FREQUENCIES.find(said.path("frequency").asText());
            if (frequency != null) frequencies.put(trigger, frequency);
        }
        JsonNode rules = plan.path("rules");
        return new PlanAnswer(
                plan.path("eligible").asBoolean() ? issue(plan) : null,
                plan.hasNonNull("reason") ? Reason.valueOf(plan.path("reason").asText()) : null,
                against,
                frequencies,
                plan.hasNonNull("leave") ? leave(plan.path("leave")) : null,
                new PlanAnswer.Rules(
                        rules.path("maxStayMs").asLong(60_000),
                        rules.path("minStayMs").asLong(2_000),
                        rules.path("snoozeDays").asInt(7)));
    }

    private static PlanAnswer.Leave leave(JsonNode leave) {
        List<Double> weights = new ArrayList<>();
        for (JsonNode weight : leave.path("weights")) weights.add(weight.asDouble());
        return new PlanAnswer.Leave(
                weights, leave.path("bias").asDouble(), leave.path("threshold").asDouble());
    }

    private static PlanAnswer.Issue issue(JsonNode plan) {
        List<String> products = new ArrayList<>();
        for (JsonNode block : plan.path("page").path("blocks"))
            for (JsonNode product : block.path("products")) products.add(product.asText());
        Arm arm = ARMS.find(plan.path("arm").asText());
        BlockKind leads = BLOCKS.find(plan.at("/page/blocks/0/kind").asText());
        if (arm == null || leads == null) throw new IllegalStateException("a plan without an arm or a block");
        PlanToken token = new PlanToken(plan.path("token").asText());
        return new PlanAnswer.Issue(
                UUID.fromString(plan.path("plan").asText()),
                token,
                plan.path("ttlMs").asLong(),
                arm,
                PlanPass.read(token)
                        .map(pass -> pass.arm() == Arm.SHOWN && !pass.shows())
                        .orElseThrow(),
                leads,
                products);
    }

    private HttpResponse<byte[]> post(String path, byte[] body, @Nullable String userAgent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + historyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        // A page posts JSON as text so that no preflight is needed; a server has no origin.
        if (userAgent != null)
            request.header("Content-Type", "text/plain;charset=UTF-8")
                    .header("Origin", origin)
                    .header("User-Agent", userAgent);
        else request.header("Content-Type", "application/json");
        HttpRequest ready = request.build();
        long started = System.nanoTime();
        for (long wait = 50; ; wait = Math.min(wait * 2, 2_000)) {
            requests.incrementAndGet();
            boolean late = (System.nanoTime() - started) / 1_000_000 > GIVE_UP_AFTER_MS;
            try {
                HttpResponse<byte[]> answer = client.send(ready, HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 429 && answer.statusCode() != 503 || late) return answer;
            } catch (IOException e) {
                if (late) throw new UncheckedIOException("no answer from " + url.resolve(path), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            repeats.incrementAndGet();
            pause(wait);
        }
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static IllegalStateException refused(String path, HttpResponse<byte[]> answer) {
        String said = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        return new IllegalStateException(
                path + " answered " + answer.statusCode() + " " + said.substring(0, Math.min(said.length(), 300)));
    }
}
