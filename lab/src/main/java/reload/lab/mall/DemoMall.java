package reload.lab.mall;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import reload.lab.mall.adapter.Options;
import reload.lab.mall.adapter.Street;

/// Starts the demo mall, its feed and its search engine:
/// `--port 8081 --reload http://127.0.0.1:8080 --site-key demo [--snippet-file FILE] [--server-key-file FILE]
/// [--mall-url URL]`.
public final class DemoMall {
    private DemoMall() {}

    /// Runs until it is stopped. Ends with 2 for arguments that make no sense, 1 where a port is taken.
    public static void main(String[] arguments) {
        try {
            Street street =
                    Street.open(Options.of(arguments), Clock.systemUTC(), new SecureRandom(), Duration.ofSeconds(1));
            System.out.println("The demo mall is at " + street.mallUrl() + ", the feed at " + street.feedUrl()
                    + ", the search engine at " + street.searchUrl());
        } catch (IllegalArgumentException e) {
            System.err.println("demo mall: " + e.getMessage());
            System.exit(2);
        } catch (IllegalStateException e) {
            System.err.println("demo mall: " + e.getMessage());
            System.exit(1);
        }
    }
}
