package reload.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reload.collect.Admission.Accepted;
import reload.collect.Admission.Caller;
import reload.collect.Admission.Drop;
import reload.collect.Admission.Dropped;
import reload.event.Arm;
import reload.event.Beacon;
import reload.event.Consent;
import reload.event.Device;
import reload.event.LeaveSignal;
import reload.event.MallId;
import reload.event.Money;
import reload.event.PageEvent;
import reload.event.PageEvent.Clicked;
import reload.event.PageEvent.Dwelled;
import reload.event.PageEvent.OrderPlaced;
import reload.event.PageEvent.Sensed;
import reload.event.PageEvent.Triggered;
import reload.event.PlanPass;
import reload.event.PlanToken;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.event.Trigger;
import reload.event.VisitorId;
import reload.mall.KeyHash;
import reload.mall.Mall;
import reload.mall.MallSettings;

class AdmissionTest {
    private static final long NOW = 1_795_312_800_000L;
    private static final long HOUR = 3_600_000;
    private static final String ORIGIN = "https://mall.example";
    private static final VisitorId VISITOR = new VisitorId("AAECAwQFBgcICQoLDA0ODw");
    private static final VisitorId SOMEONE_ELSE = new VisitorId("BAECAwQFBgcICQoLDA0ODw");
    private static final byte[] KEY = new byte[32];
    private static final UUID VIEW = new UUID(1, 2);

    private static final Mall MALL = mall(false, MallSettings.initial());
    private static final Caller PAGE = new Caller(ORIGIN, Client.BROWSER, false, NOW);

    @Test
    void aPageOfTheMallIsHeard() {
        assertThat(judge(PAGE, dwelled(NOW - 1000))).isEqualTo(new Accepted(0, 0, List.of()));
    }

    @Test
    void aPageOfAnotherOriginIsNot() {
        assertThat(judge(new Caller("https://evil.example", Client.BROWSER, false, NOW), dwelled(NOW)))
                .isEqualTo(new Dropped(Drop.FOREIGN_ORIGIN));
        assertThat(judge(new Caller(null, Client.BROWSER, false, NOW), dwelled(NOW)))
                .isEqualTo(new Dropped(Drop.FOREIGN_ORIGIN));
    }

    @Test
    void aCrawlerIsNoShopperInAnyMall() {
        Caller crawler = new Caller(ORIGIN, Client.CRAWLER, false, NOW);
        assertThat(judge(crawler, dwelled(NOW))).isEqualTo(new Dropped(Drop.BOT));
        assertThat(Admission.judge(beacon(false, dwelled(NOW)), mall(true, MallSettings.initial()), crawler))
                .isEqualTo(new Dropped(Drop.BOT));
    }

