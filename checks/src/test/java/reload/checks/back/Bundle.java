package reload.checks.back;

/// What a mall's page has of us.
enum Bundle {
    /// No script at all: how the browser itself behaves.
    NONE("no script"),
    STRICT("strict"),
    HOLD("hold");

    private final String title;

    Bundle(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
