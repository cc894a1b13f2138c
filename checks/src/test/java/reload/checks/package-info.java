/// The architecture as tests: the direction of the stages, the pure core, and the words we do without.
@NullMarked
package reload.checks;

import org.jspecify.annotations.NullMarked;
