package reload.mall.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import reload.event.SiteKey;

/// What a mall puts into the head of its pages: the stub, inline so that it is there before any router, and the
/// loader, which never holds up the page.
public final class Snippet {
    /// Where the build of `sdk/` leaves the stub on the class path.
    private static final String STUB = "/sdk/stub.js";

    private Snippet() {}

    /// @param base scheme, host and port of the edge, such as `https://edge.example`
    /// @throws IllegalStateException if the page script is not in this build
    public static String of(String base, SiteKey key) {
        return """
                <script>%s</script>
                <script async src="%s%s"></script>
                """.formatted(stub(), base, loaderPath(key));
    }

    /// Where the edge serves a mall's loader.
    public static String loaderPath(SiteKey key) {
        return "/s/" + key.value() + "/reload.js";
    }

    private static String stub() {
        try (InputStream file = Snippet.class.getResourceAsStream(STUB)) {
            if (file == null) throw new IllegalStateException("the page script is not in this build: " + STUB);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
