package reload.lab.shopper;

import java.util.List;
import reload.event.OrderEvent;
import reload.event.VisitorId;

/// Something a shopper (or the mall's server on account of this shopper) does next.
sealed interface Act {
    /// Milliseconds since 1970.
    long at();

    record Visit(long at) implements Act {}

    /// Comes to buy, after a leave moment; the order is complete at `orderAt`, to the millisecond.
    record Buy(long at, long orderAt, Fate.Purchase purchase) implements Act {}

    /// Looks in again for a moment, once the network is back.
    record LookIn(long at) implements Act {}

    record ServerSays(long at, OrderEvent event) implements Act {}

    record Resend(long at, VisitorId visitor, List<Said> said) implements Act {}
}
