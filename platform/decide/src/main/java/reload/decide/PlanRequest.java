package reload.decide;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.Consent;
import reload.event.Device;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Utm;
import reload.event.VisitorId;

/// What a page says when it asks for a plan: who, where, how the visit began, and what the page remembers of the
/// visitor. The edge remembers nothing. See `contract/plan-request.schema.json`.
///
/// @param sentAt the browser's clock, milliseconds since 1970
/// @param holds whether the page runs the bundle that can hold Back
/// @param left the product the shopper has just come back from
/// @param recent product ids viewed, newest first
public record PlanRequest(
        SiteKey mall,
        VisitorId visitor,
        Storage storage,
        Consent consent,
        Device device,
        long sentAt,
        UUID view,
        Template template,
        @Nullable String product,
        @Nullable String locale,
        boolean webdriver,
        boolean framed,
        boolean holds,
        Landing landing,
        @Nullable String left,
        @Nullable Seen seen,
        long snoozedUntil,
        List<String> recent,
        List<String> bought) {

    /// How the visit began.
    ///
    /// @param entry whether this page is the history entry the visit landed on
    public record Landing(
            @Nullable String url,
            @Nullable String referrer,
            @Nullable Utm utm,
            boolean entry) {}

    /// The visitor has had the one chance.
    public record Seen(long at, Arm arm) {}
}
