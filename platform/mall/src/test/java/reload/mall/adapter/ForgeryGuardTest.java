package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForgeryGuardTest {
    private static final String SESSION = Secrets.draw();
    private static final String TOKEN = ConsoleSessions.csrf(SESSION);

    @Test
    void whoShowsTheSessionsTokenMayChangeThings() {
        passes("POST", "/api/malls/demo/settings/publish", SESSION, TOKEN, "same-origin");
        passes("PUT", "/api/me/locale", SESSION, TOKEN, null);
        passes("DELETE", "api/malls/demo/settings/draft", SESSION, TOKEN, "none");
    }

    @Test
    void readingNeedsNoToken() {
        passes("GET", "/api/me", null, null, "cross-site");
        passes("HEAD", "/api/me", SESSION, null, null);
    }

    @Test
    void signingInNeedsNoSessionButMayNotComeFromAnotherSite() {
        passes("POST", "/api/sign-in", null, null, null);
        passes("POST", "/api/sign-in", SESSION, null, "same-origin");
        refused(403, "POST", "/api/sign-in", null, null, "cross-site");
        refused(403, "POST", "/api/sign-in", null, null, "same-site");
    }

    @Test
    void whatShowsNoTokenOrAnotherIsRefused() {
        refused(403, "POST", "/api/sign-out", SESSION, null, null);
        refused(403, "POST", "/api/sign-out", SESSION, "", null);
        refused(403, "POST", "/api/sign-out", SESSION, SESSION, null);
        refused(403, "POST", "/api/sign-out", SESSION, ConsoleSessions.csrf(Secrets.draw()), null);
        refused(403, "PATCH", "/api/anything", SESSION, null, null);
    }

    @Test
    void theTokenDoesNotHelpAnotherSite() {
        refused(403, "POST", "/api/sign-out", SESSION, TOKEN, "cross-site");
        refused(403, "POST", "/api/sign-out", SESSION, TOKEN, "same-site");
    }

    @Test
    void withoutASessionOneIsNotSignedIn() {
        refused(401, "POST", "/api/malls", null, TOKEN, null);
    }

    private static void passes(
            String method, String path, @Nullable String session, @Nullable String shown, @Nullable String from) {
        assertThatCode(() -> ForgeryGuard.check(method, path, session, shown, from))
                .doesNotThrowAnyException();
    }

    private static void refused(
            int status,
            String method,
            String path,
            @Nullable String session,
            @Nullable String shown,
            @Nullable String from) {
        assertThatThrownBy(() -> ForgeryGuard.check(method, path, session, shown, from))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    if (refusal.status() != status) throw new AssertionError("status " + refusal.status());
                });
    }
}
