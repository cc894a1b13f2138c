package reload.mall;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reload.event.Utm;
import reload.event.WebOrigin;

/// Where a visit came from: the landing's UTM first, then the referrer's host, then *direct*. Lower case, so that
/// `Naver` and `naver` are one row of a report.
///
/// @param source such as `naver`, `instagram`, `blog.example`; `direct` where nothing is known
/// @param medium the UTM's word, else `organic` (search), `social`, `shopping`, `referral` or `none`
/// @param campaign the UTM's word
public record Referral(
        String source, String medium, @Nullable String campaign) {
    public static final Referral DIRECT = new Referral("direct", "none", null);
    private static final int MAX = 100;
    private static final String NOT_SET = "(not set)";

    private record Name(String source, String medium) {}

    /// Hosts that people know by a name. The longest suffix wins: a Naver blog is no Naver search.
    private static final Map<String, Name> NAMED = Map.ofEntries(
            Map.entry("blog.naver.com", new Name("naver-blog", "social")),
            Map.entry("cafe.naver.com", new Name("naver-cafe", "social")),
            Map.entry("shopping.naver.com", new Name("naver-shopping", "shopping")),
            Map.entry("smartstore.naver.com", new Name("naver-shopping", "shopping")),
            Map.entry("band.us", new Name("band", "social")),
            Map.entry("cafe.daum.net", new Name("daum-cafe", "social")),
            Map.entry("tistory.com", new Name("tistory", "social")),
            Map.entry("kakao.com", new Name("kakao", "social")),
            Map.entry("com.kakao.talk", new Name("kakao", "social")),
            Map.entry("youtube.com", new Name("youtube", "social")),
            Map.entry("youtu.be", new Name("youtube", "social")),
            Map.entry("instagram.com", new Name("instagram", "social")),
            Map.entry("com.instagram.android", new Name("instagram", "social")),
            Map.entry("facebook.com", new Name("facebook", "social")),
            Map.entry("fb.com", new Name("facebook", "social")),
            Map.entry("threads.net", new Name("threads", "social")),
            Map.entry("threads.com", new Name("threads", "social")),
            Map.entry("tiktok.com", new Name("tiktok", "social")),
            Map.entry("pinterest.com", new Name("pinterest", "social")),
            Map.entry("twitter.com", new Name("x", "social")),
            Map.entry("x.com", new Name("x", "social")),
            Map.entry("t.co", new Name("x", "social")),
            Map.entry("11st.co.kr", new Name("11st", "shopping")),
            Map.entry("coupang.com", new Name("coupang", "shopping")),
            Map.entry("gmarket.co.kr", new Name("gmarket", "shopping")),
            Map.entry("auction.co.kr", new Name("auction", "shopping")),
            Map.entry("ssg.com", new Name("ssg", "shopping")),
            Map.entry("danawa.com", new Name("danawa", "shopping")),
            Map.entry("musinsa.com", new Name("musinsa", "shopping")),
            Map.entry("ably.team", new Name("ably", "shopping")),
            Map.entry("zigzag.kr", new Name("zigzag", "shopping")));

    /// Names the referral path of a landing.
    ///
    /// @param url the landing page's own address: a referrer of the same origin is the mall itself, so *direct*
    /// @param engines the built-in search engines together with the mall's own
    public static Referral of(
            @Nullable Utm utm, @Nullable String referrer, @Nullable String url, SearchEngines engines) {
        Referral byReferrer = ofReferrer(referrer, url, engines);
        if (utm == null) return byReferrer;
        String source = word(utm.source());
        String medium = word(utm.medium());
        String campaign = word(utm.campaign());
        if (source != null) return new Referral(source, medium == null ? NOT_SET : medium, campaign);
        if (medium != null) return new Referral(byReferrer.source, medium, campaign);
        return campaign == null ? byReferrer : new Referral(byReferrer.source, byReferrer.medium, campaign);
    }

    private static Referral ofReferrer(@Nullable String referrer, @Nullable String url, SearchEngines engines) {
        WebOrigin from = WebOrigin.of(referrer);
        if (from == null || from.equals(WebOrigin.of(url))) return DIRECT;
        for (String suffix = from.host(); suffix != null; suffix = SearchEngines.parent(suffix)) {
            Name name = NAMED.get(suffix);
            if (name != null) return new Referral(name.source, name.medium, null);
        }
        String engine = engines.find(from);
        if (engine != null) return new Referral(engine, "organic", null);
        String host = from.authority();
        return new Referral(shortened(host.startsWith("www.") ? host.substring(4) : host), "referral", null);
    }

    private static @Nullable String word(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        return shortened(text.strip().toLowerCase(Locale.ROOT));
    }

    private static String shortened(String text) {
        return text.length() <= MAX ? text : text.substring(0, MAX);
    }
}
