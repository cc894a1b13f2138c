package reload.measure.adapter;

import java.time.Instant;
import reload.event.MallId;
import reload.measure.Days;

/// Which report is asked for.
///
/// @param key the mall's public name
/// @param holdOutShare the configured share of the hold-out, from 0 up to but not 1
/// @param asOf now; triggers younger than the window then are not compared yet
public record Asked(MallId mall, String key, String currency, double holdOutShare, Days days, Instant asOf) {}
