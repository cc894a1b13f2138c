package reload.log.adapter;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import reload.log.Log;
import reload.log.Logged;
import reload.log.Position;

/// The turns that the folds of one process take: one of them reads and folds at a time. What one has read the next is
/// given too, so that folds which go along together read the log once.
public final class Turns {
    private final Log log;
    private final Semaphore turn = new Semaphore(1, true);
    private Position from = Position.START;
    private List<Logged> read = List.of();

    public Turns(Log log) {
        this.log = log;
    }

    /// What became of a turn.
    ///
    /// @param to where the fold goes on
    /// @param entries how many it was given; 0 at the end of the log
    /// @param worked how long reading and folding took
    record Taken(Position to, int entries, Duration worked) {}

    /// Waits for a turn, then hands the fold what follows its position.
    Taken take(Follower.Fold fold, Position at, int most) throws Exception {
        turn.acquire();
        try {
            long began = System.nanoTime();
            if (read.isEmpty() || !from.equals(at) || read.size() > most) {
                read = List.of(); // Two stretches at once would be memory for nothing.
                read = log.read(at, most);
                from = at;
            }
            Position to = fold.take(read);
            return new Taken(to, read.size(), Duration.ofNanos(System.nanoTime() - began));
        } finally {
            turn.release();
        }
    }
}
