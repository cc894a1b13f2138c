package reload.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.event.Device;
import reload.event.Money;
import reload.event.PageEvent;
import reload.event.Storage;

/// One thing that is folded under a visitor's key.
public sealed interface VisitorFact {

    /// An event of the visitor's page.
    ///
    /// @param at when it happened, corrected for the browser's clock, milliseconds since 1970
    /// @param receivedAt when the server had it, milliseconds since 1970
    record Paged(PageEvent event, long at, long receivedAt, Device device, Storage storage) implements VisitorFact {}

    /// What is known of one of the visitor's orders, whole: relayed by the [OrderFold] whenever it changes.
    ///
    /// @param confirmed the amount the mall's server stands for; null while only the page has told
    /// @param receivedAt when the server had the news, milliseconds since 1970
    record OrderTold(String order, @Nullable Money confirmed, List<Refund> refunds, long receivedAt)
            implements VisitorFact {}

    /// @param at milliseconds since 1970
    /// @param amount minor units of the order's currency
    record Refund(String id, long at, long amount) {}
}
