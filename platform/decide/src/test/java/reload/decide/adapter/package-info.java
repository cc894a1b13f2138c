@NullMarked
package reload.decide.adapter;

import org.jspecify.annotations.NullMarked;
