/// What a reload page was worth: the figures of a mall, and the incremental amount with its intervals. Pure
/// arithmetic on counts and sums; the `adapter` subpackage reads those from the tables of the session fold.
@NullMarked
package reload.measure;

import org.jspecify.annotations.NullMarked;
