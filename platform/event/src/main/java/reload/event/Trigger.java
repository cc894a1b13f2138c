package reload.event;

/// What brings a reload page up. Each is switched and reported on its own.
public enum Trigger {
    /// The first Back of an eligible visit shows the reload page; the second leaves. The only one that touches
    /// history.
    BACK_HOLD,
    /// Back works at once; the mall's page it lands on offers what goes with the product just left.
    BACK_LANDING,
    /// The page senses that the shopper is about to leave.
    LEAVE_SIGNAL,
    /// The shopper comes back: to the tab, by Forward, or on the next visit.
    RETURN,
    /// The shopper asks for it with the mall's own control. It opens on every side, so it is outside the experiment.
    LINK,
    /// The mall's slot in the page comes into view.
    INLINE;

    /// Whether it comes uninvited. Such a trigger takes the visitor's one chance, and is refused once that is gone.
    public boolean interrupts() {
        return this != LINK && this != INLINE;
    }

    /// Whether the hold-out is spared it, so that both sides can be compared.
    public boolean joinsExperiment() {
        return this != LINK;
    }

    public String wire() {
        return Wire.of(this);
    }
}
