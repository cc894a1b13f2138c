package reload.recommend;

import java.util.Arrays;

/// What speaks for each product in one query: a table with a row of 16 numbers (one cache line) for every product of
/// the mall. One per thread, used again and again; only touched rows are cleared. 64 bytes a product.
final class Evidence {
    /// What the similar sessions say, as the preset weighs it; all products together 1.
    static final int NEIGHBOURS = 0;
    /// The same with every place in a session alike.
    static final int EQUAL = 1;
    /// The same of only what came after the shared product.
    static final int AFTER = 2;
    /// The same of only what stood very close to it.
    static final int CLOSE = 3;
    /// The most that one similar session said.
    static final int LOUDEST = 4;
    /// How many views back the product lies that this session shares.
    static final int WITH = 5;
    /// How many similar sessions held it.
    static final int TOGETHER = 6;
    /// How many of those in the last seven days.
    static final int THIS_WEEK = 7;
    /// How many similar sessions are newer than the newest that held it.
    static final int NEWEST = 8;
    /// 1 + the similar session that spoke for it last, so that each speaks once.
    static final int SPOKEN = 9;
    /// What the followers of the last views say, fading with steps back; at most 1 in all.
    static final int RULES = 10;
    /// The share of the last view's followers.
    static final int NEXT = 11;
    /// Of how many of the last views it is a follower.
    static final int COVER = 12;
    /// What was ordered together with the viewed products.
    static final int ORDERED = 13;
    /// The share of the followers' followers.
    static final int HOP = 14;
    /// All of it mixed.
    static final int SCORE = 15;

    private static final int WIDTH = 16;
    private static final int BITS = 4;
    /// Less than any score: touched, and not yet scored.
    private static final float TOUCHED = Float.MIN_VALUE;
    /// Of products that may not be recommended.
    private static final float BARRED = Float.NEGATIVE_INFINITY;

    private static final ThreadLocal<Evidence> DESK = ThreadLocal.withInitial(Evidence::new);

    private float[] table = new float[0];
    private int[] touched = new int[256];
    int count;
    /// How many similar sessions were found.
    int found;
    /// What [#NEIGHBOURS] and [#EQUAL] come to over all products before they are made to come to 1.
    float neighbours;
    float equal;

    private Evidence() {}

    /// This thread's table, empty.
    static Evidence of(int products) {
        Evidence evidence = DESK.get();
        if (evidence.table.length < products << BITS)
            evidence.table = new float[Math.max(products << BITS, evidence.table.length * 2)];
        return evidence;
    }

    float of(int product, int column) {
        return table[row(product) + column];
    }

    void set(int product, int column, float value) {
        table[row(product) + column] = value;
    }

    void add(int product, int column, float more) {
        table[row(product) + column] += more;
    }

    /// The numbers themselves, for where many are added: those of a touched product begin at its [#row].
    float[] table() {
        return table;
    }

    static int row(int product) {
        return product << BITS;
    }

    /// @return the touched product at `index`, from 0 to `count`, in the order they came
    int touched(int index) {
        return touched[index];
    }

    void touch(int product) {
        int score = row(product) + SCORE;
        if (table[score] != 0) return;
        table[score] = TOUCHED;
        if (count == touched.length) touched = Arrays.copyOf(touched, count * 2);
        touched[count++] = product;
    }

    /// Keeps a product from being recommended.
    void bar(int product) {
        touch(product);
        set(product, SCORE, BARRED);
    }

    /// The touched products with the highest scores, best first; ties go to the product known for longer.
    int[] best(int most) {
        int[] best = new int[Math.min(most, count)];
        int size = 0;
        float last = 0;
        for (int i = 0; i < count; i++) {
            int product = touched[i];
            float score = table[row(product) + SCORE];
            if (score == BARRED || size == best.length && score < last) continue;
            if (size == best.length && !ahead(product, score, best[size - 1])) continue;
            int at = size < best.length ? size++ : size - 1;
            while (at > 0 && ahead(product, score, best[at - 1])) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = product;
            last = of(best[size - 1], SCORE);
        }
        return Arrays.copyOf(best, size);
    }

    private boolean ahead(int product, float score, int other) {
        float theirs = of(other, SCORE);
        return score > theirs || score == theirs && product < other;
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            int from = row(touched[i]);
            Arrays.fill(table, from, from + WIDTH, 0);
        }
        count = 0;
        found = 0;
    }
}
