package reload.measure.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reload.event.MallId;
import reload.mall.adapter.MallScope;
import reload.measure.Days;
import reload.measure.Dimension;
import reload.measure.Lift;
import reload.measure.adapter.Report.IncrementalAmount.Known;
import reload.measure.adapter.Report.IncrementalAmount.Total;
import reload.measure.adapter.Report.IncrementalAmount.Unknown;

class FigureTablesTest {
    private static final MallId MALL = new MallId(1);
    private static final Days NOVEMBER = new Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static Tables tables;

    @SuppressWarnings("NullAway.Init")
    private static FigureTables figures;

    @BeforeAll
    static void aRealDatabase() {
        tables = new Tables();
        figures = new FigureTables(new MallScope(tables.console));
    }

    @BeforeEach
    void emptyTables() {
        tables.clear();
    }

    @Test
    void sessionsAreCountedWithTheirPagesAndMeanDwell() {
        tables.session("page_views", 3, "visible_ms", 10_000, "active_ms", 4_000);
        tables.session("page_views", 2, "visible_ms", 5_001, "active_ms", 1_000, "storage", "session");

        var report = report(0.1);

        assertThat(report.sessions()).isEqualTo(2);
        assertThat(report.pageViews()).isEqualTo(5);
        assertThat(report.dwellVisibleMsMean()).isEqualTo(7_501);
        assertThat(report.dwellActiveMsMean()).isEqualTo(2_500);
        assertThat(report.sessionsOutsideExperiments()).isEqualTo(1);
    }

    @Test
    void triggeredIsFirstTriggersOfBothArms() {
        tables.exposure();
        tables.exposure("arm", "held-out");
        tables.exposure("first", false);

        var report = report(0.1);

        assertThat(report.shown()).isEqualTo(1);
        assertThat(report.heldOut()).isEqualTo(1);
        assertThat(report.triggered()).isEqualTo(2);
    }

    @Test
    void whoDrewNothingIsSparedAndComparedWithTheShown() {
        for (int i = 0; i < 100; i++) {
            tables.exposure("outcome_amount", i % 10 == 0 ? 10_000 : 0);
            tables.exposure("variant", "nothing", "outcome_amount", i % 5 == 0 ? 10_000 : 0);
            tables.exposure("arm", "held-out", "outcome_amount", i % 10 == 0 ? 10_000 : 0);
        }

        var report = report(1 / 3.0);

        assertThat(report.shown()).isEqualTo(100);
        assertThat(report.spared()).isEqualTo(100);
        assertThat(report.heldOut()).isEqualTo(100);
        assertThat(report.triggered()).isEqualTo(300);
        var known = (Known) report.incrementalAmountPerTriggered();
        assertThat(known.matureShown()).isEqualTo(200);
        assertThat(known.estimate()).isEqualTo(500);
        assertThat(known.total().estimate()).isEqualTo(100_000);
        assertThat(figures.reasons(MALL, NOVEMBER).rows())
                .containsExactly(
                        new Reasons.Row("back-hold", "HELD_OUT", 100),
                        new Reasons.Row("back-hold", "SHOWN", 100),
                        new Reasons.Row("back-hold", "SPARED", 100));
    }

    @Test
    void clicksAreCountedAgainstImpressionsAndConversionsAgainstClickers() {
        tables.exposure();
        tables.exposure("impressed_at", NOW);
        tables.exposure("impressed_at", NOW, "clicked_at", NOW, "first_click", true);
        tables.exposure(
                "impressed_at",
                NOW,
                "clicked_at",
                NOW,
                "first_click",
                true,
                "converted",
                true,
                "conversion_amount",
                30_000,
                "refunded_amount",
                9_000,
                "unverified_amount",
                10_000);
        tables.exposure("impressed_at", NOW, "clicked_at", NOW, "violation", true);

        var report = report(0.1);

        assertThat(report.impressions()).isEqualTo(4);
        assertThat(report.clicks()).isEqualTo(3);
        assertThat(report.clickRate()).isEqualTo(0.75);
        assertThat(report.clickers()).isEqualTo(2);
        assertThat(report.converted()).isEqualTo(1);
        assertThat(report.conversionRate()).isEqualTo(0.5);
        assertThat(report.conversionAmount()).isEqualTo(30_000);
        assertThat(report.refundedAmount()).isEqualTo(9_000);
        assertThat(report.unverifiedAmount()).isEqualTo(10_000);
        assertThat(report.violations()).isEqualTo(1);
    }

