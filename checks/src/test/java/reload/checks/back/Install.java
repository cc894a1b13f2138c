package reload.checks.back;

/// How a mall has put the script in its pages, and what else is in them.
enum Install {
    /// As the console says: stub and loader in the head.
    HEAD,
    END_OF_BODY,
    /// The loader alone, in the head.
    WITHOUT_STUB,
    TWICE,
    /// The network is slow: the loader comes when the test lets it, after the page can be used.
    SLOW,
    /// An ad blocker lets no request to Reload pass.
    BLOCKED,
    /// An ad blocker lets the loader pass, and not what it loads.
    HALF_BLOCKED,
    /// The script was in the browser's cache, and the network is gone.
    OFFLINE,
    /// Later scripts of the mall wrap what we use, as tag managers do: history, fetch, JSON, Promise, addEventListener.
    GLOBALS_WRAPPED,
    /// Later scripts of the mall break what we use.
    GLOBALS_BROKEN,
    /// The mall listens for `unload` and `beforeunload`.
    UNLOAD,
    /// The mall puts its scroll position in the state of the history's entry.
    STATE_KEPT,
    /// By a line on which can be seen what arrives, and by somebody new on each visit.
    LINE
}
