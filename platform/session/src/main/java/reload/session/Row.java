package reload.session;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.Device;
import reload.event.Reason;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;

/// What the fold puts out: absolute values under keys that the log determines, so that writing a row again changes
/// nothing. Times are milliseconds since 1970, days are mall-local, amounts are minor units.
public sealed interface Row {

    /// One session. Dwell is the sum over its page views of the longest each has reported.
    record SessionRow(
            UUID session,
            LocalDate day,
            long startedAt,
            long endedAt,
            int pageViews,
            long visibleMs,
            long activeMs,
            long wallMs,
            Landing landing,
            Device device,
            Template template,
            Storage storage,
            int orders,
            @Nullable LeaveMoment leave,
            boolean closed,
            Trail trail)
            implements Row {}

    /// One plan that led to something, and what its visitor then bought.
    ///
    /// @param propensity the chance that arm and variant were drawn with; 0 where it is not known any more
    /// @param settings the version of the mall's settings that it was drawn by; 0 likewise
    /// @param conversionAmount of orders within 24 h of the visitor's first click, if it was on this plan; net of
    ///     refunds
    /// @param outcomeAmount of all the visitor's orders within 24 h of the trigger, if it was the first; net of
    ///     refunds
    /// @param rewarded whether the visitor viewed a further page or ordered within 24 h of the trigger, if it
    ///     was the first
    record ExposureRow(
            UUID plan,
            UUID session,
            LocalDate day,
            String experiment,
            Arm arm,
            String variant,
            double propensity,
            int settings,
            boolean first,
            @Nullable Trigger trigger,
            @Nullable Long triggeredAt,
            @Nullable Long stayMs,
            Landing landing,
            Device device,
            Template template,
            @Nullable Long impressedAt,
            @Nullable Long clickedAt,
            @Nullable String dismissed,
            boolean firstClick,
            boolean converted,
            long conversionAmount,
            long refundedAmount,
            long unverifiedAmount,
            long outcomeAmount,
            boolean rewarded,
            boolean violation)
            implements Row {}

    /// A leave moment at which nothing was shown.
    record NotShownRow(UUID event, LocalDate day, Trigger trigger, Reason reason) implements Row {}
}
