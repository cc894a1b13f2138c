/// Judges models and policies on what was seen: how well scores rank and mean what they say, what a policy
/// would have been worth, and how sure that is.
@NullMarked
package reload.learn.judge;

import org.jspecify.annotations.NullMarked;
