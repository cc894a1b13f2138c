package reload.learn.adapter;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Learns all malls' models, one kind after the other, once a day (some once an hour) and when asked. One training at a
/// time, on a thread that others go before.
public final class Training implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Training.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int DAY = 24;

    private final List<Course> courses;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Progress progress = new Progress(Phase.NEVER, null, 0, 0, 0, null);

    public Training(List<Course> courses) {
        this.courses = List.copyOf(courses);
    }

    public enum Phase {
        NEVER,
        READING,
        LEARNING,
        DONE,
        FAILED
    }

    /// How far the training is.
    ///
    /// @param kind of the models being learnt, or learnt last
    /// @param entries of the log read so far
    /// @param malls learnt so far, counted for each kind
    /// @param better of them with a better model than before
    /// @param failure why a kind could not be learnt; the others were
    public record Progress(
            Phase phase,
            @Nullable String kind,
            long entries,
            int malls,
            int better,
            @Nullable String failure) {
        Progress in(Phase now) {
            return new Progress(now, kind, entries, malls, better, failure);
        }
    }

    public Progress progress() {
        return progress;
    }

    /// Trains by the hour and the day from now on.
    public Training start() {
        thread("train", this::hourly);
        return this;
    }

    private void hourly() {
        try {
            for (int hour = 1; !closing.await(HOUR.toMillis(), TimeUnit.MILLISECONDS); hour++)
                train(
                        hour % DAY == 0
                                ? courses
                                : courses.stream().filter(Course::isHourly).toList());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Begins to train all malls; [#progress] says how far it is.
    public Progress begin() {
        Progress begun = new Progress(Phase.READING, null, 0, 0, 0, null);
        progress = begun;
        thread("train-on-request", this::train);
        return begun;
    }

    private static void thread(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).priority(Thread.MIN_PRIORITY).start(work);
    }

    /// Trains all malls. Blocks; a second caller waits and trains again.
    public Progress train() {
        return train(courses);
    }

    private synchronized Progress train(List<Course> some) {
        progress = new Progress(Phase.READING, null, 0, 0, 0, null);
        for (Course course : some) {
            progress = new Progress(
                    Phase.READING, course.kind(), progress.entries, progress.malls, progress.better, progress.failure);
            try {
                course.learn(new Told());
            } catch (Exception e) {
                if (e instanceof InterruptedException) Thread.currentThread().interrupt();
                LOG.warn("models not trained, those at work stay kind={} reason={}", course.kind(), e.toString());
                progress = new Progress(
                        progress.phase,
                        course.kind(),
                        progress.entries,
                        progress.malls,
                        progress.better,
                        course.kind() + ": " + e.getMessage());
            }
        }
        progress = progress.in(progress.failure == null ? Phase.DONE : Phase.FAILED);
        LOG.info("models trained entries={} malls={} better={}", progress.entries, progress.malls, progress.better);
        return progress;
    }

    private final class Told implements Course.Watcher {
        @Override
        public void read(long entries) {
            progress = new Progress(
                    Phase.READING, progress.kind, entries, progress.malls, progress.better, progress.failure);
        }

        @Override
        public void learnt(boolean better) {
            progress = new Progress(
                    Phase.LEARNING,
                    progress.kind,
                    progress.entries,
                    progress.malls + 1,
                    progress.better + (better ? 1 : 0),
                    progress.failure);
        }
    }

    /// Ends the daily training; one that is under way may end with the process.
    @Override
    public void close() {
        closing.countDown();
    }
}
