package reload.learn.exit;

/// One thing a page or a session knows, as a number; `NaN` where it does not.
///
/// @param direction 1 where more of it may only raise the chance, -1 only lower it, 0 where sense demands
/// neither
public record Signal(String name, int direction) {
    public Signal {
        if (name.isBlank() || direction < -1 || direction > 1)
            throw new IllegalArgumentException("no signal: " + name + ", " + direction);
    }

    public static Signal of(String name) {
        return new Signal(name, 0);
    }

    public static Signal rising(String name) {
        return new Signal(name, 1);
    }

    public static Signal falling(String name) {
        return new Signal(name, -1);
    }
}
