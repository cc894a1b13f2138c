package reload.learn.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import reload.event.Arm;
import reload.learn.judge.Round;
import reload.learn.uplift.Uplift.Policy;

/// A simulated mall where a visitor from social media spends 300 more if shown a page, and any other 200 less.
class TargetingTest {
    private static final Map<String, String> SOCIAL =
            Map.of("referral", "kakao / social / autumn", "template", "product");
    private static final Map<String, String> DIRECT = Map.of("referral", "direct", "template", "product");

    @Test
    void itShowsWhereShowingPays() {
        Targeting learnt = Targeting.learn(rounds(1, 8_000, round -> 0.9));
        assertThat(learnt.uplift().policy(0)).isEqualTo(Policy.WHERE_IT_PAYS);
        assertThat(learnt.shows(SOCIAL, 0)).isTrue();
        assertThat(learnt.shows(DIRECT, 0)).isFalse();
        assertThat(learnt.shows(SOCIAL, 400)).isFalse();
    }

    @Test
    void whatItSparedBeforeDoesNotMisleadIt() {
        // As if it had been at work: nine in ten of the others drew nothing.
        Targeting learnt = Targeting.learn(rounds(2, 40_000, known -> known == SOCIAL ? 0.9 : 0.045));
        assertThat(learnt.uplift().effect()).isBetween(-50.0, 150.0); // half of each, so 50
        assertThat(learnt.shows(SOCIAL, 0)).isTrue();
        assertThat(learnt.shows(DIRECT, 0)).isFalse();
    }

    @Test
    void beforeAnythingIsKnownEverybodyIsShown() {
        assertThat(Targeting.UNKNOWN.shows(DIRECT, 0)).isTrue();
        assertThat(Targeting.UNKNOWN.shows(DIRECT, 1_000_000)).isTrue();
        assertThatThrownBy(() -> Targeting.learn(rounds(1, 300, _ -> 0.9)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itReadsAsItWasWrittenAndNothingElseReads() {
        Targeting learnt = Targeting.learn(rounds(1, 8_000, _ -> 0.9));
        byte[] bytes = learnt.write();
        assertThat(Targeting.read(bytes)).isEqualTo(learnt);
        assertThatThrownBy(() -> Targeting.read(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        bytes[0] = 2;
        assertThatThrownBy(() -> Targeting.read(bytes)).hasMessageContaining("layout 2");
    }

    /// A tenth is held out; of the others those who are not shown a page drew nothing.
    ///
    /// @param shown the chance of being shown a page, of all
    private static List<Round> rounds(int seed, int count, ToDoubleFunction<Map<String, String>> shown) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> known = random.nextBoolean() ? SOCIAL : DIRECT;
            double uniform = random.nextDouble();
            boolean heldOut = uniform < 0.1;
            boolean page = uniform >= 0.1 && uniform < 0.1 + shown.applyAsDouble(known);
            double mean = 1_000 + (page ? known == SOCIAL ? 300 : -200 : 0);
            rounds.add(new Round(
                    new UUID(0, i),
                    i,
                    heldOut ? Arm.HELD_OUT : Arm.SHOWN,
                    heldOut || page ? "classic" : "nothing",
                    heldOut ? 0.1 : page ? shown.applyAsDouble(known) : 0.9 - shown.applyAsDouble(known),
                    known,
                    true,
                    Math.round(mean + 500 * random.nextGaussian())));
        }
        return rounds;
    }
}
