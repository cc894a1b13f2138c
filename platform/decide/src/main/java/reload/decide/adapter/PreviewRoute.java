package reload.decide.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reload.catalog.Catalog;
import reload.collect.Admission.Caller;
import reload.collect.Admission.Drop;
import reload.collect.adapter.Door;
import reload.collect.adapter.Requests;
import reload.decide.Decision;
import reload.decide.Plan;
import reload.decide.PlanRequest;
import reload.event.Consent;
import reload.event.MallId;
import reload.event.PreviewPass;
import reload.event.Reason;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.Wire;
import reload.learn.Learnt;
import reload.mall.Mall;
import reload.recommend.Recommender;

/// `POST /v1/preview?token=...`: every rule that keeps a trigger from a page, and what would be shown, for a
/// page that was opened by a signed link of the console. Without a link, or with an old one or another
/// mall's, there is nothing here: 404. Nothing of it is logged or counted.
public final class PreviewRoute implements Handler<RoutingContext> {
    private static final int LARGEST = 16 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();
    /// In the place of a plan's token: whatever is told with it counts nowhere.
    private static final String NO_TOKEN = "-".repeat(20);

    private final Door door;
    private final Function<MallId, Catalog> catalogs;
    private final Function<MallId, Recommender> recommenders;
    private final Function<MallId, Learnt> learnt;
    private final LongFunction<UUID> ids;

    /// @param ids gives a new UUIDv7 for a time in milliseconds
    public PreviewRoute(
            Door door,
            Function<MallId, Catalog> catalogs,
            Function<MallId, Recommender> recommenders,
            Function<MallId, Learnt> learnt,
            LongFunction<UUID> ids) {
        this.door = door;
        this.catalogs = catalogs;
        this.recommenders = recommenders;
        this.learnt = learnt;
        this.ids = ids;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String token = request.getParam("token");
        Requests.body(
                request,
                LARGEST,
                body -> answer(request, token, body),
                () -> door.refuse(request.response(), Drop.TOO_LARGE, "the body is larger than 16 KiB"));
    }

    private void answer(HttpServerRequest request, @Nullable String token, byte[] body) {
        HttpServerResponse response = request.response();
        PlanRequest wanted;
        try {
            wanted = PlanRequestReader.read(body);
        } catch (PlanRequestReader.Unreadable e) {
            door.refuse(response, Drop.MALFORMED, e.what());
            return;
        }
        Door.Entered entered = door.enter(request, wanted.mall());
        if (entered == null) return;
        Mall mall = entered.mall();
        PreviewPass pass = token == null
                ? null
                : PreviewPass.verify(
                                token,
                                mall.id(),
                                mall.tokenKey(),
                                entered.caller().now())
                        .orElse(null);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (pass == null) {
            response.setStatusCode(404).end();
            return;
        }
        Plan plan = decide(wanted, mall, entered.caller());
        Map<Trigger, List<Reason>> refusals = Decision.refusals(wanted, mall, entered.caller());
        // That nothing is there to be shown is no rule of a trigger.
        refusals.forEach((trigger, all) -> {
            if (all.isEmpty() && plan.reason() != null) all.add(plan.reason());
        });
        Plan open = decide(unhindered(wanted), mall, entered.caller());
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(Buffer.buffer(json(pass, refusals, open)));
    }

    private Plan decide(PlanRequest request, Mall mall, Caller caller) {
        return Decision.decide(
                request,
                mall,
                caller,
                ids.apply(caller.now()),
                catalogs.apply(mall.id()),
                recommenders.apply(mall.id()),
                learnt.apply(mall.id()));
    }

    /// The same shopper with nothing in the way: who has agreed, was never shown anything, and comes back to the front
    /// page from what they looked at.
    static PlanRequest unhindered(PlanRequest request) {
        String left = Stream.concat(
                        Stream.of(
                                request.product() == null ? "" : request.product(),
                                request.left() == null ? "" : request.left()),
                        request.recent().stream())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse(null);
        return new PlanRequest(
                request.mall(),
                request.visitor(),
                Storage.PERSISTENT,
                Consent.GRANTED,
                request.device(),
                request.sentAt(),
                request.view(),
                Template.HOME,
                null,
                request.locale(),
                false,
                false,
                request.holds(),
                request.landing(),
                left,
                null,
                0,
                request.recent(),
                request.bought());
    }

    private static byte[] json(PreviewPass pass, Map<Trigger, List<Reason>> refusals, Plan open) {
        try {
            ObjectNode answer = JSON.createObjectNode().put("v", 1).put("until", pass.expiresAt());
            ObjectNode reasons = answer.putObject("reasons");
            refusals.forEach((trigger, all) -> {
                ArrayNode list = reasons.putArray(Wire.of(trigger));
                all.forEach(reason -> list.add(reason.name()));
            });
            if (open.offer() != null)
                answer.set("plan", ((ObjectNode) JSON.readTree(PlanJson.forPage(open))).put("token", NO_TOKEN));
            return JSON.writeValueAsBytes(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
