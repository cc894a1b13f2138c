package reload.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reload.event.VisitorId;
import reload.learn.trees.Trees;

/// Recommends from a mall's past: similar sessions and what usually comes next give candidates, trained trees rank the
/// best of them anew, and what is popular fills the places left.
final class PastRecommender implements Recommender {
    /// How many candidates the trees rank.
    static final int RANKED = 60;
    /// What followers of followers weigh: they find candidates where little is known, and move few that are well known.
    private static final float HOPS = 0.05f;
    /// What being ordered together weighs.
    private static final float ORDERED = 0.1f;

    private final Past past;
    private final RankingModel model;

    PastRecommender(Past past, RankingModel model) {
        this.past = past;
        this.model = model;
    }

    @Override
    public List<Recommended> recommend(Query query) {
        int[] viewed = past.viewed(query.session());
        var answer = new ArrayList<Recommended>(query.size());
        if (viewed.length > 0) {
            var evidence = Evidence.of(past.itemCount());
            try {
                gather(past, model.preset(), viewed, evidence);
                bar(query, evidence);
                answer(query, viewed, evidence, answer);
            } finally {
                evidence.clear();
            }
        }
        if (answer.size() < query.size()) popular(query, answer);
        return answer;
    }

    @Override
    public Set<String> returned(VisitorId visitor) {
        return past.returns().of(visitor);
    }

    /// Fills the table for a session. The caller clears it.
    static void gather(Past past, Preset preset, int[] viewed, Evidence evidence) {
        new Neighbours(past, preset, viewed, evidence).speak();
        new Rules(past, preset, viewed, evidence).speak();
        float[] table = evidence.table();
        float neighbours = evidence.neighbours > 0 ? 1 / evidence.neighbours : 0;
        float equal = evidence.equal > 0 ? 1 / evidence.equal : 0;
        float rules = (float) preset.rules;
        for (int i = 0; i < evidence.count; i++) {
            int row = Evidence.row(evidence.touched(i));
            table[row + Evidence.NEIGHBOURS] *= neighbours;
            table[row + Evidence.EQUAL] *= equal;
            table[row + Evidence.SCORE] = table[row + Evidence.NEIGHBOURS]
                    + rules * table[row + Evidence.RULES]
                    + HOPS * table[row + Evidence.HOP]
                    + ORDERED * table[row + Evidence.ORDERED];
        }
    }

    private void bar(Query query, Evidence evidence) {
        bar(query.exclude(), evidence);
        if (query.view() == Query.View.NEW_ONLY) bar(query.session(), evidence);
    }

    private void bar(Iterable<String> products, Evidence evidence) {
        for (String product : products) {
            int number = past.number(product);
            if (number >= 0) evidence.bar(number);
        }
    }

    private void answer(Query query, int[] viewed, Evidence evidence, List<Recommended> answer) {
        Trees trees = query.view() == model.view() ? model.trees() : null;
        for (int product : rank(past, trees, viewed, evidence, query.size()))
            answer.add(new Recommended(
                    past.item(product).id, evidence.of(product, Evidence.SCORE), why(product, viewed, evidence)));
    }

    /// The best products, best first; their scores are then those of the trees, where there are any.
    static int[] rank(Past past, @Nullable Trees trees, int[] viewed, Evidence evidence, int size) {
        if (trees == null) return evidence.best(size);
        int[] candidates = evidence.best(Math.max(RANKED, size));
        float[] rows = Features.of(past, evidence, viewed, candidates);
        for (int i = 0; i < candidates.length; i++)
            evidence.set(candidates[i], Evidence.SCORE, (float) trees.score(rows, i * Features.NAMES.size()));
        sort(candidates, evidence);
        return candidates.length > size ? Arrays.copyOf(candidates, size) : candidates;
    }

    /// Highest score first; ties stay in the order they came.
    private static void sort(int[] products, Evidence evidence) {
        for (int i = 1; i < products.length; i++) {
            int product = products[i];
            float score = evidence.of(product, Evidence.SCORE);
            int to = i;
            while (to > 0 && evidence.of(products[to - 1], Evidence.SCORE) < score) {
                products[to] = products[to - 1];
                to--;
            }
            products[to] = product;
        }
    }

    private Why why(int product, int[] viewed, Evidence evidence) {
        if (evidence.of(product, Evidence.ORDERED) > 0) {
            for (int seen : viewed) {
                var ordered = past.item(seen).ordered;
                int index = ordered.indexOf(product);
                if (index >= 0) return new Why.OrderedTogether(past.item(seen).id, ordered.count[index]);
            }
        }
        int with = viewed[(int) evidence.of(product, Evidence.WITH)];
        int together = (int) evidence.of(product, Evidence.TOGETHER);
        if (together > 0)
            return new Why.ViewedTogether(past.item(with).id, together, (int) evidence.of(product, Evidence.THIS_WEEK));
        var followers = past.item(with).followers;
        int index = followers.indexOf(product);
        String id = past.item(with).id;
        return index < 0 ? new Why.LeadsOn(id) : new Why.ViewedTogether(id, followers.count[index], 0);
    }

    private void popular(Query query, List<Recommended> answer) {
        Set<String> taken = new HashSet<>(query.exclude());
        if (query.view() == Query.View.NEW_ONLY) taken.addAll(query.session());
        for (var recommended : answer) taken.add(recommended.product());
        double below = answer.isEmpty() ? 1 : answer.getLast().score();
        Integer category =
                query.category() == null ? null : past.categoryByName().get(query.category());
        if (category != null) below = fill(category, query.category(), below, query.size(), taken, answer);
        fill(Past.WHOLE_MALL, null, below, query.size(), taken, answer);
    }

    /// Scores go on falling from the last one given, so that the order of one answer is the order of its scores.
    private double fill(
            int category, @Nullable String name, double below, int size, Set<String> taken, List<Recommended> answer) {
        var ranking = past.rankings().get(category);
        if (ranking == null || ranking.size == 0) return below;
        double most = ranking.popularity[0];
        double score = below;
        for (int i = 0; i < ranking.size && answer.size() < size; i++) {
            String product = past.item(ranking.product[i]).id;
            if (!taken.add(product)) continue;
            score = below - 1 + 0.5 * (ranking.popularity[i] / most);
            answer.add(new Recommended(product, score, new Why.Popular(name)));
        }
        return score;
    }
}
