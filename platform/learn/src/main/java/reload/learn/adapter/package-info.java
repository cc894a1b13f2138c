/// Where models are trained: LightGBM's native library, behind types of our own.
@NullMarked
package reload.learn.adapter;

import org.jspecify.annotations.NullMarked;
