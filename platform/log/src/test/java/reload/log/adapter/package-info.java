/// The log and its database against a real PostgreSQL; [TestDatabase] gives later stages the same one.
@NullMarked
package reload.log.adapter;

import org.jspecify.annotations.NullMarked;
