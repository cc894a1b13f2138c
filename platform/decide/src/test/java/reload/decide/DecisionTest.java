package reload.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reload.catalog.Catalog;
import reload.decide.PlanRequest.Landing;
import reload.decide.PlanRequest.Seen;
import reload.event.Arm;
import reload.event.BlockKind;
import reload.event.Consent;
import reload.event.Frequency;
import reload.event.PlanPass;
import reload.event.Presentation;
import reload.event.Reason;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.Utm;
import reload.mall.MallSettings;
import reload.mall.TestMalls;

class DecisionTest extends Asking {
    @Test
    void aShopperFromAFeedOnALandingProductMayBeHeld() {
        Plan plan = decide();
        assertThat(plan.reason()).isNull();
        assertThat(plan.triggers().get(Trigger.BACK_HOLD)).isNull();
        assertThat(plan.triggers().get(Trigger.BACK_LANDING)).isEqualTo(Reason.PAGE_EXCLUDED);
        assertThat(blocks(plan)).containsExactly(BlockKind.PRODUCT_AGAIN, BlockKind.GOES_WITH, BlockKind.POPULAR);
    }

    @Test
    void theTokenSaysWhatWasDecided() {
        Plan.Offer offer = offer(decide());
        assertThat(PlanPass.verify(offer.token(), new byte[32])).contains(offer.pass());
        assertThat(offer.pass().expiresAt()).isEqualTo(NOW + 600_000);
        assertThat(offer.pass().visitor()).isEqualTo(VISITOR);
        assertThat(offer.pass().origin()).isEqualTo(PlanPass.originHash("https://mall.example"));
        assertThat(offer.pass().settingsVersion()).isEqualTo(4);
    }

    @Test
    void whoeverIsRefusedIsToldTheOneReason() {
        settings = settings.withLive(false);
        assertRefused(Reason.MALL_NOT_LIVE);
    }

    @Test
    void anAutomatedBrowserIsNotAsked() {
        ask.webdriver = true;
        assertRefused(Reason.BOT);
    }

