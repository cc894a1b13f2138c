package reload.log.adapter;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How long a fold with a backlog rests between its turns: a figure may be late, a shopper does not wait. Used by one
/// thread.
public final class Rest {
    /// With 2, a fold takes at most a third of one processor's time.
    private static final int TIMES_ITS_WORK = 2;

    private final LongSupplier asked;
    private long before;

    private Rest(LongSupplier asked) {
        this.asked = asked;
        this.before = asked.getAsLong();
    }

    /// For a fold that others wait for.
    public static Rest none() {
        return new Rest(() -> 0);
    }

    /// @param asked how often a page has asked for something it waits for, ever
    public static Rest whilePagesAsk(LongSupplier asked) {
        return new Rest(asked);
    }

    /// How long to rest after a turn: twice as long as it worked, if a page has asked since the turn before and there
    /// is
    /// more to fold.
    Duration after(Duration worked, boolean backlog) {
        long now = asked.getAsLong();
        boolean pagesAsk = now != before;
        before = now;
        return pagesAsk && backlog ? worked.multipliedBy(TIMES_ITS_WORK) : Duration.ZERO;
    }
}
