package reload.recommend;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import reload.event.VisitorId;

/// Shoppers of a small mall, in the words of the tests.
final class Shoppers {
    static final long NOON = Duration.ofDays(20_000).toMillis();
    static final long MINUTE = 60_000;
    static final long DAY = Duration.ofDays(1).toMillis();

    private Shoppers() {}

    static VisitorId visitor(long number) {
        return new VisitorId(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(16).putLong(8, number).array()));
    }

    static Observation viewed(long visitor, String product, long at) {
        return observed(visitor, product, Interest.VIEWED, at);
    }

    static Observation observed(long visitor, String product, Interest interest, long at) {
        return new Observation(visitor(visitor), at * 31 + interest.ordinal(), product, interest, at);
    }

    /// A session with a minute between views.
    static void session(Learner learner, long visitor, long at, String... products) {
        for (int i = 0; i < products.length; i++) learner.observe(viewed(visitor, products[i], at + i * MINUTE));
    }

    static List<String> products(List<Recommended> answer) {
        return answer.stream().map(Recommended::product).toList();
    }

    static List<String> goesWith(Recommender recommender, String... newestFirst) {
        return products(recommender.recommend(Query.goesWith(List.of(newestFirst), null, Set.of(), 5)));
    }

    static List<String> popular(Recommender recommender, int size) {
        return products(recommender.recommend(Query.popular(null, Set.of(), size)));
    }

    /// A random history: some visitors at a time, some taste per visitor, time going on.
    static List<Observation> history(long seed, int length) {
        var random = new SplittableRandom(seed);
        var history = new ArrayList<Observation>(length);
        long at = NOON;
        for (int i = 0; i < length; i++) {
            long visitor = random.nextInt(12);
            int taste = (int) (visitor % 3) * 10;
            String product = "p-" + (taste + random.nextInt(12));
            var interest = Interest.values()[random.nextInt(10) < 8 ? 0 : random.nextInt(3)];
            at += random.nextInt(20) == 0 ? random.nextLong(40 * MINUTE) : random.nextLong(MINUTE);
            long late = random.nextInt(10) == 0 ? random.nextLong(5 * MINUTE) : 0;
            long event = random.nextInt(15) == 0 && !history.isEmpty()
                    ? history.getLast().event()
                    : i;
            history.add(new Observation(visitor(visitor), event, product, interest, at - late));
        }
        return history;
    }

    /// Answers to many questions: equal lists mean recommenders that nobody can tell apart.
    static List<List<Recommended>> everyAnswer(Recommender recommender, long seed) {
        var random = new SplittableRandom(seed);
        var answers = new ArrayList<List<Recommended>>();
        for (int i = 0; i < 40; i++) {
            var session = new ArrayList<String>();
            for (int j = random.nextInt(5); j > 0; j--) session.add("p-" + random.nextInt(34));
            var view = Query.View.values()[random.nextInt(2)];
            String category = random.nextBoolean() ? "c-" + random.nextInt(4) : null;
            answers.add(recommender.recommend(
                    new Query(session, category, Set.of("p-" + random.nextInt(34)), view, 1 + random.nextInt(20))));
        }
        return answers;
    }
}
