package reload.event;

/// What the shopper answered where the mall asked whether they may be recognised.
public enum Consent {
    GRANTED,
    DENIED,
    UNKNOWN;

    public String wire() {
        return Wire.of(this);
    }
}
