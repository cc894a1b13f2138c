package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.MallSettings.Acknowledged;
import reload.mall.Role;

class AccessTest {
    private final House house = new House();
    private final Access access = house.tenancy.access();
    private final Mall mall = house.mall();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void withoutASessionNobodyIsSignedIn() {
        refused(401, "NOT_SIGNED_IN", () -> access.of(request(null), mall.key().value()));
        refused(401, "NOT_SIGNED_IN", () -> access.of(request(""), mall.key().value()));
        refused(
                401,
                "NOT_SIGNED_IN",
                () -> access.of(request(Secrets.draw()), mall.key().value()));
        refused(401, "NOT_SIGNED_IN", () -> access.operator(request(null)));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyMemberMayLook(Role role) {
        Account member = house.member(mall, role);
        assertThat(access.of(as(member), mall.key().value()))
                .isEqualTo(new Access.Grant(member, house.again(mall), role));
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "MARKETER"})
    void ownersAndMarketersMayChangeThings(Role role) {
        assertThat(access.toChange(as(house.member(mall, role)), mall.key().value())
                        .role())
                .isEqualTo(role);
    }

    @Test
    void everyMemberMaySeeItOnTheShopAndNobodyElseMay() {
        var resource = new PreviewResource(house.tenancy);
        String key = mall.key().value();
        var page = new PreviewResource.Wanted("https://" + key + ".example/product/1");
        assertThat(resource.link(key, page, as(house.member(mall, Role.VIEWER))).url())
                .startsWith(page.url() + "?reload_debug=");
        refused(401, "NOT_SIGNED_IN", () -> resource.link(key, page, request(null)));
        refused(404, "NO_SUCH_MALL", () -> resource.link(key, page, as(house.person())));
        HttpHeaders owner = as(house.member(mall, Role.OWNER));
        refused(400, "NOT_A_PAGE", () -> resource.link(key, null, owner));
        refused(
                400,
                "NOT_A_PAGE",
                () -> resource.link(key, new PreviewResource.Wanted("https://evil.example/"), owner));
    }

    @ParameterizedTest
    @EnumSource(names = {"AGENT", "VIEWER"})
    void othersMayNot(Role role) {
        Account member = house.member(mall, role);
        refused(403, "NOT_ALLOWED", () -> access.toChange(as(member), mall.key().value()));
    }

    @Test
    void aMallOneIsNoMemberOfIsLikeNone() {
        Account elsewhere = house.member(house.mall(), Role.OWNER);
        refused(404, "NO_SUCH_MALL", () -> access.of(as(elsewhere), mall.key().value()));
        refused(
                404,
                "NO_SUCH_MALL",
                () -> access.toChange(as(elsewhere), mall.key().value()));
        assertThat(access.malls(elsewhere)).extracting(Access.Grant::mall).doesNotContain(mall);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-mall", "NOT A KEY", "", "../demo"})
    void noSuchMall(String key) {
        Account operator = house.person(true);
        refused(404, "NO_SUCH_MALL", () -> access.of(as(operator), key));
    }

    @Test
    void anOperatorEntersEveryMallAsAnOwner() {
        Account operator = house.person(true);
        assertThat(access.toChange(as(operator), mall.key().value()).role()).isEqualTo(Role.OWNER);
        assertThat(access.operator(as(operator))).isEqualTo(operator);
        assertThat(access.malls(operator)).hasSameSizeAs(house.tenancy.malls().all());
    }

    @Test
    void anOwnerIsNoOperator() {
        Account owner = house.member(mall, Role.OWNER);
        refused(403, "NOT_ALLOWED", () -> access.operator(as(owner)));
    }

    @Test
    void onlyAnOwnerTurnsOnHoldingBack() {
        var resource = new SettingsResource(house.tenancy, Clock.systemUTC());
        var agreed = new Acknowledged(Acknowledged.BACK_HOLD_POLICY, null, null);
        MallSettings initial = MallSettings.initial();
        var holding = SettingsJson.tree(
                initial.withTriggers(initial.triggers().withBackHold(MallSettings.BackHold.agreed(agreed))));
        HttpHeaders marketer = as(house.member(mall, Role.MARKETER));
        HttpHeaders owner = as(house.member(mall, Role.OWNER));
        String key = mall.key().value();
        var draft = new SettingsResource.DraftBody(holding);
        refused(403, "NOT_ALLOWED", () -> resource.saveDraft(key, draft, marketer));
        resource.saveDraft(key, draft, owner);
        refused(403, "NOT_ALLOWED", () -> resource.publish(key, marketer));
        assertThat(resource.publish(key, owner).version()).isEqualTo(2);
        resource.saveDraft(key, draft, marketer);
        resource.rollBack(key, new SettingsResource.RollBackBody(1), marketer);
        refused(403, "NOT_ALLOWED", () -> resource.rollBack(key, new SettingsResource.RollBackBody(2), marketer));
    }

    private HttpHeaders as(Account account) {
        return request(house.tenancy.sessions().begin(account));
    }

    /// A request of which only the cookies are asked for.
    private static HttpHeaders request(@Nullable String session) {
        Map<String, Cookie> cookies = session == null
                ? Map.of()
                : Map.of(
                        Access.COOKIE,
                        new Cookie.Builder(Access.COOKIE).value(session).build());
        return (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(), new Class<?>[] {HttpHeaders.class}, (_, method, _) -> {
                    if (method.getName().equals("getCookies")) return cookies;
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static void refused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }
}
