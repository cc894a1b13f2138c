package reload.checks.back;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.checks.stage.Engine;

/// How one run of a scenario went.
///
/// @param run counted from 1
/// @param problem null where everything was as it must be
/// @param calls of ours that touch history or move the shopper, in their order
record Outcome(
        Scenario scenario,
        Engine engine,
        Bundle bundle,
        int run,
        @Nullable String problem,
        List<String> calls) {
    boolean passed() {
        return problem == null;
    }
}
