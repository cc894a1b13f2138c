package reload.lab.mall;

/// Something was bought.
///
/// @param id as it stands on the receipt
/// @param at milliseconds since 1970
/// @param refundedAt when it was given back, or 0
public record Order(String id, Cart bought, long at, long refundedAt) {
    public boolean isRefunded() {
        return refundedAt > 0;
    }

    public Order refunded(long now) {
        return new Order(id, bought, at, now);
    }
}
