package reload.learn.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reload.learn.linear.Logistic;
import reload.learn.uplift.Uplift.Policy;

/// Against experiments whose true effects are known: a signal that says who would come anyway, one that says
/// whom it helps, and one that says nothing.
class UpliftTest {
    private static final List<String> SIGNALS = List.of("comes anyway", "is helped", "noise");

    private static Experiment experiment(long seed, int size, ToDoubleFunction<double[]> effect) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[size][];
        boolean[] treated = new boolean[size];
        double[] outcome = new double[size];
        for (int i = 0; i < size; i++) {
            rows[i] = new double[] {random.nextDouble(), random.nextInt(2), random.nextDouble()};
            treated[i] = random.nextDouble() < 0.8;
            double chance = 0.05 + 0.4 * rows[i][0] + (treated[i] ? effect.applyAsDouble(rows[i]) : 0);
            outcome[i] = random.nextDouble() < chance ? 1 : 0;
        }
        return new Experiment(SIGNALS, rows, treated, outcome);
    }

    private static double[] each(Experiment experiment, ToDoubleFunction<double[]> value) {
        return Arrays.stream(experiment.rows()).mapToDouble(value).toArray();
    }

    @Test
    void whatChangesTheEffectIsFoundAndHowMuch() {
        Uplift learnt = Uplift.learn(experiment(1, 20_000, row -> 0.1 * row[1]));
        assertThat(learnt.found()).singleElement().satisfies(one -> {
            assertThat(one.signal()).isEqualTo("is helped");
            assertThat(one.slope()).isEqualTo(0.1, within(0.04));
        });
        assertThat(learnt.of(new double[] {0.9, 1, 0.5})).isEqualTo(0.1, within(0.04));
        assertThat(learnt.of(new double[] {0.9, 0, 0.5})).isEqualTo(0, within(0.04));
        assertThat(learnt.policy(0.05)).isEqualTo(Policy.WHERE_IT_PAYS);
    }

    @Test
    void whereEverybodyGainsAlikeTheAnswerIsToTreatAll() {
        int invented = 0;
        for (int seed = 0; seed < 40; seed++) {
            Uplift learnt = Uplift.learn(experiment(seed, 5_000, _ -> 0.08));
            if (!learnt.found().isEmpty()) invented++;
            else assertThat(learnt.policy(0)).isEqualTo(Policy.ALL);
        }
        assertThat(invented).isLessThanOrEqualTo(5);
    }

    @Test
    void whereNobodyGainsNobodyIsTreatedOrItIsNotKnownYet() {
        assertThat(Uplift.learn(experiment(3, 40_000, _ -> 0)).policy(0.05)).isEqualTo(Policy.NOBODY);
        assertThat(Uplift.learn(experiment(3, 2_000, _ -> 0)).policy(0)).isEqualTo(Policy.NOT_YET_KNOWN);
    }

    @Test
    void theIntervalOfTheAverageEffectHoldsItInAbout95Of100Experiments() {
        int holds = 0;
        for (int seed = 0; seed < 200; seed++)
            if (Uplift.learn(experiment(seed, 2_000, _ -> 0.05)).sure().contains(0.05)) holds++;
        assertThat(holds).isBetween(180, 198);
    }

    /// Who is likeliest to come is not whom it helps: ranking by the chance to come gains nothing over
    /// treating at random.
    @Test
    void aResponseModelIsNoUpliftModel() {
        Experiment seen = experiment(1, 60_000, row -> 0.1 * row[1]);
        Experiment unseen = experiment(2, 60_000, row -> 0.1 * row[1]);
        Experiment heldOut = seen.at(
                IntStream.range(0, seen.size()).filter(i -> !seen.treated()[i]).toArray());
        boolean[] came = new boolean[heldOut.size()];
        for (int i = 0; i < came.length; i++) came[i] = heldOut.outcome()[i] == 1;
        Logistic response = Logistic.fit(heldOut.rows(), came, Logistic.Prior.none(3, 1));
        double[] byResponse = each(unseen, response::chance);
        double[] byUplift = each(unseen, Uplift.learn(seen)::of);
        assertThat(Qini.coefficient(unseen, byResponse)).isBetween(-0.03, 0.03);
        assertThat(Qini.coefficient(unseen, byUplift)).isGreaterThan(0.04);
        assertThat(Qini.gainOfBest(unseen, byUplift, 0.3)).isGreaterThan(0.02);
    }

    @Test
    void aPerfectOrderHasACoefficientOfOneAndEqualUpliftsOfNone() {
        Experiment four = new Experiment(
                List.of(), new double[4][0], new boolean[] {true, false, true, false}, new double[] {1, 0, 0, 1});
        assertThat(Qini.coefficient(four, new double[] {1, 0, 0, -1})).isEqualTo(1);
        assertThat(Qini.coefficient(four, new double[4])).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 7})
    void aSignalThatNeverVariesTakesNoPart(double always) {
        Experiment all = experiment(1, 5_000, row -> 0.1 * row[1]);
        for (double[] row : all.rows()) row[2] = always;
        assertThat(Uplift.learn(all).found())
                .extracting(Uplift.Moderator::signal)
                .containsExactly("is helped");
    }

    @Test
    void tooFewVisitorsAreRefused() {
        assertThatThrownBy(() -> Uplift.learn(experiment(1, 300, _ -> 0))).isInstanceOf(IllegalArgumentException.class);
    }
}
