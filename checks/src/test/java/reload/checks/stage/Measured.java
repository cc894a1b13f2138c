package reload.checks.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The part of a document that a test writes: what is between `<!-- measured: NAME -->` and `<!-- end -->`. It is
/// written only where `RELOAD_WRITE_DOCS` is set, so that a test leaves no trace in the sources unasked.
public record Measured(Path document, String name) {
    public static Measured in(Path document, String name) {
        return new Measured(document, name);
    }

    public void put(String text) throws IOException {
        if (System.getenv("RELOAD_WRITE_DOCS") == null) return;
        String before = Files.readString(document);
        String mark = "<!-- measured: " + name + " -->\n";
        int from = before.indexOf(mark);
        int to = before.indexOf("<!-- end -->", from);
        if (from < 0 || to < 0) throw new IOException(document + " has no place for what was measured of " + name);
        Files.writeString(
                document,
                before.substring(0, from + mark.length()) + "\n" + text.strip() + "\n\n" + before.substring(to));
    }
}
