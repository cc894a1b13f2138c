package reload.learn.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reload.event.PageEvent.Sensed;
import reload.learn.exit.LeaveLearning.Better;
import reload.learn.exit.LeaveLearning.NoBetter;
import reload.learn.exit.LeaveLearning.TooLittle;

/// On simulated malls whose shoppers leave by known rules.
class LeaveLearningTest {
    /// Here, fast flings are a habit, and being idle is leaving.
    private static final LeaveModel HABITS =
            new LeaveModel(1, List.of(0.2, 0.5, 0.4, 3.5, 0.5, 2.5, 1.0, 0.3, -1.0, 0.0, -1.5, 0.0), -1.5, 0.5);

    private static List<Sign> signs(long seed, int count, LeaveModel truth) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Sign> signs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] features = random.doubles(Sensed.FEATURES).toArray();
            double chance = truth.score(Arrays.stream(features).boxed().toList());
            signs.add(new Sign(i, features, random.nextDouble() < chance));
        }
        return signs;
    }

    @Test
    void aMallOfOtherHabitsGetsAModelOfItsOwn() {
        var learnt = LeaveLearning.learn(signs(1, 2_000, HABITS), LeaveModel.DEFAULT, LeaveModel.DEFAULT);
        assertThat(learnt).isInstanceOfSatisfying(Better.class, better -> {
            assertThat(better.tried().logLoss()).isLessThan(better.atWork().logLoss());
            assertThat(better.atWork().hasDrifted()).isTrue();
            assertThat(better.tried().hasDrifted()).isFalse();
            List<Sign> unseen = signs(2, 5_000, HABITS);
            assertThat(LeaveLearning.quality(better.model(), unseen).areaUnderRoc())
                    .isGreaterThan(LeaveLearning.quality(HABITS, unseen).areaUnderRoc() - 0.02);
        });
    }

    @Test
    void aLearntModelIsRaisedNoMoreOftenThanTheOneItReplaces() {
        List<Sign> signs = signs(1, 2_000, HABITS);
        Better better = (Better) LeaveLearning.learn(signs, LeaveModel.DEFAULT, LeaveModel.DEFAULT);
        assertThat(raised(better.model(), signs))
                .isBetween(raised(LeaveModel.DEFAULT, signs) - 20, raised(LeaveModel.DEFAULT, signs));
        LeaveModel never = LeaveModel.DEFAULT.raisedAt(1);
        Better useful = (Better) LeaveLearning.learn(signs, LeaveModel.DEFAULT, never);
        assertThat(raised(never, signs)).isZero();
        assertThat(raised(useful.model(), signs)).isBetween(80L, 100L);
    }

    private static long raised(LeaveModel model, List<Sign> signs) {
        return signs.stream()
                .filter(sign ->
                        model.score(Arrays.stream(sign.features()).boxed().toList()) >= model.threshold())
                .count();
    }

    @Test
    void aModelThatIsRightIsNotReplaced() {
        int replaced = 0;
        for (int seed = 0; seed < 40; seed++)
            if (LeaveLearning.learn(signs(seed, 1_000, HABITS), LeaveModel.DEFAULT, HABITS) instanceof Better)
                replaced++;
        assertThat(replaced).isLessThanOrEqualTo(2);
        assertThat(LeaveLearning.learn(signs(1, 1_000, HABITS), LeaveModel.DEFAULT, HABITS))
                .isInstanceOf(NoBetter.class);
    }

    @Test
    void withTooLittleItSaysSoAndNothingIsReplaced() {
        assertThat(LeaveLearning.learn(signs(1, 60, HABITS), LeaveModel.DEFAULT, LeaveModel.DEFAULT))
                .isInstanceOfSatisfying(
                        TooLittle.class,
                        few -> assertThat(few.left() + few.stayed()).isEqualTo(60));
    }

    /// A hundred and fifty signs teach more to who begins at what other malls saw.
    @Test
    void whatOtherMallsSawHelpsAMallWithFewSigns() {
        LeaveModel others = LeaveLearning.fit(signs(9, 5_000, HABITS), LeaveModel.DEFAULT, LeaveLearning.PRECISION);
        List<Sign> unseen = signs(2, 5_000, HABITS);
        double alone = 0;
        double pooled = 0;
        for (int seed = 20; seed < 30; seed++) {
            List<Sign> few = signs(seed, 150, HABITS);
            alone += LeaveLearning.quality(LeaveLearning.fit(few, LeaveModel.DEFAULT, 10), unseen)
                    .logLoss();
            pooled += LeaveLearning.quality(LeaveLearning.fit(few, others, 10), unseen)
                    .logLoss();
        }
        assertThat(pooled).isLessThan(alone);
    }

    @Test
    void withoutSignsWhatIsBelievedStands() {
        assertThat(LeaveLearning.fit(List.of(), LeaveModel.DEFAULT, 10)).isEqualTo(LeaveModel.DEFAULT);
    }

    @Test
    void aModelIsAHundredAndSomeBytesAndChangedOnesAreRefused() {
        byte[] bytes = HABITS.write();
        assertThat(bytes).hasSizeLessThan(200);
        assertThat(LeaveModel.read(bytes)).isEqualTo(HABITS);
        assertThatThrownBy(() -> LeaveModel.read(new byte[] {2, 12})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LeaveModel.read(Arrays.copyOf(bytes, 50)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
