/// The demo mall: what the label 늦볕 sells this winter, and the words it says about it.
/// Pages are in `page`, pictures in `drawing`; sockets and clocks are in `adapter`.
@NullMarked
package reload.lab.mall;

import org.jspecify.annotations.NullMarked;
