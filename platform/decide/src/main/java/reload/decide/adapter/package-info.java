/// Where pages ask for a plan. Answers from memory and never waits: the decision is appended to the log behind
/// the answer.
@NullMarked
package reload.decide.adapter;

import org.jspecify.annotations.NullMarked;
