/// The rim of the simulated shoppers: HTTP, threads, the command line. Nothing here decides what a shopper
/// does.
@NullMarked
package reload.lab.shopper.adapter;

import org.jspecify.annotations.NullMarked;
