package reload.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request of a page: some events of one visitor.
///
/// @param sentAt the browser's clock when it was sent, milliseconds since 1970
/// @param webdriver whether the browser says it is automated
/// @param events 1 to 50; null where the event is of no known type or not of its type's shape
public record Beacon(
        SiteKey mall,
        VisitorId visitor,
        Storage storage,
        Consent consent,
        long sentAt,
        Device device,
        boolean webdriver,
        List<@Nullable PageEvent> events) {}
