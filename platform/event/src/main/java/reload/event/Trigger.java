package reload.event;

/// What brings a reload page up. Each is switched and reported on its own.
public enum Trigger {
    /// The first Back of an eligible visit shows the reload page; the second leaves. The only one that touches
    /// history.
    BACK_HOLD,
    /// Back works at once; the mall's page it lands on offers what goes with the product just left.
    BACK_LANDING;

    public String wire() {
        return Wire.of(this);
    }
}
