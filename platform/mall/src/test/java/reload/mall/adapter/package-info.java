@NullMarked
package reload.mall.adapter;

import org.jspecify.annotations.NullMarked;
