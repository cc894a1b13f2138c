package reload.recommend;

/// How a shopper showed interest in a product. The stored code never changes.
///
/// The weights count an order as much as six views and a cart as much as three, the proportions of the OTTO
/// recommender challenge; they only order popularity.
public enum Interest {
    VIEWED(1, 1),
    IN_CART(2, 3),
    ORDERED(4, 6);

    private final int bit;
    private final int weight;

    Interest(int bit, int weight) {
        this.bit = bit;
        this.weight = weight;
    }

    int bit() {
        return bit;
    }

    int weight() {
        return weight;
    }
}
