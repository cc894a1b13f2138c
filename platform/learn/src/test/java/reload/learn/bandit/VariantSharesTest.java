package reload.learn.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariantSharesTest {
    private static final VariantShares LEARNT = new VariantShares(Map.of("classic", 0.6, "a", 0.3, "nothing", 0.1));

    @Test
    void beforeAnythingIsLearntAllGetTheSame() {
        assertThat(over(VariantShares.EVEN, "classic", "a")).containsExactly(0.5, 0.5);
    }

    @Test
    void whatWasLearntIsTakenAsItIs() {
        assertThat(over(LEARNT, "classic", "a", "nothing"))
                .containsExactly(new double[] {0.6, 0.3, 0.1}, within(1e-12));
    }

    @Test
    void aPageThatIsGoneLeavesItsShareToTheOthers() {
        assertThat(over(LEARNT, "classic", "a")).containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
    }

    @Test
    void aNewPageBeginsEvenly() {
        assertThat(over(LEARNT, "classic", "a", "nothing", "new"))
                .containsExactly(new double[] {0.45, 0.225, 0.075, 0.25}, within(1e-12));
    }

    @Test
    void theyReadAsTheyWereWrittenAndNothingElseReads() {
        assertThat(VariantShares.read(LEARNT.write())).isEqualTo(LEARNT);
        byte[] bytes = LEARNT.write();
        assertThatThrownBy(() -> VariantShares.read(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        bytes[0] = 2;
        assertThatThrownBy(() -> VariantShares.read(bytes)).hasMessageContaining("layout 2");
    }

    private static double[] over(VariantShares shares, String... variants) {
        return shares.over(List.of(variants)).of();
    }
}
