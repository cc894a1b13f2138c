package reload.learn.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reload.event.PageEvent.Sensed;

class LeaveModelTest {
    private static final LeaveModel DEFAULT = LeaveModel.DEFAULT;

    @Test
    void thereIsAWeightForEachFeature() {
        assertThat(DEFAULT.version()).isEqualTo(1);
        assertThat(DEFAULT.weights()).hasSize(Sensed.FEATURES);
    }

    /// The examples of `docs/methods/leave-signal.md`.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the pointer leaves through the top after 20 s,    0,   0.3, 0.33, 0,   0, 0,    1, 0, 0.1, 0.1, 0, 0.1, true",
        "the pointer leaves through the top after 2 s,     0,   0.1, 0.03, 0,   0, 0,    1, 0, 0.1, 0.1, 0, 0,   false",
        "a fast fling up after reading,                    1,   0.7, 0.42, 0,   0, 0,    0, 1, 0.1, 0.1, 0, 0.1, true",
        "a slow fling up after reading,                    0.4, 0.7, 0.42, 0,   0, 0,    0, 1, 0.1, 0.1, 0, 0.1, false",
        "a fast fling up at once,                          1,   0.1, 0.05, 0,   0, 0,    0, 1, 0.1, 0.1, 0, 0,   false",
        "half a minute of nothing after reading,           0,   0.8, 0.42, 1,   0, 0,    0, 1, 0.1, 0.1, 0, 0.6, true",
        "a pause while reading,                            0,   0.5, 0.3,  0.3, 0, 0,    0, 1, 0.1, 0.1, 0, 0.5, false",
        "scrolling to and fro and pausing,                 0,   0.7, 0.42, 0.5, 1, 0,    0, 1, 0.1, 0.1, 0, 0.3, true",
        "back from another tab once,                       0,   0.5, 0.4,  0,   0, 0.33, 0, 0, 0.1, 0.1, 0, 0.5, false",
        "just arrived,                                     0,   0,   0,    0,   0, 0,    0, 0, 0.1, 0.1, 0, 0,   false"
    })
    void oneStrongSignAfterReadingIsEnoughAndAloneIsNot(
            String what,
            double fling,
            double depth,
            double dwell,
            double idle,
            double hesitation,
            double hidden,
            double topExit,
            double touch,
            double views,
            double products,
            double cart,
            double position,
            boolean raised) {
        List<Double> features = Arrays.asList(
                fling, depth, dwell, idle, hesitation, hidden, topExit, touch, views, products, cart, position);
        assertThat(DEFAULT.score(features) >= DEFAULT.threshold()).as(what).isEqualTo(raised);
    }
}
