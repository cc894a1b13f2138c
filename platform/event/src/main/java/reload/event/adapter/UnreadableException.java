package reload.event.adapter;

/// A body that is not of the contract as a whole. The caller's fault.
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    /// What is wrong with a body; the names of `contract/admissions.json`.
    public enum Kind {
        MALFORMED,
        TOO_MANY_EVENTS,
        UNSUPPORTED_VERSION
    }

    private final Kind kind;
    private final String what;

    UnreadableException(Kind kind, String message) {
        // No stack trace: hostile input must be cheap to refuse.
        super(message, null, false, false);
        this.kind = kind;
        this.what = message;
    }

    /// What is wrong, and where.
    public String what() {
        return what;
    }

    public Kind kind() {
        return kind;
    }
}
