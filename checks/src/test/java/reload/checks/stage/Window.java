package reload.checks.stage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// A browser somebody has just installed, its window as large as the screen. Whoever uses it has a mouse and a
/// keyboard, and no other way to reach a page: nothing here speaks to the browser by a protocol of its own, since those
/// pass by the browser's protection of Back.
public final class Window implements AutoCloseable {
    private final Engine engine;
    private final Display display;
    private final Process process;

    private Window(Engine engine, Display display, Process process) {
        this.engine = engine;
        this.display = display;
        this.process = process;
    }

    /// @param profile an empty directory: a browser that has been nowhere
    /// @param options more of the browser's
    public static Window open(Engine engine, Display display, Path profile, URI first, String... options)
            throws IOException {
        return new Window(engine, display, engine.start(display, profile, first, options));
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Presses Back in the toolbar, once.
    public void back() {
        display.click(engine.toolbar.back(), engine.toolbar.y());
    }

    /// Presses Back in the toolbar twice, this far apart.
    public void backTwice(Duration apart) {
        display.clickTwice(engine.toolbar.back(), engine.toolbar.y(), apart);
    }

    public void forward() {
        display.click(engine.toolbar.forward(), engine.toolbar.y());
    }

    public void reload() {
        display.click(engine.toolbar.reload(), engine.toolbar.y());
    }

    /// Clicks on the page, CSS pixels from the top left corner of what is to be seen of it.
    public void tap(int x, int y) {
        display.click(x, engine.top + y);
    }

    /// Turns the wheel down over the page, notch by notch.
    public void wheel(int x, int y, int notches) {
        display.wheel(x, engine.top + y, notches);
    }

    public void press(String key) {
        display.press(key);
    }

    @Override
    public void close() {
        Programs.end(process);
    }
}
