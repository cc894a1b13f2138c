package reload.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reload.event.OrderEvent;
import reload.event.OrderEvent.Confirmed;
import reload.event.OrderEvent.Refunded;
import reload.event.VisitorId;
import reload.session.VisitorFact.OrderTold;
import reload.session.VisitorFact.Refund;

/// The relay between a mall's server and its visitors: folds one order's facts and re-emits what is known of
/// it under the key of the visitor who placed it. Pure. Whatever comes first, page or server, the end is the
/// same.
public final class OrderFold {
    private OrderFold() {}

    /// @param relayed what to fold under [OrderState#visitor]; null while no visitor is known or nothing has changed
    public record Relay(OrderState state, @Nullable OrderTold relayed) {}

    /// A visitor's page reached order-complete. The first visitor keeps the order.
    public static Relay placed(OrderState state, String order, VisitorId visitor, long receivedAt) {
        if (state.visitor() != null) return new Relay(state, null);
        return relay(new OrderState(visitor, state.confirmed(), state.refunds()), order, receivedAt);
    }

    /// The mall's server told of the order. The last confirmed amount holds; a refund counts once per id.
    public static Relay told(OrderState state, OrderEvent event, long receivedAt) {
        OrderState next = switch (event) {
            case Confirmed confirmed -> new OrderState(state.visitor(), confirmed.amount(), state.refunds());
            case Refunded refunded -> refunded(state, refunded);
        };
        return next.equals(state) ? new Relay(state, null) : relay(next, event.order(), receivedAt);
    }

    private static OrderState refunded(OrderState state, Refunded event) {
        Optional<Refund> known = state.refunds().stream()
                .filter(r -> r.id().equals(event.refund()))
                .findFirst();
        if (known.isPresent()) return state;
        List<Refund> refunds = new ArrayList<>(state.refunds());
        refunds.add(new Refund(event.refund(), event.at(), event.amount().minor()));
        return new OrderState(state.visitor(), state.confirmed(), List.copyOf(refunds));
    }

    private static Relay relay(OrderState state, String order, long receivedAt) {
        boolean newsForAVisitor = state.visitor() != null
                && (state.confirmed() != null || !state.refunds().isEmpty());
        return new Relay(
                state, newsForAVisitor ? new OrderTold(order, state.confirmed(), state.refunds(), receivedAt) : null);
    }
}