    @Test
    void nothingHappenedIsAReportToo() {
        var report = report(0.1);

        assertThat(report.sessions()).isZero();
        assertThat(report.dwellVisibleMsMean()).isZero();
        assertThat(report.clickRate()).isNull();
        assertThat(report.conversionRate()).isNull();
        assertThat(report.incrementalAmountPerTriggered())
                .isEqualTo(new Unknown(null, null, null, Lift.Reason.NOT_ENOUGH_DATA, null, 0, 0));
    }

    @Test
    void theIncrementalAmountIsTheDifferenceOfTheMeansAndItsTotalThatOfAllShown() {
        visitors(5000, "shown", 150, 40_000);
        visitors(5000, "held-out", 100, 40_000);
        tables.exposure("triggered_at", "2026-11-22T08:00:00Z", "outcome_amount", 1_000_000);

        var known = (Known) report(0.5).incrementalAmountPerTriggered();

        assertThat(known.estimate()).isCloseTo(400, within(1e-9));
        assertThat(known.fixed().contains(400)).isTrue();
        assertThat(known.anytime().width()).isGreaterThan(known.fixed().width());
        assertThat(known.matureShown()).isEqualTo(5000);
        assertThat(known.matureHeldOut()).isEqualTo(5000);
        assertThat(known.total())
                .isEqualTo(new Total(
                        known.estimate() * 5001,
                        known.anytime().low() * 5001,
                        known.anytime().high() * 5001));
    }

    @Test
    void aTriggerIsComparedWhenItsWindowIsOverAndNotBefore() {
        tables.exposure("triggered_at", "2026-11-21T09:00:00Z");
        tables.exposure("triggered_at", "2026-11-21T09:00:00.001Z");
        tables.exposure("triggered_at", "2026-11-21T09:00:00.001Z", "arm", "held-out");
        tables.exposure("first", false);

        var unknown = (Unknown) report(0.1).incrementalAmountPerTriggered();

        assertThat(unknown.matureShown()).isEqualTo(1);
        assertThat(unknown.matureHeldOut()).isZero();
    }

    @Test
    void onlyTheRunningExperimentIsCompared() {
        tables.exposure();
        tables.exposure("experiment", "an earlier one");

        var report = report(0.1);

        assertThat(report.shown()).isEqualTo(2);
        assertThat(((Unknown) report.incrementalAmountPerTriggered()).matureShown())
                .isEqualTo(1);
    }

    @Test
    void daysToGoFollowThePaceOfTheDaysWithTriggers() {
        visitors(500, "shown", 10, 40_000);
        visitors(500, "held-out", 0, 0);
        tables.run("update exposure set outcome_amount = 0 where outcome_amount > 0 and plan not in"
                + " (select plan from exposure where outcome_amount > 0 order by plan limit 2)");
        tables.run("update exposure set day = '2026-11-07' where plan = (select min(plan::text)::uuid from exposure)");

        // 2 buyers in the 4 days 7 to 10 November, one expected in the smaller arm; 3 are needed.
        assertThat(report(0.5).incrementalAmountPerTriggered())
                .isEqualTo(new Unknown(null, null, null, Lift.Reason.NOT_ENOUGH_DATA, 8, 500, 500));
    }

    @Test
    void armsOutOfProportionAndAMissingHoldOutAreNamed() {
        visitors(500, "shown", 50, 40_000);

        assertThat(((Unknown) report(0.5).incrementalAmountPerTriggered()).reason())
                .isEqualTo(Lift.Reason.SAMPLE_RATIO_MISMATCH);
        assertThat(((Unknown) report(0).incrementalAmountPerTriggered()).reason())
                .isEqualTo(Lift.Reason.NO_HOLD_OUT);
    }

