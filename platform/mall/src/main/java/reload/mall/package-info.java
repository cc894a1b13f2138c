/// Malls: who they are, what they have set, and who may see them. The values here are what every stage reads; the
/// `adapter` subpackage keeps them in PostgreSQL and serves the console.
@NullMarked
package reload.mall;

import org.jspecify.annotations.NullMarked;
