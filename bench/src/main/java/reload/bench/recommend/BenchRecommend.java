package reload.bench.recommend;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reload.event.VisitorId;
import reload.recommend.Learner;
import reload.recommend.Limits;
import reload.recommend.Observation;
import reload.recommend.Query;
import reload.recommend.Query.View;
import reload.recommend.RankingModel;
import reload.recommend.Recommended;
import reload.recommend.Recommender;
import reload.recommend.Rehearsal;
import reload.recommend.adapter.RankerTraining;

/// `./reload bench recommend --train F --test F --out P [--view literature|new-only] [--json]`
///
/// Learns the training sessions in their order and trains on the last of them, then walks each test session:
/// with its first p products known, predicts the next. Writes one line a test prefix (session, p, then 20
/// products, or 30 for `new-only`), and prints load time, and for ours and each control hits at 20 and time
/// per prefix, with how much better ours surely is.
public final class BenchRecommend {
    /// A data set says itself where a session ends, so no pause inside one may end it.
    private static final Limits LIMITS = withGap(Duration.ofDays(3_650));

    private static final int THREADS = 2;

    private BenchRecommend() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options;
        try {
            options = options(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println("usage: bench recommend --train FILE --test FILE --out FILE"
                    + " [--view literature|new-only] [--json]");
            System.exit(2);
            return;
        }
        var view = "new-only".equals(options.get("view")) ? View.NEW_ONLY : View.ALL;
        var train = RecordedSession.read(Path.of(options.getOrDefault("train", "")));
        var test = RecordedSession.read(Path.of(options.getOrDefault("test", "")));
        boolean json = options.containsKey("json");

        long started = System.nanoTime();
        var learner = learn(train);
        double loadMs = (System.nanoTime() - started) / 1e6;
        started = System.nanoTime();
        var trained = RankerTraining.train(Rehearsal.of(learner, view), Integer.MAX_VALUE, THREADS);
        double trainMs = (System.nanoTime() - started) / 1e6;

        var model = trained.model();
        var index = new SessionIndex(train);
        var methods = new LinkedHashMap<String, Ranked>();
        methods.put("popularity", ranked(learner.snapshot(model), view, true));
        methods.put("VMIS-kNN", SessionKnn.vmis(index));
        methods.put("VS-kNN", SessionKnn.vs(index));
        methods.put("untrained", ranked(learner.snapshot(new RankingModel(model.preset(), view, null)), view, false));
        methods.put("ours", ranked(learner.snapshot(model), view, false));
        var walks = new LinkedHashMap<String, Walk>();
        try (var out = Files.newBufferedWriter(Path.of(options.getOrDefault("out", "")))) {
            for (var method : methods.entrySet()) {
                Walk.of(method.getValue(), test, view, (_, _, _) -> {}); // warms up
                Walk.Line line = method.getKey().equals("ours") ? lines(out) : (_, _, _) -> {};
                walks.put(method.getKey(), Walk.of(method.getValue(), test, view, line));
            }
        }
        String name = view == View.ALL ? "literature" : "new-only";
        print(name, train.size(), loadMs, trainMs, trained, walks, json);
    }

    private static void print(
            String view,
            int sessions,
            double loadMs,
            double trainMs,
            RankerTraining.Trained trained,
            Map<String, Walk> walks,
            boolean json) {
        Walk ours = walks.get("ours");
        if (ours == null) throw new IllegalStateException("ours was not asked");
        String trees = trained.model().trees() == null
                ? "none"
                : trained.model().trees().size() + "";
        if (json) {
            System.out.printf(
                    Locale.ROOT,
                    "{\"view\":\"%s\",\"trainSessions\":%d,\"loadMs\":%.0f,\"trainMs\":%.0f,\"preset\":\"%s\","
                            + "\"trees\":\"%s\",\"methods\":{%s}}%n",
                    view,
                    sessions,
                    loadMs,
                    trainMs,
                    trained.model().preset(),
                    trees,
                    walks.entrySet().stream()
                            .map(walk -> "\"" + walk.getKey() + "\":"
                                    + walk.getValue().json(ours))
                            .collect(Collectors.joining(",")));
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "learnt %,d sessions in %.0f ms, trained in %.0f ms (%,d moments; preset %s, trees %s)%n",
                sessions,
                loadMs,
                trainMs,
                trained.moments(),
                trained.model().preset(),
                trees);
        System.out.printf(Locale.ROOT, "%,d prefixes, view %s%n", ours.prefixes(), view);
        System.out.println("              HR@20   MRR@20   p50 ms   p99 ms   ours surely above: HR, MRR");
        walks.forEach((name, walk) -> System.out.printf("%-12s  %s%n", name, walk.text(ours)));
    }

    static Learner learn(List<RecordedSession> train) {
        var learner = new Learner(LIMITS);
        long event = 0;
        long number = 0;
        for (var session : train) {
            var visitor = visitor(number++);
            for (var sign : session.signs())
                learner.observe(new Observation(visitor, event++, sign.product(), sign.interest(), sign.at()));
        }
        return learner;
    }

    private static Ranked ranked(Recommender recommender, View view, boolean popular) {
        return (newestFirst, barred, size) -> {
            List<String> session = popular ? List.of() : newestFirst;
            Set<String> exclude = popular ? barred : Set.of();
            return recommender.recommend(new Query(session, null, exclude, view, size)).stream()
                    .map(Recommended::product)
                    .toList();
        };
    }

    private static Walk.Line lines(BufferedWriter out) {
        return (session, position, answer) -> {
            try {
                out.write(session + '\t' + position + '\t' + String.join("\t", answer) + '\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static VisitorId visitor(long number) {
        byte[] bytes = ByteBuffer.allocate(16).putLong(8, number).array();
        return new VisitorId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static Limits withGap(Duration gap) {
        var usual = Limits.DEFAULT;
        return new Limits(
                usual.products(),
                usual.sessions(),
                usual.sessionLength(),
                usual.compared(),
                usual.followers(),
                usual.categories(),
                usual.ranked(),
                1_000,
                gap);
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        var known = Set.of("--train", "--test", "--out", "--view");
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--json")) options.put("json", "true");
            else if (!known.contains(arguments[i])) throw new IllegalArgumentException("unknown: " + arguments[i]);
            else if (i + 1 == arguments.length) throw new IllegalArgumentException(arguments[i] + " needs a value");
            else options.put(arguments[i].substring(2), arguments[++i]);
        }
        for (String needed : List.of("train", "test", "out"))
            if (!options.containsKey(needed)) throw new IllegalArgumentException("--" + needed + " is missing");
        if (!Arrays.asList("literature", "new-only").contains(options.getOrDefault("view", "literature")))
            throw new IllegalArgumentException("--view is literature or new-only");
        return options;
    }
}
