/// What a mall sells, learnt from its pages or imported by its server, as immutable snapshots per mall.
/// The rule that merges what different sources say lives here, without a database; `adapter` follows the log and
/// answers HTTP.
@NullMarked
package reload.catalog;

import org.jspecify.annotations.NullMarked;
