package reload.event;

import org.jspecify.annotations.Nullable;

/// The campaign parameters of a landing URL, as written there.
public record Utm(
        @Nullable String source,
        @Nullable String medium,
        @Nullable String campaign,
        @Nullable String term,
        @Nullable String content) {}
