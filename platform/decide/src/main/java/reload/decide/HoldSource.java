package reload.decide;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reload.decide.PlanRequest.Landing;
import reload.event.Reason;
import reload.event.Utm;
import reload.event.WebOrigin;
import reload.mall.SearchEngines;

/// Whether Back may be held for a visit from there. Since 15 June 2026 Google punishes the mall whose pages keep
/// a searcher from going back, so a visit that came from a search engine, or may have, is never held: see ADR
/// 0004.
final class HoldSource {
    /// UTM mediums that name a paid, social or message source.
    private static final Set<String> NAMED = Set.of(
            "paid",
            "paid-social",
            "paid_social",
            "paidsocial",
            "display",
            "banner",
            "cpm",
            "cpv",
            "retargeting",
            "remarketing",
            "affiliate",
            "influencer",
            "social",
            "social-media",
            "social_media",
            "sns",
            "feed",
            "message",
            "messenger",
            "kakao",
            "kakaotalk",
            "alimtalk",
            "friendtalk",
            "brandmessage",
            "sms",
            "lms",
            "mms",
            "push",
            "app-push",
            "email",
            "newsletter",
            "crm");
    /// Paid by the click: social where the source is a network, search where it is an engine.
    private static final Set<String> BY_CLICK =
            Set.of("cpc", "ppc", "paid-search", "paid_search", "paidsearch", "sem", "search");

    private HoldSource() {}

    /// @return null where Back may be held
    static @Nullable Reason refusal(Landing landing, SearchEngines engines) {
        if (engines.contains(landing.referrer())) return Reason.SEARCH_ENGINE;
        Utm utm = landing.utm();
        String medium = utm == null ? null : lower(utm.medium());
        if (medium != null && isSearch(medium, utm == null ? null : lower(utm.source()), engines))
            return Reason.SEARCH_ENGINE;
        WebOrigin from = WebOrigin.of(landing.referrer());
        boolean fromElsewhere = from != null && !from.equals(WebOrigin.of(landing.url()));
        boolean named = medium != null && (NAMED.contains(medium) || BY_CLICK.contains(medium));
        return fromElsewhere || named ? null : Reason.UNKNOWN_REFERRER;
    }

    private static boolean isSearch(String medium, @Nullable String source, SearchEngines engines) {
        if (medium.equals("organic")) return true;
        if (!BY_CLICK.contains(medium)) return false;
        return medium.contains("search") || medium.equals("sem") || source == null || namesEngine(source, engines);
    }

    /// Whether a UTM source such as `google`, `naver` or `www.bing.com` is an engine of the list.
    private static boolean namesEngine(String source, SearchEngines engines) {
        String bare = bare(source);
        return engines.contains("https://" + bare + "/")
                || engines.contains("https://www." + bare + ".com/")
                || engines.contains("https://search." + bare + ".net/");
    }

    /// Only what can stand in a host name.
    private static String bare(String source) {
        StringBuilder bare = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-') bare.append(c);
        }
        return bare.toString();
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
    }
}
