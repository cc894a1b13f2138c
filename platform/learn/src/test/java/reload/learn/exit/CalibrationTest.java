package reload.learn.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reload.learn.judge.Scored;

class CalibrationTest {
    private static final Calibration SHARED = new Calibration(1.5, -1);
    private static final Calibration OWN = new Calibration(1.2, 0.5);

    /// Scores of a mall whose shoppers are as `OWN` says.
    private static Scored rows(int size) {
        SplittableRandom random = new SplittableRandom(1);
        double[] scores = random.doubles(size, -2, 2).toArray();
        boolean[] came = new boolean[size];
        for (int i = 0; i < size; i++) came[i] = random.nextDouble() < OWN.chance(scores[i]);
        return new Scored(scores, came);
    }

    @Test
    void aFewRowsHardlyMoveWhatManyMallsTaughtAndManyDo() {
        assertThat(SHARED.movedBy(rows(2)).chance(0)).isEqualTo(SHARED.chance(0), within(0.2));
        Calibration moved = SHARED.movedBy(rows(20_000));
        for (double score = -2; score <= 2; score += 0.5)
            assertThat(moved.chance(score)).isEqualTo(OWN.chance(score), within(0.02));
    }

    @Test
    void itSurvivesBeingBytesAndOtherBytesAreRefused() {
        assertThat(Calibration.read(OWN.write())).isEqualTo(OWN);
        assertThatThrownBy(() -> Calibration.read(new byte[9])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Calibration.read(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }
}
