package reload.mall;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reload.event.WebOrigin;

/// Knows whether a visit came from a search engine. A host counts with everything below it (`m.search.naver.com` is
/// naver.com), so it errs on the side of *yes*: what follows is only that Back is not held.
///
/// @param own a mall's own additions, as `host` or `host:port`
public record SearchEngines(Set<String> own) {
    public static final SearchEngines BUILT_IN = new SearchEngines(Set.of());

    /// Suffix of the host, and what we call it.
    private static final Map<String, String> BY_HOST = Map.ofEntries(
            Map.entry("naver.com", "naver"),
            Map.entry("daum.net", "daum"),
            Map.entry("nate.com", "nate"),
            Map.entry("zum.com", "zum"),
            Map.entry("bing.com", "bing"),
            Map.entry("duckduckgo.com", "duckduckgo"),
            Map.entry("ecosia.org", "ecosia"),
            Map.entry("baidu.com", "baidu"),
            Map.entry("sogou.com", "sogou"),
            Map.entry("so.com", "so"),
            Map.entry("yandex.ru", "yandex"),
            Map.entry("ya.ru", "yandex"),
            Map.entry("kagi.com", "kagi"),
            Map.entry("brave.com", "brave"),
            Map.entry("startpage.com", "startpage"),
            Map.entry("qwant.com", "qwant"),
            Map.entry("seznam.cz", "seznam"),
            Map.entry("mojeek.com", "mojeek"),
            Map.entry("ask.com", "ask"),
            Map.entry("aol.com", "aol"),
            Map.entry("perplexity.ai", "perplexity"),
            Map.entry("chatgpt.com", "chatgpt"),
            Map.entry("openai.com", "chatgpt"),
            Map.entry("claude.ai", "claude"),
            Map.entry("copilot.microsoft.com", "copilot"),
            Map.entry("com.google.android.googlequicksearchbox", "google"));

    /// Those with a domain in every country: `google.com`, `google.co.kr`, `google.com.hk`.
    private static final Set<String> IN_EVERY_COUNTRY = Set.of("google", "yahoo", "yandex");

    public SearchEngines {
        own = own.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /// The built-in list together with a mall's own.
    public static SearchEngines of(Collection<String> own) {
        return own.isEmpty() ? BUILT_IN : new SearchEngines(Set.copyOf(own));
    }

    public boolean contains(@Nullable String referrer) {
        return find(WebOrigin.of(referrer)) != null;
    }

    /// @return what we call it, or null where it is no search engine we know
    @Nullable
    String find(@Nullable WebOrigin referrer) {
        if (referrer == null) return null;
        if (own.contains(referrer.authority())) return referrer.authority();
        for (String suffix = referrer.host(); suffix != null; suffix = parent(suffix)) {
            if (own.contains(suffix)) return suffix;
            String name = BY_HOST.get(suffix);
            if (name != null) return name;
            String country = inEveryCountry(suffix);
            if (country != null) return country;
        }
        return null;
    }

    /// `search.naver.com`, `naver.com`, `com`, null.
    static @Nullable String parent(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? null : host.substring(dot + 1);
    }

    private static @Nullable String inEveryCountry(String host) {
        int dot = host.indexOf('.');
        if (dot < 0 || !IN_EVERY_COUNTRY.contains(host.substring(0, dot))) return null;
        String rest = host.substring(dot + 1);
        int second = rest.indexOf('.');
        boolean domain = second < 0
                || (rest.indexOf('.', second + 1) < 0
                        && (rest.startsWith("co.") || rest.startsWith("com.") || rest.startsWith("net.")));
        return domain ? host.substring(0, dot) : null;
    }
}
