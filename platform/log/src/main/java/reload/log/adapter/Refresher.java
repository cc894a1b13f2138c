package reload.log.adapter;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads anew, on a thread of its own, what other processes may have changed. While that fails, what was read last
/// stands.
public final class Refresher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);

    public interface Reading {
        void refresh() throws Exception;
    }

    private final String name;
    private final Duration every;
    private final Reading reading;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private Refresher(String name, Duration every, Reading reading) {
        this.name = name;
        this.every = every;
        this.reading = reading;
        thread = Thread.ofPlatform().name("refresh-" + name).daemon().unstarted(this::run);
    }

    /// @param name of what is read, for the thread and in what is logged
    /// @param every how long to wait between two readings
    public static Refresher start(String name, Duration every, Reading reading) {
        Refresher refresher = new Refresher(name, every, reading);
        refresher.thread.start();
        return refresher;
    }

    /// Waits until the reading that is under way is done.
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean failed = false;
        try {
            while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    reading.refresh();
                    if (failed) LOG.info("read again name={}", name);
                    failed = false;
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    // Trouble warns once.
                    if (!failed) LOG.warn("not read, the last reading stands name={} reason={}", name, e.toString());
                    failed = true;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
