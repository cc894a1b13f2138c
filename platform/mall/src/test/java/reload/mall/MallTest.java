package reload.mall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reload.event.MallId;
import reload.event.SiteKey;

class MallTest {
    @Test
    void onlyItsOwnOriginsSpeakForAMall() {
        Mall mall = mall(false, false, null);
        assertThat(mall.admitsOrigin("https://mall.example")).isTrue();
        assertThat(mall.admitsOrigin("https://MALL.example")).isTrue();
        assertThat(mall.admitsOrigin("http://mall.example")).isFalse();
        assertThat(mall.admitsOrigin("https://mall.example:8443")).isFalse();
        assertThat(mall.admitsOrigin("https://mall.example.evil.example")).isFalse();
        assertThat(mall.admitsOrigin("http://localhost:8081")).isFalse();
        assertThat(mall.admitsOrigin("null")).isFalse();
        assertThat(mall.admitsOrigin(null)).isFalse();
    }

    @Test
    void theDemoMallTakesAnyOriginOfThisMachineAndNoOther() {
        Mall demo = mall(false, true, null);
        assertThat(demo.admitsOrigin("http://localhost:9999")).isTrue();
        assertThat(demo.admitsOrigin("https://127.0.0.1:1")).isTrue();
        assertThat(demo.admitsOrigin("http://[::1]:8081")).isTrue();
        assertThat(demo.admitsOrigin("http://localhost.evil.example")).isFalse();
        assertThat(demo.admitsOrigin("https://evil.example")).isFalse();
    }

    @Test
    void aHistoryKeyWorksForASimulatedMallOnly() {
        KeyHash hash = KeyHash.of("history");
        assertThat(mall(true, false, hash).isHistoryKey("history")).isTrue();
        assertThat(mall(true, false, hash).isHistoryKey("other")).isFalse();
        assertThat(mall(false, false, hash).isHistoryKey("history")).isFalse();
        assertThat(mall(true, false, null).isHistoryKey("history")).isFalse();
    }

    @Test
    void aServerKeyIsTheWholeKey() {
        Mall mall = mall(false, false, null);
        assertThat(mall.isServerKey("server")).isTrue();
        assertThat(mall.isServerKey("serve")).isFalse();
        assertThat(mall.isServerKey("")).isFalse();
    }

    @Test
    void aMallDoesNotSayItsKeys() {
        assertThat(mall(false, false, null)).hasToString("Mall[7 shop settings 3]");
    }

    private static Mall mall(boolean simulated, boolean anyLoopbackOrigin, @Nullable KeyHash historyKey) {
        return new Mall(
                new MallId(7),
                new SiteKey("shop"),
                "Shop",
                "KRW",
                ZoneId.of("Asia/Seoul"),
                "ko",
                simulated,
                false,
                anyLoopbackOrigin,
                Set.of("https://mall.example"),
                new byte[32],
                new byte[32],
                KeyHash.of("server"),
                historyKey,
                "classic",
                3,
                MallSettings.initial());
    }
}
