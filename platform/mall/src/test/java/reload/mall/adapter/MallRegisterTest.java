package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reload.event.SiteKey;
import reload.mall.Mall;
import reload.mall.adapter.MallRegister.Keys;

class MallRegisterTest {
    private final House house = new House();
    private final MallRegister register = house.tenancy.register();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aNewMallIsThereAtOnceWithKeysThatWork() {
        Keys keys = Objects.requireNonNull(register.create(House.newMall("fresh", false), null));
        Mall mall = Objects.requireNonNull(house.tenancy.malls().find(new SiteKey("fresh")));
        assertThat(mall.id()).isEqualTo(keys.mall());
        assertThat(house.tenancy.malls().find(keys.mall())).isSameAs(mall);
        assertThat(house.tenancy.malls().all()).contains(mall);
        assertThat(mall.isServerKey(keys.serverKey())).isTrue();
        assertThat(keys.historyKey()).isNull();
        assertThat(mall.countsWebdriver()).as("bots are no shoppers").isFalse();
        assertThat(mall.tokenKey()).hasSize(32).isNotEqualTo(mall.armKey());
        assertThat(mall.settingsVersion()).isEqualTo(1);
    }

    @Test
    void onlyASimulatedMallHasAHistoryKey() {
        Keys keys = Objects.requireNonNull(register.create(House.newMall("past", true), null));
        Mall mall = Objects.requireNonNull(house.tenancy.malls().find(keys.mall()));
        assertThat(mall.isHistoryKey(Objects.requireNonNull(keys.historyKey()))).isTrue();
        assertThat(mall.isHistoryKey(keys.serverKey())).isFalse();
    }

    @Test
    void aKeyIsTakenOnce() {
        assertThat(register.create(House.newMall("twice", false), null)).isNotNull();
        assertThat(register.create(House.newMall("twice", false), null)).isNull();
    }

    @Test
    void twoMallsShareNoSecret() {
        Mall one = house.mall();
        Mall two = house.mall();
        assertThat(one.tokenKey()).isNotEqualTo(two.tokenKey());
        assertThat(one.armKey()).isNotEqualTo(two.armKey());
    }

    @Test
    void noSecretStandsInTheDatabaseAsItIs() throws SQLException {
        Keys keys = Objects.requireNonNull(register.create(House.newMall("secret", true), null));
        Mall mall = Objects.requireNonNull(house.tenancy.malls().find(keys.mall()));
        try (Connection connection = house.worker.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select token_key, arm_key, server_key_hash, history_key_hash from mall where key = 'secret'")) {
            row.next();
            for (int column = 1; column <= 4; column++) {
                String stored = new String(row.getBytes(column), StandardCharsets.ISO_8859_1);
                for (byte[] secret : List.of(
                        mall.tokenKey(),
                        mall.armKey(),
                        keys.serverKey().getBytes(StandardCharsets.UTF_8),
                        Objects.requireNonNull(keys.historyKey()).getBytes(StandardCharsets.UTF_8)))
                    assertThat(stored).doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void renewedKeysReplaceTheOldAtOnce() {
        Keys old = Objects.requireNonNull(register.create(House.newMall("renewed", true), null));
        Keys fresh = register.renewKeys(old.mall(), true, null);
        Mall mall = Objects.requireNonNull(house.tenancy.malls().find(old.mall()));
        assertThat(mall.isServerKey(old.serverKey())).isFalse();
        assertThat(mall.isServerKey(fresh.serverKey())).isTrue();
        assertThat(mall.isHistoryKey(Objects.requireNonNull(fresh.historyKey())))
                .isTrue();
    }

    @Test
    void originsChangeAtOnce() {
        Mall mall = house.mall();
        register.changeOrigins(mall.id(), Set.of("https://new.example"), house.person());
        assertThat(house.again(mall).admitsOrigin("https://new.example")).isTrue();
        assertThat(house.again(mall).origins()).hasSize(1);
    }

    @Test
    void onlyInDemoModeMayAnyPageOfThisMachineSpeakForTheDemoMall() {
        var demo = new MallRegister.NewMall(
                new SiteKey("loopback"),
                "Demo",
                "KRW",
                java.time.ZoneId.of("Asia/Seoul"),
                "ko",
                false,
                true,
                true,
                Set.of("http://localhost:8081"),
                reload.mall.MallSettings.initial());
        Keys keys = Objects.requireNonNull(register.create(demo, null));
        assertThat(Objects.requireNonNull(house.tenancy.malls().find(keys.mall()))
                        .admitsOrigin("http://localhost:9"))
                .isTrue();
        try (var live = new House(false)) {
            assertThat(Objects.requireNonNull(live.tenancy.malls().find(keys.mall()))
                            .admitsOrigin("http://localhost:9"))
                    .isFalse();
        }
    }

    @Test
    void originsAreTakenAsABrowserWritesThem() {
        assertThat(MallResource.origins(
                        List.of("https://Mall.Example/", " http://localhost:8081", "https://a.example:443")))
                .containsExactly("https://mall.example", "http://localhost:8081", "https://a.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "mall.example", "ftp://mall.example", "https://mall.example/shop", "https://mall.example?x",
                "https://user@mall.example", "null", "*", "https://*.mall.example/a", "https://"
            })
    void whatIsNoOriginIsRefused(String origin) {
        assertThatThrownBy(() -> MallResource.origins(List.of("https://mall.example", origin)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("NOT_AN_ORIGIN");
                    assertThat(refusal.field()).isEqualTo("origins[1]");
                });
    }

    @Test
    void aMallHasAtLeastOneOriginAndAtMostFifty() {
        assertThatThrownBy(() -> MallResource.origins(null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> MallResource.origins(List.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> MallResource.origins(java.util.Collections.nCopies(51, "https://a.example")))
                .isInstanceOf(Refusal.class);
    }
}
