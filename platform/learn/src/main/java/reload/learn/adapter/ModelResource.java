package reload.learn.adapter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.util.Map;
import reload.learn.adapter.Models.History;
import reload.learn.adapter.PolicyJudge.Judgement;
import reload.learn.adapter.VariantResults.Results;
import reload.mall.Mall;
import reload.mall.ShowRule;
import reload.mall.adapter.Refusal;
import reload.mall.adapter.Tenancy;

/// A mall's models, and what a policy would have brought it, for its people. See `contract/console-api.md`.
@Path("/api/malls/{key}")
@RunOnVirtualThread
public final class ModelResource {
    private final Tenancy tenancy;
    private final Models models;
    private final VariantResults results;
    private final PolicyJudge judge;

    @Inject
    public ModelResource(Tenancy tenancy, Models models, VariantResults results, PolicyJudge judge) {
        this.tenancy = tenancy;
        this.models = models;
        this.results = results;
        this.judge = judge;
    }

    /// By kind.
    @GET
    @Path("/models")
    public Map<String, History> models(@PathParam("key") String key, @Context HttpHeaders request) throws SQLException {
        return models.history(tenancy.access().of(request, key).mall().id());
    }

    /// Puts a version back to work.
    @PUT
    @Path("/models/{kind}/{version}/at-work")
    public Map<String, History> restore(
            @PathParam("key") String key,
            @PathParam("kind") String kind,
            @PathParam("version") int version,
            @Context HttpHeaders request)
            throws SQLException {
        Mall mall = tenancy.access().toChange(request, key).mall();
        var kept = models.kinds().get(kind);
        if (kept == null || !kept.store().restore(mall.id(), version))
            throw Refusal.notFound("NO_SUCH_MODEL", "the mall has no such model, or nothing was learnt in it");
        return models.history(mall.id());
    }

    /// What came of each page, and of showing nothing.
    @GET
    @Path("/variants")
    public Results variants(@PathParam("key") String key, @Context HttpHeaders request) {
        return results.of(tenancy.access().of(request, key).mall());
    }

    /// What a policy would have brought, from the plans that were logged.
    ///
    /// @param show as [ShowRule#read] says; empty for everybody
    @GET
    @Path("/judge-policy")
    public Judgement judge(
            @PathParam("key") String key,
            @QueryParam("show") @DefaultValue("") String show,
            @Context HttpHeaders request) {
        Mall mall = tenancy.access().of(request, key).mall();
        try {
            return judge.judge(mall, ShowRule.read(show));
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("NOT_JUDGED", String.valueOf(e.getMessage()), "show");
        }
    }
}
