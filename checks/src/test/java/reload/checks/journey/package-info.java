/// Journeys of a shopper in a real browser with a real window, driven by mouse and keyboard only: Back is the
/// button in the toolbar. A browser lets scripts go back where it would not let a page hold a person, so
/// nothing but input proves what a shopper feels.
@NullMarked
package reload.checks.journey;

import org.jspecify.annotations.NullMarked;
