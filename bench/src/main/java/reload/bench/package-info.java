/// Benchmarks, each beside its control: what is fast or small is only said next to something else measured the
/// same way.
@NullMarked
package reload.bench;

import org.jspecify.annotations.NullMarked;
