/// What the learnt parts are worth on data others have published: each prints the reference of the same run
/// beside it.
@NullMarked
package reload.bench.learn;

import org.jspecify.annotations.NullMarked;
