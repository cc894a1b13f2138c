package reload.learn.adapter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import reload.learn.adapter.Training.Progress;
import reload.mall.adapter.Tenancy;

/// Training of all malls' models: for the operator.
@Path("/api/training")
@RunOnVirtualThread
public final class TrainingResource {
    private final Tenancy tenancy;
    private final Training training;

    @Inject
    public TrainingResource(Tenancy tenancy, Training training) {
        this.tenancy = tenancy;
        this.training = training;
    }

    /// Begins to train all malls; [#progress] says how far it is.
    @POST
    public Progress train(@Context HttpHeaders request) {
        tenancy.access().operator(request);
        return training.begin();
    }

    @GET
    public Progress progress(@Context HttpHeaders request) {
        tenancy.access().operator(request);
        return training.progress();
    }
}
