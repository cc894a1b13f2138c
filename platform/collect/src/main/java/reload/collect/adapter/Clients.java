package reload.collect.adapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reload.collect.Client;

/// Tells programs from people by their user agent, with the maintained list of the npm package isbot.
public final class Clients {
    private static final int LONGEST = 512;

    private final Pattern crawlers;
    private final Cache<String, Client> known =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Clients(Pattern crawlers) {
        this.crawlers = crawlers;
    }

    /// Reads the list that the build put on the class path.
    public static Clients load() {
        try (InputStream list = Clients.class.getResourceAsStream("/crawlers/crawlers.txt")) {
            if (list == null) throw new IllegalStateException("crawlers/crawlers.txt is not on the class path");
            String pattern = new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Clients(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        } catch (IOException e) {
            throw new UncheckedIOException("crawlers/crawlers.txt cannot be read", e);
        }
    }

    /// @param userAgent the header; no header at all is no browser
    public Client of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) return Client.CRAWLER;
        // No browser's name is longer, and a regular expression need not see all of a hostile one.
        String name = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
        return known.get(name, this::judge);
    }

    private Client judge(String userAgent) {
        if (userAgent.contains("HeadlessChrome/")) return Client.HEADLESS;
        return crawlers.matcher(userAgent).find() ? Client.CRAWLER : Client.BROWSER;
    }
}
