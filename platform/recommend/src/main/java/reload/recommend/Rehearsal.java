package reload.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.learn.trees.Examples;
import reload.recommend.Query.View;

/// A mall's last sessions played again, before what was known when they began: what would have been recommended at each
/// view, against what the shopper viewed next. It chooses the preset, makes the examples trees are trained on, and
/// judges
/// what came of it on sessions that took no part in either.
public final class Rehearsal {
    /// Of a mall's sessions this many, the last ones, are played again at most.
    private static final int MOST = 24_000;
    /// Of those played again, the last ones only judge.
    private static final double JUDGING = 0.15;
    /// Moments looked at to choose a preset.
    private static final int CHOOSING = 6_000;
    /// A hit counts within so many places.
    static final int PLACES = 20;

    private final Past before;
    private final View view;
    private final List<Moment> learning = new ArrayList<>();
    private final List<Moment> judging = new ArrayList<>();

    /// One view of a session.
    ///
    /// @param viewed what is known of the session, newest first; at least one product
    /// @param seen all products of the session so far
    /// @param next what was viewed next, or -1 where it was not known before
    /// @param weight how much it counts: 1, 3 where it was put in the cart, 6 where it was ordered
    private record Moment(int[] viewed, int[] seen, int next, int weight) {}

    private Rehearsal(Past before, View view) {
        this.before = before;
        this.view = view;
    }

    /// Holds back a fifth of what the learner remembers, at most the last 24,000 sessions, and learns the rest anew.
    public static Rehearsal of(Learner learner, View view) {
        var sessions = learner.sessions();
        int from = sessions.size() - Math.min(MOST, sessions.size() / 5);
        var before = learner.beginning();
        for (var session : sessions.subList(0, from)) before.learn(session);
        var rehearsal = new Rehearsal(before.past(), view);
        int judged = sessions.size() - (int) ((sessions.size() - from) * JUDGING);
        for (var session : sessions.subList(from, judged)) rehearsal.add(session, rehearsal.learning);
        for (var session : sessions.subList(judged, sessions.size())) rehearsal.add(session, rehearsal.judging);
        return rehearsal;
    }

    private void add(PastSession session, List<Moment> moments) {
        for (int length = 1; length < session.views().size(); length++) {
            var next = session.views().get(length);
            var newestFirst = session.newestFirst(length);
            if (view == View.NEW_ONLY && newestFirst.contains(next.product())) continue;
            int[] viewed = before.viewed(newestFirst);
            if (viewed.length == 0) continue;
            int[] seen = newestFirst.stream()
                    .mapToInt(before::number)
                    .filter(n -> n >= 0)
                    .toArray();
            moments.add(new Moment(viewed, seen, before.number(next.product()), next.weight()));
        }
    }

    /// How many moments trees can learn from.
    public int moments() {
        return learning.size();
    }

    /// @return the preset with the highest sum of hit rate and mean reciprocal rank at 20 over a sample of the moments;
    /// [RankingModel#UNTRAINED]'s where there are none
    public Preset choose() {
        var best = RankingModel.UNTRAINED.preset();
        double most = 0;
        int every = Math.max(1, learning.size() / CHOOSING);
        for (var preset : Preset.values()) {
            double sum = 0;
            for (int i = 0; i < learning.size(); i += every) {
                int rank = rank(learning.get(i), new RankingModel(preset, view, null));
                if (rank > 0) sum += 1 + 1.0 / rank;
            }
            if (sum > most) {
                most = sum;
                best = preset;
            }
        }
        return best;
    }

    /// What trees learn from: for every moment whose next product is among the candidates, all of them, that one with
    /// label 1. Null where there is no such moment.
    public @Nullable Examples examples(Preset preset) {
        var rows = new Growing();
        var labels = new Growing();
        var weights = new Growing();
        var groups = new ArrayList<Integer>();
        for (var moment : learning) {
            var evidence = gathered(moment, preset);
            int[] candidates = evidence.best(PastRecommender.RANKED);
            if (indexOf(candidates, moment.next()) >= 0) {
                rows.add(Features.of(before, evidence, moment.viewed(), candidates));
                groups.add(candidates.length);
                for (int candidate : candidates) {
                    labels.add(candidate == moment.next() ? 1 : 0);
                    weights.add(moment.weight());
                }
            }
            evidence.clear();
        }
        if (groups.isEmpty()) return null;
        return Examples.of(Features.NAMES.size(), rows.all(), labels.all())
                .weighted(weights.all())
                .grouped(groups.stream().mapToInt(group -> group).toArray());
    }

    /// How well a model does on the sessions nothing was learnt from.
    public Judgement judge(RankingModel model) {
        double[] reciprocal = new double[judging.size()];
        int hits = 0;
        for (int i = 0; i < reciprocal.length; i++) {
            int rank = rank(judging.get(i), model);
            if (rank == 0) continue;
            hits++;
            reciprocal[i] = 1.0 / rank;
        }
        return new Judgement(hits / (double) Math.max(1, reciprocal.length), reciprocal);
    }

    /// @return the place of the next product, from 1 to 20, or 0
    private int rank(Moment moment, RankingModel model) {
        var evidence = gathered(moment, model.preset());
        int[] best = PastRecommender.rank(before, model.trees(), moment.viewed(), evidence, PLACES);
        evidence.clear();
        int index = indexOf(best, moment.next());
        return index + 1;
    }

    private Evidence gathered(Moment moment, Preset preset) {
        var evidence = Evidence.of(before.itemCount());
        PastRecommender.gather(before, preset, moment.viewed(), evidence);
        if (view == View.NEW_ONLY) for (int product : moment.seen()) evidence.bar(product);
        return evidence;
    }

    private static int indexOf(int[] products, int product) {
        for (int i = 0; i < products.length; i++) if (products[i] == product) return i;
        return -1;
    }

    /// Floats, many.
    private static final class Growing {
        private float[] values = new float[1 << 16];
        private int size;

        void add(float... more) {
            if (size + more.length > values.length)
                values = Arrays.copyOf(values, Math.max(size + more.length, values.length * 2));
            System.arraycopy(more, 0, values, size, more.length);
            size += more.length;
        }

        float[] all() {
            return Arrays.copyOf(values, size);
        }
    }
}
