/// How many beacons the edge takes durably, how fast and for how much processor time, beside an nginx that only
/// says 204.
@NullMarked
package reload.bench.collect;

import org.jspecify.annotations.NullMarked;
