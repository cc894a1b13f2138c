package reload.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Recommends what the sessions most like this one held, mixed with what usually comes next, and falls back to what is
/// popular. About 0.1 ms for a query on a large mall.
///
/// Similar sessions are found through the products they share with this one, newest first, and weigh by what is shared
/// (late views more than early ones), by age, and by how much of them is shared. Their products speak the louder the
/// nearer they stand to the shared one, and louder after it than before.
///
/// @see "Garg et al., Sequence and time aware neighborhood for session-based recommendations (STAN), SIGIR 2019"
/// @see "Kersbergen et al., Serenade: low-latency session-based recommendation in e-commerce at scale, SIGMOD 2022"
final class SessionNeighbours implements Recommender {
    static final int WHOLE_MALL = 0;
    /// Views further back than this are not looked at.
    private static final int DEEPEST = 12;
    private static final float[] LOG = new float[8192];

    static {
        for (int i = 1; i < LOG.length; i++) LOG[i] = (float) StrictMath.log(i);
    }

    private final Tuning tuning;
    private final Limits limits;
    private final Rows.Published<Item> items;
    private final int itemCount;
    private final Map<String, Integer> itemById;
    private final Rows.Published<int[]> sessions;
    private final int nextSession;
    private final int nowMinute;
    private final Rows.Published<Ranking> rankings;
    private final Map<String, Integer> categoryByName;

    SessionNeighbours(
            Tuning tuning,
            Limits limits,
            Rows.Published<Item> items,
            int itemCount,
            Map<String, Integer> itemById,
            Rows.Published<int[]> sessions,
            int nextSession,
            int nowMinute,
            Rows.Published<Ranking> rankings,
            Map<String, Integer> categoryByName) {
        this.tuning = tuning;
        this.limits = limits;
        this.items = items;
        this.itemCount = itemCount;
        this.itemById = itemById;
        this.sessions = sessions;
        this.nextSession = nextSession;
        this.nowMinute = nowMinute;
        this.rankings = rankings;
        this.categoryByName = categoryByName;
    }

    /// Room for one query, one per thread and used again: a number per product, touched ones cleared after use.
    private static final class Desk {
        int[] step = new int[0];
        float[] score = new float[0];
        float[] loudest = new float[0];
        int[] with = new int[0];
        int[] together = new int[0];
        int[] touched = new int[64];
        int touchedCount;
        int[] foundSession = new int[64];
        int[] foundStep = new int[64];
        float[] similarity = new float[64];

        void make(int products, int compared) {
            if (score.length < products) {
                int length = Math.max(products, score.length * 2);
                step = new int[length];
                Arrays.fill(step, -1);
                score = new float[length];
                loudest = new float[length];
                with = new int[length];
                together = new int[length];
            }
            if (foundSession.length < compared) {
                foundSession = new int[compared];
                foundStep = new int[compared];
                similarity = new float[compared];
            }
        }

        void touch(int product) {
            if (touchedCount == touched.length) touched = Arrays.copyOf(touched, touchedCount * 2);
            touched[touchedCount++] = product;
        }

        void clear() {
            for (int i = 0; i < touchedCount; i++) {
                int product = touched[i];
                score[product] = 0;
                loudest[product] = 0;
                with[product] = 0;
                together[product] = 0;
            }
            touchedCount = 0;
        }
    }

    private static final ThreadLocal<Desk> DESK = ThreadLocal.withInitial(Desk::new);

    @Override
    public List<Recommended> recommend(Query query) {
        int[] viewed = viewed(query.session());
        Set<String> barred = query.exclude();
        if (query.view() == Query.View.NEW_ONLY && !query.session().isEmpty()) {
            barred = new HashSet<>(query.exclude());
            barred.addAll(query.session());
        }
        var answer = new ArrayList<Recommended>(query.size());
        if (viewed.length > 0) {
            var desk = DESK.get();
            desk.make(itemCount, limits.compared());
            try {
                neighbours(viewed, desk);
                followers(viewed, desk);
                best(desk, barred, query.size(), answer);
            } finally {
                for (int product : viewed) desk.step[product] = -1;
                desk.clear();
            }
        }
        if (answer.size() < query.size()) popular(query, barred, answer);
        return answer;
    }

