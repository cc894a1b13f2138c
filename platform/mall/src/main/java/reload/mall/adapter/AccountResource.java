package reload.mall.adapter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import reload.mall.Mall;

/// Signing in and out, and what a person is shown first.
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class AccountResource {
    /// Body of `POST /api/sign-in`.
    public record Credentials(
            @Nullable String email, @Nullable String password) {}

    /// Body of `PUT /api/me/locale`.
    public record LocaleChoice(@Nullable String locale) {}

    public record AccountAnswer(String email, String name, String locale, boolean operator) {}

    public record MallAnswer(String key, String name, String role, boolean simulated, String currency, String zone) {}

    /// Where the demo's pages are, from where this browser stands.
    public record Demo(String mallUrl, String feedUrl, String searchUrl) {}

    public record Me(
            AccountAnswer account,
            List<MallAnswer> malls,
            String csrf,
            @Nullable Demo demo) {}

    private final Tenancy tenancy;
    private final boolean demo;
    private final int demoPort;

    @Inject
    public AccountResource(
            Tenancy tenancy,
            @ConfigProperty(name = "reload.demo.enabled") Optional<Boolean> demoEnabled,
            @ConfigProperty(name = "reload.demo") Optional<Boolean> demo,
            @ConfigProperty(name = "reload.demo.mall-port", defaultValue = "8081") int demoPort) {
        this.tenancy = tenancy;
        this.demo = demoEnabled.or(() -> demo).orElse(false);
        this.demoPort = demoPort;
    }

    @POST
    @Path("/sign-in")
    public Response signIn(
            @Nullable Credentials credentials, @Context HttpServerRequest connection, @Context UriInfo uri) {
        if (credentials == null || credentials.email == null)
            throw Refusal.bad("MISSING", "the e-mail address is missing", "email");
        if (credentials.password == null) throw Refusal.bad("MISSING", "the password is missing", "password");
        String address = connection.remoteAddress().hostAddress();
        return switch (tenancy.accounts().signIn(credentials.email, credentials.password, address)) {
            case Accounts.SignIn.Welcome(Account account) -> {
                String secret = tenancy.sessions().begin(account);
                yield Response.ok(me(account, secret, uri))
                        .cookie(cookie(secret, (int) ConsoleSessions.LONGEST.toSeconds(), uri))
                        .build();
            }
            case Accounts.SignIn.BadCredentials _ -> throw Refusal.badCredentials();
            case Accounts.SignIn.TooManyTries(var retryAfter) -> throw Refusal.tooManyTries(retryAfter);
        };
    }

    @GET
    @Path("/me")
    public Me me(@Context HttpHeaders request, @Context UriInfo uri) {
        Access.SignedIn who = tenancy.access().signedIn(request);
        return me(who.account(), who.secret(), uri);
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.WILDCARD)
    public Response signOut(@Context HttpHeaders request, @Context UriInfo uri) {
        tenancy.sessions().end(tenancy.access().signedIn(request).secret());
        return Response.noContent().cookie(cookie("", 0, uri)).build();
    }

    @PUT
    @Path("/me/locale")
    public void changeLocale(@Nullable LocaleChoice choice, @Context HttpHeaders request) {
        Account account = tenancy.access().signedIn(request).account();
        String locale = choice == null ? null : choice.locale;
        if (locale == null || !(locale.equals("ko") || locale.equals("en")))
            throw Refusal.bad("UNKNOWN", "a locale is ko or en", "locale");
        tenancy.accounts().changeLocale(account, locale);
    }

    private Me me(Account account, String secret, UriInfo uri) {
        List<MallAnswer> malls = tenancy.access().malls(account).stream()
                .map(AccountResource::answer)
                .toList();
        return new Me(
                new AccountAnswer(account.email(), account.name(), account.locale(), account.operator()),
                malls,
                ConsoleSessions.csrf(secret),
                demo ? demo(uri) : null);
    }

    private static MallAnswer answer(Access.Grant grant) {
        Mall mall = grant.mall();
        return new MallAnswer(
                mall.key().value(),
                mall.name(),
                grant.role().wire(),
                mall.simulated(),
                mall.currency(),
                mall.zone().getId());
    }

    private Demo demo(UriInfo uri) {
        String host = "http://" + uri.getBaseUri().getHost() + ":";
        return new Demo(host + demoPort + "/", host + (demoPort + 1) + "/", host + (demoPort + 2) + "/");
    }

    private static NewCookie cookie(String secret, int maxAge, UriInfo uri) {
        return new NewCookie.Builder(Access.COOKIE)
                .value(secret)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .secure("https".equals(uri.getBaseUri().getScheme()))
                .maxAge(maxAge)
                .build();
    }
}
