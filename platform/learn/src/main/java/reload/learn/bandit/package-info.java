/// Which variant to show: shares of the visitors that follow what each variant brings, with their
/// propensities known.
@NullMarked
package reload.learn.bandit;

import org.jspecify.annotations.NullMarked;
