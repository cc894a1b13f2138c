package reload.collect;

/// What kind of program asks, as its user agent tells.
public enum Client {
    BROWSER,
    /// A real browser without a screen: a test, most likely.
    HEADLESS,
    /// On the list of automated clients.
    CRAWLER
}
