package reload.mall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reload.event.Utm;

class ReferralTest {
    private static final String LANDING = "https://mall.example/product/1";

    @ParameterizedTest
    @CsvSource({
        "https://search.naver.com/search.naver?query=a, naver, organic",
        "https://m.search.naver.com/, naver, organic",
        "https://blog.naver.com/someone, naver-blog, social",
        "https://cafe.naver.com/moms, naver-cafe, social",
        "https://shopping.naver.com/, naver-shopping, shopping",
        "https://search.daum.net/, daum, organic",
        "https://www.google.com/, google, organic",
        "https://www.google.co.kr/, google, organic",
        "android-app://com.google.android.googlequicksearchbox/, google, organic",
        "https://kr.search.yahoo.com/, yahoo, organic",
        "https://story.kakao.com/, kakao, social",
        "https://l.instagram.com/?u=x, instagram, social",
        "https://lm.facebook.com/, facebook, social",
        "https://www.youtube.com/, youtube, social",
        "https://band.us/band/1, band, social",
        "https://www.11st.co.kr/, 11st, shopping",
        "https://www.coupang.com/, coupang, shopping",
        "https://www.friend.example/page, friend.example, referral",
        "http://localhost:8082/, localhost:8082, referral"
    })
    void aReferrerIsNamedByItsHost(String referrer, String source, String medium) {
        assertThat(of(null, referrer)).isEqualTo(new Referral(source, medium, null));
    }

    @Test
    void utmComesBeforeTheReferrer() {
        assertThat(of(utm("Kakao", "Message", "Spring"), "https://www.google.com/"))
                .isEqualTo(new Referral("kakao", "message", "spring"));
    }

    @Test
    void whatUtmLeavesOutComesFromTheReferrer() {
        assertThat(of(utm(null, "cpc", null), "https://search.naver.com/"))
                .isEqualTo(new Referral("naver", "cpc", null));
        assertThat(of(utm(null, null, "spring"), "https://search.naver.com/"))
                .isEqualTo(new Referral("naver", "organic", "spring"));
        assertThat(of(utm("  ", "", null), null)).isEqualTo(Referral.DIRECT);
    }

    @Test
    void aSourceWithoutAMediumSaysSo() {
        assertThat(of(utm("newsletter", null, null), null)).isEqualTo(new Referral("newsletter", "(not set)", null));
    }

    @Test
    void noReferrerIsDirectAndSoIsTheMallItself() {
        assertThat(of(null, null)).isEqualTo(Referral.DIRECT);
        assertThat(of(null, "https://mall.example/list")).isEqualTo(Referral.DIRECT);
        assertThat(of(null, "not an address")).isEqualTo(Referral.DIRECT);
    }

    @Test
    void anotherPortIsAnotherPlace() {
        assertThat(Referral.of(null, "http://localhost:8082/", "http://localhost:8081/p", SearchEngines.BUILT_IN))
                .isEqualTo(new Referral("localhost:8082", "referral", null));
    }

    @Test
    void aMallsOwnSearchEngineIsOrganic() {
        assertThat(Referral.of(
                        null, "http://localhost:8083/?q=a", LANDING, SearchEngines.of(List.of("localhost:8083"))))
                .isEqualTo(new Referral("localhost:8083", "organic", null));
    }

    @Test
    void endlessWordsAreCut() {
        assertThat(of(utm("x".repeat(5000), "y".repeat(5000), null), null))
                .isEqualTo(new Referral("x".repeat(100), "y".repeat(100), null));
    }

    private static Referral of(@Nullable Utm utm, @Nullable String referrer) {
        return Referral.of(utm, referrer, LANDING, SearchEngines.BUILT_IN);
    }

    private static Utm utm(@Nullable String source, @Nullable String medium, @Nullable String campaign) {
        return new Utm(source, medium, campaign, null, null);
    }
}
