package reload.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {
    @ParameterizedTest
    @CsvSource({
        "https://mall.example/p/1?x=1#y, https://mall.example",
        "HTTPS://Mall.Example, https://mall.example",
        "https://mall.example:443/, https://mall.example",
        "http://mall.example:80, http://mall.example",
        "http://localhost:8081/a, http://localhost:8081",
        "https://user:secret@mall.example/, https://mall.example",
        "http://[::1]:8081/, http://[::1]:8081",
        "https://mall.example:/, https://mall.example",
        "https://mall.example\\@evil.example/, https://mall.example",
        "android-app://com.google.android.googlequicksearchbox/, android-app://com.google.android.googlequicksearchbox",
        "https://한글.example/a, https://한글.example"
    })
    void anAddressHasOneOrigin(String address, String origin) {
        assertThat(WebOrigin.of(address)).extracting(WebOrigin::text).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "/p/1",
                "//mall.example",
                "https://",
                "https:///p",
                "https://a b/",
                "https://a:0/",
                "https://a:65536/",
                "https://a:8x/",
                "https://a:b:1/",
                "1x://a/",
                "https://a<b/",
                "://a"
            })
    void whatHasNoOriginIsNull(String address) {
        assertThat(WebOrigin.of(address)).isNull();
    }

    @Test
    void noAddressHasNoOrigin() {
        assertThat(WebOrigin.of(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "https://shop.localhost", "http://127.0.0.1:9", "http://[::1]"})
    void thisMachineIsLoopback(String address) {
        assertThat(WebOrigin.of(address)).matches(WebOrigin::isLoopback);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example",
                "http://10.0.0.1",
                "http://notlocalhost"
            })
    void whatOnlyLooksLikeThisMachineIsNot(String address) {
        assertThat(WebOrigin.of(address)).matches(origin -> !origin.isLoopback());
    }
}
