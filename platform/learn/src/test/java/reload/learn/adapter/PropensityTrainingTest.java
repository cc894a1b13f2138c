package reload.learn.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reload.learn.adapter.PropensityTraining.Learnt;
import reload.learn.adapter.PropensityTraining.TooLittle;
import reload.learn.exit.Propensity;
import reload.learn.exit.Signal;
import reload.learn.exit.Visits;
import reload.learn.judge.Scored;

/// On visits whose true chances are known.
class PropensityTrainingTest {
    private static final List<Signal> SIGNALS = List.of(Signal.rising("worth"), Signal.of("pace"), Signal.of("noise"));

    private static double truth(float worth, float pace) {
        return 1 / (1 + Math.exp(2 - 3 * worth - (pace > 0.3 && pace < 0.6 ? 1.5 : 0)));
    }

    private static Visits visits(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] rows = new float[size * 3];
        boolean[] came = new boolean[size];
        int[] sessions = new int[size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < 3; k++) rows[3 * i + k] = (float) random.nextDouble();
            sessions[i] = i / 2;
            came[i] = random.nextDouble() < truth(rows[3 * i], rows[3 * i + 1]);
        }
        return new Visits(SIGNALS, rows, came, sessions);
    }

    private static Learnt learnt;
    private static Visits unseen;

    @BeforeAll
    static void learn() {
        learnt = (Learnt) PropensityTraining.train(visits(1, 3_000), 1, 1);
        unseen = visits(2, 3_000);
    }

    private static Scored judge(Propensity propensity) {
        double[] chances = new double[unseen.size()];
        for (int i = 0; i < chances.length; i++) chances[i] = propensity.of(unseen.row(i));
        return new Scored(chances, unseen.came());
    }

    @Test
    void itRanksNearlyAsTheTruthDoesAndMeansWhatItSays() {
        double[] truth = new double[unseen.size()];
        for (int i = 0; i < truth.length; i++) truth[i] = truth(unseen.row(i)[0], unseen.row(i)[1]);
        Scored ours = judge(learnt.propensity());
        assertThat(ours.areaUnderRoc()).isGreaterThan(new Scored(truth, unseen.came()).areaUnderRoc() - 0.015);
        assertThat(ours.calibrationError()).isLessThan(ours.calibrationBand(300, new SplittableRandom(1)));
    }

    @Test
    void whatItSaysOfItsOwnRowsIsWhatUnseenRowsShow() {
        assertThat(learnt.unseen().areaUnderRoc())
                .isEqualTo(judge(learnt.propensity()).areaUnderRoc(), within(0.03));
    }

    @Test
    void moreOfARisingSignalNeverLowersTheChance() {
        for (float pace = 0; pace < 1; pace += 0.1f) {
            double last = 0;
            for (float worth = 0; worth <= 1; worth += 0.05f) {
                double chance = learnt.propensity().of(new float[] {worth, pace, 0.5f});
                assertThat(chance).isGreaterThanOrEqualTo(last);
                last = chance;
            }
        }
    }

    @Test
    void itSaysWhichSignalsMovedAChance() {
        var why = learnt.propensity().why(new float[] {0.95f, 0.1f, 0.5f});
        assertThat(why.shares().getFirst().signal().name()).isEqualTo("worth");
        assertThat(why.shares().getFirst().logOdds()).isPositive();
    }

    @Test
    void whatItSaysMovedAChanceAddsUpToIt() {
        for (int i = 0; i < 200; i++) {
            Propensity.Why why = learnt.propensity().why(unseen.row(i));
            double logOdds = why.base()
                    + why.shares().stream()
                            .mapToDouble(Propensity.Share::logOdds)
                            .sum();
            assertThat(why.chance()).isEqualTo(learnt.propensity().of(unseen.row(i)));
            assertThat(1 / (1 + Math.exp(-logOdds))).isEqualTo(why.chance(), within(1e-9));
        }
    }

    @Test
    void tooFewOfAKindAreTooLittleToLearnFrom() {
        assertThat(PropensityTraining.train(visits(1, 150), 1, 1)).isInstanceOf(TooLittle.class);
    }

    @Test
    void itSurvivesBeingBytesAndChangedBytesAreRefused() {
        byte[] bytes = learnt.propensity().write();
        Propensity read = Propensity.read(bytes);
        assertThat(read.of(unseen.row(7))).isEqualTo(learnt.propensity().of(unseen.row(7)));
        assertThat(read.signals()).isEqualTo(SIGNALS);
        for (int length : new int[] {0, 5, 20, bytes.length - 1}) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Propensity.read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
