package reload.learn.adapter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.util.Map;
import reload.learn.adapter.Models.History;
import reload.learn.adapter.Training.Progress;
import reload.mall.adapter.Tenancy;

/// Training of all malls' models, and those they share: for the operator.
@Path("/api")
@RunOnVirtualThread
public final class TrainingResource {
    private final Tenancy tenancy;
    private final Training training;
    private final Models models;

    @Inject
    public TrainingResource(Tenancy tenancy, Training training, Models models) {
        this.tenancy = tenancy;
        this.training = training;
        this.models = models;
    }

    /// Begins to train all malls; [#progress] says how far it is.
    @POST
    @Path("/training")
    public Progress train(@Context HttpHeaders request) {
        tenancy.access().operator(request);
        return training.begin();
    }

    @GET
    @Path("/training")
    public Progress progress(@Context HttpHeaders request) {
        tenancy.access().operator(request);
        return training.progress();
    }

    /// What was learnt of all malls together, by kind.
    @GET
    @Path("/models")
    public Map<String, History> shared(@Context HttpHeaders request) throws SQLException {
        tenancy.access().operator(request);
        return models.history(null);
    }
}
