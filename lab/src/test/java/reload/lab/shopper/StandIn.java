package reload.lab.shopper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import reload.event.Arm;
import reload.event.Device;
import reload.event.Reason;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.Utm;
import reload.event.VisitorId;
import reload.event.Wire;
import reload.event.adapter.BeaconReader;
import reload.event.adapter.OrdersReader;

/// A [MeasuringMall] behind HTTP, so that the client can be tried without the platform. Now and then it is too
/// busy.
final class StandIn implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;
    private final MeasuringMall mall;
    private final String key;
    private final AtomicInteger calls = new AtomicInteger();

    StandIn(MeasuringMall mall, String key) throws IOException {
        this.mall = mall;
        this.key = key;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = 204;
        byte[] said = {};
        if (calls.incrementAndGet() % 97 == 0) {
            status = 503;
        } else if (!("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            status = 403;
        } else {
            try {
                synchronized (mall) {
                    switch (exchange.getRequestURI().getPath()) {
                        case "/v1/collect" ->
                            mall.collect(
                                    BeaconReader.read(body),
                                    exchange.getRequestHeaders().getFirst("User-Agent"));
                        case "/v1/orders" -> {
                            var orders = OrdersReader.read(body);
                            mall.orders(orders.events(), orders.sentAt());
                        }
                        case "/v1/plan" -> {
                            status = 200;
                            said = JSON.writeValueAsBytes(plan(mall.plan(
                                    ask(body, exchange.getRequestHeaders().getFirst("User-Agent")))));
                        }
                        default -> status = 404;
                    }
                }
            } catch (Exception | AssertionError e) {
                status = 500;
                said = e.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }
        }
        exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
        if (said.length > 0) exchange.getResponseBody().write(said);
        exchange.close();
    }

    private static ObjectNode plan(PlanAnswer answer) {
        ObjectNode json = JSON.createObjectNode().put("v", 1).put("eligible", answer.issue() != null);
        if (answer.reason() != null) json.put("reason", answer.reason().name());
        ObjectNode triggers = json.putObject("triggers");
        for (Trigger trigger : Trigger.values()) {
            Reason against = answer.against().get(trigger);
            ObjectNode said =
                    triggers.putObject(trigger.wire()).put("armed", against == null && answer.issue() != null);
            if (against != null) said.put("reason", against.name());
        }
        json.putObject("rules")
                .put("maxStayMs", answer.rules().maxStayMs())
                .put("minStayMs", answer.rules().minStayMs())
                .put("snoozeDays", answer.rules().snoozeDays());
        PlanAnswer.Leave leave = answer.leave();
        if (leave != null) {
            ObjectNode model = json.putObject("leave").put("bias", leave.bias()).put("threshold", leave.threshold());
            leave.weights().forEach(model.putArray("weights")::add);
        }
        PlanAnswer.Issue issue = answer.issue();
        if (issue == null) return json;
        json.put("plan", issue.plan().toString())
                .put("token", issue.token().text())
                .put("ttlMs", issue.ttlMs())
                .put("arm", issue.arm().wire());
        ObjectNode block = json.putObject("page").putArray("blocks").addObject().put("kind", "goes-with");
        issue.products().forEach(block.putArray("products")::add);
        return json;
    }

    private static PlanAsk ask(byte[] body, String userAgent) throws IOException {
        JsonNode json = JSON.readTree(body);
        JsonNode landing = json.path("landing");
        JsonNode utm = landing.path("utm");
        JsonNode seen = json.path("seen");
        List<String> recent = new ArrayList<>();
        json.path("recent").forEach(id -> recent.add(id.asText()));
        return new PlanAsk(
                new VisitorId(json.path("visitor").asText()),
                new Wire.Names<>(Storage.class).find(json.path("storage").asText()),
                json.path("sentAt").asLong(),
                UUID.fromString(json.path("view").asText()),
                json.path("url").asText(),
                new Wire.Names<>(Template.class).find(json.path("template").asText()),
                json.path("product").asText(null),
                new Wire.Names<>(Device.class).find(json.path("device").asText()),
                userAgent,
                json.path("webdriver").asBoolean(),
                json.path("framed").asBoolean(),
                new PlanAsk.Landing(
                        landing.path("url").asText(),
                        landing.path("referrer").asText(null),
                        utm.isMissingNode() ? null : new Utm(utm.path("source").asText(), null, null, null, null),
                        landing.path("entry").asBoolean()),
                json.path("left").asText(null),
                seen.isMissingNode()
                        ? null
                        : new PlanAsk.Seen(
                                seen.path("at").asLong(),
                                new Wire.Names<>(Arm.class)
                                        .find(seen.path("arm").asText())),
                json.hasNonNull("snoozedUntil") ? json.path("snoozedUntil").asLong() : null,
                recent,
                List.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
