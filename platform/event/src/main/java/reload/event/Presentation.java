package reload.event;

/// How a reload page stands on the screen.
public enum Presentation {
    /// Over the whole screen of a phone; nothing else can be used until it is closed.
    PAGE,
    /// From the bottom edge, the page behind it still usable.
    SHEET,
    /// A slim bar at the bottom.
    BAR,
    /// In the mall's slot, a part of the page.
    INLINE;

    public String wire() {
        return Wire.of(this);
    }
}
