package reload.bench.recommend;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The published neighbours we compare with, written from their papers: sessions that share products with the one at
/// hand, the most recent `most` of them, of which the `kept` most similar speak for their products.
///
/// @see "Kersbergen et al., Serenade: low-latency session-based recommendation in e-commerce at scale, SIGMOD 2022"
/// @see "Ludewig and Jannach, Evaluation of session-based recommendation algorithms, UMUAI 2018 (V-SkNN)"
final class SessionKnn implements Ranked {
    private final SessionIndex index;
    private final int most;
    private final int kept;
    private final Weights weights;
    private final float[] shared;
    private final int[] nearest;
    private final float[] scores;
    private int[] touched;

    /// What tells the methods apart.
    interface Weights {
        /// What sharing the product viewed at `place` (from 1, the oldest) of `length` views makes a session similar.
        double position(int place, int length);

        /// What a session says whose newest shared product lies `back` views back (from 1).
        double match(int back);

        /// What one sighting of a product counts that was in `sessions` of `all`.
        double rarity(int sessions, int all);
    }

    private SessionKnn(SessionIndex index, int most, int kept, Weights weights) {
        this.index = index;
        this.most = most;
        this.kept = kept;
        this.weights = weights;
        shared = new float[index.sessions.length];
        nearest = new int[index.sessions.length];
        scores = new float[index.products.size()];
        touched = new int[index.products.size()];
    }

    /// VMIS-kNN with m = 500 and k = 100, as published with Serenade.
    static SessionKnn vmis(SessionIndex index) {
        return new SessionKnn(index, 500, 100, new Weights() {
            @Override
            public double position(int place, int length) {
                return place / (double) length;
            }

            @Override
            public double match(int back) {
                return back < 10 ? 1 - 0.1 * back : 0;
            }

            @Override
            public double rarity(int sessions, int all) {
                return Math.log(all / (double) sessions);
            }
        });
    }

    /// VS-kNN with the settings published for Diginetica: 5,000 sessions, 500 neighbours, quadratic positions, matches
    /// divided by their distance, rarity weighing 10.
    static SessionKnn vs(SessionIndex index) {
        return new SessionKnn(index, 5_000, 500, new Weights() {
            @Override
            public double position(int place, int length) {
                return place / (double) length * place / length;
            }

            @Override
            public double match(int back) {
                return 1.0 / back;
            }

            @Override
            public double rarity(int sessions, int all) {
                return 1 + 10 * Math.log(all / (double) sessions);
            }
        });
    }

    @Override
    public List<String> rank(List<String> newestFirst, Set<String> barred, int size) {
        int[] viewed = newestFirst.stream()
                .mapToInt(index::number)
                .filter(number -> number >= 0)
                .toArray();
        int[] found = newest(viewed);
        int[] steps = new int[viewed.length];
        int count = 0;
        for (int back = 0; back < viewed.length; back++) {
            if (isAgain(viewed, back)) continue;
            steps[count++] = back;
        }
        for (int i = 0; i < count; i++) {
            int back = steps[i];
            float weight = (float) weights.position(viewed.length - back, viewed.length);
            for (int newest = 0; newest < index.count(viewed[back]); newest++) {
                int session = index.session(viewed[back], newest);
                if (found.length == 0 || session < found[found.length - 1]) break;
                if (shared[session] == 0) nearest[session] = back;
                shared[session] += weight;
            }
        }
        float least = least(found);
        int atLeast = kept;
        for (int session : found) if (shared[session] > least) atLeast--;
        int touches = 0;
        for (int session : found) {
            // Of those that are just similar enough, the newest.
            if (shared[session] < least || shared[session] == least && atLeast-- <= 0) continue;
            float says = shared[session] * (float) weights.match(nearest[session] + 1);
            int[] products = index.sessions[session];
            for (int i = 0; i < products.length; i++) {
                if (isAgain(products, i)) continue;
                int product = products[i];
                if (scores[product] == 0) touched[touches++] = product;
                scores[product] +=
                        says * (float) weights.rarity(index.count(product), index.sessions.length) + Float.MIN_VALUE;
            }
        }
        for (int session : found) shared[session] = 0;
        return index.best(scores, touched, touches, barred, size);
    }

    /// The newest sessions that hold any of the products, newest first.
    private int[] newest(int[] viewed) {
        int[] at = new int[viewed.length];
        int[] found = new int[most];
        int count = 0;
        while (count < most) {
            int newest = -1;
            for (int i = 0; i < viewed.length; i++)
                if (at[i] < index.count(viewed[i])) newest = Math.max(newest, index.session(viewed[i], at[i]));
            if (newest < 0) break;
            for (int i = 0; i < viewed.length; i++)
                if (at[i] < index.count(viewed[i]) && index.session(viewed[i], at[i]) == newest) at[i]++;
            found[count++] = newest;
        }
        return Arrays.copyOf(found, count);
    }

    private float least(int[] found) {
        if (found.length <= kept) return 0;
        float[] sorted = new float[found.length];
        for (int i = 0; i < sorted.length; i++) sorted[i] = shared[found[i]];
        Arrays.sort(sorted);
        return sorted[sorted.length - kept];
    }

    private static boolean isAgain(int[] products, int index) {
        for (int i = 0; i < index; i++) if (products[i] == products[index]) return true;
        return false;
    }
}
