package reload.bench.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The training sessions as numbers, with the newest sessions of every product: what the controls search.
final class SessionIndex {
    final List<String> products = new ArrayList<>();
    /// By session, oldest first: its products in order, repeats included.
    final int[][] sessions;
    /// By product: the sessions it was in, oldest first.
    private final List<int[]> sessionsOf = new ArrayList<>();

    private final List<Integer> counts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    SessionIndex(List<RecordedSession> train) {
        sessions = new int[train.size()][];
        for (int s = 0; s < sessions.length; s++) {
            var signs = train.get(s).signs();
            sessions[s] = signs.stream().mapToInt(sign -> known(sign.product())).toArray();
            for (int product : Arrays.stream(sessions[s]).distinct().toArray()) join(product, s);
        }
    }

    private int known(String product) {
        return numbers.computeIfAbsent(product, id -> {
            products.add(id);
            sessionsOf.add(new int[4]);
            counts.add(0);
            return products.size() - 1;
        });
    }

    private void join(int product, int session) {
        int count = counts.get(product);
        int[] joined = sessionsOf.get(product);
        if (count == joined.length) sessionsOf.set(product, joined = Arrays.copyOf(joined, count * 2));
        joined[count] = session;
        counts.set(product, count + 1);
    }

    /// @return the number of a product, or -1
    int number(String product) {
        return numbers.getOrDefault(product, -1);
    }

    int count(int product) {
        return Objects.requireNonNull(counts.get(product));
    }

    /// @param newest 0 for the newest session of the product
    int session(int product, int newest) {
        return sessionsOf.get(product)[count(product) - 1 - newest];
    }

    /// The products with the highest scores that are not barred, best first; cleared for the next query.
    List<String> best(float[] scores, int[] touched, int count, Set<String> barred, int size) {
        int[] best = new int[size];
        int found = 0;
        for (int i = 0; i < count; i++) {
            int product = touched[i];
            if (found == size && scores[product] <= scores[best[size - 1]]) continue;
            if (barred.contains(products.get(product))) continue;
            int at = found < size ? found++ : size - 1;
            while (at > 0 && scores[best[at - 1]] < scores[product]) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = product;
        }
        var answer = new ArrayList<String>(found);
        for (int i = 0; i < found; i++) answer.add(products.get(best[i]));
        for (int i = 0; i < count; i++) scores[touched[i]] = 0;
        return answer;
    }
}
