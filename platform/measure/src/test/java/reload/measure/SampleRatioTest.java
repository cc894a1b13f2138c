package reload.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleRatioTest {
    @Test
    void theEvidenceOfOneVisitorIsTheBayesFactorByHand() {
        // One shown visitor under Beta(100, 900) has probability 0.9, as under the configured share: no evidence either
        // way.
        assertThat(SampleRatio.logEvidence(1, 0, 0.1)).isCloseTo(0, within(1e-8));
        // A second one: 0.9 * 901/1001 against 0.9 * 0.9.
        assertThat(SampleRatio.logEvidence(2, 0, 0.1)).isCloseTo(Math.log(901 / 1001.0 / 0.9), within(1e-8));
        // With a share so small that the prior's first count is below 1: 0.5 and 999.5.
        assertThat(SampleRatio.logEvidence(0, 2, 0.0005)).isCloseTo(Math.log(1.5 / 1001 / 0.0005), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5})
    void aSoundDrawIsHardlyEverLockedThoughLookedAtAfterEveryVisitor(double share) {
        long locked = IntStream.range(0, 500)
                .parallel()
                .filter(seed -> everOff(share, share, seed))
                .count();

        // 0.001 of 500 are 0.5; 4 or more would come by chance in 1 of 570.
        assertThat(locked).isLessThanOrEqualTo(3);
    }

    @Test
    void aHoldOutThatLosesAFifthOfItsTriggersIsNoticed() {
        long locked = IntStream.range(0, 200)
                .parallel()
                .filter(seed -> everOff(0.1, 0.08 / 0.98, seed))
                .count();

        assertThat(locked).isGreaterThan(180);
    }

    private static boolean everOff(double configured, double real, int seed) {
        var random = new SplittableRandom(seed);
        int heldOut = 0;
        for (int visitors = 1; visitors <= 10_000; visitors++) {
            if (random.nextDouble() < real) heldOut++;
            if (SampleRatio.isOff(visitors - heldOut, heldOut, configured)) return true;
        }
        return false;
    }
}
