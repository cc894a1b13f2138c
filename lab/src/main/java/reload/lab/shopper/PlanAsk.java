package reload.lab.shopper;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.Device;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Utm;
import reload.event.VisitorId;

/// A page asks what it may show: the body of `POST /v1/plan`.
///
/// @param sentAt the virtual moment, milliseconds since 1970
/// @param left the product the shopper has just come back from
/// @param seen the one chance this visitor has had, with its arm
/// @param recent product ids, newest first
public record PlanAsk(
        VisitorId visitor,
        Storage storage,
        long sentAt,
        UUID view,
        String url,
        Template template,
        @Nullable String product,
        Device device,
        String userAgent,
        boolean webdriver,
        boolean framed,
        Landing landing,
        @Nullable String left,
        @Nullable Seen seen,
        @Nullable Long snoozedUntil,
        List<String> recent,
        List<String> bought) {
    /// How the visit began, and whether this page is the entry it began on.
    public record Landing(
            String url, @Nullable String referrer, @Nullable Utm utm, boolean entry) {}

    public record Seen(long at, Arm arm) {}
}
