package reload.learn.adapter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import reload.learn.adapter.VisitChances.Chances;
import reload.mall.Mall;
import reload.mall.adapter.Refusal;
import reload.mall.adapter.Tenancy;

/// Who leaves and who orders, among a mall's newest sessions, for its people. See `contract/console-api.md`.
@Path("/api/malls/{key}/sessions/chances")
@RunOnVirtualThread
public final class ChancesResource {
    private final Tenancy tenancy;
    private final VisitChances chances;

    @Inject
    public ChancesResource(Tenancy tenancy, VisitChances chances) {
        this.tenancy = tenancy;
        this.chances = chances;
    }

    @GET
    public Chances recent(
            @PathParam("key") String key,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context HttpHeaders request)
            throws SQLException {
        Mall mall = tenancy.access().of(request, key).mall();
        if (limit < 1 || limit > VisitChances.MOST)
            throw Refusal.bad("OUT_OF_RANGE", "limit is from 1 to " + VisitChances.MOST, "limit");
        return chances.recent(mall.id(), limit);
    }
}
