package reload.recommend;

import org.jspecify.annotations.Nullable;

/// What speaks for a recommended product.
public sealed interface Why {
    /// Other shoppers viewed it in the same session as something this shopper viewed.
    ///
    /// @param with the product of this session that speaks for it most
    /// @param sessions how many of the sessions compared saw it together with goods of this session
    record ViewedTogether(String with, int sessions) implements Why {}

    /// Many shoppers looked at it lately.
    ///
    /// @param category in this category; null in the whole mall
    record Popular(@Nullable String category) implements Why {}
}
