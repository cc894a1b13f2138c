/// The demo mall as a browser and as Reload see it. Everything runs for real, on loopback ports.
@NullMarked
package reload.lab.mall;

import org.jspecify.annotations.NullMarked;
