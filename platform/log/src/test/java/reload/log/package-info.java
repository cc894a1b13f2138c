/// What a log promises, asked of every log there is.
@NullMarked
package reload.log;

import org.jspecify.annotations.NullMarked;
