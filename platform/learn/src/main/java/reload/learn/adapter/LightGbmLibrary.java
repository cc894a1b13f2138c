package reload.learn.adapter;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Loads LightGBM's native library from a directory of this process's own. The binding unpacks it over one
/// fixed file in the directory for temporary files, and a process still running from that file would crash
/// (SIGBUS).
final class LightGbmLibrary {
    private static final String TEMPORARY = "java.io.tmpdir";

    static {
        String shared = System.getProperty(TEMPORARY);
        try {
            Path own = Files.createTempDirectory("reload-lightgbm");
            System.setProperty(TEMPORARY, own.toString());
            if (!LGBMBooster.isNativeLoaded()) throw new IllegalStateException("LightGBM's library cannot be loaded");
            delete(own);
        } catch (IOException e) {
            throw new UncheckedIOException("no place for LightGBM's library", e);
        } finally {
            System.setProperty(TEMPORARY, shared);
        }
    }

    private LightGbmLibrary() {}

    /// Loads it at the first call.
    static void load() {}

    /// What is loaded stays loaded; where a system keeps the file until the process ends, it stays too.
    private static void delete(Path own) throws IOException {
        try (var files = Files.list(own)) {
            for (Path file : files.toList())
                if (!file.toFile().delete()) file.toFile().deleteOnExit();
        }
        if (!own.toFile().delete()) own.toFile().deleteOnExit();
    }
}
