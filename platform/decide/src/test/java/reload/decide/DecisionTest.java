package reload.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reload.catalog.Catalog;
import reload.catalog.CatalogProduct;
import reload.catalog.Source;
import reload.collect.Admission.Caller;
import reload.collect.Client;
import reload.decide.PlanRequest.Landing;
import reload.decide.PlanRequest.Seen;
import reload.event.Arm;
import reload.event.BlockKind;
import reload.event.Consent;
import reload.event.MallId;
import reload.event.PlanPass;
import reload.event.Reason;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.Utm;
import reload.event.VisitorId;
import reload.mall.KeyHash;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.recommend.Query;
import reload.recommend.Recommended;
import reload.recommend.Recommender;
import reload.recommend.Why;

class DecisionTest {
    private static final long NOW = 1_795_312_800_000L;
    private static final UUID PLAN = new UUID(0x019aa9c0_0000_7000L, 0x8000_0000_0000_0001L);
    private static final VisitorId VISITOR = new VisitorId("AAECAwQFBgcICQoLDA0ODw");
    private static final Caller PAGE = new Caller("https://mall.example", Client.BROWSER, false, NOW);
    private static final Landing FROM_A_FEED =
            new Landing("https://mall.example/p-1", "https://feed.example/", null, true);

    private final Ask ask = new Ask();
    private MallSettings settings = holding(MallSettings.initial());
    private Catalog catalog = Catalog.of(
            IntStream.rangeClosed(1, 20).mapToObj(i -> product("p-" + i, true)).toList());
    private Recommender recommender = query -> ranked(query, 20);

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
        settings = new MallSettings(
                false,
                false,
                0.1,
                settings.triggers(),
                settings.rules(),
                settings.templates(),
                List.of(),
                settings.page());
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

    @Test
    void withoutMemoryOnceCannotBeKept() {
        ask.storage = Storage.SESSION;
        assertRefused(Reason.NO_STORAGE);
    }

    @Test
    void aPageInAFrameIsLeftAlone() {
        ask.framed = true;
        assertRefused(Reason.IN_FRAME);
    }

    @Test
    void whoHasSeenOneIsNeverShownAnotherAndTheHoldOutIsToldApart() {
        ask.seen = new Seen(NOW - 1, Arm.SHOWN);
        assertRefused(Reason.ALREADY_SEEN);
        ask.seen = new Seen(NOW - 1, Arm.HELD_OUT);
        assertRefused(Reason.ALREADY_HELD_OUT);
    }

    @Test
    void aMallThatShowsMoreThanOnceDoes() {
        settings = new MallSettings(
                true,
                false,
                0.1,
                settings.triggers(),
                new MallSettings.Rules(60_000, false, 7, 600_000),
                settings.templates(),
                List.of(),
                settings.page());
        ask.seen = new Seen(NOW - 1, Arm.SHOWN);
        assertThat(decide().reason()).isNull();
    }

    @Test
    void whoAskedForSevenDaysOfPeaceHasThem() {
        ask.snoozedUntil = NOW + 1;
        assertRefused(Reason.SNOOZED);
        ask.snoozedUntil = NOW;
        assertThat(decide().reason()).isNull();
    }

    @Test
    void anEmptyShelfIsNotShownInEitherArm() {
        catalog = Catalog.EMPTY;
        assertRefused(Reason.NOTHING_TO_SHOW);
    }

