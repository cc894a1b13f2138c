package reload.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reload.event.Arm;
import reload.event.BlockKind;
import reload.event.Device;
import reload.event.PlanPass;
import reload.event.Reason;
import reload.event.Utm;
import reload.event.VisitorId;
import reload.learn.Learnt;
import reload.learn.bandit.Shares;
import reload.learn.bandit.VariantShares;
import reload.learn.exit.MallModel;
import reload.learn.uplift.Targeting;
import reload.learn.uplift.Uplift;
import reload.mall.Block;
import reload.mall.Choosing;
import reload.mall.MallSettings;
import reload.mall.PageVariant;
import reload.mall.ShowRule;
import reload.measure.Interval;
import reload.recommend.Query;

/// Of the visitors outside the hold-out, each draws a variant: a page, or nothing.
class VariantTest extends Asking {
    private static final int MANY = 10_000;

    @Test
    void aMallOfOnePageShowsItToEverybody() {
        assertThat(drawn()).containsOnlyKeys("classic");
        assertThat(offer(decide()).pass().propensity()).isEqualTo(0.9);
    }

    @Test
    void pagesShareVisitorsEvenly() {
        beside(page("popular-first", new Block.Popular(true, 8)));
        assertThat(drawn().get("classic") / (double) MANY).isCloseTo(0.5, within(0.02));
        assertThat(drawn()).containsOnlyKeys("classic", "popular-first");
    }

    @Test
    void aVisitorIsGivenTheBlocksOfThePageDrawn() {
        beside(page("popular-first", new Block.Popular(true, 8)));
        for (int i = 0; i < 20; i++) {
            ask.visitor = visitor(i);
            Plan plan = decide();
            PlanPass pass = offer(plan).pass();
            boolean further = pass.arm() == Arm.SHOWN && pass.variant().equals("popular-first");
            assertThat(blocks(plan).contains(BlockKind.PRODUCT_AGAIN)).isNotEqualTo(further);
            assertThat(decide()).isEqualTo(plan);
        }
    }

    @Test
    void aPageWithNothingToShowIsTheFirstOneInstead() {
        Instant ended = Instant.ofEpochMilli(NOW - 1);
        settings = settings.withHoldOutShare(0);
        beside(page("coupon", new Block.Coupon(true, "first", "A", null, ended)));
        ask.visitor = drawing("coupon");
        assertThat(offer(decide()).pass().variant()).isEqualTo("coupon");
        assertThat(blocks(decide())).contains(BlockKind.PRODUCT_AGAIN);
    }

    @Test
    void whereTheFirstPageHasNothingToShowNoneIsShownWhicheverWasDrawn() {
        Instant ended = Instant.ofEpochMilli(NOW - 1);
        settings = blocks(new Block.Coupon(true, "first", "A", null, ended));
        beside(page("popular-first", new Block.Popular(true, 8)));
        for (int i = 0; i < 20; i++) {
            ask.visitor = visitor(i);
            assertRefused(Reason.NOTHING_TO_SHOW);
        }
    }

    @Test
    void ofTheFirstPageNoMoreIsFilledForWhoDrewAnotherThanThatItHoldsAnything() {
        List<Query> asked = new ArrayList<>();
        recommender = query -> {
            asked.add(query);
            return ranked(query, 20);
        };
        settings = blocks(new Block.ProductAgain(true), new Block.Popular(true, 7));
        beside(page("popular-first", new Block.Popular(true, 8)));
        ask.visitor = drawing("popular-first");
        asked.clear();
        decide();
        assertThat(asked).extracting(Query::size).contains(3 * 8).doesNotContain(3 * 7);
    }

    @Test
    void theChanceInTheTokenIsThatOfArmAndVariant() {
        beside(page("a", new Block.Popular(true, 8)), page("b", new Block.Popular(true, 4)));
        for (int i = 0; i < 50; i++) {
            ask.visitor = visitor(i);
            PlanPass pass = offer(decide()).pass();
            assertThat(pass.propensity()).isCloseTo(pass.arm() == Arm.HELD_OUT ? 0.1 : 0.3, within(1e-9));
        }
    }

    @Test
    void theHoldOutIsTheSameWithVariantsOrWithout() {
        for (int i = 0; i < 200; i++) {
            ask.visitor = visitor(i);
            settings = holding(MallSettings.initial());
            Arm alone = offer(decide()).pass().arm();
            beside(page("a", new Block.Popular(true, 8)));
            settings = settings.withChoosing(Choosing.INITIAL.with(Choosing.SharesFrom.LEARNT));
            assertThat(offer(decide()).pass().arm()).isEqualTo(alone);
        }
    }

    @Test
    void whichVariantHasNothingToDoWithTheArm() {
        settings = settings.withHoldOutShare(0.5);
        beside(page("a", new Block.Popular(true, 8)));
        byte[] key = new byte[32];
        Chances chances = new Chances(List.of("classic", "a"), Shares.even(2));
        long together = IntStream.range(0, MANY)
                .mapToObj(Asking::visitor)
                .filter(v -> Draw.arm(key, "e1", v, 0.5) == Arm.HELD_OUT
                        && Draw.variant(key, "e1", v, chances).name().equals("classic"))
                .count();
        assertThat(together).isBetween(2_350L, 2_650L); // a quarter, within 3.5 standard errors
    }

