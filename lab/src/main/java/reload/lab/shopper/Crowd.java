package reload.lab.shopper;

import static reload.lab.shopper.World.DAY;
import static reload.lab.shopper.World.HOUR;
import static reload.lab.shopper.World.MINUTE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Product;

/// All shoppers of one simulated mall, in the order in which something happens next.
///
/// Thread-safe as a queue: each shopper is with one thread at a time, between [#next] and [#done].
public final class Crowd {
    private final Goods goods;
    private final List<Shopper> shoppers = new ArrayList<>();
    private final java.util.PriorityQueue<Turn> queue =
            new java.util.PriorityQueue<>((a, b) -> Long.compare(a.at(), b.at()));
    private int away;
    private boolean stopped;

    /// A shopper whose next act is due.
    public record Turn(long at, int shopper) {}

    public Crowd(World world, MallServer server) {
        // Mixed first: seeds a multiple of the generator's own step apart would give the same draws, only shifted.
        long mixed = new SplittableRandom(world.seed()).nextLong();
        SplittableRandom random = new SplittableRandom(mixed ^ world.mall().hashCode());
        goods = new Goods(world.origin(), world.currency(), random.split());
        Rhythm rhythm = new Rhythm(world);
        long end = world.start() + world.days() * DAY;
        Habits habits = Habits.draw(new SplittableRandom(mixed));
        int left = world.visits();
        while (left > 0) {
            List<Long> arrivals = arrivals(rhythm, end, left, random);
            left -= arrivals.size();
            shoppers.add(new Shopper(world, goods, habits, server, shoppers.size() + 1, arrivals, random.split()));
        }
        for (int i = 0; i < shoppers.size(); i++) enqueue(i);
    }

    /// Two in five come back: later the same day, or after some days.
    private static List<Long> arrivals(Rhythm rhythm, long end, int most, SplittableRandom random) {
        List<Long> arrivals = new ArrayList<>();
        long at = rhythm.draw(random);
        while (at < end && arrivals.size() < most) {
            arrivals.add(at);
            if (!Chance.happens(0.4, random)) break;
            at += Chance.happens(0.35, random)
                    ? 45 * MINUTE + Math.round(random.nextExponential() * 4 * HOUR)
                    : 3 * HOUR + Math.round(random.nextExponential() * 4 * DAY);
        }
        return arrivals;
    }

    /// Waits for the next shopper to act.
    ///
    /// @return null where all lives are over
    public synchronized @Nullable Turn next() throws InterruptedException {
        while (queue.isEmpty() && away > 0 && !stopped) wait();
        if (stopped) return null;
        Turn turn = queue.poll();
        if (turn != null) away++;
        return turn;
    }

    /// Lives the turn and puts the shopper back in line.
    public void live(Turn turn) {
        shoppers.get(turn.shopper()).act();
        done(turn);
    }

    /// No more turns are given.
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private synchronized void done(Turn turn) {
        away--;
        enqueue(turn.shopper());
        notifyAll();
    }

    private void enqueue(int shopper) {
        long at = shoppers.get(shopper).nextAt();
        if (at != Long.MAX_VALUE) queue.add(new Turn(at, shopper));
    }

    /// Lives all lives in one thread, in the order of virtual time.
    public Truth live() {
        try {
            for (Turn turn = next(); turn != null; turn = next()) live(turn);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody waits in one thread", e);
        }
        return truth();
    }

    /// What happened so far, known up to the latest receipt.
    public Truth truth() {
        long asOf = 0;
        for (Shopper shopper : shoppers) asOf = Math.max(asOf, shopper.latestReceipt());
        Truth sum = Truth.NOTHING;
        for (Shopper shopper : shoppers) sum = sum.plus(shopper.truth(asOf));
        return sum;
    }

    /// When visits ended, by the page view they ended on, milliseconds since 1970.
    public Map<UUID, Long> leavings() {
        Map<UUID, Long> leavings = new HashMap<>();
        for (Shopper shopper : shoppers) leavings.putAll(shopper.leavings());
        return leavings;
    }

    /// What the mall sells.
    public List<Product> goods() {
        return goods.all();
    }
}
