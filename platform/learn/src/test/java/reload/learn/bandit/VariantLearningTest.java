package reload.learn.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reload.event.Arm;
import reload.learn.judge.Round;

/// Rounds of a simulated mall: a tenth held out, the others drawn evenly among three variants.
class VariantLearningTest {
    private static final List<String> VARIANTS = List.of("classic", "a", "nothing");
    private static final List<Beta> UNKNOWN = Collections.nCopies(3, Beta.UNIFORM);

    @Test
    void thePageThatBringsMostGetsMostAndTheOthersStayKnown() {
        var learnt = VariantLearning.learn(VARIANTS, UNKNOWN, rounds(3_000, 0.2, 0.3, 0.1, 0.05, 0.05, 0.05));
        assertThat(learnt.shares().of().get("a")).isCloseTo(0.9, within(0.001));
        assertThat(learnt.shares().of().get("classic")).isCloseTo(0.05, within(0.001));
        assertThat(learnt.shares().of().get("nothing")).isCloseTo(0.05, within(0.001));
        assertThat(learnt.guarded()).isEmpty();
    }

    @Test
    void showingNothingWinsWhereEveryPageAnnoys() {
        var learnt = VariantLearning.learn(VARIANTS, UNKNOWN, rounds(3_000, 0.2, 0.15, 0.3, 0.05, 0.05, 0.05));
        assertThat(learnt.shares().of().get("nothing")).isCloseTo(0.9, within(0.001));
    }

    @Test
    void theHoldOutSpeaksForNothing() {
        List<Round> rounds = rounds(3_000, 0.2, 0.2, 0.1, 0.05, 0.05, 0.05);
        long nothing = rounds.stream()
                .filter(round -> round.arm() == Arm.HELD_OUT || round.variant().equals("nothing"))
                .count();
        var learnt = VariantLearning.learn(VARIANTS, UNKNOWN, rounds);
        assertThat(learnt.seen().getLast().rounds()).isEqualTo(nothing);
        var pages = VariantLearning.learn(VARIANTS.subList(0, 2), UNKNOWN.subList(0, 2), rounds);
        assertThat(pages.seen().stream().mapToLong(Malls.Seen::rounds).sum()).isEqualTo(rounds.size() - nothing);
    }

    @Test
    void aPageThatIsLookedAtButSurelyCostsOrdersIsKeptToTheLeast() {
        var learnt = VariantLearning.learn(VARIANTS, UNKNOWN, rounds(10_000, 0.2, 0.4, 0.1, 0.1, 0.04, 0.1));
        assertThat(learnt.guarded()).containsExactly("a");
        assertThat(learnt.shares().of().get("a")).isCloseTo(0.05, within(1e-9));
        assertThat(learnt.shares().of().get("classic")).isGreaterThan(0.8);
    }

    @Test
    void fewerOrdersByChanceGuardNothing() {
        for (int seed = 0; seed < 20; seed++)
            assertThat(VariantLearning.learn(VARIANTS, UNKNOWN, rounds(seed, 2_000, 0.2, 0.4, 0.1, 0.1, 0.1, 0.1))
                            .guarded())
                    .isEmpty();
    }

    @Test
    void withoutRoundsTheSharesAreWhatOtherMallsSay() {
        List<Beta> priors = List.of(new Beta(20, 80), new Beta(35, 65), new Beta(10, 90));
        var learnt = VariantLearning.learn(VARIANTS, priors, List.of());
        assertThat(learnt.shares().of().get("a")).isGreaterThan(0.85);
    }

    @Test
    void aChangeOfWhatShoppersLikeIsFollowed() {
        List<Round> rounds = new ArrayList<>(rounds(8_000, 0.3, 0.2, 0.1, 0.05, 0.05, 0.05));
        rounds.addAll(rounds(2, 4_000, 0.1, 0.2, 0.1, 0.05, 0.05, 0.05));
        var learnt = VariantLearning.learn(VARIANTS, UNKNOWN, rounds);
        assertThat(learnt.hasChanged()).isTrue();
        assertThat(learnt.shares().of().get("a")).isGreaterThan(0.8);
    }

    private static List<Round> rounds(int count, double... rates) {
        return rounds(1, count, rates);
    }

    /// @param rates chances of a reward by variant, then of an order
    private static List<Round> rounds(int seed, int count, double... rates) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean heldOut = random.nextDouble() < 0.1;
            int variant = random.nextInt(3);
            int lived = heldOut ? 2 : variant;
            rounds.add(new Round(
                    new UUID(0, i),
                    i,
                    heldOut ? Arm.HELD_OUT : Arm.SHOWN,
                    heldOut ? "classic" : VARIANTS.get(variant),
                    heldOut ? 0.1 : 0.3,
                    Map.of(),
                    random.nextDouble() < rates[lived],
                    random.nextDouble() < rates[3 + lived] ? 10_000 : 0));
        }
        return rounds;
    }
}
