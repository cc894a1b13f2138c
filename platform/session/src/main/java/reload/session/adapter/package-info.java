/// Runs the session fold over the log on PostgreSQL: state, rows and position commit together, so every event
/// counts once. How the state is written, and how time is told to it, is here too.
@NullMarked
package reload.session.adapter;

import org.jspecify.annotations.NullMarked;
