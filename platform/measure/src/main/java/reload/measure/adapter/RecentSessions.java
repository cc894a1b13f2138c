package reload.measure.adapter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The newest sessions, as `contract/console-api.md` has them.
public record RecentSessions(List<Row> sessions) {
    /// @param visitor the first 8 of 22 characters: enough to see that two sessions are one shopper's
    /// @param trigger of the last leave moment, with `arm` and `reason`; null without one
    /// @param amount of orders within the window of a first click in this session, net of refunds, minor units
    public record Row(
            UUID session,
            Instant startedAt,
            String visitor,
            String referral,
            String device,
            int pageViews,
            long visibleMs,
            int orders,
            @Nullable String trigger,
            @Nullable String arm,
            @Nullable String reason,
            boolean impressed,
            boolean clicked,
            boolean converted,
            long amount) {}
}
