package reload.lab.shopper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.event.Beacon;
import reload.event.OrderEvent;

/// What a mall's pages and the mall's own server say to Reload. The real one is HTTP; the tests' one measures
/// in memory.
public interface MallServer {
    /// Returns once the events are durably taken; a beacon that is refused for good is an error of the
    /// simulation.
    ///
    /// @param beacon its `sentAt` is the virtual moment of receipt
    void collect(Beacon beacon, String userAgent);

    /// @return null where no answer came
    @Nullable
    PlanAnswer plan(PlanAsk ask);

    /// @param sentAt the virtual moment of receipt, milliseconds since 1970
    void orders(List<OrderEvent> events, long sentAt);
}
