package reload.event;

/// What the page runs on, as the page itself tells.
public enum Device {
    PHONE,
    TABLET,
    DESKTOP;

    public String wire() {
        return Wire.of(this);
    }
}
