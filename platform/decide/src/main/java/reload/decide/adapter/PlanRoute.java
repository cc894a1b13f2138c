package reload.decide.adapter;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import reload.catalog.Catalog;
import reload.collect.Admission.Caller;
import reload.collect.Admission.Drop;
import reload.collect.adapter.Clients;
import reload.collect.adapter.Limiter;
import reload.collect.adapter.Requests;
import reload.collect.adapter.Tally;
import reload.decide.Decision;
import reload.decide.Plan;
import reload.decide.PlanRequest;
import reload.event.Key;
import reload.event.MallId;
import reload.log.Entry;
import reload.log.Log;
import reload.log.Source;
import reload.mall.Mall;
import reload.mall.Malls;
import reload.recommend.Recommender;

/// `POST /v1/plan`: what the page may do if its shopper leaves. Answers from memory; the decision goes to the log
/// behind the answer, since the token alone carries what measuring needs.
public final class PlanRoute implements Handler<RoutingContext> {
    private static final int LARGEST = 16 * 1024;

    private final Malls malls;
    private final Function<MallId, Catalog> catalogs;
    private final Function<MallId, Recommender> recommenders;
    private final Log log;
    private final Clients clients;
    private final Limiter limiter;
    private final Tally tally;
    private final Clock clock;
    private final LongFunction<UUID> ids;

    /// @param ids gives a new UUIDv7 for a time in milliseconds
    public PlanRoute(
            Malls malls,
            Function<MallId, Catalog> catalogs,
            Function<MallId, Recommender> recommenders,
            Log log,
            Clients clients,
            Limiter limiter,
            Tally tally,
            Clock clock,
            LongFunction<UUID> ids) {
        this.malls = malls;
        this.catalogs = catalogs;
        this.recommenders = recommenders;
        this.log = log;
        this.clients = clients;
        this.limiter = limiter;
        this.tally = tally;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Requests.body(
                request,
                LARGEST,
                body -> answer(request, body),
                () -> refuse(request.response(), Drop.TOO_LARGE, "the body is larger than 16 KiB"));
    }

    private void answer(HttpServerRequest request, byte[] body) {
        HttpServerResponse response = request.response();
        PlanRequest wanted;
        try {
            wanted = PlanRequestReader.read(body);
        } catch (PlanRequestReader.Unreadable e) {
            refuse(response, Drop.MALFORMED, e.what());
            return;
        }
        Mall mall = malls.find(wanted.mall());
        if (mall == null) {
            refuse(response, Drop.UNKNOWN_MALL, "no mall has this site key");
            return;
        }
        Caller caller = Requests.caller(request, mall, clients, clock.millis());
        if (caller == null) {
            refuse(response, Drop.FORBIDDEN, "this key may not write this mall's history");
            return;
        }
        Requests.allowOrigin(response, mall, caller.origin());
        if (!caller.history() && !mall.admitsOrigin(caller.origin())) {
            refuse(response, Drop.FOREIGN_ORIGIN, "the Origin is not one of the mall's");
            return;
        }
        if (!caller.history() && !limiter.admits(mall.id(), Requests.address(request))) {
            tally.dropped(Drop.RATE_LIMITED);
            Requests.refuse(response, Drop.RATE_LIMITED, "more than this mall or address may ask", 1);
            return;
        }
        long now = caller.receivedAt(wanted.sentAt());
        Plan plan = Decision.decide(
                wanted, mall, caller, ids.apply(now), catalogs.apply(mall.id()), recommenders.apply(mall.id()));
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(PlanJson.forPage(plan)));
        Key visitor = new Key(Key.Kind.VISITOR, wanted.visitor().value());
        byte[] fact = PlanJson.forLog(ids.apply(now), now, wanted, plan);
        log.append(new Entry(mall.id(), visitor, now, 0, 0, fact, Source.PLAN)).exceptionally(_ -> {
            tally.dropped(Drop.OVERLOADED);
            return null;
        });
    }

    private void refuse(HttpServerResponse response, Drop reason, String message) {
        tally.dropped(reason);
        Requests.refuse(response, reason, message);
    }
}
