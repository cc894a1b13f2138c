package reload.log;

/// An append the log cannot promise to keep. Our fault or our capacity, never the caller's: try again later.
/// It carries no stack trace, since under overload there is one for every request.
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why not.
    public enum Reason {
        /// More is waiting to be written than we are willing to hold.
        FULL,
        /// The store does not answer; it is being reconnected.
        DOWN,
        /// The store went away while it was writing: the entry may or may not be in the log. Sending it again is safe,
        /// as the fold drops the second of two.
        UNKNOWN_OUTCOME,
        /// Another process is the writer.
        STANDBY,
        /// The store answers, but would not keep what it acknowledges.
        NOT_DURABLE,
        /// This log has been closed.
        CLOSED
    }

    private final Reason reason;
    private final int retryAfterSeconds;

    public LogUnavailable(Reason reason, int retryAfterSeconds) {
        super("log unavailable reason=" + reason, null, false, false);
        this.reason = reason;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public Reason reason() {
        return reason;
    }

    /// When it is worth trying again, at least 1.
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
