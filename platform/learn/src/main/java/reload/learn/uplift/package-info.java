/// Whom a reload page helps: differences between those shown and the hold-out, not who would have come
/// anyway.
@NullMarked
package reload.learn.uplift;

import org.jspecify.annotations.NullMarked;
