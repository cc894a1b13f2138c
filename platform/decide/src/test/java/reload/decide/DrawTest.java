package reload.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reload.event.Arm;

class DrawTest {
    @Test
    void theArmIsStickyAndHoldsOutItsShare() {
        byte[] key = new byte[32];
        long held = IntStream.range(0, 20_000)
                .mapToObj(Asking::visitor)
                .filter(v -> Draw.arm(key, "e1", v, 0.1) == Arm.HELD_OUT)
                .count();
        assertThat(held).isBetween(1_850L, 2_150L); // 10 % within 3.5 standard errors
        for (int i = 0; i < 100; i++)
            assertThat(Draw.arm(key, "e1", Asking.visitor(i), 0.1))
                    .isEqualTo(Draw.arm(key, "e1", Asking.visitor(i), 0.1));
    }

    @Test
    void aNewExperimentOrAnotherMallDrawsAnew() {
        byte[] key = new byte[32];
        byte[] other = new byte[32];
        other[5] = 1;
        assertThat(agreement(key, "e1", key, "e2")).isBetween(4_750L, 5_250L);
        assertThat(agreement(key, "e1", other, "e1")).isBetween(4_750L, 5_250L);
    }

    @Test
    void everyShareBetweenNobodyAndEverybodyIsKept() {
        byte[] key = new byte[32];
        assertThat(IntStream.range(0, 1_000).allMatch(i -> Draw.arm(key, "e1", Asking.visitor(i), 0) == Arm.SHOWN))
                .isTrue();
        assertThat(IntStream.range(0, 1_000).allMatch(i -> Draw.arm(key, "e1", Asking.visitor(i), 1) == Arm.HELD_OUT))
                .isTrue();
    }

    private static long agreement(byte[] key, String experiment, byte[] otherKey, String otherExperiment) {
        return IntStream.range(0, 10_000)
                .mapToObj(Asking::visitor)
                .filter(v -> Draw.arm(key, experiment, v, 0.5) == Draw.arm(otherKey, otherExperiment, v, 0.5))
                .count();
    }
}
