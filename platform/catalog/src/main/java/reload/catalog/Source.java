package reload.catalog;

/// Who said something of a product. The stored code of a source never changes.
public enum Source {
    /// A page of the mall, through a shopper's browser.
    PAGE(1),
    /// The mall's server.
    IMPORT(2);

    private final int code;

    Source(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// @throws IllegalArgumentException where no source has this code
    public static Source of(int code) {
        for (Source source : values()) if (source.code == code) return source;
        throw new IllegalArgumentException("no source of products has code " + code);
    }
}
