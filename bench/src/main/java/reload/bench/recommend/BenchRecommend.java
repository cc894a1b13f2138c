package reload.bench.recommend;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reload.event.VisitorId;
import reload.recommend.Learner;
import reload.recommend.Limits;
import reload.recommend.Observation;
import reload.recommend.Query;
import reload.recommend.Query.View;
import reload.recommend.Recommended;
import reload.recommend.Recommender;
import reload.recommend.Tuning;

/// `./reload bench recommend --train F --test F --out P [--view literature|new-only] [--json]`
///
/// Learns the training sessions in their order, then walks each test session: with its first p products known, predicts
/// the next. Writes one line a test prefix (session, p, then 20 products, or 30 for `new-only`), and prints load time,
/// time per prefix, and hits at 20 beside those of plain popularity.
public final class BenchRecommend {
    private static final int SCORED = 20;
    /// A data set says itself where a session ends, so no pause inside one may end it.
    private static final Limits LIMITS = withGap(Duration.ofDays(3_650));

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

        long started = System.nanoTime();
        var recommender = learn(train);
        double loadMs = (System.nanoTime() - started) / 1e6;

        Recommender popular = query ->
                recommender.recommend(new Query(List.of(), null, exclusion(query), query.view(), query.size()));
        walk(recommender, test, view, null);
        var control = walk(popular, test, view, null);
        Result result;
        try (var out = Files.newBufferedWriter(Path.of(options.getOrDefault("out", "")))) {
            result = walk(recommender, test, view, out);
        }
        if (options.containsKey("json")) {
            System.out.printf(
                    Locale.ROOT,
                    "{\"view\":\"%s\",\"trainSessions\":%d,\"loadMs\":%.0f,\"recommender\":%s,\"popularity\":%s}%n",
                    view == View.ALL ? "literature" : "new-only",
                    train.size(),
                    loadMs,
                    result.json(),
                    control.json());
        } else {
            System.out.printf(
                    Locale.ROOT,
                    "learnt %,d sessions in %.0f ms; %,d prefixes, view %s%n",
                    train.size(),
                    loadMs,
                    result.prefixes,
                    view == View.ALL ? "literature" : "new-only");
            System.out.println("              HR@20   MRR@20   p50 ms   p99 ms");
            System.out.println("recommender  " + result.text());
            System.out.println("popularity   " + control.text());
        }
    }

    static Recommender learn(List<RecordedSession> train) {
        var learner = new Learner(LIMITS, Tuning.DEFAULT);
        long event = 0;
        long number = 0;
        for (var session : train) {
            var visitor = visitor(number++);
            for (var sign : session.signs())
                learner.observe(new Observation(visitor, event++, sign.product(), sign.interest(), sign.at()));
        }
        return learner.snapshot();
    }

    /// What one walk over all test prefixes gave.
    record Result(int prefixes, double hitRate, double reciprocalRank, double msP50, double msP99) {
        String text() {
            return String.format(Locale.ROOT, "%.4f   %.4f   %.4f   %.4f", hitRate, reciprocalRank, msP50, msP99);
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"prefixes\":%d,\"hr20\":%.4f,\"mrr20\":%.4f,\"msP50\":%.4f,\"msP99\":%.4f}",
                    prefixes,
                    hitRate,
                    reciprocalRank,
                    msP50,
                    msP99);
        }
    }

    static Result walk(Recommender recommender, List<RecordedSession> test, View view, @Nullable BufferedWriter out)
            throws IOException {
        int size = view == View.ALL ? SCORED : 30;
        var nanos = new ArrayList<Long>();
        int scored = 0;
        int hits = 0;
        double reciprocal = 0;
        for (var session : test) {
            var newestFirst = new ArrayList<String>();
            for (int p = 1; p < session.signs().size(); p++) {
                newestFirst.addFirst(session.signs().get(p - 1).product());
                var query = new Query(newestFirst, null, Set.of(), view, size);
                long before = System.nanoTime();
                var answer = recommender.recommend(query);
                nanos.add(System.nanoTime() - before);
                if (out != null) write(out, session.id(), p, answer);
                String target = session.signs().get(p).product();
                if (view == View.NEW_ONLY && newestFirst.contains(target)) continue;
                scored++;
                int rank = rank(answer, target);
                if (rank > 0) {
                    hits++;
                    reciprocal += 1.0 / rank;
                }
            }
        }
        long[] sorted = nanos.stream().mapToLong(n -> n).sorted().toArray();
        return new Result(
                scored,
                hits / (double) Math.max(1, scored),
                reciprocal / Math.max(1, scored),
                quantileMs(sorted, 0.5),
                quantileMs(sorted, 0.99));
    }

    private static Set<String> exclusion(Query query) {
        var exclude = new HashSet<>(query.exclude());
        if (query.view() == View.NEW_ONLY) exclude.addAll(query.session());
        return exclude;
    }

    private static void write(BufferedWriter out, String session, int position, List<Recommended> answer)
            throws IOException {
        out.write(session);
        out.write('\t');
        out.write(Integer.toString(position));
        for (var recommended : answer) {
            out.write('\t');
            out.write(recommended.product());
        }
        out.write('\n');
    }

    private static int rank(List<Recommended> answer, String target) {
        for (int i = 0; i < Math.min(SCORED, answer.size()); i++)
            if (answer.get(i).product().equals(target)) return i + 1;
        return 0;
    }

    private static double quantileMs(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
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
