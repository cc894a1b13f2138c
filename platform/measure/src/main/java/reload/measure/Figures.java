package reload.measure;

import org.jspecify.annotations.Nullable;

/// What happened in a mall in a range of days, or in one part of it (a day, a referral path, a device, ...).
///
/// Sessions count on the mall-local day of their first event, everything else on that of the trigger. Money is in
/// minor units. Each figure is defined in `docs/methods/figures.md`.
///
/// @param dwellVisibleMsMean mean visible milliseconds a session, 0 without sessions
/// @param dwellActiveMsMean mean active milliseconds a session, 0 without sessions
/// @param triggered first triggers of visitors: `shown` + `spared` + `heldOut`
/// @param spared outside the hold-out, but drew nothing
/// @param clicks plans with at least one click into the mall
/// @param clickers visitors whose first click is on one of these plans
/// @param converted those of them with an order within the window of that click
/// @param conversionAmount their orders in that window, net of refunds
/// @param unverifiedAmount the part of `conversionAmount` that no mall server has confirmed
/// @param violations plans shown or counted against the rules (a second impression, say)
public record Figures(
        long sessions,
        long pageViews,
        long dwellVisibleMsMean,
        long dwellActiveMsMean,
        long sessionsOutsideExperiments,
        long triggered,
        long shown,
        long spared,
        long heldOut,
        long impressions,
        long clicks,
        long clickers,
        long converted,
        long conversionAmount,
        long refundedAmount,
        long unverifiedAmount,
        long violations) {

    /// Clicks per impression; null without an impression.
    public @Nullable Double clickRate() {
        return share(clicks, impressions);
    }

    /// Converted per clicker, the classic product's own definition; null without a clicker.
    public @Nullable Double conversionRate() {
        return share(converted, clickers);
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
