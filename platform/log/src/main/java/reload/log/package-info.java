/// The log: every accepted fact, kept once, in an order that later stages can fold again and get the same answer.
/// The core is what is appended and the port; the `adapter` subpackage keeps it in PostgreSQL, and runs that server.
@NullMarked
package reload.log;

import org.jspecify.annotations.NullMarked;
