package reload.measure.adapter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import reload.mall.adapter.Tenancy;

/// Whether the figures keep up with the log: for the operator.
@Path("/api/status")
@RunOnVirtualThread
public final class StatusResource {
    /// @param lagMs see [Freshness#lag]
    public record Status(String logEnd, String foldedTo, long lagMs, int malls) {}

    private final Tenancy tenancy;
    private final Freshness freshness;
    private final Clock clock;

    @Inject
    public StatusResource(Tenancy tenancy, Freshness freshness, Clock clock) {
        this.tenancy = tenancy;
        this.freshness = freshness;
        this.clock = clock;
    }

    @GET
    public Status status(@Context HttpHeaders request) {
        tenancy.access().operator(request);
        return new Status(
                freshness.logEnd().text(),
                freshness.foldedTo().text(),
                freshness.lag(clock.instant()).toMillis(),
                tenancy.malls().all().size());
    }
}
