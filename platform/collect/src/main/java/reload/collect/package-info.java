/// The way in: decides what of a request becomes a fact, and says why the rest does not.
/// The core judges; the adapter answers pages and mall servers, and waits for the log before it says yes.
@NullMarked
package reload.collect;

import org.jspecify.annotations.NullMarked;
