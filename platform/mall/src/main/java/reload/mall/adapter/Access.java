package reload.mall.adapter;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.event.SiteKey;
import reload.mall.Mall;
import reload.mall.Malls;
import reload.mall.Role;

/// Who asks, and whether they may: the one gate of every call about a mall. What a grant gives is the mall to name
/// in [MallScope]; the database keeps to that by itself.
///
/// A mall somebody is no member of is answered like one that does not exist.
public final class Access {
    /// The session's cookie.
    public static final String COOKIE = "reload_session";

    /// @param secret the session's
    public record SignedIn(Account account, String secret) {
        @Override
        public String toString() {
            return "SignedIn[" + account.id() + "]";
        }
    }

    /// @param role an operator has an owner's
    public record Grant(Account account, Mall mall, Role role) {}

    private final ConsoleSessions sessions;
    private final Accounts accounts;
    private final Malls malls;

    Access(ConsoleSessions sessions, Accounts accounts, Malls malls) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.malls = malls;
    }

    /// @throws Refusal 401 where nobody is signed in
    public SignedIn signedIn(HttpHeaders request) {
        Cookie cookie = request.getCookies().get(COOKIE);
        Account account = cookie == null ? null : sessions.find(cookie.getValue());
        if (cookie == null || account == null) throw Refusal.notSignedIn();
        return new SignedIn(account, cookie.getValue());
    }

    /// Anybody of the mall: to look.
    ///
    /// @throws Refusal 401 where nobody is signed in, 404 where there is no such mall for them
    public Grant of(HttpHeaders request, String key) {
        Account account = signedIn(request).account();
        Mall mall = find(key);
        Role role = mall == null ? null : role(account, mall.id());
        if (mall == null || role == null) throw Refusal.notFound("NO_SUCH_MALL", "there is no such mall");
        return new Grant(account, mall, role);
    }

    /// Who may change what shoppers see.
    ///
    /// @throws Refusal as [#of], and 403 where they may only look
    public Grant toChange(HttpHeaders request, String key) {
        Grant grant = of(request, key);
        if (!grant.role.mayChange()) throw Refusal.notAllowed("an owner or a marketer may do this");
        return grant;
    }

    /// @throws Refusal 401 where nobody is signed in, 403 where it is no operator
    public Account operator(HttpHeaders request) {
        Account account = signedIn(request).account();
        if (!account.operator()) throw Refusal.notAllowed("only an operator may do this");
        return account;
    }

    /// The malls somebody may enter, by number, with what they are there.
    public List<Grant> malls(Account account) {
        Map<MallId, Role> roles = account.operator() ? Map.of() : accounts.memberships(account);
        List<Grant> grants = new ArrayList<>();
        for (Mall mall : malls.all()) {
            Role role = account.operator() ? Role.OWNER : roles.get(mall.id());
            if (role != null) grants.add(new Grant(account, mall, role));
        }
        return grants;
    }

    private @Nullable Role role(Account account, MallId mall) {
        return account.operator() ? Role.OWNER : accounts.memberships(account).get(mall);
    }

    private @Nullable Mall find(String key) {
        try {
            return malls.find(new SiteKey(key));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
