package reload.bench.recommend;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import reload.event.VisitorId;
import reload.recommend.Interest;
import reload.recommend.Learner;
import reload.recommend.Limits;
import reload.recommend.Observation;
import reload.recommend.Query;
import reload.recommend.RankingModel;
import reload.recommend.Recommender;

/// `./reload bench malls [MALLS] [SESSIONS]`
///
/// Many ordinary malls in one process, 1,000 products each: how much memory a mall takes, how long it takes
/// to learn and to read what was learnt, and how long a query takes when each goes to another mall, as it
/// does on a shared machine. Shoppers walk among near products; the popular ones are met more often.
public final class BenchMalls {
    private static final int PRODUCTS = 1_000;
    private static final int QUERIES = 20_000;

    private BenchMalls() {}

    public static void main(String[] arguments) {
        int malls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 370;
        int sessions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        var random = new SplittableRandom(1);
        long before = used();
        long learning = 0;
        long reading = 0;
        long views = 0;
        long written = 0;
        List<Learner> learners = new ArrayList<>();
        List<Recommender> recommenders = new ArrayList<>();
        for (int mall = 0; mall < malls; mall++) {
            var observations = observations(sessions, random);
            views += observations.size();
            long started = System.nanoTime();
            var learner = new Learner();
            observations.forEach(learner::observe);
            learning += System.nanoTime() - started;
            byte[] bytes = learner.toBytes();
            written += bytes.length;
            started = System.nanoTime();
            var read = Learner.fromBytes(bytes, Limits.DEFAULT);
            reading += System.nanoTime() - started;
            learners.add(read);
            recommenders.add(read.snapshot(RankingModel.UNTRAINED));
        }
        long heap = used() - before;
        long[] nanos = new long[QUERIES];
        for (int pass = 0; pass < 2; pass++) { // the first warms up
            for (int i = 0; i < QUERIES; i++) {
                var query = Query.goesWith(products(1 + random.nextInt(4), random), null, Set.of(), 20);
                var recommender = recommenders.get(random.nextInt(malls));
                long started = System.nanoTime();
                recommender.recommend(query);
                nanos[i] = System.nanoTime() - started;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%,d malls of %,d products, %,d sessions each (%,d views in all)%n"
                        + "heap %.0f MB, %.2f MB a mall; kept bytes %.0f MB%n"
                        + "learnt in %.1f s (%.2f M views/s), read in %.1f s%n"
                        + "query p50 %.3f ms, p99 %.3f ms, each of another mall%n",
                learners.size(),
                PRODUCTS,
                sessions,
                views,
                heap / 1e6,
                heap / 1e6 / malls,
                written / 1e6,
                learning / 1e9,
                views * 1e3 / learning,
                reading / 1e9,
                nanos[QUERIES / 2] / 1e6,
                nanos[QUERIES / 100 * 99] / 1e6);
    }

    private static List<Observation> observations(int sessions, SplittableRandom random) {
        var observations = new ArrayList<Observation>();
        for (int session = 0; session < sessions; session++) {
            byte[] bytes = ByteBuffer.allocate(16).putLong(8, session).array();
            var visitor = new VisitorId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            long at = session * 90_000L;
            for (String product : products(2 + random.nextInt(6), random))
                observations.add(new Observation(visitor, observations.size(), product, Interest.VIEWED, at += 1_000));
        }
        return observations;
    }

    private static List<String> products(int length, SplittableRandom random) {
        var products = new ArrayList<String>(length);
        int at = (int) (PRODUCTS * Math.pow(random.nextDouble(), 2));
        for (int i = 0; i < length; i++) {
            products.add("p-" + at);
            at = Math.floorMod(at + random.nextInt(41) - 20, PRODUCTS);
        }
        return products;
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
