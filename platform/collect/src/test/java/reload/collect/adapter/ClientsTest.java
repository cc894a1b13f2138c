package reload.collect.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reload.collect.Client;
import reload.event.MallId;

class ClientsTest {
    private final Clients clients = Clients.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (Linux; Android 14; SM-S918N) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0",
                "Mozilla/5.0 (Linux; Android 14; SM-S918N; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/156.0.0.0 Mobile Safari/537.36;KAKAOTALK 2411240",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 NAVER(inapp; search; 2000; 12.9.2; 15PRO)",
            })
    void browsersOfShoppersAreBrowsers(String userAgent) {
        assertThat(clients.of(userAgent)).isEqualTo(Client.BROWSER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; Yeti/1.1; +http://naver.me/spd)",
                "Mozilla/5.0 (compatible; Daum/4.1; +http://cs.daum.net/faq/15/4118.html?faqId=28966)",
                "curl/8.5.0",
                "python-requests/2.32",
                "   ",
            })
    void programsAreCrawlers(String userAgent) {
        assertThat(clients.of(userAgent)).isEqualTo(Client.CRAWLER);
    }

    @Test
    void noUserAgentIsNoBrowser() {
        assertThat(clients.of(null)).isEqualTo(Client.CRAWLER);
    }

    @Test
    void aBrowserWithoutAScreenSaysSo() {
        assertThat(
                        clients.of(
                                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36"))
                .isEqualTo(Client.HEADLESS);
    }

    @Test
    void anEndlessUserAgentIsJudgedByItsBeginning() {
        assertThat(clients.of("curl/8 " + "x".repeat(1_000_000))).isEqualTo(Client.CRAWLER);
    }

    @Test
    void whatIsOverTheLimitIsRefusedUntilTheWindowHasPassed() {
        AtomicLong nanos = new AtomicLong();
        Limiter limiter = new Limiter(new Limiter.Limits(2, 3), nanos::get);
        MallId mall = new MallId(1);
        assertThat(limiter.admits(mall, "a")).isTrue();
        assertThat(limiter.admits(mall, "a")).isTrue();
        assertThat(limiter.admits(mall, "a")).isFalse(); // the address
        assertThat(limiter.admits(mall, "b")).isFalse(); // the mall
        assertThat(limiter.admits(new MallId(2), "a")).isTrue();
        nanos.set(1_100_000_000L);
        assertThat(limiter.admits(mall, "a")).isTrue();
    }

    @Test
    void zeroIsNoLimit() {
        Limiter limiter = new Limiter(new Limiter.Limits(0, 0), () -> 0);
        for (int i = 0; i < 100; i++)
            assertThat(limiter.admits(new MallId(1), "a")).isTrue();
    }
}
