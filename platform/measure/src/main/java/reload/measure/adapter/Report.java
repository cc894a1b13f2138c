package reload.measure.adapter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import reload.mall.Mall;
import reload.measure.Days;
import reload.measure.Figures;
import reload.measure.Interval;
import reload.measure.Lift;

/// The report of a mall, field by field as `contract/console-api.md` has it.
public record Report(
        String mall,
        LocalDate from,
        LocalDate to,
        String currency,
        Instant asOf,
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
        @Nullable Double clickRate,
        long clickers,
        long converted,
        @Nullable Double conversionRate,
        long conversionAmount,
        long refundedAmount,
        long unverifiedAmount,
        long violations,
        IncrementalAmount incrementalAmountPerTriggered) {

    static Report of(Mall mall, Days days, Instant asOf, Figures figures, IncrementalAmount incremental) {
        return new Report(
                mall.key().value(),
                days.from(),
                days.to(),
                mall.currency(),
                asOf,
                figures.sessions(),
                figures.pageViews(),
                figures.dwellVisibleMsMean(),
                figures.dwellActiveMsMean(),
                figures.sessionsOutsideExperiments(),
                figures.triggered(),
                figures.shown(),
                figures.spared(),
                figures.heldOut(),
                figures.impressions(),
                figures.clicks(),
                figures.clickRate(),
                figures.clickers(),
                figures.converted(),
                figures.conversionRate(),
                figures.conversionAmount(),
                figures.refundedAmount(),
                figures.unverifiedAmount(),
                figures.violations(),
                incremental);
    }

    /// A [Lift] and what it comes to for the mall.
    public sealed interface IncrementalAmount {
        /// @param total of all outside the hold-out, those too young to be compared included; low and high are
        ///     anytime-valid
        /// @param matureShown outside the hold-out, whatever they drew
        record Known(
                double estimate, Interval fixed, Interval anytime, long matureShown, long matureHeldOut, Total total)
                implements IncrementalAmount {}

        /// @param estimate like `fixed` and `anytime` always null: the contract wants the words with nothing
        ///     behind them
        record Unknown(
                @Nullable Double estimate,
                @Nullable Interval fixed,
                @Nullable Interval anytime,
                Lift.Reason reason,
                @Nullable Integer daysToGo,
                long matureShown,
                long matureHeldOut)
                implements IncrementalAmount {}

        record Total(double estimate, double low, double high) {}

        static IncrementalAmount of(Lift lift, long outside, long matureShown, long matureHeldOut) {
            return switch (lift) {
                case Lift.Known(double estimate, Interval fixed, Interval anytime) -> {
                    var total = anytime.times(outside);
                    yield new Known(
                            estimate,
                            fixed,
                            anytime,
                            matureShown,
                            matureHeldOut,
                            new Total(estimate * outside, total.low(), total.high()));
                }
                case Lift.Unknown(Lift.Reason reason, OptionalInt daysToGo) ->
                    new Unknown(
                            null,
                            null,
                            null,
                            reason,
                            daysToGo.isPresent() ? daysToGo.getAsInt() : null,
                            matureShown,
                            matureHeldOut);
            };
        }
    }
}
