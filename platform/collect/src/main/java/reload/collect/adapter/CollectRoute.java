package reload.collect.adapter;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
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

/// `POST /v1/collect`: takes a page's beacon and answers 204 once its events are durably in the log. See
/// `contract/README.md`.
public final class CollectRoute implements Handler<RoutingContext> {
    public static final int LARGEST = 64 * 1024;

    private final Door door;
    private final Log log;
    private final Tally tally;

    public CollectRoute(Door door, Log log, Tally tally) {
        this.door = door;
        this.log = log;
        this.tally = tally;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Requests.body(
                request,
                LARGEST,
                body -> take(request, body),
                () -> door.refuse(request.response(), Drop.TOO_LARGE, "the body is larger than 64 KiB"));
    }

    private void take(HttpServerRequest request, byte[] body) {
        HttpServerResponse response = request.response();
        Beacon beacon;
        try {
            beacon = BeaconReader.read(body);
        } catch (UnreadableException e) {
            door.refuse(response, Drop.valueOf(e.kind().name()), e.what());
            return;
        }
        Door.Entered entered = door.enter(request, beacon.mall());
        if (entered == null) return;
        switch (Admission.judge(beacon, entered.mall(), entered.caller())) {
            case Dropped(Drop reason) -> door.refuse(response, reason, "not counted as a shopper");
            case Accepted accepted -> keep(beacon, body, entered.mall(), entered.caller(), accepted, response);
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
}
