/// Decides: whether a page view may show a reload page, on which side of the experiment the visitor is, and what
/// is on the page. A pure function of the request, the mall's settings and snapshots; a decision is a fact that
/// carries its reasons.
@NullMarked
package reload.decide;

import org.jspecify.annotations.NullMarked;
