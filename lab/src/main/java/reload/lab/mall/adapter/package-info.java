/// Sockets, files, clocks and dice of the demo mall: three small HTTP servers and the mall's own calls to Reload.
@NullMarked
package reload.lab.mall.adapter;

import org.jspecify.annotations.NullMarked;
