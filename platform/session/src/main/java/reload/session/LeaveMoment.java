package reload.session;

import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.Reason;
import reload.event.Trigger;

/// A moment of leaving and what came of it.
///
/// @param arm null where nothing was triggered
public record LeaveMoment(Trigger trigger, @Nullable Arm arm, Reason reason) {}
