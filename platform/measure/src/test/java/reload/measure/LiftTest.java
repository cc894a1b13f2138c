package reload.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LiftTest {
    @Test
    void theEstimateIsTheDifferenceOfTheMeans() {
        var known = known(buyers(5000, 150, 40_000), buyers(5000, 100, 40_000), 0.5);

        assertThat(known.estimate()).isCloseTo(150 * 8.0 - 100 * 8.0, within(1e-9));
        assertThat(known.fixed().contains(known.estimate())).isTrue();
    }

    @Test
    void withManyBuyersInEqualArmsTheFixedIntervalIsTheTextbooks() {
        // Yes/no outcomes worth 1: 1200 and 1000 buyers of 5000. Newcombe, Statistics in Medicine 17, 1998, method 1
        // (Wald):
        // 0.04 +- 1.96 sqrt(0.24 * 0.76 / 5000 + 0.2 * 0.8 / 5000).
        var known = known(buyers(5000, 1200, 1), buyers(5000, 1000, 1), 0.5);

        double half = 1.959964 * Math.sqrt(0.24 * 0.76 / 5000 + 0.2 * 0.8 / 5000);
        assertThat(known.fixed().low()).isCloseTo(0.04 - half, within(1e-4));
        assertThat(known.fixed().high()).isCloseTo(0.04 + half, within(1e-4));
    }

    @Test
    void forYesOrNoOutcomesItIsNearMiettinenAndNurminens() {
        // Their worked data as quoted by Newcombe 1998, table II (a): 56/70 against 48/80, interval 0.0528 to 0.3382.
        // Ours estimates the variance with both arms' amounts and a slightly simpler fit of the two rates.
        var known = known(buyers(70, 56, 1), buyers(80, 48, 1), 0.5);

        assertThat(known.fixed().low()).isCloseTo(0.0528, within(0.01));
        assertThat(known.fixed().high()).isCloseTo(0.3382, within(0.01));
    }

    @Test
    void theAnytimeIntervalIsThreeStandardErrorsWideWhereItIsTuned() {
        var known = known(buyers(5000, 1200, 1), buyers(5000, 1000, 1), 0.5);

        assertThat(known.anytime().width() / known.fixed().width()).isCloseTo(3.035 / 1.96, within(0.005));
    }

    @Test
    void theEstimateTurnsItsSignWhenTheArmsAreSwapped() {
        var one = known(buyers(5000, 150, 40_000), buyers(5000, 100, 40_000), 0.5);
        var other = known(buyers(5000, 100, 40_000), buyers(5000, 150, 40_000), 0.5);

        assertThat(other.fixed().low()).isCloseTo(-one.fixed().high(), within(1e-6));
        assertThat(other.fixed().high()).isCloseTo(-one.fixed().low(), within(1e-6));
    }

    @Test
    void theUnitOfMoneyScalesEverything() {
        var won = known(buyers(9000, 300, 40_000), buyers(1000, 20, 40_000), 0.1);
        var thousands = known(buyers(9000, 300, 40), buyers(1000, 20, 40), 0.1);

        assertThat(won.fixed().low()).isCloseTo(thousands.fixed().low() * 1000, within(1e-6));
        assertThat(won.anytime().high()).isCloseTo(thousands.anytime().high() * 1000, within(1e-6));
    }

    @Test
    void aHoldOutThatHappensToHaveNoBuyerStillLeavesDoubt() {
        var known = known(buyers(3600, 90, 40_000), buyers(400, 0, 0), 0.1);

        assertThat(known.fixed().low()).isLessThan(known.estimate());
        assertThat(known.fixed().high()).isGreaterThan(known.estimate());
    }

    @Test
    void everybodyBuyingTheSameLeavesNoDoubt() {
        var known = known(buyers(100, 100, 500), buyers(100, 100, 500), 0.5);

        assertThat(known.fixed()).isEqualTo(new Interval(0, 0));
    }

    @Test
    void withoutAHoldOutNothingCanBeSaid() {
        assertThat(Lift.between(buyers(4000, 100, 40_000), Outcomes.NONE, 0, 7))
                .isEqualTo(new Lift.Unknown(Lift.Reason.NO_HOLD_OUT, OptionalInt.empty()));
    }

    @Test
    void armsOfOtherSizesThanDrawnLockTheResult() {
        assertThat(Lift.between(buyers(4000, 100, 40_000), buyers(300, 8, 40_000), 0.1, 7))
                .isEqualTo(new Lift.Unknown(Lift.Reason.SAMPLE_RATIO_MISMATCH, OptionalInt.empty()));
    }

    @Test
    void fewBuyersAreNotEnoughAndThePaceSaysHowManyDaysAreToGo() {
        // 10 buyers among 1000 visitors: the 100 held out are expected to have 1 of the 3 needed after 4 days.
        assertThat(Lift.between(buyers(900, 10, 40_000), buyers(100, 0, 0), 0.1, 4))
                .isEqualTo(new Lift.Unknown(Lift.Reason.NOT_ENOUGH_DATA, OptionalInt.of(8)));
    }

    @Test
    void withoutAnyBuyerThereIsNoPace() {
        var notEnough = new Lift.Unknown(Lift.Reason.NOT_ENOUGH_DATA, OptionalInt.empty());

        assertThat(Lift.between(buyers(900, 0, 0), buyers(100, 0, 0), 0.1, 4)).isEqualTo(notEnough);
        assertThat(Lift.between(Outcomes.NONE, Outcomes.NONE, 0.1, 4)).isEqualTo(notEnough);
    }

    @Test
    void outcomesAddUpWhicheverWayTheyAreCounted() {
        var oneByOne = Outcomes.NONE.plus(0).plus(300).plus(0).plus(400);

        assertThat(oneByOne).isEqualTo(new Outcomes(4, 2, 700, 250_000));
        assertThat(Outcomes.NONE.plus(0).plus(300).plus(Outcomes.NONE.plus(0).plus(400)))
                .isEqualTo(oneByOne);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new Outcomes(1, 2, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Outcomes(1, 1, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lift.between(Outcomes.NONE, Outcomes.NONE, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lift.between(Outcomes.NONE, Outcomes.NONE, 0.1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Lift.Known known(Outcomes shown, Outcomes heldOut, double holdOutShare) {
        return (Lift.Known) Lift.between(shown, heldOut, holdOutShare, 7);
    }

    private static Outcomes buyers(long visitors, long buyers, long amount) {
        return new Outcomes(visitors, buyers, buyers * amount, (double) buyers * amount * amount);
    }
}
