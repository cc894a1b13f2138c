package reload.recommend;

import reload.event.VisitorId;

/// One sign of interest of one shopper in one product.
///
/// @param event a number that stands for the event it came from; the same number again in one session is the same sign
/// @param product the mall's own id
/// @param at milliseconds since 1970
public record Observation(VisitorId visitor, long event, String product, Interest interest, long at) {}
