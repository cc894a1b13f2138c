package reload.mall.adapter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Refuses what another site makes a signed-in browser send. Every request that changes something carries the
/// session's token in a header, which no other site can read; and a browser that says the request came from
/// elsewhere is believed, which also keeps others from signing somebody in as themselves.
///
/// Reads no database: the token follows from the cookie. Whether the session still lasts is [Access]'s question.
public final class ForgeryGuard {
    static final String HEADER = "X-Reload-Csrf";
    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        Cookie cookie = request.getCookies().get(Access.COOKIE);
        check(
                request.getMethod(),
                request.getUriInfo().getPath(),
                cookie == null ? null : cookie.getValue(),
                request.getHeaderString(HEADER),
                request.getHeaderString("Sec-Fetch-Site"));
    }

    /// @param cameFrom the browser's `Sec-Fetch-Site`; null from what is no browser
    /// @throws Refusal 401 without a session, 403 where the request is forged
    static void check(
            String method, String path, @Nullable String session, @Nullable String shown, @Nullable String cameFrom) {
        if (CHANGE_NOTHING.contains(method)) return;
        if (cameFrom != null && !cameFrom.equals("same-origin") && !cameFrom.equals("none"))
            throw Refusal.forged("this request was made by another site");
        String call = path.startsWith("/") ? path.substring(1) : path;
        if (!call.startsWith("api/") || call.equals("api/sign-in")) return;
        if (session == null) throw Refusal.notSignedIn();
        if (shown == null || !ConsoleSessions.isCsrf(session, shown))
            throw Refusal.forged("the header " + HEADER + " is missing or not this session's");
    }
}
