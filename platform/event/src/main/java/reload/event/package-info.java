/// The language of the ring: who, what, when and how much, as values every stage shares.
/// Nothing here knows a framework, a clock or a database; the `adapter` subpackage reads and writes the wire form.
@NullMarked
package reload.event;

import org.jspecify.annotations.NullMarked;
