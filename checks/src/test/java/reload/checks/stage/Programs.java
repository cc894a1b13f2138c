package reload.checks.stage;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// What the machine must have, and how to wait for what it does.
public final class Programs {
    private Programs() {}

    static Path chromium() {
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) return Path.of(named);
        return first("chromium", List.of("chromium", "chromium-browser", "google-chrome"));
    }

    static Path firefox() {
        return first("firefox-esr", List.of("firefox-esr", "firefox"));
    }

    /// WebKitGTK's own browser. Distributions keep it beside the library, not on PATH.
    static Path miniBrowser() {
        for (String folder :
                List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/libexec"))
            for (String version : List.of("webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0")) {
                Path program = Path.of(folder, version, "MiniBrowser");
                if (Files.isExecutable(program)) return program;
            }
        throw missing("libwebkit2gtk-4.1-0");
    }

    static Path webKitDriver() {
        return first("webkit2gtk-driver", List.of("WebKitWebDriver"));
    }

    static Path xvfb() {
        return first("xvfb", List.of("Xvfb"));
    }

    static Path openbox() {
        return first("openbox", List.of("openbox"));
    }

    static Path xdotool() {
        return first("xdotool", List.of("xdotool"));
    }

    private static Path first(String debianPackage, List<String> names) {
        for (String name : names)
            for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
                Path program = Path.of(folder, name);
                if (Files.isExecutable(program)) return program;
            }
        throw missing(debianPackage);
    }

    private static IllegalStateException missing(String debianPackage) {
        return new IllegalStateException("the tests in a window need " + debianPackage + ", which was not found; "
                + "./reload test --full installs it as root on Debian, elsewhere: apt-get install " + debianPackage);
    }

    /// Starts a program that ends with this JVM at the latest.
    public static Process start(ProcessBuilder builder) throws java.io.IOException {
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        return process;
    }

    public static void end(Process process) {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }

    static int run(List<String> command, String display) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        try {
            return builder.start().waitFor();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// What a program prints.
    static String output(List<String> command, String display) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        try {
            Process process = builder.start();
            return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Asks until there is an answer.
    ///
    /// @param what it is waited for, for the one who reads that it never came
    /// @throws AssertionError if there is none in that time
    public static <T> T await(String what, Duration patience, Supplier<Optional<T>> question) {
        long until = System.nanoTime() + patience.toNanos();
        RuntimeException trouble = null;
        do {
            try {
                Optional<T> answer = question.get();
                if (answer.isPresent()) return answer.get();
                trouble = null;
            } catch (IllegalStateException | java.io.UncheckedIOException e) {
                trouble = e; // a page in the middle of its change
            }
            pause(Duration.ofMillis(100));
        } while (System.nanoTime() < until);
        throw new AssertionError("waited " + patience.toSeconds() + " s for " + what, trouble);
    }

    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public static List<String> words(Object... words) {
        return Arrays.stream(words).map(String::valueOf).toList();
    }
}
