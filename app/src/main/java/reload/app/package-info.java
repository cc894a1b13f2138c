/// The application: starts the stages in the order an event travels, hands each what it needs, and stops them in
/// reverse. Nothing is decided here.
@NullMarked
package reload.app;

import org.jspecify.annotations.NullMarked;
