/// The wire form of the ring's language: reads what pages and mall servers post, exactly as `contract/` says.
/// Refuses what is not of the contract with a sentence that says what and where.
@NullMarked
package reload.event.adapter;

import org.jspecify.annotations.NullMarked;
