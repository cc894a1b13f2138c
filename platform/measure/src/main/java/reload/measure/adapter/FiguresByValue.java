package reload.measure.adapter;

import java.util.List;
import reload.measure.Figures;

/// The figures split by a dimension, most sessions first, as `contract/console-api.md` has them.
public record FiguresByValue(List<Row> rows) {
    public record Row(
            String value,
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

        static Row of(String value, Figures figures) {
            return new Row(
                    value,
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
