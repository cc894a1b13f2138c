package reload.collect.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every file of the page script that was ever served here, in a folder: a page that names one version keeps working
/// after the server has gone on to the next. A name carries the beginning of its content's SHA-256, so what is not
/// what it is called is not served.
final class Versions {
    private static final Logger LOG = LoggerFactory.getLogger(Versions.class);
    private static final Pattern NAME = Pattern.compile("[a-z-]+\\.([0-9a-f]{8})\\.js");

    private Versions() {}

    /// Adds what this build has, and answers all there is. A folder that cannot be used costs the earlier versions
    /// only.
    ///
    /// @param built this build's files by name
    static Map<String, byte[]> keep(Path folder, Map<String, byte[]> built) {
        Map<String, byte[]> all = new HashMap<>(built);
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : built.entrySet()) add(folder, file.getKey(), file.getValue());
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    if (built.containsKey(name) || !NAME.matcher(name).matches()) continue;
                    byte[] text = Files.readAllBytes(file);
                    if (isCalled(name, text)) all.put(name, text);
                    else
                        LOG.warn(
                                "a version of the page script is not what it is called, and is not served file={}",
                                name);
                }
            }
        } catch (IOException e) {
            LOG.warn("earlier versions of the page script are not served reason={}", e.toString());
        }
        return all;
    }

    /// Whether a name carries the hash of the content.
    static boolean isCalled(String name, byte[] text) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && hash(text).startsWith(matcher.group(1));
    }

    private static void add(Path folder, String name, byte[] text) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) return;
        Path written = Files.createTempFile(folder, name, ".part");
        Files.write(written, text);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String hash(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