    @Test
    void backIsNotHeldWhereTheOwnerHasNotTurnedItOn() {
        settings = MallSettings.initial();
        assertThat(decide().triggers().get(Trigger.BACK_HOLD)).isEqualTo(Reason.TRIGGER_OFF);
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

    @Test
    void soldOutBoughtAndUnknownGoodsAreNotOffered() {
        catalog = Catalog.of(
                List.of(product("p-1", true), product("p-2", false), product("p-3", true), product("p-4", true)));
        ask.bought = List.of("p-3");
        Plan.Offer offer = offer(decide());
        assertThat(offer.products().keySet()).containsExactlyInAnyOrder("p-1", "p-4");
    }

    @Test
    void inAMallWithoutAPastGoodsOfTheSameCategoryAndPriceGoTogether() {
        recommender = Recommender.NONE;
        Plan.Offer offer = offer(decide());
        assertThat(offer.blocks().stream().map(Plan.PlannedBlock::kind))
                .containsExactly(BlockKind.PRODUCT_AGAIN, BlockKind.GOES_WITH); // nothing is popular yet
        assertThat(offer.blocks().getLast().products()).hasSize(6).doesNotContain("p-1");
    }

    @Test
    void noProductIsOnThePageTwice() {
        List<String> all = new ArrayList<>(offer(decide()).spares());
        offer(decide()).blocks().forEach(block -> all.addAll(block.products()));
        assertThat(all).doesNotHaveDuplicates().contains("p-1");
    }

    @Test
    void aProductThatIsSoldOutIsStillTheProductAgain() {
        recommender = Recommender.NONE;
        catalog = Catalog.of(List.of(product("p-1", false)));
        assertThat(blocks(decide())).containsExactly(BlockKind.PRODUCT_AGAIN);
    }

    @Test
    void theArmIsStickyAndHoldsOutItsShare() {
        byte[] key = new byte[32];
        long held = IntStream.range(0, 20_000)
                .mapToObj(DecisionTest::visitor)
                .filter(v -> Draw.arm(key, "e1", v, 0.1) == Arm.HELD_OUT)
                .count();
        assertThat(held).isBetween(1_850L, 2_150L); // 10 % within 3.5 standard errors
        for (int i = 0; i < 100; i++)
            assertThat(Draw.arm(key, "e1", visitor(i), 0.1)).isEqualTo(Draw.arm(key, "e1", visitor(i), 0.1));
    }

    @Test
    void aNewExperimentOrAnotherMallDrawsAnew() {
        byte[] key = new byte[32];
        byte[] other = new byte[32];
        other[5] = 1;
        assertThat(agreement(key, "e1", key, "e2")).isBetween(4_750L, 5_250L);
        assertThat(agreement(key, "e1", other, "e1")).isBetween(4_750L, 5_250L);
    }

    @Test
    void everyShareBetweenNobodyAndEverybodyIsKept() {
        byte[] key = new byte[32];
        assertThat(IntStream.range(0, 1_000).allMatch(i -> Draw.arm(key, "e1", visitor(i), 0) == Arm.SHOWN))
                .isTrue();
        assertThat(IntStream.range(0, 1_000).allMatch(i -> Draw.arm(key, "e1", visitor(i), 1) == Arm.HELD_OUT))
                .isTrue();
    }

    private static long agreement(byte[] key, String experiment, byte[] otherKey, String otherExperiment) {
        return IntStream.range(0, 10_000)
                .mapToObj(DecisionTest::visitor)
                .filter(v -> Draw.arm(key, experiment, v, 0.5) == Draw.arm(otherKey, otherExperiment, v, 0.5))
                .count();
    }

    private void assertRefused(Reason reason) {
        Plan plan = decide();
        assertThat(plan.reason()).isEqualTo(reason);
        assertThat(plan.offer()).isNull();
        assertThat(plan.triggers().values()).containsOnly(reason);
    }

    private void assertHoldRefused(Reason reason) {
        assertThat(decide().triggers().get(Trigger.BACK_HOLD)).isEqualTo(reason);
    }

    private Plan decide() {
        return Decision.decide(ask.request(), mall(settings), PAGE, PLAN, catalog, recommender);
    }

    private static Plan.Offer offer(Plan plan) {
        return Objects.requireNonNull(plan.offer(), "not eligible: " + plan.reason());
    }

    private static List<BlockKind> blocks(Plan plan) {
        return offer(plan).blocks().stream().map(Plan.PlannedBlock::kind).toList();
    }

    private static List<Recommended> ranked(Query query, int known) {
        return IntStream.rangeClosed(1, known)
                .mapToObj(i -> "p-" + i)
                .filter(id -> !query.exclude().contains(id) && !query.session().contains(id))
                .limit(query.size())
                .map(id -> new Recommended(id, 1, new Why.Popular(null)))
                .toList();
    }

    private static VisitorId visitor(int n) {
        byte[] bytes = new byte[16];
        java.nio.ByteBuffer.wrap(bytes).putInt(n);
        return new VisitorId(java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static CatalogProduct product(String id, boolean inStock) {
        return new CatalogProduct(
                id,
                "Name of " + id,
                1000L,
                null,
                "KRW",
                inStock,
                null,
                null,
                "https://mall.example/" + id,
                List.of("coats"),
                null,
                Source.IMPORT,
                NOW);
    }

    private static MallSettings holding(MallSettings from) {
        var agreed = new MallSettings.Acknowledged(MallSettings.Acknowledged.BACK_HOLD_POLICY, null, null);
        return from.withTriggers(
                new MallSettings.Triggers(new MallSettings.BackHold(true, agreed), new MallSettings.BackLanding(true)));
    }

    private static Mall mall(MallSettings settings) {
        return new Mall(
                new MallId(1),
                new SiteKey("shop"),
                "Shop",
                "KRW",
                ZoneId.of("Asia/Seoul"),
                "ko",
                false,
                false,
                false,
                Set.of("https://mall.example"),
                new byte[32],
                new byte[32],
                KeyHash.of("server"),
                null,
                "e1",
                4,
                settings);
    }

    /// A request that is eligible as it stands; a test changes what it is about.
    private static final class Ask {
        Storage storage = Storage.PERSISTENT;
        Consent consent = Consent.UNKNOWN;
        Template template = Template.PRODUCT;

        @Nullable
        String product = "p-1";

        boolean webdriver;
        boolean framed;
        boolean holds = true;
        Landing landing = FROM_A_FEED;

        @Nullable
        String left;

        @Nullable
        Seen seen;

        long snoozedUntil;
        List<String> recent = List.of();
        List<String> bought = List.of();

        PlanRequest request() {
            return new PlanRequest(
                    new SiteKey("shop"),
                    VISITOR,
                    storage,
                    consent,
                    NOW,
                    new UUID(1, 2),
                    template,
                    product,
                    null,
                    webdriver,
                    framed,
                    holds,
                    landing,
                    left,
                    seen,
                    snoozedUntil,
                    recent,
                    bought);
        }
    }
}