    /// The known products of the session, newest first, as far back as is looked at; repeats included.
    private int[] viewed(List<String> session) {
        int[] found = new int[Math.min(session.size(), DEEPEST)];
        int count = 0;
        for (int i = 0; i < session.size() && count < found.length; i++) {
            int number = number(session.get(i));
            if (number >= 0) found[count++] = number;
        }
        return Arrays.copyOf(found, count);
    }

    private int number(String product) {
        Integer number = itemById.get(product);
        // The dictionary is shared with the learner, which may have gone on since.
        return number == null || number >= itemCount ? -1 : number;
    }

    private Item item(int number) {
        return Objects.requireNonNull(items.get(number));
    }

    /// Finds the sessions that share products with this one and lets the most similar ones speak.
    private void neighbours(int[] viewed, Desk desk) {
        // A product viewed twice counts where it was viewed last.
        int lists = 0;
        int[] product = new int[viewed.length];
        for (int step = 0; step < viewed.length; step++) {
            if (desk.step[viewed[step]] >= 0) continue;
            desk.step[viewed[step]] = step;
            product[lists++] = viewed[step];
        }
        int oldest = Math.max(0, nextSession - limits.sessions());
        int[][] joined = new int[lists][];
        int[] at = new int[lists];
        float[] weight = new float[lists];
        float whole = 0;
        for (int i = 0; i < lists; i++) {
            var item = item(product[i]);
            joined[i] = item.sessions;
            at[i] = item.sessionCount - 1;
            weight[i] = (float) Math.exp(-desk.step[product[i]] / tuning.stepDecay());
            whole += weight[i];
        }
        int found = 0;
        while (found < limits.compared()) {
            int newest = oldest - 1;
            for (int i = 0; i < lists; i++) if (at[i] >= 0 && joined[i][at[i]] > newest) newest = joined[i][at[i]];
            if (newest < oldest) break;
            float shared = 0;
            int nearest = Integer.MAX_VALUE;
            for (int i = 0; i < lists; i++) {
                if (at[i] < 0 || joined[i][at[i]] != newest) continue;
                at[i]--;
                shared += weight[i];
                nearest = Math.min(nearest, desk.step[product[i]]);
            }
            int[] session = sessions.get(newest % limits.sessions());
            if (session == null) continue;
            float age = Math.max(0, nowMinute - session[0]) / (60f * 24);
            desk.foundSession[found] = newest;
            desk.foundStep[found] = nearest;
            desk.similarity[found] =
                    (float) (shared / Math.sqrt(whole * (session.length - 1)) * Math.exp(-age / tuning.sessionDays()));
            found++;
        }
        float least = found <= tuning.neighbours() ? 0 : kthLargest(desk.similarity, found, tuning.neighbours());
        float[] near = new float[limits.sessionLength() + 1];
        for (int i = 0; i < near.length; i++) near[i] = (float) Math.exp(-i / tuning.distanceDecay());
        float[] match = new float[DEEPEST];
        for (int i = 0; i < match.length; i++) match[i] = (float) Math.exp(-i / tuning.matchDecay());
        int speaking = 0;
        for (int i = 0; i < found && speaking < tuning.neighbours(); i++) {
            if (desk.similarity[i] < least) continue;
            speaking++;
            int[] session = Objects.requireNonNull(sessions.get(desk.foundSession[i] % limits.sessions()));
            speak(session, desk.similarity[i] * match[desk.foundStep[i]], viewed[desk.foundStep[i]], near, desk);
        }
    }

    private void speak(int[] session, float loud, int shared, float[] near, Desk desk) {
        int star = session.length - 1;
        while (star > 1 && session[star] != shared) star--;
        for (int q = session.length - 1; q >= 1; q--) {
            int product = session[q];
            // A product counts once per session, where it stands last.
            boolean again = false;
            for (int r = q + 1; r < session.length && !again; r++) again = session[r] == product;
            if (again) continue;
            float says = q >= star ? loud * near[q - star] : loud * near[star - q] * (float) tuning.before();
            if (desk.together[product]++ == 0) desk.touch(product);
            desk.score[product] += says;
            if (says > desk.loudest[product]) {
                desk.loudest[product] = says;
                desk.with[product] = shared;
            }
        }
    }

