package reload.lab.mall;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without a screen: keeps cookies, follows redirects, posts forms.
final class Visitor {
    private static final Pattern LINK = Pattern.compile("(?:href|src|srcset|action|formaction)=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    HttpResponse<String> open(String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> submit(String url, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.uri() + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Where a page leads and what it loads, absolute, without fragments.
    static Set<String> links(HttpResponse<String> page) {
        Set<String> links = new LinkedHashSet<>();
        var matcher = LINK.matcher(page.body());
        while (matcher.find()) {
            String written = matcher.group(1).replace("&amp;", "&");
            if (!written.startsWith("data:") && !written.startsWith("#")) {
                links.add(page.uri()
                        .resolve(written.replaceFirst("#.*", "").replace(" ", "%20"))
                        .toString());
            }
        }
        return links;
    }
}
