package reload.recommend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Which products were viewed after one product in the same session, and how strongly: the row of one product in a
/// table of sequential rules. Nearer and newer counts more; the unit is the learner's forward-decayed one.
///
/// @see "Ludewig and Jannach, Evaluation of session-based recommendation algorithms, UMUAI 2018, section 3.1 (SR)"
final class Followers {
    final int epoch;
    int size;
    int[] product;
    float[] weight;
    int[] count;
    double sum;

    Followers(int epoch) {
        this(epoch, 0, new int[2], new float[2], new int[2], 0);
    }

    Followers(int epoch, int size, int[] product, float[] weight, int[] count, double sum) {
        this.epoch = epoch;
        this.size = size;
        this.product = product;
        this.weight = weight;
        this.count = count;
        this.sum = sum;
    }

    Followers at(int nowEpoch) {
        return epoch == nowEpoch
                ? this
                : new Followers(nowEpoch, size, product.clone(), weight.clone(), count.clone(), sum);
    }

    void add(int follower, double more, int most) {
        sum += more;
        for (int i = 0; i < size; i++) {
            if (product[i] == follower) {
                weight[i] += (float) more;
                count[i]++;
                return;
            }
        }
        if (size == most) keepStrongest(most / 2);
        if (size == product.length) {
            int length = Math.min(most, size + size / 2 + 1);
            product = Arrays.copyOf(product, length);
            weight = Arrays.copyOf(weight, length);
            count = Arrays.copyOf(count, length);
        }
        product[size] = follower;
        weight[size] = (float) more;
        count[size] = 1;
        size++;
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
    Followers renumbered(int[] numbers) {
        var next = new Followers(epoch, 0, new int[size], new float[size], new int[size], 0);
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
}
