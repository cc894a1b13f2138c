package reload.lab.mall.adapter;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the demo mall was started.
///
/// @param port of the mall; the feed has the next one, the search engine the one after
/// @param reload where Reload is, without a slash at the end
/// @param siteKey the mall's public key
/// @param snippetFile what the console's install page says belongs in the head; read anew for each page
/// @param serverKeyFile the mall's secret key; without it nothing is confirmed to Reload
/// @param mallUrl where feed and search engine say the mall is; null for the host they were reached under
public record Options(
        int port,
        URI reload,
        String siteKey,
        @Nullable Path snippetFile,
        @Nullable Path serverKeyFile,
        @Nullable String mallUrl) {

    /// @throws IllegalArgumentException in words for the one who typed it
    public static Options of(String... arguments) {
        int port = 8081;
        String reload = "http://127.0.0.1:8080";
        String siteKey = "demo";
        Path snippet = null;
        Path serverKey = null;
        String mallUrl = null;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--port" -> port = number(value);
                case "--reload" -> reload = value;
                case "--site-key" -> siteKey = value;
                case "--snippet-file" -> snippet = Path.of(value);
                case "--server-key-file" -> serverKey = Path.of(value);
                case "--mall-url" -> mallUrl = trimmed(value);
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        if (!siteKey.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("not a site key: " + siteKey);
        }
        if (!reload.matches("https?://[^/?#]+/*")) {
            throw new IllegalArgumentException("not an address of Reload: " + reload);
        }
        return new Options(port, URI.create(trimmed(reload)), siteKey, snippet, serverKey, mallUrl);
    }

    private static int number(String value) {
        if (!value.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("not a port: " + value);
        }
        return Integer.parseInt(value);
    }

    private static String trimmed(String address) {
        return address.replaceFirst("/+$", "");
    }
}
