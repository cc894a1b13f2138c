/// Gradient-boosted trees as plain arrays: what answers is pure Java, and needs nothing of what trained it.
@NullMarked
package reload.learn.trees;

import org.jspecify.annotations.NullMarked;
