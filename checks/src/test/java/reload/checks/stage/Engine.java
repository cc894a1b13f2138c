package reload.checks.stage;

import static reload.checks.stage.Programs.words;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The three browser engines, each in the browser that Debian has of it.
public enum Engine {
    CHROMIUM("Chromium", new Toolbar(23, 59, 95, 63), 87) {
        @Override
        Path program() {
            return Programs.chromium();
        }

        @Override
        List<String> arguments(Path profile, URI first) throws IOException {
            Files.createDirectories(profile.resolve("Default"));
            Files.writeString(
                    profile.resolve("Default/Preferences"),
                    "{\"translate\":{\"enabled\":false},\"credentials_enable_service\":false,"
                            + "\"profile\":{\"password_manager_enabled\":false}}");
            return words(
                    "--user-data-dir=" + profile,
                    "--start-maximized",
                    "--lang=ko",
                    // These only keep it quiet and alone; none changes how it treats pages or Back.
                    "--no-sandbox",
                    "--test-type",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-sync",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--no-default-browser-check",
                    "--password-store=basic",
                    first);
        }
    },
    FIREFOX("Firefox", new Toolbar(23, 60, 96, 64), 85) {
        @Override
        Path program() {
            return Programs.firefox();
        }

        @Override
        List<String> arguments(Path profile, URI first) throws IOException {
            Files.createDirectories(profile);
            try (var settings = Engine.class.getResourceAsStream("firefox.js")) {
                Files.write(profile.resolve("user.js"), settings.readAllBytes());
            }
            return words("--no-remote", "--profile", profile, first);
        }
    },
    WEBKIT("WebKitGTK", new Toolbar(20, 55, 999, 18), 38) {
        @Override
        Path program() {
            return Programs.miniBrowser();
        }

        @Override
        List<String> arguments(Path profile, URI first) {
            return words(first);
        }
    };

    /// Where the buttons are in a window of [Display#WIDE] pixels, from its top left corner.
    record Toolbar(int back, int forward, int reload, int y) {}

    private final String title;
    final Toolbar toolbar;
    /// Where the page begins, pixels from the top.
    final int top;

    Engine(String title, Toolbar toolbar, int top) {
        this.title = title;
        this.toolbar = toolbar;
        this.top = top;
    }

    abstract Path program();

    /// Where its program is.
    public Path path() {
        return program();
    }

    abstract List<String> arguments(Path profile, URI first) throws IOException;

    /// Starts it.
    ///
    /// @param profile an empty directory: a browser that has been nowhere
    /// @param options more of the browser's
    Process start(Display display, Path profile, URI first, String... options) throws IOException {
        Files.createDirectories(profile);
        List<String> command = new ArrayList<>(List.of(program().toString()));
        command.addAll(List.of(options));
        command.addAll(arguments(profile, first));
        return start(display, profile, command);
    }

    /// Starts the program by which WebKit's browser can be driven.
    public static Process startWebKitDriver(Display display, Path profile, int port) throws IOException {
        return start(display, profile, words(Programs.webKitDriver(), "--port=" + port));
    }

    private static Process start(Display display, Path profile, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("browser.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "DISPLAY", display.name(),
                        "HOME", profile.toString(),
                        "XDG_DATA_HOME", profile.resolve("data").toString(),
                        "XDG_CACHE_HOME", profile.resolve("cache").toString(),
                        "XDG_CONFIG_HOME", profile.resolve("config").toString(),
                        // As root its sandbox has no use; pages and Back are treated the same.
                        "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"));
        return Programs.start(builder);
    }

    /// Its name and version, as it says them itself.
    public String version(Display display) {
        String said = Programs.output(words(program(), "--version"), display.name());
        return title + said.replaceAll("(?s).*?(\\d+(\\.\\d+)+(esr)?).*", " $1");
    }

    @Override
    public String toString() {
        return title;
    }
}
