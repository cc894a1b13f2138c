package reload.session;

/// The spans of time the definitions rest on, in milliseconds. See `docs/methods/figures.md`.
public final class Windows {
    private static final long HOUR = 3_600_000L;

    public static final long DAY = 24 * HOUR;
    /// A gap this long or longer ends a session.
    public static final long SESSION_GAP = HOUR / 2;
    /// Orders count for a click, and for a trigger, if placed less than this after it.
    public static final long ATTRIBUTION = DAY;
    /// A refund counts if made no later than this after its order.
    public static final long REFUND = 14 * DAY;
    /// How long an event id is remembered, and how late a page event may come.
    public static final long MEMORY = 48 * HOUR;
    /// After this no order of an exposure, and no refund of such an order, can still come.
    static final long SETTLED = ATTRIBUTION + REFUND + MEMORY;

    private Windows() {}
}
