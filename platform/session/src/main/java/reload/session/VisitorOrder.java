package reload.session;

import java.util.List;
import reload.session.VisitorFact.Refund;

/// An order of a visitor.
///
/// @param at when the page said it was placed, milliseconds since 1970
/// @param amount minor units: the page's word, or the server's once confirmed
record VisitorOrder(String order, long at, long amount, boolean confirmed, List<Refund> refunds) {}
