package reload.checks.journey;

import static reload.checks.journey.Programs.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A screen of its own with a window manager, a mouse and a keyboard.
record Display(String name, int width, int height, Process screen, Process windows) implements AutoCloseable {

    static Display open(int width, int height) throws IOException {
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
        ProcessBuilder openbox = new ProcessBuilder(words(Programs.openbox()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        openbox.environment().put("DISPLAY", name);
        return new Display(name, width, height, screen, Programs.start(openbox));
    }

    /// Moves the mouse there and presses its first button.
    void click(int x, int y) {
        Programs.run(words(Programs.xdotool(), "mousemove", x, y), name);
        // A hand rests before it presses.
        Programs.pause(Duration.ofMillis(150));
        Programs.run(words(Programs.xdotool(), "click", 1), name);
    }

    void type(String text) {
        Programs.run(words(Programs.xdotool(), "type", "--delay", 25, text), name);
    }

    void press(String key) {
        Programs.run(words(Programs.xdotool(), "key", key), name);
    }

    @Override
    public void close() {
        Programs.end(windows);
        Programs.end(screen);
    }
}
