package reload.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import reload.event.Frequency;
import reload.event.PageEvent.PageViewed;
import reload.event.Trigger;

/// What folding needs to know of the mall.
///
/// @param frequency how often a trigger may interrupt, so that more often is a violation
/// @param landing names where a page view came from
public record MallFrame(ZoneId zone, Function<Trigger, Frequency> frequency, Function<PageViewed, Landing> landing) {
    LocalDate day(long at) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
    }
}
