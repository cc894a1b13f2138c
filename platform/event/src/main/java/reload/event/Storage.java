package reload.event;

/// How long the page can remember the visitor. Only `PERSISTENT` can keep the one chance and join an experiment.
public enum Storage {
    PERSISTENT,
    SESSION,
    NONE;

    public String wire() {
        return Wire.of(this);
    }
}
