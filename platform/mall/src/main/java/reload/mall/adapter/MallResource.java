package reload.mall.adapter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import reload.event.SiteKey;
import reload.event.WebOrigin;
import reload.mall.Mall;
import reload.mall.MallSettings;

/// Taking malls in, and putting the script into their pages.
@Path("/api/malls")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class MallResource {
    private static final int MOST_ORIGINS = 50;
    private static final int LONGEST_NAME = 100;

    /// Body of `POST /api/malls`.
    ///
    /// @param locale `ko` where left out
    public record NewMall(
            @Nullable String key,
            @Nullable String name,
            @Nullable List<@Nullable String> origins,
            @Nullable String currency,
            @Nullable String zone,
            @Nullable String locale,
            @Nullable Boolean simulated) {}

    /// The keys are shown this once.
    public record Created(
            String key, String serverKey, @Nullable String historyKey) {}

    /// @param pinned the snippet of this very version, which the browser checks
    public record Install(
            String siteKey,
            String snippet,
            String pinned,
            List<String> origins,
            @Nullable Instant lastEventAt) {}

    /// Body of `PUT /api/malls/{key}/origins`.
    public record Origins(@Nullable List<@Nullable String> origins) {}

    private final Tenancy tenancy;
    private final Instance<LastEvents> lastEvents;
    private final Optional<String> edge;

    /// @param edge where malls' pages reach the edge, such as `https://edge.example`; left out, it is where the
    /// console is
    @Inject
    public MallResource(
            Tenancy tenancy,
            Instance<LastEvents> lastEvents,
            @ConfigProperty(name = "reload.public-url") Optional<String> edge) {
        this.tenancy = tenancy;
        this.lastEvents = lastEvents;
        this.edge = edge;
    }

    @POST
    public Created create(@Nullable NewMall mall, @Context HttpHeaders request) {
        Account operator = tenancy.access().operator(request);
        if (mall == null) throw Refusal.bad("MISSING", "the body is missing");
        MallRegister.Keys keys = tenancy.register().create(checked(mall), operator);
        if (keys == null) throw Refusal.conflict("KEY_TAKEN", "there is a mall of this key");
        return new Created(String.valueOf(mall.key), keys.serverKey(), keys.historyKey());
    }

    @GET
    @Path("/{key}/install")
    public Install install(@PathParam("key") String key, @Context HttpHeaders request, @Context UriInfo uri) {
        Mall mall = tenancy.access().of(request, key).mall();
        String base = edge.orElseGet(() -> {
            WebOrigin here = WebOrigin.of(uri.getBaseUri().toString());
            if (here == null) throw new IllegalStateException("the console does not know where it is");
            return here.text();
        });
        return new Install(
                mall.key().value(),
                PageScript.snippet(base, mall.key()),
                PageScript.pinned(base, mall),
                mall.origins().stream().sorted().toList(),
                lastEvents.isResolvable() ? lastEvents.get().of(mall.id()) : null);
    }

    @PUT
    @Path("/{key}/origins")
    public void changeOrigins(@PathParam("key") String key, @Nullable Origins body, @Context HttpHeaders request) {
        Access.Grant grant = tenancy.access().toChange(request, key);
        Set<String> origins = origins(body == null ? null : body.origins);
        tenancy.register().changeOrigins(grant.mall().id(), origins, grant.account());
    }

    private static MallRegister.NewMall checked(NewMall mall) {
        String name = mall.name == null ? "" : mall.name.strip();
        if (name.isEmpty()) throw Refusal.bad("MISSING", "the name is missing", "name");
        if (name.length() > LONGEST_NAME) throw Refusal.bad("TOO_LONG", "a name has at most 100 characters", "name");
        String locale = mall.locale == null ? "ko" : mall.locale;
        if (!locale.equals("ko") && !locale.equals("en"))
            throw Refusal.bad("UNKNOWN", "a locale is ko or en", "locale");
        return new MallRegister.NewMall(
                key(mall.key),
                name,
                currency(mall.currency),
                zone(mall.zone),
                locale,
                mall.simulated != null && mall.simulated,
                false,
                false,
                origins(mall.origins),
                MallSettings.initial());
    }

    private static SiteKey key(@Nullable String key) {
        if (key == null) throw Refusal.bad("MISSING", "the key is missing", "key");
        try {
            return new SiteKey(key);
        } catch (IllegalArgumentException _) {
            throw Refusal.bad("MALFORMED", "a key is 1 to 63 of a-z 0-9 -, not starting with a dash", "key");
        }
    }

    private static String currency(@Nullable String currency) {
        if (currency == null) throw Refusal.bad("MISSING", "the currency is missing", "currency");
        try {
            return Currency.getInstance(currency).getCurrencyCode();
        } catch (IllegalArgumentException _) {
            throw Refusal.bad("UNKNOWN", "a currency is an ISO 4217 code", "currency");
        }
    }

    private static ZoneId zone(@Nullable String zone) {
        if (zone == null) throw Refusal.bad("MISSING", "the zone is missing", "zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException _) {
            throw Refusal.bad("UNKNOWN", "a zone is a name such as Asia/Seoul", "zone");
        }
    }

    static Set<String> origins(@Nullable List<@Nullable String> given) {
        if (given == null || given.isEmpty()) throw Refusal.bad("MISSING", "at least one origin is needed", "origins");
        if (given.size() > MOST_ORIGINS) throw Refusal.bad("TOO_MANY", "a mall has at most 50 origins", "origins");
        Set<String> origins = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) origins.add(origin(given.get(i), "origins[" + i + "]"));
        return origins;
    }

    /// An origin and nothing behind it: who pastes a page's address may have meant more than we would take.
    private static String origin(@Nullable String given, String field) {
        String text = given == null ? "" : given.strip();
        WebOrigin origin = WebOrigin.of(text);
        boolean web = origin != null
                && (origin.scheme().equals("https") || origin.scheme().equals("http"));
        boolean alone = text.indexOf('@') < 0 && text.replaceFirst("://", "").matches("[^/?#\\\\]+/?");
        if (origin == null || !web || !alone)
            throw Refusal.bad("NOT_AN_ORIGIN", "an origin is like https://mall.example", field);
        return origin.text();
    }
}