    @Test
    void whereSharesAreLearntNothingCompetesToo() {
        settings = settings.withChoosing(Choosing.INITIAL.with(Choosing.SharesFrom.LEARNT));
        assertThat(drawn().get("nothing") / (double) MANY).isCloseTo(0.5, within(0.02));
    }

    @Test
    void learntSharesAreAtWorkWhereTheMallAskedForThem() {
        learnt = new Learnt(
                MallModel.FIRST,
                new VariantShares(Map.of("classic", 0.2, "a", 0.7, "nothing", 0.1)),
                Targeting.UNKNOWN);
        beside(page("a", new Block.Popular(true, 8)));
        assertThat(drawn().get("a") / (double) MANY).isCloseTo(0.5, within(0.02));
        settings = settings.withChoosing(Choosing.INITIAL.with(Choosing.SharesFrom.LEARNT));
        assertThat(drawn().get("a") / (double) MANY).isCloseTo(0.7, within(0.02));
        assertThat(drawn().get("nothing") / (double) MANY).isCloseTo(0.1, within(0.02));
        ask.visitor = drawing("a");
        assertThat(offer(decide()).pass().propensity()).isCloseTo(0.63, within(1e-9));
    }

    @Test
    void whoDrewNothingIsOutsideTheHoldOutAndIsShownNothing() {
        settings = settings.withChoosing(Choosing.INITIAL.with(Choosing.SharesFrom.LEARNT));
        ask.visitor = drawing("nothing");
        PlanPass pass = offer(decide()).pass();
        assertThat(pass.arm()).isEqualTo(Arm.SHOWN);
        assertThat(pass.shows()).isFalse();
        assertThat(pass.propensity()).isCloseTo(0.45, within(1e-9));
        assertThat(blocks(decide())).contains(BlockKind.PRODUCT_AGAIN); // for whoever asks
    }

    @Test
    void aRuleMaySpeakOfTheDevice() {
        settings = settings.withHoldOutShare(0).withChoosing(Choosing.INITIAL.with(ShowRule.read("device=phone")));
        assertThat(offer(decide()).pass().shows()).isTrue();
        ask.device = Device.DESKTOP;
        assertThat(offer(decide()).pass().variant()).isEqualTo("nothing");
    }

    @Test
    void whereTheRuleDoesNotHoldNothingIsShown() {
        settings = settings.withChoosing(Choosing.INITIAL.with(ShowRule.read("referral=kakao / social")));
        assertThat(drawn()).containsOnlyKeys("nothing");
        ask.landing = new PlanRequest.Landing(
                "https://mall.example/p-1", null, new Utm("kakao", "social", null, null, null), true);
        assertThat(drawn()).containsOnlyKeys("classic");
    }

    @Test
    void whomItDoesNotPayToShowIsLetBeAllButAFew() {
        Chances chances = new Chances(List.of("classic", "a"), Shares.even(2)).spared();
        assertThat(chances.variants()).containsExactly("classic", "a", "nothing");
        assertThat(chances.shares().of()).containsExactly(new double[] {0.025, 0.025, 0.95}, within(1e-12));
    }

    @Test
    void byUpliftThoseWhomItDoesNotPayToShowAreSparedWithTheirChanceInTheToken() {
        settings = settings.withChoosing(Choosing.INITIAL.with(Choosing.Whom.UPLIFT));
        learnt = new Learnt(MallModel.FIRST, VariantShares.EVEN, losing());
        assertThat(drawn().get("nothing") / (double) MANY).isCloseTo(0.95, within(0.01));
        ask.visitor = drawing("nothing");
        assertThat(offer(decide()).pass().propensity()).isCloseTo(0.9 * 0.95, within(1e-9));
        ask.visitor = drawing("classic");
        assertThat(offer(decide()).pass().propensity()).isCloseTo(0.9 * 0.05, within(1e-9));
        settings = settings.withChoosing(Choosing.INITIAL);
        assertThat(drawn()).containsOnlyKeys("classic"); // learnt, but not asked for
        learnt = Learnt.NOTHING;
        settings = settings.withChoosing(Choosing.INITIAL.with(Choosing.Whom.UPLIFT));
        assertThat(drawn()).containsOnlyKeys("classic"); // asked for, but not known yet
    }

    private static Targeting losing() {
        return new Targeting(new Uplift(-100, new Interval(-150, -50), List.of()));
    }

    private void beside(PageVariant... further) {
        settings = settings.withPage(settings.page().beside(further));
    }

    private static PageVariant page(String name, Block... blocks) {
        return new PageVariant(name, List.of(blocks));
    }

    /// How many of so many visitors drew which, were nobody held out.
    private Map<String, Integer> drawn() {
        Map<String, Integer> drawn = new HashMap<>();
        settings = settings.withHoldOutShare(0);
        for (int i = 0; i < MANY; i++) {
            ask.visitor = visitor(i);
            drawn.merge(offer(decide()).pass().variant(), 1, Integer::sum);
        }
        settings = settings.withHoldOutShare(0.1);
        return drawn;
    }

    /// Outside the hold-out.
    private VisitorId drawing(String variant) {
        for (int i = 0; ; i++) {
            ask.visitor = visitor(i);
            PlanPass pass = offer(decide()).pass();
            if (pass.arm() == Arm.SHOWN && pass.variant().equals(variant)) return visitor(i);
        }
    }
}
