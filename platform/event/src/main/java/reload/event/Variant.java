package reload.event;

/// What visitors outside the hold-out are drawn: one of the mall's pages by its name, or nothing.
public final class Variant {
    /// The mall's first page.
    public static final String CLASSIC = "classic";
    /// No page, as in the hold-out; but drawn among the variants, with a share that may change.
    public static final String NOTHING = "nothing";
    /// What figures call the hold-out beside the variants: no page may be called so.
    public static final String HOLD_OUT = "hold-out";

    private Variant() {}
}
