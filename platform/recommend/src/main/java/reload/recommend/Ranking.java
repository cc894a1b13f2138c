package reload.recommend;

import java.util.Arrays;

/// The most popular products of a mall or a category, best first. Popularity in forward-decayed units only grows, so
/// keeping the list right takes one step up per sign of interest, and never a scan of all products.
///
/// @see "Cormode et al., Forward decay: a practical time decay model for streaming systems, ICDE 2009"
final class Ranking {
    final int epoch;
    int size;
    int[] product;
    double[] popularity;

    Ranking(int epoch) {
        this(epoch, 0, new int[4], new double[4]);
    }

    Ranking(int epoch, int[] product, double[] popularity) {
        this(epoch, product.length, product, popularity);
    }

    private Ranking(int epoch, int size, int[] product, double[] popularity) {
        this.epoch = epoch;
        this.size = size;
        this.product = product;
        this.popularity = popularity;
    }

    Ranking at(int nowEpoch) {
        return epoch == nowEpoch ? this : new Ranking(nowEpoch, size, product.clone(), popularity.clone());
    }

    /// The product now has this popularity, which is at least what it had. Ties stay in the order they came.
    void raise(int raised, double to, int most) {
        int at = 0;
        while (at < size && product[at] != raised) at++;
        if (at == size) {
            if (size == most) {
                if (popularity[size - 1] >= to) return;
                at = size - 1;
            } else {
                if (size == product.length) {
                    int length = Math.min(most, Math.max(4, size * 2));
                    product = Arrays.copyOf(product, length);
                    popularity = Arrays.copyOf(popularity, length);
                }
                size++;
            }
        }
        while (at > 0 && popularity[at - 1] < to) {
            product[at] = product[at - 1];
            popularity[at] = popularity[at - 1];
            at--;
        }
        product[at] = raised;
        popularity[at] = to;
    }

    void drop(int dropped) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (product[i] == dropped) continue;
            product[kept] = product[i];
            popularity[kept++] = popularity[i];
        }
        size = kept;
    }
}
