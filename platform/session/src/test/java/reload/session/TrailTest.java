package reload.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reload.event.Template;
import reload.session.Trail.Carted;
import reload.session.Trail.Ordered;
import reload.session.Trail.Viewed;

class TrailTest {
    private static final Trail TRAIL = new Trail(
            true,
            false,
            List.of(
                    new Viewed(0, Template.LIST, 0),
                    new Viewed(12_300, Template.PRODUCT, 1),
                    new Carted(40_000, 2),
                    new Viewed(50_000_000, Template.ORDER, 300),
                    new Ordered(50_000_000)));

    @Test
    void aTrailReadsAsItWasWrittenInAFewBytesAStep() {
        byte[] bytes = TRAIL.write();
        assertThat(Trail.read(bytes)).isEqualTo(TRAIL);
        assertThat(bytes).hasSizeLessThan(2 + 5 * 6);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfPageHasItsPlace(Template template) {
        Trail trail = new Trail(false, false, List.of(new Viewed(0, template, 0)));
        assertThat(Trail.read(trail.write())).isEqualTo(trail);
    }

    @Test
    void timesAreKeptToTheTenthOfASecond() {
        assertThat(new Viewed(12_399, Template.LIST, 0).afterMs()).isEqualTo(12_300);
        assertThat(new Ordered(-5).afterMs()).isZero();
    }

    @Test
    void ofMoreStepsThanAreKeptTheFirstAreAndItSaysSo() {
        List<Trail.Step> many = Collections.nCopies(Trail.MOST + 1, new Viewed(0, Template.LIST, 0));
        Trail trail = Trail.of(false, many);
        assertThat(trail.cut()).isTrue();
        assertThat(trail.steps()).hasSize(Trail.MOST);
        assertThat(Trail.read(trail.write())).isEqualTo(trail);
    }

    @Test
    void bytesThatAreNoTrailAreRefused() {
        byte[] bytes = TRAIL.write();
        byte[] newer = bytes.clone();
        newer[0] = 2;
        byte[] unknown = bytes.clone();
        unknown[2] = 99;
        byte[] endless = Arrays.copyOf(bytes, 9);
        Arrays.fill(endless, 3, 9, (byte) -1);
        for (byte[] wrong : List.of(newer, unknown, endless, new byte[0], Arrays.copyOf(bytes, bytes.length - 1)))
            assertThatThrownBy(() -> Trail.read(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
}
