package reload.session;

import org.jspecify.annotations.Nullable;
import reload.mall.Referral;

/// Where a session came from, in the words of the report.
///
/// @param referral the path as shown: source, medium and campaign
public record Landing(
        String referral,
        String source,
        String medium,
        @Nullable String campaign) {
    static final Landing UNKNOWN = of("direct", "none", null);

    /// Names the path: `direct`, `naver / organic`, `kakao / social / autumn`.
    public static Landing of(Referral referral) {
        return of(referral.source(), referral.medium(), referral.campaign());
    }

    public static Landing of(String source, String medium, @Nullable String campaign) {
        String path = medium.equals("none") ? source : source + " / " + medium;
        return new Landing(campaign == null ? path : path + " / " + campaign, source, medium, campaign);
    }
}
