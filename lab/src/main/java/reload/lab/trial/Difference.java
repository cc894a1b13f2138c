package reload.lab.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reload.lab.shopper.Truth;

/// Where a report and the truth disagree. Counts and amounts must be equal; the mean dwell may be off by 1 %.
///
/// @param key as the report has it
public record Difference(String key, double truth, double reported) {
    private static final double DWELL_TOLERANCE = 0.01;

    /// @return empty where the report tells the truth
    public static List<Difference> between(Truth truth, JsonNode report) {
        Map<String, Long> exact = new LinkedHashMap<>();
        exact.put("sessions", truth.sessions());
        exact.put("pageViews", truth.pageViews());
        exact.put("triggered", truth.triggered());
        exact.put("shown", truth.shown());
        exact.put("spared", truth.spared());
        exact.put("heldOut", truth.heldOut());
        exact.put("impressions", truth.impressions());
        exact.put("clicks", truth.clicks());
        exact.put("clickers", truth.clickers());
        exact.put("converted", truth.converted());
        exact.put("conversionAmount", truth.conversionAmount());
        exact.put("refundedAmount", truth.refundedAmount());
        List<Difference> all = new ArrayList<>();
        exact.forEach((key, value) -> {
            if (report.path(key).asLong(Long.MIN_VALUE) != value)
                all.add(new Difference(key, value, report.path(key).asDouble(Double.NaN)));
        });
        double dwell = report.path("dwellVisibleMsMean").asDouble(Double.NaN);
        if (!(Math.abs(dwell - truth.dwellVisibleMsMean()) <= DWELL_TOLERANCE * truth.dwellVisibleMsMean()))
            all.add(new Difference("dwellVisibleMsMean", truth.dwellVisibleMsMean(), dwell));
        return List.copyOf(all);
    }
}
