/// How long a page waits for its plan, beside an nginx that only says 204, at rest and while the worker catches
/// up.
@NullMarked
package reload.bench.plan;

import org.jspecify.annotations.NullMarked;
