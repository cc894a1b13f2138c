package reload.measure.adapter;

import java.time.LocalDate;
import java.util.List;
import reload.measure.Figures;

/// The figures of every day of a range, as `contract/console-api.md` has them.
public record FiguresByDay(List<Row> days) {
    public record Row(
            LocalDate day,
            long sessions,
            long pageViews,
            long dwellVisibleMsMean,
            long triggered,
            long shown,
            long spared,
            long heldOut,
            long impressions,
            long clicks,
            long converted,
            long conversionAmount,
            long refundedAmount) {

        static Row of(LocalDate day, Figures figures) {
            return new Row(
                    day,
                    figures.sessions(),
                    figures.pageViews(),
                    figures.dwellVisibleMsMean(),
                    figures.triggered(),
                    figures.shown(),
                    figures.spared(),
                    figures.heldOut(),
                    figures.impressions(),
                    figures.clicks(),
                    figures.converted(),
                    figures.conversionAmount(),
                    figures.refundedAmount());
        }
    }
}
