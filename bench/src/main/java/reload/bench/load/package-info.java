/// One generator of load for a server and its control alike, and what it takes to compare the two: the control
/// itself, and the processor time a process and its children use.
@NullMarked
package reload.bench.load;

import org.jspecify.annotations.NullMarked;
