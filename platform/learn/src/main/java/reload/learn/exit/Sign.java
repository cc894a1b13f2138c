package reload.learn.exit;

/// A sign of leaving that a page sensed, and what became of it.
///
/// @param at when, milliseconds since 1970
/// @param features what the page knew, as `docs/methods/leave-signal.md` orders them
/// @param left whether the shopper viewed no further page of the mall in the session
public record Sign(long at, double[] features, boolean left) {}
