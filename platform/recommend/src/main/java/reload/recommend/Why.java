package reload.recommend;

import org.jspecify.annotations.Nullable;

/// What speaks for a recommended product.
public sealed interface Why {
    /// Other shoppers viewed it in the same session as something this shopper viewed.
    ///
    /// @param with the product of this session that speaks for it most
    /// @param sessions how many of the sessions compared saw it together with goods of this session
    /// @param thisWeek how many of those in the last seven days
    record ViewedTogether(String with, int sessions, int thisWeek) implements Why {}

    /// Other shoppers ordered both in one session.
    ///
    /// @param with the product of this session
    /// @param sessions in how many
    record OrderedTogether(String with, int sessions) implements Why {}

    /// It comes after what other shoppers went on to from something this shopper viewed.
    ///
    /// @param with the product of this session
    record LeadsOn(String with) implements Why {}

    /// Many shoppers looked at it lately.
    ///
    /// @param category in this category; null in the whole mall
    record Popular(@Nullable String category) implements Why {}
}
