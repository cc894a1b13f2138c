/// Who is leaving, and who is about to buy: propensities that are calibrated, only move the sensible way, and
/// can say why.
@NullMarked
package reload.learn.exit;

import org.jspecify.annotations.NullMarked;
