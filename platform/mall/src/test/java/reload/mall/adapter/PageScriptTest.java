package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.mall.MallSettings;
import reload.mall.MallSettings.ConsentFrom;
import reload.mall.TestMalls;

class PageScriptTest {
    private static final String BASE = "https://edge.example";

    @Test
    void aSnippetIsTheStubInlineAndTheMallsLoader() {
        assertThat(PageScript.snippet(BASE, new SiteKey("shop"))).isEqualTo("""
                <script>"use strict";</script>
                <script async src="https://edge.example/s/shop/reload.js"></script>
                """);
    }

    @Test
    void aMallRunsTheStrictBundleUnlessItHoldsBack() {
        assertThat(configuration(MallSettings.initial()).path("bundle").asText())
                .isEqualTo("/sdk/reload.11111111.js");
        assertThat(configuration(holding()).path("bundle").asText()).isEqualTo("/sdk/reload-hold.22222222.js");
    }

    @Test
    void whereAConsentPlatformAsksThePageWaitsForItsAnswerAndHearsItByAChunk() {
        JsonNode own = configuration(MallSettings.initial());
        assertThat(own.path("consentRequired").asBoolean()).isFalse();
        assertThat(own.path("more").toString()).doesNotContain("reload-consent");
        JsonNode asked = configuration(MallSettings.initial().withConsentFrom(ConsentFrom.GOOGLE));
        assertThat(asked.path("consentRequired").asBoolean()).isTrue();
        assertThat(asked.path("consentFrom").asText()).isEqualTo("google");
        assertThat(asked.path("more").toString()).contains("[\"self\",\"/sdk/reload-consent.55555555.js\"]");
    }

    @Test
    void whatTheMallTellsGoogleAnalyticsIsHeardUnlessTheMallTurnsThatOff() {
        MallSettings settings = MallSettings.initial();
        assertThat(configuration(settings).path("more").toString())
                .contains("[\"dataLayer\",\"/sdk/reload-ga4.44444444.js\"]");
        assertThat(configuration(settings.withGa4(false)).path("more").toString())
                .doesNotContain("ga4");
    }

    @ParameterizedTest
    @CsvSource({"PERSISTENT, persistent, localStorage", "SESSION, session, sessionStorage", "NONE, none, ''"})
    void whatIsRememberedIsRememberedWhereTheMallSays(Storage storage, String wire, String store) {
        JsonNode config = configuration(MallSettings.initial().withStorage(storage));
        assertThat(config.path("storage").asText()).isEqualTo(wire);
        assertThat(config.path("store").asText()).isEqualTo(store);
    }

    @ParameterizedTest
    @CsvSource({"KRW, 1", "JPY, 1", "USD, 100", "KWD, 1000", "XAU, 1"})
    void aPageIsToldTheMinorUnitsOfTheMallsCurrencySinceWorkingThemOutIsSlowThere(String currency, int minors) {
        assertThat(PageScript.minors(currency)).isEqualTo(minors);
        assertThat(configuration(MallSettings.initial()).path("minors").asInt()).isEqualTo(1);
    }

    @Test
    void aPinnedSnippetNamesTheHashOfEveryFileItMayRun() throws Exception {
        String pinned = PageScript.pinned(BASE, TestMalls.mall(1, "mall", holding()));
        assertThat(pinned)
                .contains("<script async src=\"https://edge.example/sdk/reload-loader.33333333.js\""
                        + " integrity=\"sha384-loader\" crossorigin=\"anonymous\"></script>");
        JsonNode integrity = new ObjectMapper()
                .readTree(part(pinned, "<script type=\"importmap\">(.*)</script>"))
                .path("integrity");
        assertThat(integrity.properties())
                .extracting(entry -> entry.getKey() + " " + entry.getValue().asText())
                .containsExactlyInAnyOrder(
                        BASE + "/sdk/reload-hold.22222222.js sha384-hold",
                        BASE + "/sdk/reload-ga4.44444444.js sha384-ga4",
                        BASE + "/sdk/reload-consent.55555555.js sha384-consent",
                        BASE + "/sdk/reload-debug.66666666.js sha384-debug");
        JsonNode config = new ObjectMapper().readTree(part(pinned, "window.__reload=(.*)</script>"));
        assertThat(config).isEqualTo(configuration(holding()));
    }

    @Test
    void nothingInAPinnedSnippetCanEndItsElement() {
        assertThat(PageScript.pinned(
                        "https://edge.example/</script><script>evil()", TestMalls.mall(1, "mall", holding())))
                .contains("\\u003c/script>\\u003cscript>evil()");
    }

    private static String part(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static JsonNode configuration(MallSettings settings) {
        return PageScript.configuration(BASE, TestMalls.mall(1, "mall", settings));
    }

    private static MallSettings holding() {
        MallSettings initial = MallSettings.initial();
        var agreed = new MallSettings.Acknowledged(MallSettings.Acknowledged.BACK_HOLD_POLICY, null, null);
        return initial.withTriggers(initial.triggers().withBackHold(MallSettings.BackHold.agreed(agreed)));
    }
}
