/// Models learnt from the log: who leaves, whom it pays to show a page, which variant; and what policies are worth.
@NullMarked
package reload.learn;

import org.jspecify.annotations.NullMarked;
