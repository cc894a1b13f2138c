package reload.event;

import java.util.UUID;

/// What a mall's server said of an order. Times are milliseconds since 1970 by the mall's clock.
public sealed interface OrderEvent {
    UUID id();

    long at();

    String order();

    Money amount();

    /// The order stands, with this amount.
    record Confirmed(UUID id, long at, String order, Money amount) implements OrderEvent {}

    /// So much of the order went back.
    ///
    /// @param refund the refund's own id; the same id again is the same refund
    record Refunded(UUID id, long at, String order, String refund, Money amount) implements OrderEvent {}
}
