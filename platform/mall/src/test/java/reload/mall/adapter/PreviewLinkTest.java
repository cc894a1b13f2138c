package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import reload.event.PreviewPass;
import reload.mall.Mall;
import reload.mall.TestMalls;

class PreviewLinkTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Mall mall = TestMalls.mall(7, "mall");

    @Test
    void aLinkLeadsToThePageAndIsSignedForThisMallForAnHour() {
        PreviewLink link = of("https://mall.example/product/p-17");
        assertThat(link.until()).isEqualTo(NOW.plusSeconds(3_600));
        assertThat(link.url()).startsWith("https://mall.example/product/p-17?reload_debug=");
        String token = link.url().substring(link.url().indexOf('=') + 1);
        assertThat(PreviewPass.verify(token, mall.id(), mall.tokenKey(), NOW.toEpochMilli()))
                .isPresent();
    }

    @Test
    void whatElseStandsInTheAddressStays() {
        assertThat(of("https://MALL.example?size=m&reload_debug=old&colour=%EB%B9%A8#reviews")
                        .url())
                .startsWith("https://mall.example/?size=m&colour=%EB%B9%A8&reload_debug=")
                .endsWith("#reviews")
                .doesNotContain("old");
        assertThat(of(" https://mall.example/상품/17 ").url()).startsWith("https://mall.example/상품/17?reload_debug=");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/product/p-17",
                "mall.example/product",
                "https://evil.example/",
                "http://mall.example/",
                "https://mall.example.evil.example/",
                "https://mall.example@evil.example/",
                "https://me@mall.example/",
                "javascript:alert(1)",
                "https://",
                "https://mall.example:8443/",
                "https://mall.example\\@evil.example/",
                "https:mall.example/a"
            })
    void whatIsNoPageOfTheMallGetsNone(String page) {
        assertThat(PreviewLink.of(mall, page, NOW)).isNull();
    }

    @Test
    void anAddressTooLongForAPageGetsNone() {
        assertThat(PreviewLink.of(mall, "https://mall.example/" + "a".repeat(2_048), NOW))
                .isNull();
    }

    private PreviewLink of(String page) {
        return Objects.requireNonNull(PreviewLink.of(mall, page, NOW));
    }
}
