package reload.event;

/// Why a reload page was (not) shown: the closed list of `contract/reasons.json`, shared with the page.
public enum Reason {
    SHOWN,
    HELD_OUT,
    /// Outside the hold-out, but drew nothing.
    SPARED,
    MALL_NOT_LIVE,
    NO_CONSENT,
    BOT,
    NO_STORAGE,
    IN_FRAME,
    PAGE_EXCLUDED,
    TRIGGER_OFF,
    SEARCH_ENGINE,
    UNKNOWN_REFERRER,
    NOT_LANDING_ENTRY,
    STRICT_BUNDLE,
    ALREADY_SEEN,
    ALREADY_HELD_OUT,
    SNOOZED,
    NOTHING_TO_SHOW,
    STAYED_TOO_LONG,
    TOO_EARLY,
    NO_ACTIVATION,
    NO_PLAN,
    PLAN_EXPIRED,
    RENDER_FAILED
}
