/// The session fold on a real PostgreSQL.
@NullMarked
package reload.session.adapter;

import org.jspecify.annotations.NullMarked;
