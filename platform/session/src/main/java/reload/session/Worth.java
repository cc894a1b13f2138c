package reload.session;

import java.util.List;

/// What a visitor's orders within the attribution window of a moment came to. Minor units.
///
/// @param net amounts less the refunds that still count
/// @param unverified amounts no server has confirmed
record Worth(int orders, long net, long refunded, long unverified) {
    static final Worth NOTHING = new Worth(0, 0, 0, 0);

    /// @param from milliseconds since 1970; an order at this instant counts, one 24 h later does not
    static Worth of(List<VisitorOrder> orders, long from) {
        Worth sum = NOTHING;
        for (VisitorOrder order : orders)
            if (order.at() >= from && order.at() < from + Windows.ATTRIBUTION) sum = sum.plus(order);
        return sum;
    }

    private Worth plus(VisitorOrder order) {
        long back = 0;
        for (var refund : order.refunds()) if (refund.at() <= order.at() + Windows.REFUND) back += refund.amount();
        // A mall's server may claim to have given back more than was paid; nobody can have spent less than nothing.
        back = Math.min(back, order.amount());
        return new Worth(
                orders + 1,
                net + order.amount() - back,
                refunded + back,
                unverified + (order.confirmed() ? 0 : order.amount()));
    }
}
