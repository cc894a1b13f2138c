package reload.event;

/// The side of the experiment a visitor is on, for good.
public enum Arm {
    SHOWN,
    HELD_OUT;

    public String wire() {
        return Wire.of(this);
    }
}
