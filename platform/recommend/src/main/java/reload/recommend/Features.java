package reload.recommend;

import java.util.Arrays;
import java.util.List;

/// What the ranker is told of a candidate: how strongly each kind of evidence speaks for it, alone and
/// against the other candidates, and how much there is to go by. Nothing names a product or a mall, so that
/// trees trained on one mall's sessions can rank another's.
final class Features {
    static final List<String> NAMES = List.of(
            "score",
            "score to the best",
            "rank by score",
            "neighbours",
            "neighbours to the best",
            "rank by neighbours",
            "equal neighbours",
            "neighbours after",
            "neighbours after to the best",
            "neighbours close",
            "neighbours close to the best",
            "loudest neighbour to the best",
            "neighbours that held it",
            "share of neighbours that held it",
            "age rank of the newest that held it",
            "neighbours found",
            "followers",
            "followers to the best",
            "follower of the last view",
            "follower of the view before",
            "times after the last view",
            "times before the last view",
            "last view is its follower",
            "views it follows",
            "followers of followers",
            "followers of the last view",
            "ordered together",
            "sessions it was in",
            "sessions the last view was in",
            "share of its sessions that are recent",
            "shares a category with the last view",
            "views since it was seen",
            "times it was seen",
            "views of the session",
            "products of the session");

    private final Past past;
    private final Evidence evidence;
    private final int[] viewed;
    private final int[] candidates;
    private final float[] rows;
    private int at;

    private Features(Past past, Evidence evidence, int[] viewed, int[] candidates) {
        this.past = past;
        this.evidence = evidence;
        this.viewed = viewed;
        this.candidates = candidates;
        rows = new float[candidates.length * NAMES.size()];
    }

    /// @param viewed the session's products, newest first; at least one
    /// @param candidates best first
    /// @return a row for each candidate, one after the other; `NaN` is not known
    static float[] of(Past past, Evidence evidence, int[] viewed, int[] candidates) {
        var features = new Features(past, evidence, viewed, candidates);
        features.fill();
        return features.rows;
    }

    private void fill() {
        float score = most(Evidence.SCORE);
        float neighbours = most(Evidence.NEIGHBOURS);
        float after = most(Evidence.AFTER);
        float close = most(Evidence.CLOSE);
        float loudest = most(Evidence.LOUDEST);
        float rules = most(Evidence.RULES);
        int[] neighbourRanks = ranks(Evidence.NEIGHBOURS);
        float found = Math.max(1, evidence.found);
        float sessions = Logarithm.of(Math.max(2, past.nextSession()));
        var last = past.item(viewed[0]);
        int distinct = (int) Arrays.stream(viewed).distinct().count();
        for (int i = 0; i < candidates.length; i++) {
            int product = candidates[i];
            var item = past.item(product);
            float together = evidence.of(product, Evidence.TOGETHER);
            put(evidence.of(product, Evidence.SCORE));
            put(evidence.of(product, Evidence.SCORE) / score);
            put(i);
            put(evidence.of(product, Evidence.NEIGHBOURS));
            put(evidence.of(product, Evidence.NEIGHBOURS) / neighbours);
            put(neighbourRanks[i]);
            put(evidence.of(product, Evidence.EQUAL));
            put(evidence.of(product, Evidence.AFTER));
            put(evidence.of(product, Evidence.AFTER) / after);
            put(evidence.of(product, Evidence.CLOSE));
            put(evidence.of(product, Evidence.CLOSE) / close);
            put(evidence.of(product, Evidence.LOUDEST) / loudest);
            put(together);
            put(together / found);
            put(together == 0 ? Float.NaN : evidence.of(product, Evidence.NEWEST) / found);
            put(evidence.found);
            put(evidence.of(product, Evidence.RULES));
            put(evidence.of(product, Evidence.RULES) / rules);
            put(evidence.of(product, Evidence.NEXT));
            put(viewed.length < 2 ? Float.NaN : share(past.item(viewed[1]).followers, product));
            put(count(last.followers, product));
            put(count(item.followers, viewed[0]));
            put(share(item.followers, viewed[0]));
            put(evidence.of(product, Evidence.COVER));
            put(evidence.of(product, Evidence.HOP));
            put(last.followers.size);
            put(evidence.of(product, Evidence.ORDERED));
            put(Logarithm.of(1 + past.inSessions().get(product)) - sessions);
            put(Logarithm.of(1 + past.inSessions().get(viewed[0])) - sessions);
            put(recent(item));
            put(sharesCategory(item, last));
            int seen = stepsSinceSeen(product);
            put(seen < 0 ? Float.NaN : seen);
            put(timesSeen(product));
            put(viewed.length);
            put(distinct);
        }
    }

    private void put(float value) {
        rows[at++] = value;
    }

    /// The largest of all candidates, above 0 so that it can divide.
    private float most(int column) {
        float most = Float.MIN_NORMAL;
        for (int product : candidates) most = Math.max(most, evidence.of(product, column));
        return most;
    }

    /// By candidate how many are ahead of it in this column; ties in the candidates' order.
    private int[] ranks(int column) {
        int[] order = new int[candidates.length];
        for (int i = 0; i < order.length; i++) {
            float value = evidence.of(candidates[i], column);
            int to = i;
            while (to > 0 && evidence.of(candidates[order[to - 1]], column) < value) {
                order[to] = order[to - 1];
                to--;
            }
            order[to] = i;
        }
        int[] ranks = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) ranks[order[rank]] = rank;
        return ranks;
    }

    private static float share(Associations row, int product) {
        return row.share(row.indexOf(product));
    }

    private static int count(Associations row, int product) {
        int index = row.indexOf(product);
        return index < 0 ? 0 : row.count[index];
    }

    /// The newest twentieth of the mall's sessions is recent.
    private float recent(Item item) {
        if (item.sessionCount == 0) return 0;
        int from = past.nextSession() - (past.nextSession() - past.oldestSession()) / 20;
        return (item.sessionCount - item.firstFrom(from)) / (float) item.sessionCount;
    }

    private static float sharesCategory(Item item, Item last) {
        if (item.categories.length == 0 || last.categories.length == 0) return Float.NaN;
        for (int category : item.categories) if (Arrays.binarySearch(last.categories, category) >= 0) return 1;
        return 0;
    }

    private int stepsSinceSeen(int product) {
        for (int back = 0; back < viewed.length; back++) if (viewed[back] == product) return back;
        return -1;
    }

    private int timesSeen(int product) {
        int times = 0;
        for (int seen : viewed) if (seen == product) times++;
        return times;
    }
}
