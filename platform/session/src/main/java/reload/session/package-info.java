/// Folds what happened, one visitor at a time and in the order of the log, into sessions, exposures and what
/// orders were worth. Pure: the same log gives the same rows, however often and in whatever pieces it is
/// folded.
@NullMarked
package reload.session;

import org.jspecify.annotations.NullMarked;
