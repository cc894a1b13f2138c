package reload.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.learn.trees.Examples;
import reload.recommend.Query.View;

/// A mall's last sessions played again: what would have been recommended at each view by what was known
/// shortly before, against what the shopper viewed next. It chooses the preset, makes the examples trees are
/// trained on, and judges what came of it on sessions that took no part in either.
public final class Rehearsal {
    /// Of a mall's sessions this many, the last ones, are played again at most.
    private static final int MOST = 24_000;
    /// Of those played again, the last ones only judge.
    private static final double JUDGING = 0.15;
    /// In so many parts: what each was asked of knows all parts before it, as a living mall would.
    private static final int PARTS = 8;
    /// Moments looked at to choose a preset.
    private static final int CHOOSING = 6_000;
    /// What one moment's examples take.
    public static final int BYTES_A_MOMENT = PastRecommender.RANKED * Features.NAMES.size() * Float.BYTES;
    /// A hit counts within so many places.
    static final int PLACES = 20;

    private final View view;
    private final List<Moment> learning = new ArrayList<>();
    private final List<Moment> judging = new ArrayList<>();

    /// One view of a session.
    ///
    /// @param before what was known
    /// @param viewed what is known of the session, newest first; at least one product
    /// @param seen all products of the session so far
    /// @param next what was viewed next, or -1 where it was not known before
    /// @param weight how much it counts: 1, 3 where it was put in the cart, 6 where it was ordered
    private record Moment(Past before, int[] viewed, int[] seen, int next, int weight) {}

    private Rehearsal(View view) {
        this.view = view;
    }

    /// Learns four fifths of what the learner remembers anew, or all but the last 24,000 sessions, and plays the rest.
    public static Rehearsal of(Learner learner, View view) {
        var sessions = learner.sessions();
        int played = Math.min(MOST, sessions.size() / 5);
        int from = sessions.size() - played;
        int judged = sessions.size() - (int) (played * JUDGING);
        var again = learner.beginning();
        for (var session : sessions.subList(0, from)) again.learn(session);
        var rehearsal = new Rehearsal(view);
        for (int part = 0; part < PARTS; part++) {
            var before = again.past();
            int end = from + played * (part + 1) / PARTS;
            for (int i = from + played * part / PARTS; i < end; i++) {
                rehearsal.add(before, sessions.get(i), i < judged ? rehearsal.learning : rehearsal.judging);
                again.learn(sessions.get(i));
            }
        }
        return rehearsal;
    }

    private void add(Past before, PastSession session, List<Moment> moments) {
        for (int length = 1; length < session.views().size(); length++) {
            var next = session.views().get(length);
            var newestFirst = session.newestFirst(length);
            if (view == View.NEW_ONLY && newestFirst.contains(next.product())) continue;
            int[] viewed = before.viewed(newestFirst);
            if (viewed.length == 0) continue;
            int[] seen = newestFirst.stream()
                    .mapToInt(before::number)
                    .filter(number -> number >= 0)
                    .toArray();
            moments.add(new Moment(before, viewed, seen, before.number(next.product()), next.weight()));
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

    /// How many moments only judge.
    public int judged() {
        return judging.size();
    }

    public View view() {
        return view;
    }

    /// What trees learn from: for every moment whose next product is among the candidates, all of them, that one with
    /// label 1. Null where there is no such moment.
    ///
    /// @param most moments looked at, evenly spread over all
    public @Nullable Examples examples(Preset preset, int most) {
        int looked = Math.min(most, learning.size());
        int candidatesAtMost = looked * PastRecommender.RANKED;
        var rows = new Floats(candidatesAtMost * Features.NAMES.size());
        var labels = new Floats(candidatesAtMost);
        var weights = new Floats(candidatesAtMost);
        var groups = new ArrayList<Integer>();
        for (int i = 0; i < looked; i++) {
            var moment = learning.get((int) ((long) i * learning.size() / looked));
            var evidence = gathered(moment, preset);
            int[] candidates = evidence.best(PastRecommender.RANKED);
            if (indexOf(candidates, moment.next()) >= 0) {
                rows.add(Features.of(moment.before(), evidence, moment.viewed(), candidates));
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
        int[] best = PastRecommender.rank(moment.before(), model.trees(), moment.viewed(), evidence, PLACES);
        evidence.clear();
        int index = indexOf(best, moment.next());
        return index + 1;
    }

    private Evidence gathered(Moment moment, Preset preset) {
        var evidence = Evidence.of(moment.before().itemCount());
        PastRecommender.gather(moment.before(), preset, moment.viewed(), evidence);
        if (view == View.NEW_ONLY) for (int product : moment.seen()) evidence.bar(product);
        return evidence;
    }

    private static int indexOf(int[] products, int product) {
        for (int i = 0; i < products.length; i++) if (products[i] == product) return i;
        return -1;
    }

    /// Room for numbers, of which some may stay free.
    private static final class Floats {
        private final float[] values;
        private int size;

        Floats(int most) {
            values = new float[most];
        }

        void add(float... more) {
            System.arraycopy(more, 0, values, size, more.length);
            size += more.length;
        }

        float[] all() {
            return Arrays.copyOf(values, size);
        }
    }
}
