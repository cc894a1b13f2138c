package reload.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import reload.event.PageEvent.PageViewed;

/// What folding needs to know of the mall.
///
/// @param once whether the mall shows a visitor one reload page only, so that a second is a violation
/// @param landing names where a page view came from
public record MallFrame(ZoneId zone, boolean once, Function<PageViewed, Landing> landing) {
    LocalDate day(long at) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
    }
}
