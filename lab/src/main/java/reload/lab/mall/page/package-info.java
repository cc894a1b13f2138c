/// The demo mall's pages, its social feed and its search engine, as text. Knows neither sockets nor clocks.
@NullMarked
package reload.lab.mall.page;

import org.jspecify.annotations.NullMarked;
