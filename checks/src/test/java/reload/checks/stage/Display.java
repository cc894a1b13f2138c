package reload.checks.stage;

import static reload.checks.stage.Programs.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// A screen of its own with a window manager, a mouse and a keyboard.
public record Display(String name, int width, int height, Process screen, Process windows) implements AutoCloseable {
    /// The width that [Engine] knows the toolbars at. Only those of Chromium and Firefox do not change with it.
    public static final int WIDE = 1100;

    public static Display open(int width, int height) throws IOException {
        // The server itself finds a free number and says which.
        Process screen = Programs.start(new ProcessBuilder(words(
                        Programs.xvfb(),
                        "-displayfd",
                        1,
                        "-screen",
                        0,
                        width + "x" + height + "x24",
                        "-nolisten",
                        "tcp"))
                .redirectError(ProcessBuilder.Redirect.DISCARD));
        var said = new BufferedReader(new InputStreamReader(screen.getInputStream(), StandardCharsets.UTF_8));
        String number = said.readLine();
        if (number == null) throw new IllegalStateException("Xvfb ended while starting");
        String name = ":" + number.strip();
        ProcessBuilder openbox = new ProcessBuilder(words(Programs.openbox(), "--config-file", layout()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        openbox.environment().put("DISPLAY", name);
        return new Display(name, width, height, screen, Programs.start(openbox));
    }

    private static Path layout() {
        try {
            return Path.of(Display.class.getResource("openbox.xml").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Moves the mouse there and presses its first button.
    public void click(int x, int y) {
        point(x, y);
        Programs.run(words(Programs.xdotool(), "click", 1), name);
    }

    /// Presses the first button twice, this far apart.
    public void clickTwice(int x, int y, Duration apart) {
        point(x, y);
        Programs.run(words(Programs.xdotool(), "click", "--repeat", 2, "--delay", apart.toMillis(), 1), name);
    }

    /// Turns the wheel down, notch by notch.
    public void wheel(int x, int y, int notches) {
        point(x, y);
        Programs.run(words(Programs.xdotool(), "click", "--repeat", notches, "--delay", 60, 5), name);
    }

    /// Moves the mouse there.
    public void point(int x, int y) {
        Programs.run(words(Programs.xdotool(), "mousemove", x, y), name);
        // A hand rests before it presses.
        Programs.pause(Duration.ofMillis(150));
    }

    public void type(String text) {
        Programs.run(words(Programs.xdotool(), "type", "--delay", 25, text), name);
    }

    public void press(String key) {
        Programs.run(words(Programs.xdotool(), "key", key), name);
    }

    @Override
    public void close() {
        Programs.end(windows);
        Programs.end(screen);
    }
}
