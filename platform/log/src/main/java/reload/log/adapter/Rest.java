package reload.log.adapter;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The rest that folds with a backlog take while pages wait for answers: a figure may be late, a shopper does not wait.
/// Folds that share one take at most a third of one processor's time together.
public final class Rest {
    private static final int TIMES_THEIR_WORK = 2;

    private final LongSupplier asked;
    private final LongSupplier clock;
    private long before;
    private long until;

    private Rest(LongSupplier asked, LongSupplier clock) {
        this.asked = asked;
        this.clock = clock;
        this.before = asked.getAsLong();
        this.until = clock.getAsLong();
    }

    /// For a fold beside which nobody waits.
    public static Rest none() {
        return new Rest(() -> 0, System::nanoTime);
    }

    /// @param asked how often a page has asked for something it waits for, ever
    public static Rest whilePagesAsk(LongSupplier asked) {
        return whilePagesAsk(asked, System::nanoTime);
    }

    static Rest whilePagesAsk(LongSupplier asked, LongSupplier clock) {
        return new Rest(asked, clock);
    }

    /// Hears that one of the folds has worked: if a page has asked since this was last heard and there is more to fold,
    /// all of them rest for twice as long.
    synchronized void after(Duration worked, boolean backlog) {
        long now = asked.getAsLong();
        boolean pagesAsk = now != before;
        before = now;
        if (!pagesAsk || !backlog) return;
        until = clock.getAsLong()
                + left().plus(worked.multipliedBy(TIMES_THEIR_WORK)).toNanos();
    }

    /// How much of the rest is left.
    synchronized Duration left() {
        return Duration.ofNanos(Math.max(until - clock.getAsLong(), 0));
    }
}
