package reload.recommend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// What goes with one product and how strongly: the row of one product in a table of rules. The learner keeps two such
/// tables: what was viewed after it (sequential rules), and what was ordered in the same session (complements).
/// The unit is the learner's forward-decayed one.
///
/// @see "Ludewig and Jannach, Evaluation of session-based recommendation algorithms, UMUAI 2018, section 3.1 (AR, SR)"
final class Associations {
    final int epoch;
    int size;
    int[] product;
    float[] weight;
    int[] count;
    double sum;

    Associations(int epoch) {
        this(epoch, 0, new int[2], new float[2], new int[2], 0);
    }

    Associations(int epoch, int size, int[] product, float[] weight, int[] count, double sum) {
        this.epoch = epoch;
        this.size = size;
        this.product = product;
        this.weight = weight;
        this.count = count;
        this.sum = sum;
    }

    Associations at(int nowEpoch) {
        return epoch == nowEpoch
                ? this
                : new Associations(nowEpoch, size, product.clone(), weight.clone(), count.clone(), sum);
    }

    void add(int other, double more, int most) {
        sum += more;
        int known = indexOf(other);
        if (known >= 0) {
            weight[known] += (float) more;
            count[known]++;
            return;
        }
        if (size == most) keepStrongest(most / 2);
        if (size == product.length) {
            int length = Math.min(most, size + size / 2 + 1);
            product = Arrays.copyOf(product, length);
            weight = Arrays.copyOf(weight, length);
            count = Arrays.copyOf(count, length);
        }
        product[size] = other;
        weight[size] = (float) more;
        count[size] = 1;
        size++;
    }

    /// @return where the other product stands, or -1; O(size)
    int indexOf(int other) {
        for (int i = 0; i < size; i++) if (product[i] == other) return i;
        return -1;
    }

    /// @return what of all that goes with this product is the one at `index`, 0 to 1
    float share(int index) {
        return index < 0 ? 0 : (float) (weight[index] / sum);
    }

    /// Forgets all but the strongest; what is forgotten no longer counts in the sum either.
    private void keepStrongest(int kept) {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -weight[i]).thenComparingInt(i -> i))
                .limit(kept)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
        sum = 0;
        for (int i = 0; i < order.length; i++) {
            product[i] = product[order[i]];
            weight[i] = weight[order[i]];
            count[i] = count[order[i]];
            sum += weight[i];
        }
        size = order.length;
    }

    /// The row with products renumbered; a product that has no new number is forgotten.
    Associations renumbered(int[] numbers) {
        var next = new Associations(epoch, 0, new int[size], new float[size], new int[size], 0);
        for (int i = 0; i < size; i++) {
            int number = numbers[product[i]];
            if (number < 0) continue;
            next.product[next.size] = number;
            next.weight[next.size] = weight[i];
            next.count[next.size] = count[i];
            next.sum += weight[i];
            next.size++;
        }
        return next;
    }

    void write(Bytes out) {
        out.whole(size);
        for (int i = 0; i < size; i++) out.whole(product[i]);
        for (int i = 0; i < size; i++) out.shortReal(weight[i]);
        for (int i = 0; i < size; i++) out.whole(count[i]);
        out.real(sum);
    }

    static Associations read(Bytes in, int epoch, int most) {
        int size = in.count(most);
        int[] product = new int[size];
        float[] weight = new float[size];
        int[] count = new int[size];
        for (int i = 0; i < size; i++) product[i] = (int) in.whole();
        for (int i = 0; i < size; i++) weight[i] = in.shortReal();
        for (int i = 0; i < size; i++) count[i] = in.count(Integer.MAX_VALUE);
        return new Associations(epoch, size, product, weight, count, in.real());
    }
}
