package reload.decide.adapter;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import reload.catalog.Catalog;
import reload.collect.Admission.Caller;
import reload.collect.Admission.Drop;
import reload.collect.adapter.Door;
import reload.collect.adapter.Requests;
import reload.collect.adapter.Tally;
import reload.decide.Decision;
import reload.decide.Plan;
import reload.decide.PlanRequest;
import reload.event.Key;
import reload.event.MallId;
import reload.learn.Learnt;
import reload.log.Entry;
import reload.log.Log;
import reload.log.Source;
import reload.mall.Mall;
import reload.recommend.Recommender;

/// `POST /v1/plan`: what the page may do if its shopper leaves. Answers from memory; the decision goes to the log
/// behind the answer, since the token alone carries what measuring needs.
public final class PlanRoute implements Handler<RoutingContext> {
    private static final int LARGEST = 16 * 1024;

    private final Door door;
    private final Function<MallId, Catalog> catalogs;
    private final Function<MallId, Recommender> recommenders;
    private final Function<MallId, Learnt> learnt;
    private final Log log;
    private final Tally tally;
    private final LongFunction<UUID> ids;

    /// @param ids gives a new UUIDv7 for a time in milliseconds
    public PlanRoute(
            Door door,
            Function<MallId, Catalog> catalogs,
            Function<MallId, Recommender> recommenders,
            Function<MallId, Learnt> learnt,
            Log log,
            Tally tally,
            LongFunction<UUID> ids) {
        this.door = door;
        this.catalogs = catalogs;
        this.recommenders = recommenders;
        this.learnt = learnt;
        this.log = log;
        this.tally = tally;
        this.ids = ids;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Requests.body(
                request,
                LARGEST,
                body -> answer(request, body),
                () -> door.refuse(request.response(), Drop.TOO_LARGE, "the body is larger than 16 KiB"));
    }

    private void answer(HttpServerRequest request, byte[] body) {
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
        Caller caller = entered.caller();
        long now = caller.receivedAt(wanted.sentAt());
        Plan plan = Decision.decide(
                wanted,
                mall,
                caller,
                ids.apply(now),
                catalogs.apply(mall.id()),
                recommenders.apply(mall.id()),
                learnt.apply(mall.id()));
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(PlanJson.forPage(plan)));
        Key visitor = new Key(Key.Kind.VISITOR, wanted.visitor().value());
        byte[] fact = PlanJson.forLog(ids.apply(now), now, wanted, plan);
        log.appendUnawaited(new Entry(mall.id(), visitor, now, 0, 0, fact, Source.PLAN))
                .exceptionally(_ -> {
                    tally.dropped(Drop.OVERLOADED);
                    return null;
                });
    }
}
