package reload.event;

import org.jspecify.annotations.Nullable;

/// So many of one product.
///
/// @param price for one, minor units
public record CartLine(
        String product, int quantity, @Nullable Long price) {}
