package reload.log.adapter;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.log.Logged;
import reload.log.Position;

/// Takes a fold forward along a log, on a thread of its own, in turn with the other folds of the process. Between its
/// turns it may rest, at the end of the log it waits a little, and while the log or the fold's store is away it tries
/// again from where the fold stands.
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// What becomes of what is read. Called by one thread at a time.
    public interface Fold {
        /// Where to go on. Asked at the start and after every failure.
        Position position() throws Exception;

        /// Takes in what follows that position, nothing missing; empty at the end of the log.
        ///
        /// @return where to go on
        Position take(List<Logged> entries) throws Exception;
    }

    private final String name;
    private final Turns turns;
    private final Rest rest;
    private final Fold fold;
    private final int most;
    private final Duration pause;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /// @param name of the thread, and in what is logged
    /// @param most entries handed over at once
    /// @param pause how long to wait at the end of the log before looking again
    public Follower(String name, Turns turns, Rest rest, Fold fold, int most, Duration pause) {
        this.name = name;
        this.turns = turns;
        this.rest = rest;
        this.fold = fold;
        this.most = most;
        this.pause = pause;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::follow);
    }

    public Follower start() {
        thread.start();
        return this;
    }

    /// Waits until what is being taken in is done.
    @Override
    public void close() {
        closing.countDown();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void follow() {
        int failures = 0;
        while (!isClosing(Duration.ZERO)) {
            try {
                Position at = fold.position();
                while (true) {
                    if (isClosing(rest.left())) return;
                    Turns.Taken taken = turns.take(fold, at, most);
                    rest.after(taken.worked(), taken.entries() == most);
                    at = taken.to();
                    if (failures > 0) LOG.info("follower goes on name={}", name);
                    failures = 0;
                    if (isClosing(taken.entries() == 0 ? pause : Duration.ZERO)) return;
                }
            } catch (Exception e) {
                // Trouble warns once, then only in detail.
                if (failures++ == 0) LOG.warn("follower waits name={} reason={}", name, e.toString());
                else LOG.debug("follower waits name={}", name, e);
                long wait = Math.min(PATIENCE.toMillis(), 100L << Math.min(failures, 6));
                if (isClosing(Duration.ofMillis(wait))) return;
            }
        }
    }

    private boolean isClosing(Duration within) {
        try {
            return closing.await(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
