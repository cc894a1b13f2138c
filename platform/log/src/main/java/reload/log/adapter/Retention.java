package reload.log.adapter;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.log.LogUnavailable;

/// Drops the days of the log that are older than they are to be kept, once an hour. What was folded from them stays; a
/// replay starts after them.
public final class Retention implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Thread thread;

    /// What else is kept as long as the log.
    public interface Kept {
        void dropBefore(LocalDate day);
    }

    private Retention(PostgresLog log, int days, Clock clock, Kept beside) {
        thread = Thread.ofVirtual().name("log-retention").unstarted(() -> {
            try {
                while (true) {
                    LocalDate before = clock.instant()
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDate()
                            .minusDays(days);
                    drop(log, before);
                    beside.dropBefore(before);
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException e) {
                LOG.debug("log retention ends");
            }
        });
    }

    private static void drop(PostgresLog log, LocalDate before) {
        try {
            int dropped = log.dropBefore(before);
            if (dropped > 0) LOG.info("log days dropped before={} count={}", before, dropped);
        } catch (LogUnavailable e) {
            LOG.debug("log retention waits for its next turn", e);
        }
    }

    /// @param days how many whole days are kept beside today, 2 or more: within 48 hours an event may still be repeated
    /// @param beside dropped with it
    public static Retention start(PostgresLog log, int days, Clock clock, Kept beside) {
        if (days < 2) throw new IllegalArgumentException("the log keeps 2 days or more, not " + days);
        var retention = new Retention(log, days, clock, beside);
        retention.thread.start();
        return retention;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
