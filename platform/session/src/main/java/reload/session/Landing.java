package reload.session;

import org.jspecify.annotations.Nullable;

/// Where a session came from, in the words of the report.
///
/// @param referral the path as shown: source, medium and campaign
public record Landing(
        String referral,
        String source,
        String medium,
        @Nullable String campaign) {
    static final Landing UNKNOWN = new Landing("direct", "direct", "none", null);
}
