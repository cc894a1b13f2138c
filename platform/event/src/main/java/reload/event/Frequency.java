package reload.event;

/// How often a visitor may be interrupted.
public enum Frequency {
    /// Once, for good.
    VISITOR,
    /// Once a visit.
    VISIT,
    /// Once in 24 hours.
    DAY,
    ALWAYS;

    public String wire() {
        return Wire.of(this);
    }
}
