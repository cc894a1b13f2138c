package reload.log.adapter;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import reload.log.Log;
import reload.log.Logged;
import reload.log.Position;

/// The turns that the folds of one process take. One of them reads and folds at a time, and where pages are waiting for
/// answers it then rests, unless it is at the end of the log: a figure may be late, a shopper does not wait. What one
/// has
/// read the next is given too, so that folds which go along together read the log once.
public final class Turns {
    /// How long a fold rests, in turns: with 2, folding takes at most a third of one processor's time.
    private static final int REST = 2;

    private final Log log;
    private final LongSupplier asked;
    private final Rest rest;
    private final Semaphore turn = new Semaphore(1, true);
    private Position from = Position.START;
    private List<Logged> read = List.of();

    /// @param asked how often a page has asked for something it waits for, ever
    public Turns(Log log, LongSupplier asked) {
        this(log, asked, Thread::sleep);
    }

    Turns(Log log, LongSupplier asked, Rest rest) {
        this.log = log;
        this.asked = asked;
        this.rest = rest;
    }

    interface Rest {
        void take(Duration lasting) throws InterruptedException;
    }

    /// What became of a turn.
    ///
    /// @param to where the fold goes on
    /// @param atEnd whether the log had nothing more
    record Taken(Position to, boolean atEnd) {}

    /// Waits for a turn, then hands the fold what follows its position.
    Taken take(Follower.Fold fold, Position at, int most) throws Exception {
        turn.acquire();
        try {
            long began = System.nanoTime();
            long askedBefore = asked.getAsLong();
            if (read.isEmpty() || !from.equals(at) || read.size() > most) {
                read = List.of(); // Two stretches at once would be memory for nothing.
                read = log.read(at, most);
                from = at;
            }
            Position to = fold.take(read);
            if (read.size() == most && asked.getAsLong() > askedBefore)
                rest.take(Duration.ofNanos(System.nanoTime() - began).multipliedBy(REST));
            return new Taken(to, read.isEmpty());
        } finally {
            turn.release();
        }
    }
}
