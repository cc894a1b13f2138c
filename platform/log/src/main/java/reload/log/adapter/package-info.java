/// The log in PostgreSQL: one writer, group commits, partitions by day; and the PostgreSQL itself, as our
/// child process or by URL. Which of the two it is makes no difference to anyone who asks [Database] for a
/// login.
@NullMarked
package reload.log.adapter;

import org.jspecify.annotations.NullMarked;
