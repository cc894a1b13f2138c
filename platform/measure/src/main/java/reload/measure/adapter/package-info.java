/// Reads a mall's figures from the tables of the session fold, and says them in the words of
/// `contract/console-api.md`. Every answer is one statement in one transaction that sees this mall's rows only.
@NullMarked
package reload.measure.adapter;

import org.jspecify.annotations.NullMarked;
