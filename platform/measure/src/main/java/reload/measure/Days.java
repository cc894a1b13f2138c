package reload.measure;

import java.time.LocalDate;

/// A range of mall-local days, both ends included.
///
/// @param to not before `from`, and at most two years after it
public record Days(LocalDate from, LocalDate to) {
    public Days {
        if (to.isBefore(from) || to.isAfter(from.plusYears(2))) {
            throw new IllegalArgumentException("a range is of one day up to two years, not " + from + " to " + to);
        }
    }
}
