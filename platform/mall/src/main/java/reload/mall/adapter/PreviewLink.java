package reload.mall.adapter;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reload.event.PreviewPass;
import reload.event.WebOrigin;
import reload.mall.Mall;

/// The link under which a mall's people see on a page of their own what the page script knows and would do.
///
/// @param until when it stops working
public record PreviewLink(String url, Instant until) {
    /// What the page script looks for in an address.
    public static final String PARAMETER = "reload_debug";

    private static final int LONGEST = 2_048;

    /// @param page an absolute address of one of the mall's pages
    /// @return null where it is none
    public static @Nullable PreviewLink of(Mall mall, @Nullable String page, Instant now) {
        URI uri = page == null || page.length() > LONGEST ? null : read(page.strip());
        WebOrigin origin = uri == null || uri.getRawUserInfo() != null ? null : WebOrigin.of(uri.toString());
        if (uri == null || origin == null || !mall.admitsOrigin(origin.text())) return null;
        Instant until = now.plusMillis(PreviewPass.LASTS_MS);
        String token = new PreviewPass(mall.id(), until.toEpochMilli()).sign(mall.tokenKey());
        String asked = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String query = Stream.concat(
                        Arrays.stream(asked.split("&"))
                                .filter(part -> !part.isEmpty() && !part.startsWith(PARAMETER + "=")),
                        Stream.of(PARAMETER + "=" + token))
                .collect(Collectors.joining("&"));
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
        return new PreviewLink(origin.text() + path + "?" + query + fragment, until);
    }

    private static @Nullable URI read(String page) {
        try {
            URI uri = new URI(page);
            return uri.isOpaque() || uri.getHost() == null ? null : uri;
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
