package reload.log;

/// Where a fact entered. The stored code of a source never changes.
public enum Source {
    /// A beacon of a page.
    PAGE(1),
    /// Orders and refunds told by a mall's server.
    ORDER(2),
    /// Products told by a mall's server.
    CATALOG(3),
    /// A plan the edge has issued.
    PLAN(4),
    /// A version of a mall's settings.
    SETTINGS(5);

    private static final Source[] BY_CODE = {PAGE, ORDER, CATALOG, PLAN, SETTINGS};
    private final int code;

    Source(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Source of(int code) {
        if (code < 1 || code > BY_CODE.length) throw new IllegalArgumentException("no source has code " + code);
        return BY_CODE[code - 1];
    }
}