    @Test
    void withoutConsentNothingIsShown() {
        ask.consent = Consent.DENIED;
        assertRefused(Reason.NO_CONSENT);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PERSISTENT")
    void withoutMemoryOnlyWhoAsksIsShownAnything(Storage storage) {
        ask.storage = storage;
        Plan plan = decide();
        assertArmed(plan, Trigger.LINK);
        assertThat(reasons(plan)).containsOnly(Reason.NO_STORAGE);
        settings = settings.withTriggers(off(settings.triggers(), Trigger.LINK));
        assertThat(decide().reason()).isEqualTo(Reason.NO_STORAGE);
        assertThat(decide().triggers().get(Trigger.LINK)).isEqualTo(Reason.TRIGGER_OFF);
    }

    @Test
    void aPageInAFrameIsLeftAlone() {
        ask.framed = true;
        assertRefused(Reason.IN_FRAME);
    }

    @Test
    void whoHasHadTheOneChanceIsNotInterruptedAgainAndTheHoldOutIsToldApart() {
        ask.seen = new Seen(NOW - 365 * DAY, Arm.SHOWN);
        assertArmed(decide(), Trigger.LINK, Trigger.INLINE);
        assertThat(reasons(decide())).containsOnly(Reason.ALREADY_SEEN);
        ask.seen = new Seen(NOW - 1, Arm.HELD_OUT);
        assertArmed(decide(), Trigger.LINK, Trigger.INLINE);
        assertThat(reasons(decide())).containsOnly(Reason.ALREADY_HELD_OUT);
    }

    @ParameterizedTest
    @CsvSource({
        "VISITOR, 63072000000, false",
        "DAY,        86399999, false",
        "DAY,        86400000, true",
        "VISIT,       1799999, false",
        "VISIT,       1800000, true"
    })
    void howOftenIsTheMallsChoice(Frequency frequency, long agoMs, boolean armed) {
        var hold = settings.triggers().backHold();
        settings = settings.withTriggers(settings.triggers()
                .withBackHold(new MallSettings.BackHold(true, frequency, Presentation.PAGE, hold.acknowledged())));
        ask.seen = new Seen(NOW - agoMs, Arm.SHOWN);
        assertThat(decide().triggers().get(Trigger.BACK_HOLD)).isEqualTo(armed ? null : Reason.ALREADY_SEEN);
    }

    @Test
    void whoAskedForSevenDaysOfPeaceHasThem() {
        ask.snoozedUntil = NOW + 1;
        assertArmed(decide(), Trigger.LINK, Trigger.INLINE);
        assertThat(reasons(decide())).containsOnly(Reason.SNOOZED);
        ask.snoozedUntil = NOW;
        assertThat(decide().triggers().get(Trigger.BACK_HOLD)).isNull();
    }

    @Test
    void anEmptyShelfIsNotShownInEitherArm() {
        catalog = Catalog.EMPTY;
        assertRefused(Reason.NOTHING_TO_SHOW);
    }

    @Test
    void backIsNotHeldWhereTheOwnerHasNotTurnedItOn() {
        settings = MallSettings.initial();
        Plan plan = decide();
        assertArmed(plan, Trigger.LINK, Trigger.INLINE);
        assertThat(plan.triggers().get(Trigger.BACK_HOLD)).isEqualTo(Reason.TRIGGER_OFF);
        settings = settings.withTriggers(off(off(settings.triggers(), Trigger.LINK), Trigger.INLINE));
        assertThat(decide().reason()).isEqualTo(Reason.PAGE_EXCLUDED); // back-landing has its own pages
    }

    @Test
    void backIsNotHeldByABundleThatCannot() {
        ask.holds = false;
        assertHoldRefused(Reason.STRICT_BUNDLE);
    }

    @Test
    void backIsNotHeldOnOtherPages() {
        ask.template = Template.CHECKOUT;
        assertHoldRefused(Reason.PAGE_EXCLUDED);
    }

    @Test
    void backIsHeldOnTheLandingEntryOnly() {
        ask.landing = new Landing("https://mall.example/p-1", "https://feed.example/", null, false);
        assertHoldRefused(Reason.NOT_LANDING_ENTRY);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://www.google.com/,         -,        -,        SEARCH_ENGINE",
                "https://www.google.co.kr/,       google,   cpc,      SEARCH_ENGINE",
                "https://search.naver.com/search, -,        -,        SEARCH_ENGINE",
                "https://m.search.daum.net/,      kakao,    social,   SEARCH_ENGINE",
                "-,                               naver,    cpc,      SEARCH_ENGINE",
                "-,                               google,   organic,  SEARCH_ENGINE",
                "-,                               -,        ppc,      SEARCH_ENGINE",
                "-,                               -,        -,        UNKNOWN_REFERRER",
                "https://mall.example/list,       -,        -,        UNKNOWN_REFERRER",
                "android-app:nonsense,            -,        -,        UNKNOWN_REFERRER",
                "-,                               letter,   print,    UNKNOWN_REFERRER",
                "-,                               kakao,    message,  -",
                "-,                               facebook, cpc,      -",
                "-,                               insta,    Social,   -",
                "https://feed.example/,           -,        -,        -",
                "https://m.blog.example/post,     -,        -,        -",
            })
    void backIsHeldOnlyForAVisitThatSurelyCameFromNoSearch(
            @Nullable String referrer, @Nullable String source, @Nullable String medium, @Nullable Reason reason) {
        Utm utm = source == null && medium == null ? null : new Utm(source, medium, null, null, null);
        ask.landing = new Landing("https://mall.example/p-1", referrer, utm, true);
        assertThat(decide().triggers().get(Trigger.BACK_HOLD)).isEqualTo(reason);
    }