    @Test
    void anAutomatedBrowserIsAShopperOnlyWhereTheMallSaysSo() {
        Caller headless = new Caller(ORIGIN, Client.HEADLESS, false, NOW);
        Beacon automated = beacon(true, dwelled(NOW));
        assertThat(Admission.judge(automated, MALL, PAGE)).isEqualTo(new Dropped(Drop.BOT));
        assertThat(judge(headless, dwelled(NOW))).isEqualTo(new Dropped(Drop.BOT));
        assertThat(Admission.judge(automated, mall(true, MallSettings.initial()), headless))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void whereConsentIsRequiredSilenceIsNoConsent() {
        Mall strict = mall(false, consentRequired());
        assertThat(Admission.judge(consenting(Consent.UNKNOWN), strict, PAGE)).isEqualTo(new Dropped(Drop.NO_CONSENT));
        assertThat(Admission.judge(consenting(Consent.DENIED), strict, PAGE)).isEqualTo(new Dropped(Drop.NO_CONSENT));
        assertThat(Admission.judge(consenting(Consent.GRANTED), strict, PAGE)).isInstanceOf(Accepted.class);
    }

    @Test
    void aNoIsANoInEveryMall() {
        assertThat(Admission.judge(consenting(Consent.DENIED), MALL, PAGE)).isEqualTo(new Dropped(Drop.NO_CONSENT));
        assertThat(Admission.judge(consenting(Consent.UNKNOWN), MALL, PAGE)).isInstanceOf(Accepted.class);
    }

    @Test
    void aClockThatIsOffIsCorrectedAndASlowNetworkIsNotAWrongClock() {
        Beacon dayBehind = sentAt(NOW - 24 * HOUR, dwelled(NOW - 24 * HOUR - 500));
        assertThat(Admission.judge(dayBehind, MALL, PAGE)).isEqualTo(new Accepted(24 * HOUR, 0, List.of()));
        Beacon slow = sentAt(NOW - 10_000, dwelled(NOW - 10_500));
        assertThat(Admission.judge(slow, MALL, PAGE)).isEqualTo(new Accepted(0, 0, List.of()));
    }

    @Test
    void eventsOfMoreThanTwoDaysAgoAreTooLate() {
        assertThat(judge(PAGE, dwelled(NOW - 48 * HOUR), dwelled(NOW - 48 * HOUR - 1)))
                .isEqualTo(new Accepted(0, 0b10, List.of(Drop.TOO_LATE)));
    }

    @Test
    void eventsFromTheFutureAreRefused() {
        assertThat(judge(PAGE, dwelled(NOW + 60_000), dwelled(NOW + 60_001)))
                .isEqualTo(new Accepted(0, 0b10, List.of(Drop.FROM_THE_FUTURE)));
    }

    @Test
    void aBadEventCostsItselfOnly() {
        assertThat(judge(PAGE, null, dwelled(NOW), null))
                .isEqualTo(new Accepted(0, 0b101, List.of(Drop.BAD_EVENT, Drop.BAD_EVENT)));
    }

    @Test
    void aPageSensesLeavingThreeTimesAViewAndNoMore() {
        UUID other = new UUID(8, 8);
        assertThat(judge(PAGE, sensed(VIEW), sensed(VIEW), sensed(other), sensed(VIEW), sensed(VIEW), sensed(other)))
                .isEqualTo(new Accepted(0, 0b10000, List.of(Drop.BAD_EVENT)));
    }

    @Test
    void anotherCurrencyIsRefused() {
        OrderPlaced dollars = new OrderPlaced(new UUID(1, 1), NOW, VIEW, "o-1", new Money(1, "USD"), List.of());
        assertThat(judge(PAGE, dollars)).isEqualTo(new Accepted(0, 1, List.of(Drop.FOREIGN_CURRENCY)));
    }

    @Test
    void aTokenOfThisVisitorMallAndOriginIsGood() {
        assertThat(judge(PAGE, triggered(token(MALL.id(), VISITOR, ORIGIN, KEY), NOW)))
                .isEqualTo(new Accepted(0, 0, List.of()));
    }

    @Test
    void aForgedTokenIsRefused() {
        byte[] guessed = new byte[32];
        guessed[0] = 1;
        assertThat(judge(PAGE, triggered(token(MALL.id(), VISITOR, ORIGIN, guessed), NOW)))
                .isEqualTo(new Accepted(0, 1, List.of(Drop.TOKEN_FORGED)));
    }

    @Test
    void aTokenOfAnotherVisitorMallOrOriginIsRefused() {
        for (PlanToken token : List.of(
                token(MALL.id(), SOMEONE_ELSE, ORIGIN, KEY),
                token(new MallId(9), VISITOR, ORIGIN, KEY),
                token(MALL.id(), VISITOR, "https://other.example", KEY)))
            assertThat(judge(PAGE, triggered(token, NOW))).isEqualTo(new Accepted(0, 1, List.of(Drop.TOKEN_MISMATCH)));
    }

    @Test
    void aTriggerAfterThePlansExpiryIsRefusedButMayArriveLater() {
        PlanToken token = token(MALL.id(), VISITOR, ORIGIN, KEY); // expires 10 min after NOW
        Caller nextDay = new Caller(ORIGIN, Client.BROWSER, false, NOW + 24 * HOUR);
        Beacon late = sentAt(NOW + 24 * HOUR, triggered(token, NOW + 600_000), triggered(token, NOW + 620_000));
        assertThat(Admission.judge(late, MALL, nextDay)).isEqualTo(new Accepted(0, 0b10, List.of(Drop.TOKEN_EXPIRED)));
    }

    @Test
    void aClickMayComeADayAfterTheExpiryAndNoLater() {
        PlanToken token = token(MALL.id(), VISITOR, ORIGIN, KEY);
        long expiry = NOW + 600_000;
        Caller later = new Caller(ORIGIN, Client.BROWSER, false, expiry + 25 * HOUR);
        Beacon beacon =
                sentAt(expiry + 25 * HOUR, clicked(token, expiry + 24 * HOUR), clicked(token, expiry + 24 * HOUR + 1));
        assertThat(Admission.judge(beacon, MALL, later)).isEqualTo(new Accepted(0, 0b10, List.of(Drop.TOKEN_EXPIRED)));
    }

    @Test
    void whoWritesHistoryNeedsNoOriginAndIsReceivedWhenSent() {
        Caller history = new Caller(null, Client.BROWSER, true, NOW);
        Beacon past = sentAt(NOW - 1000 * HOUR, dwelled(NOW - 1000 * HOUR - 5));
        assertThat(Admission.judge(past, MALL, history)).isEqualTo(new Accepted(0, 0, List.of()));
    }

    private static Admission judge(Caller caller, @Nullable PageEvent... events) {
        return Admission.judge(beacon(false, events), MALL, caller);
    }

    private static Beacon beacon(boolean webdriver, @Nullable PageEvent... events) {
        return new Beacon(
                new SiteKey("shop"),
                VISITOR,
                Storage.PERSISTENT,
                Consent.UNKNOWN,
                NOW,
                Device.PHONE,
                webdriver,
                Arrays.asList(events));
    }

    private static Beacon sentAt(long sentAt, PageEvent... events) {
        return new Beacon(
                new SiteKey("shop"),
                VISITOR,
                Storage.PERSISTENT,
                Consent.UNKNOWN,
                sentAt,
                Device.PHONE,
                false,
                Arrays.asList(events));
    }

    private static Beacon consenting(Consent consent) {
        return new Beacon(
                new SiteKey("shop"),
                VISITOR,
                Storage.PERSISTENT,
                consent,
                NOW,
                Device.PHONE,
                false,
                List.of(dwelled(NOW)));
    }

    private static Dwelled dwelled(long at) {
        return new Dwelled(new UUID(3, 4), at, VIEW, 1, 1, 1);
    }

    private static Sensed sensed(UUID view) {
        return new Sensed(new UUID(6, 6), NOW, view, LeaveSignal.IDLE, Collections.nCopies(Sensed.FEATURES, 0.5), 0.4);
    }

    private static Triggered triggered(PlanToken token, long at) {
        return new Triggered(new UUID(5, 6), at, VIEW, Trigger.BACK_HOLD, token, 1);
    }

    private static Clicked clicked(PlanToken token, long at) {
        return new Clicked(new UUID(7, 8), at, VIEW, token, reload.event.BlockKind.POPULAR, null);
    }

    private static PlanToken token(MallId mall, VisitorId visitor, String origin, byte[] key) {
        return new PlanPass(
                        mall,
                        new UUID(9, 9),
                        visitor,
                        PlanPass.originHash(origin),
                        NOW,
                        NOW + 600_000,
                        1,
                        0,
                        0.9,
                        Arm.SHOWN,
                        "classic",
                        "e1")
                .sign(key);
    }

    private static MallSettings consentRequired() {
        return MallSettings.initial().withConsentRequired(true);
    }

    private static Mall mall(boolean countsWebdriver, MallSettings settings) {
        return new Mall(
                new MallId(1),
                new SiteKey("shop"),
                "Shop",
                "KRW",
                ZoneId.of("Asia/Seoul"),
                "ko",
                false,
                countsWebdriver,
                false,
                Set.of(ORIGIN),
                KEY,
                KEY,
                KeyHash.of("server"),
                null,
                "e1",
                1,
                settings);
    }
}
