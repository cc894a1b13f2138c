/// Simulated shoppers with a known truth: they arrive, look, leave, meet a reload page or not, buy and send
/// back, and know themselves what that adds up to. They meet the platform only as a real mall would, through
/// the public HTTP APIs.
@NullMarked
package reload.lab.shopper;

import org.jspecify.annotations.NullMarked;