    @Test
    void everyRuleThatRefusesIsNamedThoseOfThePageFirst() {
        ask.landing = new Landing("https://mall.example/", null, null, false);
        ask.snoozedUntil = NOW + 1;
        settings = settings.withLive(false).withTriggers(off(settings.triggers(), Trigger.LINK));
        var refusals = Decision.refusals(ask.request(), TestMalls.mall(1, "mall", settings), PAGE);
        assertThat(refusals.get(Trigger.BACK_HOLD))
                .containsExactly(
                        Reason.MALL_NOT_LIVE, Reason.SNOOZED, Reason.NOT_LANDING_ENTRY, Reason.UNKNOWN_REFERRER);
        assertThat(refusals.get(Trigger.LINK)).containsExactly(Reason.MALL_NOT_LIVE, Reason.TRIGGER_OFF);
        assertThat(refusals).containsOnlyKeys(Trigger.values());
    }

    @Test
    void theMallsOwnSearchEnginesCountToo() {
        settings = settings.withSearchEngines(List.of("find.example"));
        ask.landing = new Landing("https://mall.example/p-1", "https://find.example/?q=a", null, true);
        assertHoldRefused(Reason.SEARCH_ENGINE);
    }

    @Test
    void whoComesBackToAListIsOfferedWhatGoesWithTheProductJustLeft() {
        ask.template = Template.LIST;
        ask.product = null;
        ask.left = "p-1";
        ask.landing = new Landing("https://mall.example/", null, null, false);
        Plan plan = decide();
        assertThat(plan.triggers().get(Trigger.BACK_LANDING)).isNull();
        assertThat(offer(plan).blocks().getFirst().products()).containsExactly("p-1");
    }

    @Test
    void aListThatNobodyCameBackToOffersNothing() {
        ask.template = Template.LIST;
        assertThat(decide().triggers().get(Trigger.BACK_LANDING)).isEqualTo(Reason.NOTHING_TO_SHOW);
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void leavingIsSensedOnThePagesTheMallChoseAndNeverWhileBuying(Template template) {
        settings = everything().withTemplates(List.of(Template.values()));
        ask.template = template;
        assertThat(decide().triggers().get(Trigger.LEAVE_SIGNAL))
                .isEqualTo(BUYING.contains(template) ? Reason.PAGE_EXCLUDED : null);
        settings = settings.withTemplates(List.of(Template.PRODUCT));
        assertThat(decide().triggers().get(Trigger.LEAVE_SIGNAL))
                .isEqualTo(template == Template.PRODUCT ? null : Reason.PAGE_EXCLUDED);
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void whoComesBackMayGoOnWhereTheyWereWhileTheyLookAround(Template template) {
        boolean looking = List.of(Template.HOME, Template.LIST, Template.SEARCH, Template.PRODUCT)
                .contains(template);
        settings = everything();
        ask.template = template;
        ask.product = null;
        assertThat(decide().triggers().get(Trigger.RETURN))
                .isEqualTo(looking ? Reason.NOTHING_TO_SHOW : Reason.PAGE_EXCLUDED);
        ask.recent = List.of("p-3", "p-4");
        assertThat(decide().triggers().get(Trigger.RETURN)).isEqualTo(looking ? null : Reason.PAGE_EXCLUDED);
        assertThat(offer(decide()).blocks().getFirst().products()).containsExactly("p-3");
    }

    @Test
    void theControlAndTheSlotWorkOnAnyPage() {
        settings = everything();
        for (Template template : Template.values()) {
            ask.template = template;
            assertThat(decide().isArmed(Trigger.LINK)).isTrue();
            assertThat(decide().isArmed(Trigger.INLINE)).isTrue();
        }
    }

    @Test
    void eachTriggerIsSwitchedOffAlone() {
        for (Trigger trigger : Trigger.values()) {
            settings = everything();
            settings = settings.withTriggers(off(settings.triggers(), trigger));
            assertThat(decide().triggers().get(trigger)).isEqualTo(Reason.TRIGGER_OFF);
        }
    }
}
