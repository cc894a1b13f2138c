package reload.mall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchEnginesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.google.com/",
                "https://google.co.kr/search?q=a",
                "https://www.google.com.hk/",
                "https://WWW.GOOGLE.COM/",
                "https://m.search.naver.com/",
                "https://search.daum.net/",
                "https://www.bing.com/",
                "https://search.yahoo.co.jp/",
                "https://search.zum.com/",
                "https://duckduckgo.com/",
                "https://www.ecosia.org/",
                "https://www.baidu.com/",
                "https://yandex.com.tr/",
                "https://search.nate.com/",
                "https://kagi.com/",
                "https://search.brave.com/",
                "https://www.perplexity.ai/",
                "https://chatgpt.com/",
                "android-app://com.google.android.googlequicksearchbox/"
            })
    void aSearchEngineIsKnownByWhatItsHostEndsIn(String referrer) {
        assertThat(SearchEngines.BUILT_IN.contains(referrer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://notgoogle.com/",
                "https://google.evil.example/",
                "https://google.com.evil.example/",
                "https://google.co.uk.evil.example/",
                "https://naver.com.evil.example/",
                "https://evilnaver.com/",
                "https://instagram.com/",
                "https://evil.example/?https://www.google.com/",
                "google",
                ""
            })
    void whatOnlyLooksLikeOneIsNot(String referrer) {
        assertThat(SearchEngines.BUILT_IN.contains(referrer)).isFalse();
    }

    @Test
    void noReferrerIsNoSearchEngine() {
        assertThat(SearchEngines.BUILT_IN.contains(null)).isFalse();
    }

    @Test
    void aMallAddsItsOwnByHostAndPort() {
        SearchEngines engines = SearchEngines.of(List.of("LOCALHOST:8083", "find.example"));
        assertThat(engines.contains("http://localhost:8083/?q=a")).isTrue();
        assertThat(engines.contains("http://localhost:8082/")).isFalse();
        assertThat(engines.contains("https://m.find.example/")).isTrue();
        assertThat(engines.contains("https://www.google.com/")).isTrue();
    }
}
