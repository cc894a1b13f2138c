package reload.lab.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import reload.lab.shopper.Truth;
import reload.lab.shopper.Truth.Sides;

class DifferenceTest {
    private static final Truth TRUTH = new Truth(
            0, 10, 20, 10_000, 6, 4, 1, 1, 4, 2, 2, 1, 900, 100, new Sides(4, 1, 1), new Sides(2, 0, 0), 50, 40);

    private static ObjectNode report(double dwell) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("sessions", 10)
                .put("pageViews", 20)
                .put("triggered", 6)
                .put("shown", 4)
                .put("spared", 1)
                .put("heldOut", 1);
        json.put("impressions", 4).put("clicks", 2).put("clickers", 2).put("converted", 1);
        return json.put("conversionAmount", 900).put("refundedAmount", 100).put("dwellVisibleMsMean", dwell);
    }

    @Test
    void aReportThatTellsTheTruthDiffersNowhere() {
        assertThat(Difference.between(TRUTH, report(1_000))).isEmpty();
        assertThat(Difference.between(TRUTH, report(1_009.9)))
                .as("dwell within 1 %")
                .isEmpty();
    }

    @Test
    void aCountThatIsOffByOneAndADwellThatIsOffByMoreThanAHundredthAreNamed() {
        ObjectNode report = report(1_011);
        report.put("clicks", 3);
        assertThat(Difference.between(TRUTH, report))
                .extracting(Difference::key)
                .containsExactly("clicks", "dwellVisibleMsMean");
    }

    @Test
    void aFigureTheReportDoesNotHaveIsADifference() {
        ObjectNode report = report(1_000);
        report.remove("sessions");
        report.remove("dwellVisibleMsMean");
        assertThat(Difference.between(TRUTH, report))
                .extracting(Difference::key)
                .containsExactly("sessions", "dwellVisibleMsMean");
    }
}
