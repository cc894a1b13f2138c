package reload.bench.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import reload.recommend.Query.View;

/// What came of asking one method at every prefix of every test session.
///
/// @param ranks by test session, the place of each scored prefix's target: from 1, or 0 beyond 20
/// @param nanos by prefix, ascending
record Walk(int[][] ranks, long[] nanos) {
    static final int SCORED = 20;

    /// Told every answer.
    interface Line {
        void take(String session, int position, List<String> answer);
    }

    /// With the first p products known, asks for the next. In the view of new goods, seen ones are barred and prefixes
    /// whose target was seen are not scored.
    static Walk of(Ranked method, List<RecordedSession> test, View view, Line line) {
        int size = view == View.ALL ? SCORED : 30;
        int[][] ranks = new int[test.size()][];
        long[] nanos = new long
                [test.stream().mapToInt(s -> Math.max(0, s.signs().size() - 1)).sum()];
        int asked = 0;
        for (int s = 0; s < ranks.length; s++) {
            var session = test.get(s);
            var newestFirst = new ArrayList<String>();
            int[] places = new int[session.signs().size()];
            int scored = 0;
            for (int p = 1; p < session.signs().size(); p++) {
                newestFirst.addFirst(session.signs().get(p - 1).product());
                var barred = view == View.ALL ? Set.<String>of() : Set.copyOf(newestFirst);
                long before = System.nanoTime();
                var answer = method.rank(newestFirst, barred, size);
                nanos[asked++] = System.nanoTime() - before;
                line.take(session.id(), p, answer);
                String target = session.signs().get(p).product();
                if (view == View.ALL || !barred.contains(target)) places[scored++] = place(answer, target);
            }
            ranks[s] = Arrays.copyOf(places, scored);
        }
        Arrays.sort(nanos);
        return new Walk(ranks, nanos);
    }

    private static int place(List<String> answer, String target) {
        int place = answer.indexOf(target) + 1;
        return place > SCORED ? 0 : place;
    }

    int prefixes() {
        int sum = 0;
        for (int[] session : ranks) sum += session.length;
        return sum;
    }

    double hitRate() {
        return sum(true) / Math.max(1, prefixes());
    }

    double meanReciprocalRank() {
        return sum(false) / Math.max(1, prefixes());
    }

    private double sum(boolean hits) {
        double sum = 0;
        for (int session = 0; session < ranks.length; session++) sum += sum(session, hits);
        return sum;
    }

    private double sum(int session, boolean hits) {
        double sum = 0;
        for (int rank : ranks[session]) if (rank > 0) sum += hits ? 1 : 1.0 / rank;
        return sum;
    }

    double msAt(double quantile) {
        return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, quantile * nanos.length)] / 1e6;
    }

    /// By how much this method is better, at least: the 2.5 % point over 1,000 draws of whole test sessions, the same
    /// ones for both.
    ///
    /// @param hits whether of HR@20, else of MRR@20
    double surelyAbove(Walk other, boolean hits) {
        double[] apart = new double[ranks.length];
        for (int s = 0; s < apart.length; s++) apart[s] = sum(s, hits) - other.sum(s, hits);
        var random = new SplittableRandom(20);
        double[] means = new double[1_000];
        for (int draw = 0; draw < means.length; draw++) {
            double sum = 0;
            long prefixes = 0;
            for (int i = 0; i < apart.length; i++) {
                int drawn = random.nextInt(apart.length);
                sum += apart[drawn];
                prefixes += ranks[drawn].length;
            }
            means[draw] = sum / Math.max(1, prefixes);
        }
        Arrays.sort(means);
        return means[means.length / 40];
    }

    String text(Walk best) {
        String apart = best == this
                ? ""
                : String.format(
                        Locale.ROOT, "   %+.4f %+.4f", best.surelyAbove(this, true), best.surelyAbove(this, false));
        return String.format(
                Locale.ROOT,
                "%.4f   %.4f   %.4f   %.4f%s",
                hitRate(),
                meanReciprocalRank(),
                msAt(0.5),
                msAt(0.99),
                apart);
    }

    String json(Walk best) {
        return String.format(
                Locale.ROOT,
                "{\"prefixes\":%d,\"hr20\":%.4f,\"mrr20\":%.4f,\"msP50\":%.4f,\"msP99\":%.4f,"
                        + "\"hr20BelowOurs\":%.4f,\"mrr20BelowOurs\":%.4f}",
                prefixes(),
                hitRate(),
                meanReciprocalRank(),
                msAt(0.5),
                msAt(0.99),
                best.surelyAbove(this, true),
                best.surelyAbove(this, false));
    }
}
