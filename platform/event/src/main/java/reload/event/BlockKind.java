package reload.event;

/// What a reload page can be made of.
public enum BlockKind {
    PRODUCT_AGAIN,
    GOES_WITH,
    POPULAR,
    BANNER,
    RECENTLY_VIEWED,
    COUPON,
    COUNTDOWN,
    CUSTOM;

    public String wire() {
        return Wire.of(this);
    }
}
