package reload.learn.exit;

import reload.event.Device;
import reload.session.Trail;

/// A session, as far as it has come.
///
/// @param at when it began, milliseconds since 1970
/// @param medium of its landing, as the report has it
public record PastVisit(long at, Device device, String medium, Trail trail) {}
