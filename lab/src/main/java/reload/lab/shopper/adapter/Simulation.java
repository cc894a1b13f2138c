package reload.lab.shopper.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reload.lab.shopper.Crowd;
import reload.lab.shopper.Truth;
import reload.lab.shopper.World;

/// One simulated mall lived against the real server: many shoppers at a time, each in the order of their own
/// life, all roughly in the order of virtual time.
public final class Simulation {
    private static final long SAY_EVERY_NANOS = 2_000_000_000L;

    private final World world;
    private final HttpMall server;
    private final Consumer<String> progress;
    private final Crowd crowd;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final long started = System.nanoTime();
    private long lastSaid = started;

    /// @param progress told one line now and then
    public Simulation(World world, HttpMall server, Consumer<String> progress) {
        this.world = world;
        this.server = server;
        this.progress = progress;
        crowd = new Crowd(world, server);
    }

    /// @param atOnce how many shoppers act at the same time
    /// @throws RuntimeException the first failure that a shopper met, such as a refusal
    public Truth live(int atOnce) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) threads.add(Thread.ofVirtual().start(this::live));
        for (Thread thread : threads) thread.join();
        RuntimeException failed = failure.get();
        if (failed != null) throw failed;
        say("done");
        return crowd.truth();
    }

    private void live() {
        try {
            for (Crowd.Turn turn = crowd.next(); turn != null; turn = crowd.next()) {
                reached(turn.at());
                crowd.live(turn);
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            crowd.stop();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void reached(long virtual) {
        if (System.nanoTime() - lastSaid < SAY_EVERY_NANOS) return;
        lastSaid = System.nanoTime();
        say(Math.clamp(100 * (virtual - world.start()) / (world.days() * 86_400_000L), 0, 100) + " %");
    }

    private void say(String what) {
        long seconds = (System.nanoTime() - started) / 1_000_000_000L;
        progress.accept("%s: %s, %d requests in %d s, %d repeated"
                .formatted(world.mall(), what, server.requests(), seconds, server.repeats()));
    }
}