    @Test
    void refundsDoNotTakeAnOutcomeBelowNothing() {
        visitors(500, "shown", 50, 40_000);
        visitors(500, "held-out", 50, 40_000);
        tables.run("update exposure set outcome_amount = -1000000 where outcome_amount = 0 and arm = 'shown'");

        var known = (Known) report(0.5).incrementalAmountPerTriggered();

        assertThat(known.estimate()).isZero();
    }

    @Test
    void everyDayOfTheRangeHasItsRow() {
        tables.session("day", "2026-11-02", "page_views", 4);
        tables.exposure("day", "2026-11-03", "impressed_at", NOW);
        tables.session("day", "2026-11-05");

        var days = figures.byDay(MALL, new Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-04")))
                .days();

        assertThat(days).extracting(row -> row.day().getDayOfMonth()).containsExactly(1, 2, 3, 4);
        assertThat(days).extracting(FiguresByDay.Row::pageViews).containsExactly(0L, 4L, 0L, 0L);
        assertThat(days).extracting(FiguresByDay.Row::shown).containsExactly(0L, 0L, 1L, 0L);
        assertThat(days).extracting(FiguresByDay.Row::impressions).containsExactly(0L, 0L, 1L, 0L);
    }

    @Test
    void bothEndsOfTheRangeAreIncluded() {
        for (String day : new String[] {"2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"}) {
            tables.session("day", day);
            tables.exposure("day", day);
            tables.notShown("day", day);
        }

        assertThat(report(0.1).sessions()).isEqualTo(2);
        assertThat(report(0.1).shown()).isEqualTo(2);
        assertThat(figures.by(Dimension.DEVICE, MALL, NOVEMBER).rows())
                .extracting(FiguresByValue.Row::sessions)
                .containsExactly(2L);
        assertThat(figures.reasons(MALL, NOVEMBER).rows())
                .extracting(Reasons.Row::count)
                .containsExactly(2L, 2L);
    }

    @Test
    void theBusiestReferralPathComesFirstAndOneWithTriggersOnlyIsThereToo() {
        tables.session("referral", "naver / organic");
        tables.session("referral", "kakao / social / autumn");
        tables.session("referral", "kakao / social / autumn");
        tables.exposure("referral", "kakao / social / autumn", "arm", "held-out");
        tables.exposure("referral", "direct");

        var rows = figures.by(Dimension.REFERRAL, MALL, NOVEMBER).rows();

        assertThat(rows)
                .extracting(FiguresByValue.Row::value)
                .containsExactly("kakao / social / autumn", "naver / organic", "direct");
        assertThat(rows).extracting(FiguresByValue.Row::sessions).containsExactly(2L, 1L, 0L);
        assertThat(rows).extracting(FiguresByValue.Row::heldOut).containsExactly(1L, 0L, 0L);
        assertThat(rows).extracting(FiguresByValue.Row::shown).containsExactly(0L, 0L, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void everyDimensionSplitsSessionsAndTriggers(Dimension dimension) {
        tables.session(dimension.wire(), "one");
        tables.session(dimension.wire(), "one");
        tables.session(dimension.wire(), "other");
        tables.exposure(dimension.wire(), "other");

        var rows = figures.by(dimension, MALL, NOVEMBER).rows();

        assertThat(rows).extracting(FiguresByValue.Row::value).containsExactly("one", "other");
        assertThat(rows).extracting(FiguresByValue.Row::triggered).containsExactly(0L, 1L);
    }

    @Test
    void aSessionWithoutALeaveMomentBelongsToNoTrigger() {
        tables.session();

        assertThat(figures.by(Dimension.TRIGGER, MALL, NOVEMBER).rows()).isEmpty();
    }

    @Test
    void reasonsSayWhyAndWhyNotMostFrequentFirst() {
        tables.exposure();
        tables.exposure("arm", "held-out", "trigger", "back-landing");
        tables.notShown();
        tables.notShown();
        tables.notShown("trigger", "back-landing", "reason", "ALREADY_SEEN");

        assertThat(figures.reasons(MALL, NOVEMBER).rows())
                .containsExactly(
                        new Reasons.Row("back-hold", "STAYED_TOO_LONG", 2),
                        new Reasons.Row("back-hold", "SHOWN", 1),
                        new Reasons.Row("back-landing", "ALREADY_SEEN", 1),
                        new Reasons.Row("back-landing", "HELD_OUT", 1));
    }

    @Test
    void whatTheShopperAskedForIsShownOnEverySideAndIsNoFirstTrigger() {
        tables.exposure("trigger", "link", "arm", "held-out", "first", false, "impressed_at", "2026-11-10T03:00:31Z");
        tables.exposure();

        assertThat(figures.reasons(MALL, NOVEMBER).rows())
                .containsExactly(new Reasons.Row("back-hold", "SHOWN", 1), new Reasons.Row("link", "SHOWN", 1));
        assertThat(figures.by(Dimension.TRIGGER, MALL, NOVEMBER).rows())
                .extracting(FiguresByValue.Row::value, FiguresByValue.Row::triggered, FiguresByValue.Row::impressions)
                .containsExactly(tuple("back-hold", 1L, 0L), tuple("link", 0L, 1L));
    }

    @Test
    void theNewestSessionsComeFirstWithWhatBecameOfThem() {
        var old = UUID.randomUUID();
        var young = UUID.randomUUID();
        tables.session("session", old, "started_at", "2026-11-10T03:00:00Z");
        tables.session(
                "session",
                young,
                "started_at",
                "2026-11-10T04:00:00Z",
                "visitor",
                "abcdefghijklmnopqrstuv",
                "trigger",
                "back-hold",
                "arm",
                "shown",
                "reason",
                "SHOWN",
                "orders",
                1);
        tables.exposure(
                "session",
                young,
                "impressed_at",
                NOW,
                "clicked_at",
                NOW,
                "converted",
                true,
                "conversion_amount",
                30_000);

        var sessions = figures.recentSessions(MALL, 10).sessions();

        assertThat(sessions)
                .containsExactly(
                        new RecentSessions.Row(
                                young,
                                Instant.parse("2026-11-10T04:00:00Z"),
                                "abcdefgh",
                                "direct",
                                "phone",
                                1,
                                1000,
                                1,
                                "back-hold",
                                "shown",
                                "SHOWN",
                                true,
                                true,
                                true,
                                30_000),
                        new RecentSessions.Row(
                                old,
                                Instant.parse("2026-11-10T03:00:00Z"),
                                "AAAAAAAA",
                                "direct",
                                "phone",
                                1,
                                1000,
                                0,
                                null,
                                null,
                                null,
                                false,
                                false,
                                false,
                                0));
        assertThat(figures.recentSessions(MALL, 1).sessions()).hasSize(1);
    }

    @Test
    void aMallSeesItsOwnRowsOnlyEvenOnOneConnection() throws SQLException {
        tables.session("mall", 2);
        tables.exposure("mall", 2);
        tables.notShown("mall", 2);

        try (var connection = tables.console.getConnection()) {
            var one = new FigureTables(new MallScope(new OneConnection(connection)));
            assertThat(one.recentSessions(new MallId(2), 10).sessions()).hasSize(1);
            assertThat(one.recentSessions(MALL, 10).sessions()).isEmpty();
            assertThat(one.reasons(MALL, NOVEMBER).rows()).isEmpty();
            assertThat(one.by(Dimension.REFERRAL, MALL, NOVEMBER).rows()).isEmpty();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from session")) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }

    @Test
    void aRangeTooLongOrBackwardsAndALimitOutOfBoundsAreRefused() {
        var day = LocalDate.parse("2026-11-01");
        assertThatThrownBy(() -> new Days(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Days(day, day.plusYears(2).plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> figures.recentSessions(MALL, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> figures.recentSessions(MALL, 201)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Report report(double holdOutShare) {
        return figures.report(Tables.mall(holdOutShare), NOVEMBER, NOW);
    }

    private static void visitors(int visitors, String arm, int buyers, long amount) {
        tables.run("""
                insert into exposure select 1, gen_random_uuid(), 'v', gen_random_uuid(), '2026-11-10', 'classic', '%s', 'a', true,
                    'back-hold', '2026-11-10T03:00:30Z', 20000, 'direct', 'phone', 'product', null, null, null,
                    false, false, 0, 0, 0, case when n <= %d then %d else 0 end, false
                from generate_series(1, %d) n""".formatted(arm, buyers, amount, visitors));
    }
}
