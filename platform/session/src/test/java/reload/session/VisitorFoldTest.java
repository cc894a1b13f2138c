package reload.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reload.session.Shopper.at;
import static reload.session.Shopper.id;
import static reload.session.Shopper.minutes;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reload.event.Arm;
import reload.event.PageEvent.Dismissed.How;
import reload.event.PageEvent.NotShown;
import reload.event.PageEvent.PageViewed;
import reload.event.Reason;
import reload.event.Template;
import reload.event.Trigger;
import reload.session.Step.Refusal;

class VisitorFoldTest {
    private final Shopper shopper = new Shopper();

    private static Duration hours(long n) {
        return Duration.ofHours(n);
    }

    @Test
    void viewsLessThanThirtyMinutesApartAreOneSession() {
        shopper.views("a", minutes(0)).views("b", minutes(29)).views("c", minutes(58));
        assertThat(shopper.onlySession().pageViews()).isEqualTo(3);
        assertThat(shopper.onlySession().session()).isEqualTo(id("a"));
        assertThat(shopper.onlySession().endedAt()).isEqualTo(at(minutes(58)));
    }

    @Test
    void aGapOfThirtyMinutesBeginsANewSessionAndClosesTheOld() {
        shopper.views("a", minutes(0)).views("b", minutes(30));
        assertThat(shopper.sessions).hasSize(2);
        assertThat(shopper.sessions.get(id("a")).closed()).isTrue();
        assertThat(shopper.sessions.get(id("b")).closed()).isFalse();
    }

    @Test
    void theTimerOnlyAnnouncesEarlierWhatTheNextEventWouldSay() {
        shopper.views("a", minutes(0));
        assertThat(shopper.wakeAt).isEqualTo(at(minutes(30)));
        shopper.wakes(minutes(30));
        assertThat(shopper.onlySession().closed()).isTrue();
        shopper.views("b", minutes(31));
        assertThat(shopper.sessions).hasSize(2);
    }

