package reload.lab.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reload.event.Arm;
import reload.event.BlockKind;
import reload.event.Reason;

class TruthTest {
    private static final long START = 1_788_188_400_000L;

    private static World world(long seed, int visits) {
        return World.of("sim", seed, visits, 30, START);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsMeasuredFromTheWireIsWhatTheShoppersLived(long seed) {
        var mall = new MeasuringMall(0.5);
        Truth truth = new Crowd(world(seed, 4_000), mall).live();
        assertThat(mall.measured(truth)).isEqualTo(truth);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void eagerBuyersAreMeasuredAsTheyLived(long seed) {
        var mall = new MeasuringMall(0.1);
        World eager = eager(world(seed, 4_000), 10);
        Truth truth = new Crowd(eager, mall).live();
        assertThat(mall.measured(truth)).isEqualTo(truth);
        assertThat(truth.converted()).isGreaterThan(20);
    }

    private static World eager(World world, double buying) {
        return new World(
                world.mall(),
                world.origin(),
                world.seed(),
                world.visits(),
                world.days(),
                world.start(),
                world.until(),
                world.zone(),
                world.currency(),
                buying);
    }

    @Test
    void aMonthThatIsNotOverYetIsMeasuredUpToNow() {
        var mall = new MeasuringMall(0.1);
        World whole = world(11, 4_000);
        World half = new World(
                whole.mall(),
                whole.origin(),
                whole.seed(),
                whole.visits(),
                whole.days(),
                whole.start(),
                whole.start() + 15 * World.DAY,
                whole.zone(),
                whole.currency(),
                whole.buying());
        Truth truth = new Crowd(half, mall).live();
        assertThat(mall.measured(truth)).isEqualTo(truth);
        assertThat(truth.asOf()).isLessThanOrEqualTo(half.until());
        assertThat(truth.mature().outside() + truth.mature().heldOut()).isLessThan(truth.triggered());
    }

    @Test
    void theSameSeedIsTheSameMonth() {
        Truth once = new Crowd(world(3, 2_000), new MeasuringMall(0.5)).live();
        assertThat(new Crowd(world(3, 2_000), new MeasuringMall(0.5)).live()).isEqualTo(once);
        assertThat(new Crowd(world(4, 2_000), new MeasuringMall(0.5)).live()).isNotEqualTo(once);
    }

    @Test
    void anotherSeedSendsOtherShoppersWithOrdersOfTheirOwn() {
        var mall = new MeasuringMall(0.5);
        Truth first = new Crowd(eager(world(1, 1_000), 10), mall).live();
        Truth second = new Crowd(eager(world(2, 1_000), 10), mall).live();
        assertThat(mall.measured(first.plus(second))).isEqualTo(first.plus(second));
    }

    @Test
    void whatSomebodyWouldHaveDoneDoesNotDependOnTheArmTheyAreIn() {
        Truth mostlyShown = new Crowd(world(5, 6_000), new MeasuringMall(0)).live();
        Truth heldOut = new Crowd(world(5, 6_000), new MeasuringMall(1)).live();
        assertThat(heldOut.triggered()).isEqualTo(mostlyShown.triggered());
        assertThat(heldOut.increment()).isEqualTo(mostlyShown.increment());
    }

    @Test
    void aMonthHasEverythingThatCanGoWrongInIt() {
        var mall = new MeasuringMall(0.1);
        Truth truth = new Crowd(world(1, 20_000), mall).live();
        assertThat(mall.refused).as("events that came too late").isPositive();
        assertThat(mall.duplicates).as("events that came twice").isPositive();
        assertThat(mall.outOfOrder).as("events that were overtaken").isPositive();
        assertThat(mall.robots).as("beacons of robots").isPositive();
        assertThat(mall.signs).as("signs of leaving").isPositive();
        assertThat(mall.leaveSignals).as("signs that were believed").isPositive();
        assertThat(mall.notShown())
                .containsKeys(
                        Reason.NO_PLAN,
                        Reason.PLAN_EXPIRED,
                        Reason.STAYED_TOO_LONG,
                        Reason.TOO_EARLY,
                        Reason.NO_ACTIVATION,
                        Reason.ALREADY_SEEN,
                        Reason.SEARCH_ENGINE,
                        Reason.UNKNOWN_REFERRER,
                        Reason.NO_STORAGE,
                        Reason.IN_FRAME,
                        Reason.RENDER_FAILED);
        assertThat(truth.spared()).isPositive();
        assertThat(truth.rewarded().shown()).isBetween(1L, truth.mature().shown() - 1);
        assertThat(truth.rewarded().spared()).isBetween(1L, truth.mature().spared() - 1);
        assertThat(truth.rewarded().heldOut()).isBetween(1L, truth.mature().heldOut() - 1);
        assertThat(truth.refundedAmount()).isPositive();
        assertThat(truth.converted()).isBetween(1L, truth.clickers());
        assertThat(truth.heldOut()).isBetween(truth.triggered() / 20, truth.triggered() / 6);
    }

    @Test
    void anOrderCountsForTheTriggerItFollowedWithinADayNetOfItsRefunds() {
        var inside = new Fate.Purchase(
                World.DAY - 1, 10_000, 12_000L, List.of(new Fate.Refund(13 * World.DAY, 2_000), tooLate()));
        var outside = new Fate.Purchase(World.DAY + 1, 50_000, null, List.of());
        var unconfirmed = new Fate.Purchase(World.HOUR, 3_000, null, List.of());
        Fate fate = new Fate(
                false, null, true, true, List.of(), List.of(), null, List.of(unconfirmed), List.of(inside, outside));
        assertThat(fate.outcome(Arm.SHOWN, 0, Long.MAX_VALUE)).isEqualTo(10_000);
        assertThat(fate.outcome(Arm.HELD_OUT, 0, Long.MAX_VALUE)).isEqualTo(3_000);
        assertThat(fate.outcome(Arm.SHOWN, 0, World.DAY))
                .as("before the refund")
                .isEqualTo(12_000);
    }

    @Test
    void moreChooseOnAPageThatLeadsWithWhatIsPopularAndWhoeverChoosesAnywayChoosesTheSame() {
        int anyway = 0;
        int lured = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            Fate fate = Fate.draw(0.5, 1, new SplittableRandom(seed));
            List<Long> clicks = fate.clicks(BlockKind.PRODUCT_AGAIN);
            if (!clicks.isEmpty()) {
                anyway++;
                assertThat(fate.clicks(BlockKind.POPULAR)).isEqualTo(clicks);
            }
            if (!fate.clicks(BlockKind.POPULAR).isEmpty()) lured++;
        }
        assertThat(anyway).isBetween(180, 270); // 11 in 100 of those whose page is seen
        assertThat(lured).isBetween(430, 570); // and 15 in 100 of the others
    }

    private static Fate.Refund tooLate() {
        return new Fate.Refund(15 * World.DAY, 1_000);
    }

    @Test
    void shoppersArriveWhenPeopleAreAwake() {
        var rhythm = new Rhythm(world(1, 1));
        var random = new java.util.SplittableRandom(1);
        Map<Boolean, Long> byNight = java.util.stream.LongStream.range(0, 10_000)
                .map(_ -> rhythm.draw(random) + 9 * World.HOUR)
                .boxed()
                .collect(java.util.stream.Collectors.partitioningBy(
                        at -> at / World.HOUR % 24 < 6, java.util.stream.Collectors.counting()));
        assertThat(byNight.get(true)).isBetween(500L, 1_200L);
    }
}
