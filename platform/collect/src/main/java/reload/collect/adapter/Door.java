package reload.collect.adapter;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import reload.collect.Admission.Caller;
import reload.collect.Admission.Drop;
import reload.event.SiteKey;
import reload.mall.Mall;
import reload.mall.Malls;

/// Where a mall's pages come in: finds the mall, tells who asks, and turns away who may not. Every refusal is counted.
public final class Door {
    private final Malls malls;
    private final Clients clients;
    private final Limiter limiter;
    private final Tally tally;
    private final Clock clock;

    public Door(Malls malls, Clients clients, Limiter limiter, Tally tally, Clock clock) {
        this.malls = malls;
        this.clients = clients;
        this.limiter = limiter;
        this.tally = tally;
        this.clock = clock;
    }

    /// Who has come in, and to which mall.
    public record Entered(Mall mall, Caller caller) {}

    /// @return null where the request was turned away, and has its answer
    public @Nullable Entered enter(HttpServerRequest request, SiteKey key) {
        HttpServerResponse response = request.response();
        Mall mall = malls.find(key);
        if (mall == null) return refuse(response, Drop.UNKNOWN_MALL, "no mall has this site key");
        Caller caller = Requests.caller(request, mall, clients, clock.millis());
        if (caller == null) return refuse(response, Drop.FORBIDDEN, "this key may not write this mall's history");
        Requests.allowOrigin(response, mall, caller.origin());
        if (caller.history()) return new Entered(mall, caller);
        if (!mall.admitsOrigin(caller.origin()))
            return refuse(response, Drop.FOREIGN_ORIGIN, "the Origin is not one of the mall's");
        if (limiter.admits(mall.id(), Requests.address(request))) return new Entered(mall, caller);
        tally.dropped(Drop.RATE_LIMITED);
        Requests.refuse(response, Drop.RATE_LIMITED, "more than this mall or address may send", 1);
        return null;
    }

    /// Counts and answers a refusal.
    ///
    /// @return null, so that a caller can hand it on
    public <T> @Nullable T refuse(HttpServerResponse response, Drop reason, String message) {
        tally.dropped(reason);
        Requests.refuse(response, reason, message);
        return null;
    }
}
