package reload.event;

/// The kind of page a shopper is on.
public enum Template {
    HOME,
    LIST,
    SEARCH,
    PRODUCT,
    CART,
    CHECKOUT,
    ORDER,
    OTHER;

    public String wire() {
        return Wire.of(this);
    }
}
