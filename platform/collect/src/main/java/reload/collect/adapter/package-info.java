/// The doors at the edge: what pages and mall servers post, and the script itself.
/// Nothing here blocks: an answer waits for the log on the log's own thread.
@NullMarked
package reload.collect.adapter;

import org.jspecify.annotations.NullMarked;
