package reload.measure.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reload.log.Log;
import reload.log.Logged;
import reload.log.Position;
import reload.session.adapter.SessionFold;

/// How far the figures are behind the log.
public final class Freshness {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Log log;
    private final SessionFold fold;

    public Freshness(Log log, SessionFold fold) {
        this.log = log;
        this.fold = fold;
    }

    public Position logEnd() {
        return log.end();
    }

    public Position foldedTo() {
        return fold.foldedTo();
    }

    /// How long the oldest entry that is not folded has been waiting; zero where none is. Simulated history
    /// is as old as it says.
    ///
    /// @param now by the clock of the edge
    public Duration lag(Instant now) {
        List<Logged> next = log.read(fold.foldedTo(), 1);
        if (next.isEmpty()) return Duration.ZERO;
        Duration waited =
                Duration.between(Instant.ofEpochMilli(next.getFirst().entry().receivedAt()), now);
        return waited.isNegative() ? Duration.ZERO : waited;
    }

    /// Waits until all that is in the log now is folded. Blocks.
    ///
    /// @return false if that was not so after `most`
    public boolean await(Duration most) throws InterruptedException {
        Position now = log.end();
        long until = System.nanoTime() + most.toNanos();
        while (now.isAfter(fold.foldedTo())) {
            if (System.nanoTime() > until) return false;
            Thread.sleep(LOOK);
        }
        return true;
    }
}
