/// Follows the log with one learner a mall and keeps the latest recommenders in memory for the edge.
/// What was learnt is kept in PostgreSQL now and then, so that a restart replays minutes, not months.
@NullMarked
package reload.recommend.adapter;

import org.jspecify.annotations.NullMarked;
