package reload.learn.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reload.event.SiteKey;
import reload.learn.adapter.VisitChances.Said;
import reload.log.adapter.Database;
import reload.log.adapter.TestDatabase;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.Role;
import reload.mall.adapter.Account;
import reload.mall.adapter.MallRegister.NewMall;
import reload.mall.adapter.Refusal;
import reload.mall.adapter.Tenancy;

class ChancesResourceTest {
    private static final Database DATABASE = TestDatabase.named("chances");
    private static int people;

    private Tenancy tenancy;
    private Propensities propensities;
    private ChancesResource resource;

    @BeforeEach
    void open() throws SQLException {
        var worker = TestDatabase.connections(DATABASE, Database.Role.WORKER);
        var console = TestDatabase.connections(DATABASE, Database.Role.CONSOLE);
        tenancy = Tenancy.open(console, worker, TestDatabase.SECRET, new Told(), Clock.systemUTC(), false);
        propensities = Propensities.open(worker);
        resource = new ChancesResource(tenancy, new VisitChances(tenancy.rows(), propensities));
    }

    @AfterEach
    void close() {
        propensities.close();
        tenancy.close();
    }

    private Mall mall(String key) {
        tenancy.register()
                .create(
                        new NewMall(
                                new SiteKey(key),
                                key,
                                "KRW",
                                ZoneId.of("Asia/Seoul"),
                                "ko",
                                false,
                                false,
                                false,
                                Set.of("https://" + key + ".example"),
                                MallSettings.initial()),
                        null);
        return Objects.requireNonNull(tenancy.malls().find(new SiteKey(key)));
    }

    private HttpHeaders member(Mall mall, Role role) {
        Account account = tenancy.accounts()
                .create("person-" + ++people + "@mall.example", "Person", "ko", false, "correct horse battery");
        tenancy.accounts().join(account, mall.id(), role, null);
        return request(Map.of(
                "reload_session",
                new Cookie.Builder("reload_session")
                        .value(tenancy.sessions().begin(account))
                        .build()));
    }

    /// A request of which only the cookies are asked for.
    private static HttpHeaders request(Map<String, Cookie> cookies) {
        return (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(), new Class<?>[] {HttpHeaders.class}, (_, method, _) -> {
                    if (method.getName().equals("getCookies")) return cookies;
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void aMallsPeopleSeeItsChancesAndNobodyElseDoes() throws SQLException {
        Mall sand = mall("sand");
        Mall sea = mall("sea");
        new Walked(0.2, 0.6).visits(TestDatabase.connections(DATABASE, Database.Role.WORKER), sand.id(), 0, 30);
        for (Role role : Role.values())
            assertThat(resource.recent("sand", 20, member(sand, role)).sessions())
                    .hasSize(20);
        assertThat(resource.recent("sea", 20, member(sea, Role.OWNER)).sessions())
                .isEmpty();
        refused(404, "NO_SUCH_MALL", () -> resource.recent("sand", 20, member(sea, Role.OWNER)));
        refused(401, "NOT_SIGNED_IN", () -> resource.recent("sand", 20, request(Map.of())));
        HttpHeaders owner = member(sand, Role.OWNER);
        for (int limit : new int[] {0, VisitChances.MOST + 1})
            refused(400, "OUT_OF_RANGE", () -> resource.recent("sand", limit, owner));
    }

    @Test
    void theAnswerIsTheContracts() throws SQLException, IOException {
        Mall dune = mall("dune");
        new Walked(0.2, 0.6).visits(TestDatabase.connections(DATABASE, Database.Role.WORKER), dune.id(), 0, 3);
        JsonNode answer = new ObjectMapper().valueToTree(resource.recent("dune", 1, member(dune, Role.VIEWER)));
        assertThat(names(answer)).containsExactly("exit", "order", "sessions");
        assertThat(names(answer.get("exit")))
                .isEqualTo(listed("exit: \\{(from.*?)\\}"))
                .isEqualTo(names(answer.get("order")));
        JsonNode row = answer.get("sessions").get(0);
        assertThat(names(row)).containsExactly("session", "views", "exit", "order");
        assertThat(names(row.get("exit"))).containsExactly("chance", "base", "signals");
        assertThat(names(new ObjectMapper().valueToTree(new Said("page.cart", 1))))
                .isEqualTo(listed("signals: \\[\\{(.*?)\\}\\]"));
    }

    private static List<String> names(JsonNode of) {
        List<String> names = new ArrayList<>();
        of.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> listed(String pattern) throws IOException {
        String contract = Files.readString(Path.of(System.getProperty("reload.root"), "contract/console-api.md"));
        Matcher matcher = Pattern.compile(pattern).matcher(contract);
        assertThat(matcher.find()).as("%s in the contract", pattern).isTrue();
        return List.of(matcher.group(1).split(", "));
    }

    private static void refused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }
}