    private void followers(int[] viewed, Desk desk) {
        float total = 0;
        for (int i = 0; i < desk.touchedCount; i++) {
            int product = desk.touched[i];
            int known = Math.max(1, item(product).everInSessions);
            float rare = Math.max(0, log(Math.max(1, nextSession)) - log(known));
            desk.score[product] *= (float) (1 + tuning.rarity() * rare);
            total += desk.score[product];
        }
        float scale = total > 0 ? 1 / total : 0;
        for (int i = 0; i < desk.touchedCount; i++) desk.score[desk.touched[i]] *= scale;
        double step = 1;
        double steps = 0;
        for (int i = 0; i < Math.min(tuning.ruleSteps(), viewed.length); i++, step *= tuning.ruleDecay()) steps += step;
        step = 1;
        for (int i = 0; i < Math.min(tuning.ruleSteps(), viewed.length); i++, step *= tuning.ruleDecay()) {
            var row = item(viewed[i]).followers;
            if (row.sum <= 0) continue;
            float share = (float) (tuning.rules() * step / steps / row.sum);
            for (int j = 0; j < row.size; j++) {
                int product = row.product[j];
                if (desk.together[product] == 0) {
                    desk.touch(product);
                    desk.together[product] = row.count[j];
                    desk.with[product] = viewed[i];
                }
                desk.score[product] += share * row.weight[j];
            }
        }
    }

    private void best(Desk desk, Set<String> barred, int size, List<Recommended> answer) {
        int[] top = new int[size];
        int count = 0;
        for (int i = 0; i < desk.touchedCount; i++) {
            int product = desk.touched[i];
            float score = desk.score[product];
            if (count == size && !ahead(score, product, desk.score[top[count - 1]], top[count - 1])) continue;
            if (!barred.isEmpty() && barred.contains(item(product).id)) continue;
            int at = count < size ? count++ : size - 1;
            while (at > 0 && ahead(score, product, desk.score[top[at - 1]], top[at - 1])) {
                top[at] = top[at - 1];
                at--;
            }
            top[at] = product;
        }
        for (int i = 0; i < count; i++)
            answer.add(new Recommended(
                    item(top[i]).id,
                    desk.score[top[i]],
                    new Why.ViewedTogether(item(desk.with[top[i]]).id, desk.together[top[i]])));
    }

    private static boolean ahead(float score, int product, float otherScore, int other) {
        return score > otherScore || score == otherScore && product < other;
    }

    private void popular(Query query, Set<String> barred, List<Recommended> answer) {
        var taken = new HashSet<String>();
        for (var recommended : answer) taken.add(recommended.product());
        double below = answer.isEmpty() ? 1 : answer.getLast().score();
        Integer category = query.category() == null ? null : categoryByName.get(query.category());
        if (category != null) below = fill(category, query.category(), below, query.size(), barred, taken, answer);
        fill(WHOLE_MALL, null, below, query.size(), barred, taken, answer);
    }

    /// Scores go on falling from the last one given, so that the order of one answer is the order of its scores.
    private double fill(
            int category,
            @Nullable String name,
            double below,
            int size,
            Set<String> barred,
            Set<String> taken,
            List<Recommended> answer) {
        var ranking = rankings.get(category);
        if (ranking == null || ranking.size == 0) return below;
        double most = ranking.popularity[0];
        double score = below;
        for (int i = 0; i < ranking.size && answer.size() < size; i++) {
            String product = item(ranking.product[i]).id;
            if (barred.contains(product) || !taken.add(product)) continue;
            score = below * 0.5 * (ranking.popularity[i] / most);
            answer.add(new Recommended(product, score, new Why.Popular(name)));
        }
        return score;
    }

    private static float log(int value) {
        return value < LOG.length ? LOG[value] : (float) StrictMath.log(value);
    }

    /// Quickselect on a copy.
    private static float kthLargest(float[] values, int count, int k) {
        float[] copy = Arrays.copyOf(values, count);
        int low = 0;
        int high = count - 1;
        int target = count - k;
        while (low < high) {
            float pivot = copy[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (copy[i] < pivot) i++;
                while (copy[j] > pivot) j--;
                if (i <= j) {
                    float swap = copy[i];
                    copy[i++] = copy[j];
                    copy[j--] = swap;
                }
            }
            if (target <= j) high = j;
            else if (target >= i) low = i;
            else break;
        }
        return copy[target];
    }
}
