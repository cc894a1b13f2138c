package reload.event;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A plan was given to a page, with its reasons: a decision is a fact, so that it can be judged later.
///
/// @param at milliseconds since 1970, the server's clock
/// @param pass what its token says; null where the visit was not eligible
/// @param reason why nothing will be shown; null where eligible
/// @param triggers why each trigger is armed (null) or not
public record PlanIssued(
        UUID id,
        long at,
        UUID view,
        @Nullable PlanPass pass,
        @Nullable Reason reason,
        Map<Trigger, @Nullable Reason> triggers) {}
