@NullMarked
package reload.mall;

import org.jspecify.annotations.NullMarked;
