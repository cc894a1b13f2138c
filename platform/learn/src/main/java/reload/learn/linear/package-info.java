/// Linear models, for what has few rows or must fit into a few hundred bytes.
@NullMarked
package reload.learn.linear;

import org.jspecify.annotations.NullMarked;
