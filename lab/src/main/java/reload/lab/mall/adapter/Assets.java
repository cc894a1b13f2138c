package reload.lab.mall.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import reload.lab.mall.Gallery;

/// Style sheets and scripts from the class path, and the pictures, drawn when asked for.
final class Assets {
    private static final String SVG = "image/svg+xml";

    private final Gallery gallery;
    private final Map<String, Response> files = new HashMap<>();
    private final String version;

    Assets(Gallery gallery, String... names) {
        this.gallery = gallery;
        int sum = 0;
        for (String name : names) {
            String text = read(name);
            sum = sum * 31 + text.hashCode();
            files.put(
                    "/" + name,
                    Response.asset(
                            name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8",
                            text));
        }
        version = HexFormat.of().toHexDigits(sum);
        files.put("/icon.svg", Response.asset(SVG, gallery.find("icon").orElseThrow()));
        files.put("/robots.txt", Response.asset("text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n"));
    }

    /// Changes whenever one of the files does.
    String version() {
        return version;
    }

    Optional<Response> find(String path) {
        Response file = files.get(path);
        if (file != null) {
            return Optional.of(file);
        }
        if (path.startsWith("/img/") && path.endsWith(".svg")) {
            return gallery.find(path.substring("/img/".length(), path.length() - ".svg".length()))
                    .map(svg -> Response.asset(SVG, svg));
        }
        return Optional.empty();
    }

    private static String read(String name) {
        try (InputStream in = Gallery.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
