@NullMarked
package reload.catalog.adapter;

import org.jspecify.annotations.NullMarked;
