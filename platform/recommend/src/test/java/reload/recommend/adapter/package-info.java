@NullMarked
package reload.recommend.adapter;

import org.jspecify.annotations.NullMarked;
