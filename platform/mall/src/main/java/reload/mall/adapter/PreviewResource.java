package reload.mall.adapter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// "See it on my shop": a link to a page of the mall that shows there what the page script knows and would do.
@Path("/api/malls/{key}/preview")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class PreviewResource {
    /// Body of `POST`.
    public record Wanted(@Nullable String url) {}

    public record Answer(String url, Instant until) {}

    private final Tenancy tenancy;

    @Inject
    public PreviewResource(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @POST
    public Answer link(@PathParam("key") String key, @Nullable Wanted wanted, @Context HttpHeaders request) {
        Access.Grant grant = tenancy.access().of(request, key);
        PreviewLink link = PreviewLink.of(grant.mall(), wanted == null ? null : wanted.url, tenancy.now());
        if (link == null) throw Refusal.bad("NOT_A_PAGE", "this is no page of the mall's origins", "url");
        return new Answer(link.url(), link.until());
    }
}
