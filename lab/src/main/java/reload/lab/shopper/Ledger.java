package reload.lab.shopper;

import java.util.HashMap;
import java.util.Map;
import reload.event.OrderEvent;

/// What the mall's server said of one shopper's orders.
final class Ledger {
    private final Map<String, Long> confirmed = new HashMap<>();
    private final Map<String, Map<String, Refund>> refunds = new HashMap<>();

    record Refund(long at, long amount) {}

    void write(OrderEvent event) {
        switch (event) {
            case OrderEvent.Confirmed e -> confirmed.put(e.order(), e.amount().minor());
            case OrderEvent.Refunded e ->
                refunds.computeIfAbsent(e.order(), _ -> new HashMap<>())
                        .put(e.refund(), new Refund(e.at(), e.amount().minor()));
        }
    }

    /// What the order is worth before refunds: the server's word, else the page's.
    long amount(String order, long paid) {
        return confirmed.getOrDefault(order, paid);
    }

    /// What went back within the refund window.
    long refunded(String order, long orderedAt) {
        long sum = 0;
        for (Refund refund : refunds.getOrDefault(order, Map.of()).values())
            if (refund.at() - orderedAt <= Fate.REFUND_WINDOW) sum += refund.amount();
        return sum;
    }
}
