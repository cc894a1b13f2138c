package reload.learn.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reload.learn.judge.Gain;

/// Visits of two views each, of which one signal says with what chance they come to an order.
class KeptAsideTest {
    private static final List<Signal> SIGNALS = List.of(Signal.of("worth"));
    private static final int VISITS = 4_000;

    private final KeptAside aside = new KeptAside(visits());

    private static Visits visits() {
        SplittableRandom random = new SplittableRandom(5);
        float[] rows = new float[2 * VISITS];
        boolean[] came = new boolean[2 * VISITS];
        int[] sessions = new int[2 * VISITS];
        for (int i = 0; i < VISITS; i++) {
            boolean comes = random.nextDouble() < 0.2;
            for (int k = 2 * i; k < 2 * i + 2; k++) {
                came[k] = comes;
                sessions[k] = i;
            }
        }
        return new Visits(SIGNALS, rows, came, sessions);
    }

    private static Propensity always(double chance) {
        return Propensity.always(chance, SIGNALS);
    }

    @Test
    void whoSaysTheTruthIsSurelyBetterThanWhoDoesNotAndNobodyThanHimself() {
        assertThat(aside.gain(always(0.2), always(0.4)).exceeds(2)).isTrue();
        assertThat(aside.gain(always(0.4), always(0.2)).exceeds(2)).isFalse();
        assertThat(aside.gain(always(0.2), always(0.2)).exceeds(0)).isFalse();
        assertThat(Gain.NONE.exceeds(0)).isFalse();
        assertThat(aside.gain(always(0.2), always(0.4)).things()).isEqualTo(VISITS);
    }

    @Test
    void calibrationIsJudgedOnOneViewAVisit() {
        assertThat(aside.quality(always(0.2)).hasDrifted()).isFalse();
        assertThat(aside.quality(always(0.3)).hasDrifted()).isTrue();
        assertThat(aside.quality(always(0.2)).rows()).isEqualTo(2 * VISITS);
    }

    @Test
    void aKindIsCountedByVisits() {
        assertThat(aside.fewestOfAKind()).isBetween(VISITS / 6, VISITS / 4);
    }
}
