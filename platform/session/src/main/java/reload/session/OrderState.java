package reload.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.event.Money;
import reload.event.VisitorId;
import reload.session.VisitorFact.Refund;

/// What is known of one order, whoever told it.
///
/// @param visitor the visitor whose page reached order-complete first; null while only the server has told
public record OrderState(
        @Nullable VisitorId visitor, @Nullable Money confirmed, List<Refund> refunds) {
    public static final OrderState NEW = new OrderState(null, null, List.of());
}
