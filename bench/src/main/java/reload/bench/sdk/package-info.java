/// What our script weighs in a mall's page, beside scripts of others. All are bundled and compressed the same
/// way.
@NullMarked
package reload.bench.sdk;

import org.jspecify.annotations.NullMarked;
