package reload.learn.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Against logs whose truth is known: two kinds of visitors, three arms.
class OffPolicyTest {
    private static final double[][] RATES = {{0.1, 0.3, 0.2}, {0.2, 0.1, 0.4}};
    private static final double[][] LOGGING = {{0.5, 0.3, 0.2}, {0.2, 0.5, 0.3}};
    private static final double[][] CANDIDATE = {{0, 0.9, 0.1}, {0.1, 0, 0.9}};
    /// Half of the visitors are of each kind.
    private static final double TRUTH = (0.9 * 0.3 + 0.1 * 0.2 + 0.1 * 0.2 + 0.9 * 0.4) / 2;

    private static List<Decided> log(long seed, int size, double wrong) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Decided> log = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(2);
            double draw = random.nextDouble();
            int arm = draw < LOGGING[kind][0] ? 0 : draw < LOGGING[kind][0] + LOGGING[kind][1] ? 1 : 2;
            double reward = random.nextDouble() < RATES[kind][arm] ? 1 : 0;
            double[] foretold = {0.15, 0.2, 0.3}; // knows no kinds
            log.add(new Decided(arm, LOGGING[kind][arm] * wrong, reward, CANDIDATE[kind], foretold));
        }
        return log;
    }

    @Test
    void threeDecisionsByHand() {
        double[] candidate = {0.25, 0.75};
        double[] foretold = {0.5, 1};
        var judged = OffPolicy.judge(List.of(
                new Decided(0, 0.5, 1, candidate, foretold),
                new Decided(1, 0.5, 0, candidate, foretold),
                new Decided(1, 0.5, 1, candidate, foretold)));
        // Weights 0.5, 1.5, 1.5; the model expects 0.875 of each.
        assertThat(judged.ips().value()).isEqualTo((0.5 + 0 + 1.5) / 3, within(1e-12));
        assertThat(judged.snips().value()).isEqualTo(2 / 3.5, within(1e-12));
        assertThat(judged.doublyRobust().value()).isEqualTo(0.875 + (0.5 * 0.5 - 1.5 + 0) / 3, within(1e-12));
        assertThat(judged.effective()).isEqualTo(3.5 * 3.5 / 4.75, within(1e-12));
        assertThat(judged.weights().mean()).isEqualTo(3.5 / 3, within(1e-12));
    }

    @Test
    void eachIntervalHoldsTheTruthInAbout95Of100Logs() {
        int ips = 0;
        int snips = 0;
        int robust = 0;
        double ipsWidth = 0;
        double robustWidth = 0;
        for (int seed = 0; seed < 400; seed++) {
            var judged = OffPolicy.judge(log(seed, 1_000, 1));
            if (judged.ips().interval().contains(TRUTH)) ips++;
            if (judged.snips().interval().contains(TRUTH)) snips++;
            if (judged.doublyRobust().interval().contains(TRUTH)) robust++;
            ipsWidth += judged.ips().interval().width();
            robustWidth += judged.doublyRobust().interval().width();
        }
        assertThat(ips).isBetween(368, 392);
        assertThat(snips).isBetween(368, 392);
        assertThat(robust).isBetween(368, 392);
        assertThat(robustWidth).isLessThan(ipsWidth);
    }

    @Test
    void propensitiesThatAreNotWhatWasDrawnWithAreFoundOut() {
        int believed = 0;
        for (int seed = 0; seed < 100; seed++)
            if (OffPolicy.judge(log(seed, 5_000, 1)).weights().holds()) believed++;
        assertThat(believed).isGreaterThanOrEqualTo(98);
        assertThat(OffPolicy.judge(log(1, 5_000, 0.9)).weights().holds()).isFalse();
    }

    @Test
    void aPolicyTheLogSaysNothingOfIsNotJudged() {
        double[] never = {0, 1};
        var log = List.of(new Decided(0, 1, 1, never, new double[2]), new Decided(0, 1, 0, never, new double[2]));
        assertThatThrownBy(() -> OffPolicy.judge(log)).isInstanceOf(IllegalArgumentException.class);
    }
}
