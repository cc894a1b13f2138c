package reload.event;

/// What made a page think that its shopper may be leaving.
public enum LeaveSignal {
    /// A fast upward swipe.
    FLING,
    /// Scrolling to and fro.
    HESITATE,
    IDLE,
    /// The tab was put behind another.
    HIDDEN,
    /// The pointer left through the top of the page.
    TOP_EXIT;

    public String wire() {
        return Wire.of(this);
    }
}
