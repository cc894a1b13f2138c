package reload.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one fact led to.
///
/// @param refused why the fact was not counted; null where it was
/// @param wakeAt when to look again though nothing happened, milliseconds since 1970; `Long.MAX_VALUE` for never
public record Step(
        VisitorState state, List<Row> rows, @Nullable Refusal refused, long wakeAt) {
    /// Why the fold did not count a fact; the names of `contract/admissions.json`.
    public enum Refusal {
        DUPLICATE,
        TOKEN_REUSED
    }
}
