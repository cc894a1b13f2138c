package reload.measure.adapter;

import java.util.List;

/// Why a reload page was (not) shown, most frequent first, as `contract/console-api.md` has it.
public record Reasons(List<Row> rows) {
    /// @param reason of `contract/reasons.json`
    public record Row(String trigger, String reason, long count) {}
}
