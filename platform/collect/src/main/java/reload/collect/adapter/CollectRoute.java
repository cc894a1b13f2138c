package reload.collect.adapter;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import reload.collect.Admission;
import reload.collect.Admission.Accepted;
import reload.collect.Admission.Caller;
import reload.collect.Admission.Drop;
import reload.collect.Admission.Dropped;
import reload.event.Beacon;
import reload.event.Key;
import reload.event.adapter.BeaconReader;
import reload.event.adapter.UnreadableException;
import reload.log.Entry;
import reload.log.Log;
import reload.log.LogUnavailable;
import reload.log.Source;
import reload.mall.Mall;
import reload.mall.Malls;

/// `POST /v1/collect`: takes a page's beacon and answers 204 once its events are durably in the log. See
/// `contract/README.md`.
public final class CollectRoute implements Handler<RoutingContext> {
    public static final int LARGEST = 64 * 1024;

    private final Malls malls;
    private final Log log;
    private final Clients clients;
    private final Limiter limiter;
    private final Tally tally;
    private final Clock clock;

    public CollectRoute(Malls malls, Log log, Clients clients, Limiter limiter, Tally tally, Clock clock) {
        this.malls = malls;
        this.log = log;
        this.clients = clients;
        this.limiter = limiter;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Requests.body(
                request,
                LARGEST,
                body -> take(request, body),
                () -> refuse(request.response(), Drop.TOO_LARGE, "the body is larger than 64 KiB"));
    }

    private void take(HttpServerRequest request, byte[] body) {
        HttpServerResponse response = request.response();
        Beacon beacon;
        try {
            beacon = BeaconReader.read(body);
        } catch (UnreadableException e) {
            refuse(response, Drop.valueOf(e.kind().name()), e.what());
            return;
        }
        Mall mall = malls.find(beacon.mall());
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
        if (!caller.history() && !limiter.admits(mall.id(), Requests.address(request))) {
            tally.dropped(Drop.RATE_LIMITED);
            Requests.refuse(response, Drop.RATE_LIMITED, "more than this mall or address may send", 1);
            return;
        }
        switch (Admission.judge(beacon, mall, caller)) {
            case Dropped(Drop reason) -> refuse(response, reason, "the Origin is not one of the mall's");
            case Accepted accepted -> keep(beacon, body, mall, caller, accepted, response);
        }
    }

    private void keep(
            Beacon beacon, byte[] body, Mall mall, Caller caller, Accepted accepted, HttpServerResponse response) {
        for (Drop drop : accepted.drops()) tally.dropped(drop);
        int taken = beacon.events().size() - accepted.drops().size();
        if (taken == 0) {
            response.setStatusCode(204).end();
            return;
        }
        Entry entry = new Entry(
                mall.id(),
                new Key(Key.Kind.VISITOR, beacon.visitor().value()),
                caller.receivedAt(beacon.sentAt()),
                accepted.skewMs(),
                accepted.skipped(),
                body,
                Source.PAGE);
        log.append(entry).whenComplete((_, failure) -> {
            if (failure == null) tally.accepted(taken);
            answer(response, failure, tally);
        });
    }

    /// 204 where the log has it for good; 503 with Retry-After where it cannot promise that.
    static void answer(HttpServerResponse response, @Nullable Throwable failure, Tally tally) {
        if (response.ended() || response.closed()) return; // the page has gone; its events have not
        if (failure == null) {
            response.setStatusCode(204)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
            return;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        int retryAfter = cause instanceof LogUnavailable unavailable ? unavailable.retryAfterSeconds() : 1;
        tally.dropped(Drop.OVERLOADED);
        Requests.refuse(response, Drop.OVERLOADED, "the events cannot be kept just now", retryAfter);
    }

    private void refuse(HttpServerResponse response, Drop reason, String message) {
        tally.dropped(reason);
        Requests.refuse(response, reason, message);
    }
}
