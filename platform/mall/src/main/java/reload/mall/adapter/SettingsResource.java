package reload.mall.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.mall.MallSettings;
import reload.mall.Role;

/// A mall's settings: draft, publish, roll back.
@Path("/api/malls/{key}/settings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class SettingsResource {
    public record PublishedAnswer(int version, JsonNode settings, String at, String by) {}

    public record DraftAnswer(JsonNode settings, String at, String by) {}

    public record VersionAnswer(int version, String at, String by) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record BookAnswer(
            PublishedAnswer published, @Nullable DraftAnswer draft, List<VersionAnswer> versions) {}

    public record PublishAnswer(int version) {}

    /// Body of `PUT .../draft`.
    public record DraftBody(@Nullable JsonNode settings) {}

    /// Body of `POST .../roll-back`.
    public record RollBackBody(@Nullable Integer version) {}

    private final Tenancy tenancy;
    private final Clock clock;

    @Inject
    public SettingsResource(Tenancy tenancy, Clock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GET
    public BookAnswer read(@PathParam("key") String key, @Context HttpHeaders request) {
        Settings.Book book =
                tenancy.settings().read(tenancy.access().of(request, key).mall().id());
        Settings.Published published = book.published();
        Settings.Draft draft = book.draft();
        return new BookAnswer(
                new PublishedAnswer(
                        published.version().version(),
                        SettingsJson.tree(published.settings()),
                        published.version().at().toString(),
                        published.version().by()),
                draft == null
                        ? null
                        : new DraftAnswer(
                                SettingsJson.tree(draft.settings()), draft.at().toString(), draft.by()),
                book.versions().stream()
                        .map(version -> new VersionAnswer(
                                version.version(), version.at().toString(), version.by()))
                        .toList());
    }

    @PUT
    @Path("/draft")
    public void saveDraft(@PathParam("key") String key, @Nullable DraftBody body, @Context HttpHeaders request) {
        Access.Grant grant = tenancy.access().toChange(request, key);
        if (body == null || body.settings == null) throw Refusal.bad("MISSING", "the settings are missing", "settings");
        MallSettings settings = switch (SettingsJson.check(body.settings, clock.instant())) {
            case SettingsJson.Reading.Taken(MallSettings taken) -> taken;
            case SettingsJson.Reading.Refused(var problems) -> throw Refusal.bad(problems.getFirst());
        };
        onlyAnOwnerHoldsBack(grant, settings);
        tenancy.settings().saveDraft(grant.mall().id(), settings, grant.account());
    }

    @DELETE
    @Path("/draft")
    @Consumes(MediaType.WILDCARD)
    public void dropDraft(@PathParam("key") String key, @Context HttpHeaders request) {
        tenancy.settings()
                .dropDraft(tenancy.access().toChange(request, key).mall().id());
    }

    @POST
    @Path("/publish")
    @Consumes(MediaType.WILDCARD)
    public PublishAnswer publish(@PathParam("key") String key, @Context HttpHeaders request) {
        Access.Grant grant = tenancy.access().toChange(request, key);
        Settings.Draft draft = tenancy.settings().read(grant.mall().id()).draft();
        if (draft != null) onlyAnOwnerHoldsBack(grant, draft.settings());
        return answer(tenancy.settings().publish(grant.mall().id(), grant.account()));
    }

    @POST
    @Path("/roll-back")
    public PublishAnswer rollBack(
            @PathParam("key") String key, @Nullable RollBackBody body, @Context HttpHeaders request) {
        Access.Grant grant = tenancy.access().toChange(request, key);
        Integer version = body == null ? null : body.version;
        if (version == null) throw Refusal.bad("MISSING", "the version is missing", "version");
        MallSettings old = tenancy.settings().find(grant.mall().id(), version);
        if (old != null) onlyAnOwnerHoldsBack(grant, old);
        return answer(tenancy.settings().rollBack(grant.mall().id(), version, grant.account()));
    }

    /// Search engines punish the mall, not us: only its owner may take that on. Who finds it on may leave it on.
    private static void onlyAnOwnerHoldsBack(Access.Grant grant, MallSettings settings) {
        boolean held = grant.mall().settings().triggers().backHold().on();
        if (settings.triggers().backHold().on() && !held && grant.role() != Role.OWNER)
            throw Refusal.notAllowed("only an owner may turn on holding Back");
    }

    private static PublishAnswer answer(Settings.Outcome outcome) {
        return switch (outcome) {
            case Settings.Outcome.Done(int version) -> new PublishAnswer(version);
            case Settings.Outcome.NoDraft _ -> throw Refusal.conflict("NO_DRAFT", "there is no draft to publish");
            case Settings.Outcome.NoSuchVersion _ ->
                throw Refusal.notFound("NO_SUCH_VERSION", "these settings were never published");
        };
    }
}
