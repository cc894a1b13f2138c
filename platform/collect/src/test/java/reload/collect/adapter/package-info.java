/// The doors of the edge, tried one by one.
@NullMarked
package reload.collect.adapter;

import org.jspecify.annotations.NullMarked;