    @Test
    void aSessionIsBookedOnTheMallLocalDayOfItsFirstEvent() {
        // 2026-11-22T14:59Z is 23:59 in Seoul.
        shopper.views("a", hours(14).plusMinutes(59)).views("b", hours(15).plusMinutes(1));
        assertThat(shopper.onlySession().day()).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void dwellIsTheLargestReportOfEachViewSummed() {
        shopper.views("a", minutes(0))
                .dwells("a", 8_000, minutes(1))
                .dwells("a", 20_000, minutes(2))
                .dwells("a", 15_000, minutes(2))
                .views("b", minutes(3))
                .dwells("b", 5_000, minutes(4));
        assertThat(shopper.onlySession().visibleMs()).isEqualTo(25_000);
        assertThat(shopper.onlySession().activeMs()).isEqualTo(12_500);
        assertThat(shopper.onlySession().wallMs()).isEqualTo(50_000);
    }

    @Test
    void dwellThatOvertakesItsPageViewIsKept() {
        shopper.dwells("a", 7_000, minutes(0)).views("a", minutes(0));
        assertThat(shopper.onlySession().visibleMs()).isEqualTo(7_000);
        assertThat(shopper.onlySession().pageViews()).isEqualTo(1);
    }

    @Test
    void dwellReportedInALaterSessionBelongsToTheSessionOfItsView() {
        shopper.views("a", minutes(0)).views("b", hours(3)).dwells("a", 9_000, hours(3).plusMinutes(1));
        assertThat(shopper.sessions.get(id("a")).visibleMs()).isEqualTo(9_000);
        assertThat(shopper.sessions.get(id("b")).visibleMs()).isZero();
    }

    @Test
    void anEventResentHoursLaterBelongsToTheSessionOfItsViewAndItsOwnTime() {
        shopper.views("a", minutes(0)).views("b", hours(5)).triggers("plan", Arm.SHOWN, "a", minutes(1));
        assertThat(shopper.sessions).hasSize(2);
        assertThat(shopper.exposure("plan").session()).isEqualTo(id("a"));
        assertThat(shopper.exposure("plan").triggeredAt()).isEqualTo(at(minutes(1)));
        assertThat(shopper.sessions.get(id("a")).leave().reason()).isEqualTo(Reason.SHOWN);
    }

    @Test
    void aLatePageViewJoinsTheCurrentSessionAndMovesNoClock() {
        shopper.views("a", minutes(40)).views("late", minutes(0)).views("b", minutes(69));
        assertThat(shopper.onlySession().pageViews()).isEqualTo(3);
    }

    @Test
    void aSessionsTrailIsWhatHappenedInItByWhenItHappened() {
        shopper.views("a", minutes(0))
                .looksAt("shirt", "a", minutes(0))
                .views("b", minutes(2))
                .looksAt("skirt", "b", minutes(2))
                .carts(1, "b", minutes(3))
                .views("c", minutes(4))
                .carts(1, "c", minutes(4))
                .looksAt("shirt", "c", minutes(4))
                .orders("o", 900, "c", minutes(5))
                .views("late", minutes(1));
        assertThat(shopper.onlySession().trail())
                .isEqualTo(new Trail(
                        false,
                        false,
                        List.of(
                                viewed(0, 1),
                                viewed(1, 0),
                                viewed(2, 2),
                                new Trail.Carted(180_000, 1),
                                viewed(4, 1),
                                new Trail.Ordered(300_000))));
    }

    private static Trail.Step viewed(long minute, int product) {
        return new Trail.Viewed(minute * 60_000, Template.PRODUCT, product);
    }

    @Test
    void aPageThatKeepsChangingTheCartGrowsNoStateBeyondATrail() {
        shopper.views("a", minutes(0));
        for (int i = 1; i <= 300; i++) shopper.carts(1 + i % 2, "a", Duration.ofSeconds(i));
        assertThat(shopper.onlySession().trail().cut()).isTrue();
        assertThat(shopper.state.visits().getFirst().marks()).hasSize(Trail.MOST);
    }

    @Test
    void aVisitorOfAnEarlierSessionIsReturning() {
        shopper.views("a", minutes(0)).views("b", hours(40));
        assertThat(shopper.sessions.get(id("a")).trail().returning()).isFalse();
        assertThat(shopper.sessions.get(id("b")).trail().returning()).isTrue();
    }

    @Test
    void aProductWhosePageViewHasNotArrivedLeavesNoTrail() {
        shopper.views("a", minutes(0)).looksAt("shirt", "b", minutes(1));
        assertThat(shopper.onlySession().trail().steps()).containsExactly(viewed(0, 0));
    }

    @Test
    void aDuplicateChangesNothing() {
        shopper.views("a", minutes(0)).views("a", minutes(0));
        assertThat(shopper.onlySession().pageViews()).isEqualTo(1);
        assertThat(shopper.refused).containsExactly(Refusal.DUPLICATE);
    }

    @Test
    void anIdIsRememberedForFortyEightHoursOfReceipt() {
        var event = new PageViewed(id("a"), at(minutes(0)), "/", null, null, Template.OTHER, true, true, null, null);
        shopper.does(event, at(minutes(0))).does(event, at(hours(48)));
        assertThat(shopper.refused).containsExactly(Refusal.DUPLICATE);
        shopper.does(event, at(hours(96)) + 1);
        assertThat(shopper.refused).hasSize(1);
    }

    @Test
    void theFirstTriggerTakesTheVisitorsOneChanceAndASecondIsAViolation() {
        shopper.views("a", minutes(0))
                .triggers("one", Arm.SHOWN, "a", minutes(1))
                .triggers("two", Arm.SHOWN, "a", minutes(2));
        assertThat(shopper.exposure("one").first()).isTrue();
        assertThat(shopper.exposure("one").violation()).isFalse();
        assertThat(shopper.exposure("two").first()).isFalse();
        assertThat(shopper.exposure("two").violation()).isTrue();
    }

    @Test
    void aPlanTriggersOnce() {
        shopper.views("a", minutes(0))
                .triggers("one", Arm.SHOWN, "a", minutes(1))
                .triggers("one", Arm.SHOWN, "a", minutes(2));
        assertThat(shopper.refused).containsExactly(Refusal.TOKEN_REUSED);
        assertThat(shopper.exposure("one").triggeredAt()).isEqualTo(at(minutes(1)));
    }

    @Test
    void whatTheShopperAskedForIsNoFirstTriggerAndTakesNoChance() {
        shopper.views("a", minutes(0))
                .triggers(Trigger.LINK, "one", Arm.HELD_OUT, "a", minutes(1))
                .sees("one", "a", minutes(1))
                .clicks("one", "a", minutes(2))
                .triggers(Trigger.BACK_HOLD, "two", Arm.HELD_OUT, "a", minutes(3));
        assertThat(shopper.exposure("one").trigger()).isEqualTo(Trigger.LINK);
        assertThat(shopper.exposure("one").first()).isFalse();
        assertThat(shopper.exposure("one").violation()).isFalse();
        assertThat(shopper.exposure("one").impressedAt()).isEqualTo(at(minutes(1)));
        assertThat(shopper.exposure("one").firstClick()).isTrue();
        assertThat(shopper.exposure("two").first()).isTrue();
        assertThat(shopper.exposure("two").violation()).isFalse();
        assertThat(shopper.onlySession().leave().trigger()).isEqualTo(Trigger.BACK_HOLD);
    }

    @Test
    void aSessionIsNotRememberedForWhatTheShopperAskedFor() {
        shopper.views("a", minutes(0)).triggers(Trigger.LINK, "one", Arm.SHOWN, "a", minutes(1));
        shopper.does(new NotShown(id("n"), at(minutes(2)), id("a"), Trigger.LINK, Reason.NO_PLAN));
        assertThat(shopper.onlySession().leave()).isNull();
        assertThat(shopper.notShown).hasSize(1);
    }

    @Test
    void aSlotInThePageMayBeTheFirstTriggerAndTakesNoChance() {
        shopper.views("a", minutes(0))
                .triggers(Trigger.INLINE, "one", Arm.SHOWN, "a", minutes(1))
                .sees("one", "a", minutes(1))
                .triggers(Trigger.INLINE, "two", Arm.SHOWN, "a", minutes(2))
                .sees("two", "a", minutes(2))
                .triggers(Trigger.BACK_HOLD, "three", Arm.SHOWN, "a", minutes(3))
                .sees("three", "a", minutes(3));
        assertThat(shopper.exposure("one").first()).isTrue();
        assertThat(shopper.exposure("two").first()).isFalse();
        assertThat(shopper.exposure("three").first()).isFalse();
        assertThat(shopper.exposures.values()).noneMatch(Row.ExposureRow::violation);
    }

    @Test
    void onceAVisitIsAViolationOnlyWithinTheVisit() {
        shopper.views("a", minutes(0))
                .triggers(Trigger.BACK_HOLD, "one", Arm.SHOWN, "a", minutes(1))
                .triggers(Trigger.LEAVE_SIGNAL, "two", Arm.SHOWN, "a", minutes(2))
                .views("b", hours(2))
                .triggers(Trigger.LEAVE_SIGNAL, "three", Arm.SHOWN, "b", hours(2))
                .triggers(Trigger.LEAVE_SIGNAL, "four", Arm.SHOWN, "b", hours(2).plusMinutes(1));
        assertThat(shopper.exposure("two").violation()).isTrue();
        assertThat(shopper.exposure("three").violation()).isFalse();
        assertThat(shopper.exposure("four").violation()).isTrue();
    }

    @Test
    void onceADayIsAViolationOnlyWithinTheDay() {
        shopper.views("a", minutes(0))
                .triggers(Trigger.RETURN, "one", Arm.SHOWN, "a", minutes(0))
                .triggers(Trigger.RETURN, "two", Arm.SHOWN, "a", hours(24).minusMillis(1))
                .triggers(Trigger.RETURN, "three", Arm.SHOWN, "a", hours(48));
        assertThat(shopper.exposure("one").violation()).isFalse();
        assertThat(shopper.exposure("two").violation()).isTrue();
        assertThat(shopper.exposure("three").violation()).isFalse();
    }

    @Test
    void aSecondReloadPageSeenIsAViolationAlsoWhereItsTriggerIsYetToCome() {
        shopper.views("a", minutes(0))
                .triggers("one", Arm.SHOWN, "a", minutes(1))
                .sees("one", "a", minutes(1))
                .sees("two", "a", minutes(2));
        assertThat(shopper.exposure("two").violation()).isTrue();
    }

    @Test
    void whatThePageSensedIsForWhoeverLearnsFromIt() {
        shopper.senses("a", minutes(0));
        assertThat(shopper.sessions).isEmpty();
        assertThat(shopper.state).isEqualTo(VisitorState.NEW);
        shopper.views("a", minutes(0)).senses("a", minutes(29)).views("b", minutes(31));
        assertThat(shopper.sessions).hasSize(2);
    }

    @Test
    void theHoldOutIsRecordedLikeTheShown() {
        shopper.views("a", minutes(0)).triggers("one", Arm.HELD_OUT, "a", minutes(1));
        assertThat(shopper.exposure("one").arm()).isEqualTo(Arm.HELD_OUT);
        assertThat(shopper.exposure("one").first()).isTrue();
        assertThat(shopper.exposure("one").template()).isEqualTo(Template.PRODUCT);
        assertThat(shopper.onlySession().leave().reason()).isEqualTo(Reason.HELD_OUT);
    }

    @Test
    void whoDrewNothingIsRecordedLikeTheHoldOutAndToldApart() {
        shopper.views("a", minutes(0)).isSpared("one", "a", minutes(1));
        assertThat(shopper.exposure("one").first()).isTrue();
        assertThat(shopper.exposure("one").arm()).isEqualTo(Arm.SHOWN);
        assertThat(shopper.exposure("one").variant()).isEqualTo("nothing");
        assertThat(shopper.onlySession().leave().reason()).isEqualTo(Reason.SPARED);
    }

    @Test
    void aFurtherPageViewWithinADayIsTheTriggersRewardInEveryArm() {
        for (Arm arm : Arm.values()) {
            Shopper stays = new Shopper();
            stays.views("a", minutes(0)).triggers("one", arm, "a", minutes(1));
            assertThat(stays.exposure("one").rewarded()).isFalse();
            stays.views("b", hours(24).plusMinutes(1).minusMillis(1));
            assertThat(stays.exposure("one").rewarded()).isTrue();
        }
        shopper.views("a", minutes(0)).triggers("one", Arm.SHOWN, "a", minutes(1));
        shopper.views("b", hours(24).plusMinutes(1));
        assertThat(shopper.exposure("one").rewarded()).isFalse();
    }

    @Test
    void anExposureIsWrittenWhenItHasChangedAndNotElse() {
        shopper.views("a", minutes(0))
                .triggers("one", Arm.SHOWN, "a", minutes(1))
                .sees("one", "a", minutes(1));
        shopper.views("b", minutes(2)).orders("o-1", 50_000, "b", hours(3));
        assertThat(shopper.written.get(id("one"))).isEqualTo(4);
        shopper.views("c", hours(4)).orders("o-2", 50_000, "c", hours(100)).refunded("o-2", "r-1", 9, hours(101));
        assertThat(shopper.written.get(id("one"))).isEqualTo(4);
    }

    @Test
    void anOrderWithinADayIsARewardToo() {
        shopper.views("a", minutes(0)).triggers("one", Arm.HELD_OUT, "a", minutes(1));
        shopper.orders("o-1", 50_000, "a", hours(2));
        assertThat(shopper.exposure("one").rewarded()).isTrue();
    }

    @Test
    void pagesViewedBeforeTheTriggerAreNoRewardAndThoseThatArrivedBeforeItAre() {
        shopper.views("a", minutes(0)).views("b", minutes(5)).triggers("one", Arm.SHOWN, "b", minutes(5));
        assertThat(shopper.exposure("one").rewarded()).isFalse();
        Shopper offline = new Shopper();
        offline.views("a", minutes(0)).views("b", hours(5)).triggers("one", Arm.SHOWN, "a", minutes(1));
        assertThat(offline.exposure("one").rewarded()).isTrue();
    }

    @Test
    void onlyTheFirstTriggerIsRewarded() {
        shopper.views("a", minutes(0)).triggers("one", Arm.SHOWN, "a", minutes(1));
        shopper.triggers("two", Arm.SHOWN, "a", minutes(2)).views("b", minutes(3));
        assertThat(shopper.exposure("one").rewarded()).isTrue();
        assertThat(shopper.exposure("two").rewarded()).isFalse();
    }

    @Test
    void theRewardStandsWhenThePagesAreForgotten() {
        shopper.views("a", minutes(0)).triggers("one", Arm.SHOWN, "a", minutes(1));
        shopper.orders("o-1", 50_000, "a", minutes(2)).views("b", minutes(3)).views("c", hours(24 * 6));
        shopper.refunded("o-1", "r-1", 50_000, hours(24 * 7));
        assertThat(shopper.exposure("one").rewarded()).isTrue();
        assertThat(shopper.exposure("one").propensity()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void whatFollowedATriggerMayArriveBeforeIt() {
        shopper.views("a", minutes(0))
                .sees("one", "a", minutes(1))
                .clicks("one", "a", minutes(2))
                .triggers("one", Arm.SHOWN, "a", minutes(1));
        assertThat(shopper.exposure("one").first()).isTrue();
        assertThat(shopper.exposure("one").impressedAt()).isEqualTo(at(minutes(1)));
        assertThat(shopper.exposure("one").clickedAt()).isEqualTo(at(minutes(2)));
    }

    @Test
    void aClickCountsOnceAndADismissalSaysHow() {
        shopper.views("a", minutes(0))
                .triggers("one", Arm.SHOWN, "a", minutes(1))
                .clicks("one", "a", minutes(2))
                .clicks("one", "a", minutes(3))
                .dismisses("one", How.SNOOZE, "a", minutes(4));
        assertThat(shopper.exposure("one").clickedAt()).isEqualTo(at(minutes(2)));
        assertThat(shopper.exposure("one").dismissed()).isEqualTo("snooze");
    }

    @Test
    void ordersLessThanADayAfterTheFirstClickAreConversions() {
        clicked()
                .orders("o1", 50_000, "a", hours(1))
                .orders("o2", 7_000, "a", hours(24).plusMinutes(2));
        assertThat(shopper.exposure("one").converted()).isTrue();
        assertThat(shopper.exposure("one").conversionAmount()).isEqualTo(50_000);
    }

    @Test
    void anOrderADayAfterTheClickIsNone() {
        clicked().orders("o1", 50_000, "a", minutes(2).plusHours(24));
        assertThat(shopper.exposure("one").converted()).isFalse();
        assertThat(shopper.exposure("one").conversionAmount()).isZero();
    }

    @Test
    void withoutAClickAnOrderIsAnOutcomeButNoConversion() {
        shopper.views("a", minutes(0))
                .triggers("one", Arm.HELD_OUT, "a", minutes(1))
                .orders("o1", 50_000, "a", hours(2));
        assertThat(shopper.exposure("one").converted()).isFalse();
        assertThat(shopper.exposure("one").outcomeAmount()).isEqualTo(50_000);
    }

    @Test
    void anOrderBeforeTheTriggerIsNoOutcome() {
        shopper.views("a", minutes(0))
                .orders("o1", 50_000, "a", minutes(1))
                .triggers("one", Arm.SHOWN, "a", minutes(2));
        assertThat(shopper.exposure("one").outcomeAmount()).isZero();
    }

    @Test
    void anOrderThatWasToldBeforeTheTriggerArrivedStillCounts() {
        shopper.views("a", minutes(0))
                .orders("o1", 50_000, "a", minutes(5))
                .triggers("one", Arm.SHOWN, "a", minutes(1));
        assertThat(shopper.exposure("one").outcomeAmount()).isEqualTo(50_000);
    }

    @Test
    void theServersAmountReplacesThePagesAndVerifiesIt() {
        clicked().orders("o1", 50_000, "a", hours(1));
        assertThat(shopper.exposure("one").unverifiedAmount()).isEqualTo(50_000);
        shopper.confirmed("o1", 45_000, hours(2));
        assertThat(shopper.exposure("one").conversionAmount()).isEqualTo(45_000);
        assertThat(shopper.exposure("one").unverifiedAmount()).isZero();
    }

    @Test
    void aServerThatTellsBeforeThePageIsHeardAllTheSame() {
        clicked().confirmed("o1", 45_000, minutes(3)).refunded("o1", "r1", 5_000, minutes(4));
        shopper.orders("o1", 50_000, "a", minutes(5));
        assertThat(shopper.exposure("one").conversionAmount()).isEqualTo(40_000);
        assertThat(shopper.exposure("one").refundedAmount()).isEqualTo(5_000);
    }

    @Test
    void aRefundCountsOnceAndForFourteenDays() {
        clicked()
                .orders("o1", 50_000, "a", hours(1))
                .refunded("o1", "r1", 10_000, hours(1).plusDays(14))
                .refunded("o1", "r1", 10_000, hours(2).plusDays(14))
                .refunded("o1", "r2", 5_000, hours(1).plusDays(14).plusMillis(1));
        assertThat(shopper.exposure("one").conversionAmount()).isEqualTo(40_000);
        assertThat(shopper.exposure("one").refundedAmount()).isEqualTo(10_000);
        assertThat(shopper.exposure("one").outcomeAmount()).isEqualTo(40_000);
    }

    @Test
    void nobodyIsGivenBackMoreThanWasPaid() {
        clicked()
                .orders("o1", 50_000, "a", hours(1))
                .orders("o2", 20_000, "a", hours(2))
                .refunded("o1", "r1", 40_000, hours(3))
                .refunded("o1", "r2", 40_000, hours(4));
        assertThat(shopper.exposure("one").conversionAmount()).isEqualTo(20_000);
        assertThat(shopper.exposure("one").refundedAmount()).isEqualTo(50_000);
        assertThat(shopper.exposure("one").outcomeAmount()).isEqualTo(20_000);
    }

    @Test
    void theSameOrderShownAgainIsOneOrder() {
        clicked().orders("o1", 50_000, "a", hours(1)).orders("o1", 50_000, "a", hours(2));
        assertThat(shopper.exposure("one").conversionAmount()).isEqualTo(50_000);
        assertThat(shopper.sessions.values().stream()
                        .mapToInt(Row.SessionRow::orders)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void onlyThePlanOfTheVisitorsFirstClickConverts() {
        clicked()
                .triggers("two", Arm.SHOWN, "a", minutes(5))
                .clicks("two", "a", minutes(6))
                .orders("o1", 50_000, "a", minutes(7));
        assertThat(shopper.exposure("one").converted()).isTrue();
        assertThat(shopper.exposure("two").converted()).isFalse();
        assertThat(shopper.exposure("two").firstClick()).isFalse();
    }

    @Test
    void whyNothingWasShownIsKeptPerSessionAndPerMoment() {
        shopper.views("a", minutes(0)).isNotShown(Reason.STAYED_TOO_LONG, "a", minutes(2));
        assertThat(shopper.onlySession().leave().reason()).isEqualTo(Reason.STAYED_TOO_LONG);
        assertThat(shopper.notShown).hasSize(1);
    }

    @Test
    void aSessionIsRememberedForItsTriggerNotForWhatFollowed() {
        shopper.views("a", minutes(0)).triggers("one", Arm.SHOWN, "a", minutes(1));
        shopper.isNotShown(Reason.ALREADY_SEEN, "a", minutes(2));
        assertThat(shopper.onlySession().leave().reason()).isEqualTo(Reason.SHOWN);
        assertThat(shopper.notShown).hasSize(1);
    }

    @Test
    void whatIsSettledIsForgottenAndTheChanceIsNot() {
        clicked().orders("o1", 50_000, "a", hours(1));
        shopper.wakes(hours(24 * 30));
        assertThat(shopper.state.exposures()).isEmpty();
        assertThat(shopper.state.orders()).isEmpty();
        assertThat(shopper.state.seen()).isEqualTo(SeenIds.NONE);
        shopper.triggers("later", Arm.SHOWN, "a", hours(24 * 31));
        assertThat(shopper.exposure("later").first()).isFalse();
        assertThat(shopper.exposure("later").violation()).isTrue();
    }

    @Test
    void aHostilePageCannotGrowAVisitorsMemoryWithoutEnd() {
        SeenIds seen = SeenIds.NONE;
        for (int i = 0; i < SeenIds.MOST + 100; i++) seen = seen.with(new UUID(i, i), i);
        assertThat(seen.packed()).hasSize(SeenIds.MOST * 24);
        assertThat(seen.has(new UUID(99, 99))).isFalse();
        assertThat(seen.has(new UUID(100, 100))).isTrue();
    }

    private Shopper clicked() {
        return shopper.views("a", minutes(0))
                .triggers("one", Arm.SHOWN, "a", minutes(1))
                .sees("one", "a", minutes(1))
                .clicks("one", "a", minutes(2));
    }
}
