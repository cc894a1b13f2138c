package reload.lab.shopper;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import reload.event.Utm;

/// Where a visit comes from, as its landing shows it.
///
/// @param query what the landing address carries, empty or from `?` on
record Source(@Nullable String referrer, @Nullable Utm utm, String query) {
    static final Source DIRECT = new Source(null, null, "");

    static Source draw(SplittableRandom random) {
        int u = random.nextInt(100);
        if (u < 22) return of(null, "instagram", "social", "lookbook");
        if (u < 30) return of("https://l.instagram.com/", "instagram", "paid_social", "winter");
        if (u < 38) return of("https://m.facebook.com/", "facebook", "paid_social", "retarget");
        if (u < 48) return of("https://m.search.naver.com/", "naver", "cpc", "brand");
        if (u < 62) return new Source("https://m.search.naver.com/search.naver", null, "");
        if (u < 70) return new Source("https://www.google.com/", null, "");
        if (u < 74) return new Source("https://m.blog.naver.com/", null, "");
        if (u < 85) return of(null, "kakao", "message", "friendtalk");
        return DIRECT;
    }

    private static Source of(@Nullable String referrer, String source, String medium, String campaign) {
        return new Source(
                referrer,
                new Utm(source, medium, campaign, null, null),
                "?utm_source=" + source + "&utm_medium=" + medium + "&utm_campaign=" + campaign);
    }
}
