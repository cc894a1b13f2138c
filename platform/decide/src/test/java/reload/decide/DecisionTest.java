package reload.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reload.catalog.Catalog;
import reload.catalog.CatalogProduct;
import reload.catalog.Source;
import reload.collect.Admission.Caller;
import reload.collect.Client;
import reload.decide.Plan.PlannedBlock;
import reload.decide.PlanRequest.Landing;
import reload.decide.PlanRequest.Seen;
import reload.event.Arm;
import reload.event.BlockKind;
import reload.event.Consent;
import reload.event.Frequency;
import reload.event.PlanPass;
import reload.event.Presentation;
import reload.event.Reason;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.Utm;
import reload.event.VisitorId;
import reload.learn.exit.MallModel;
import reload.mall.Block;
import reload.mall.MallSettings;
import reload.mall.Markup;
import reload.mall.TestMalls;
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

    @Test
    void whatWasViewedBeforeComesBackNewestFirst() {
        settings = blocks(new Block.ProductAgain(true), new Block.RecentlyViewed(true, 2), new Block.GoesWith(true, 3));
        ask.recent = List.of("p-1", "p-5", "p-9", "p-7", "unknown");
        ask.bought = List.of("p-9");
        Plan.Offer offer = offer(decide());
        assertThat(offer.blocks().get(1))
                .isEqualTo(new PlannedBlock.Goods(BlockKind.RECENTLY_VIEWED, List.of("p-5", "p-7")));
        assertThat(offer.blocks().get(2).products()).doesNotContain("p-1", "p-5", "p-7", "p-9");
    }

    @Test
    void whatHasEndedIsLeftOut() {
        Instant now = Instant.ofEpochMilli(NOW);
        settings = blocks(
                new Block.Coupon(true, "first", "A", "/c", now.plusMillis(1)),
                new Block.Countdown(true, "tonight", now.plusMillis(1)));
        assertThat(offer(decide()).blocks())
                .containsExactly(
                        new PlannedBlock.Coupon("first", "A", "/c", NOW + 1),
                        new PlannedBlock.Countdown("tonight", NOW + 1));
        settings = blocks(
                new Block.Coupon(true, "always", "B", null, null),
                new Block.Coupon(true, "ended", "A", null, now),
                new Block.Countdown(true, "ended", now),
                new Block.Countdown(true, "no end", null));
        assertThat(offer(decide()).blocks()).containsExactly(new PlannedBlock.Coupon("always", "B", null, null));
    }

    @Test
    void aMallsOwnBlockSpeaksOfTheProductLeftOrIsLeftOut() {
        Markup markup = Markup.of("<p>{product.name}</p>");
        settings = blocks(new Block.Custom(true, markup), new Block.Custom(true, Markup.of("<p>안녕</p>")));
        assertThat(offer(decide()).blocks().getFirst())
                .isEqualTo(new PlannedBlock.Custom(markup, product("p-1", true)));
        ask.product = null;
        assertThat(offer(decide()).blocks()).containsExactly(new PlannedBlock.Custom(Markup.of("<p>안녕</p>"), null));
    }

    @Test
    void aBadgeSaysOnlyWhatIsSo() {
        recommender = Recommender.NONE;
        long old = NOW - 100 * DAY;
        catalog = Catalog.of(List.of(
                badged("p-1", null, 50L, Source.IMPORT, old),
                badged("sale", 900L, 50L, Source.IMPORT, old),
                badged("few", 900L, 5L, Source.IMPORT, old),
                badged("six", null, 6L, Source.IMPORT, old),
                badged("new", null, null, Source.IMPORT, NOW - 14 * DAY + 1),
                badged("not new", null, null, Source.IMPORT, NOW - 14 * DAY),
                badged("found late", null, null, Source.PAGE, NOW - DAY)));
        settings = blocks(new Block.ProductAgain(true), new Block.GoesWith(true, 12));
        assertThat(offer(decide()).badges()).isEqualTo(Map.of("sale", "할인", "few", "품절 임박", "new", "신상품"));
    }

    @Test
    void inANewMallNothingIsNew() {
        recommender = Recommender.NONE;
        catalog = Catalog.of(List.of(
                badged("p-1", null, null, Source.IMPORT, NOW - 15 * DAY),
                badged("p-2", null, null, Source.IMPORT, NOW - 2 * DAY)));
        assertThat(offer(decide()).badges()).isEmpty();
    }

    @Test
    void theThreeMostViewedAreCalledSo() {
        settings = blocks(new Block.Popular(true, 6));
        assertThat(offer(decide()).badges()).isEqualTo(Map.of("p-2", "인기", "p-3", "인기", "p-4", "인기"));
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
    void whatTheShopperSentBackIsNotOfferedAgain() {
        catalog = Catalog.of(List.of(product("p-1", true), product("p-3", true), product("p-4", true)));
        recommender = new Recommender() {
            @Override
            public List<Recommended> recommend(Query query) {
                return ranked(query, 20);
            }

            @Override
            public Set<String> returned(VisitorId visitor) {
                return visitor.equals(ask.request().visitor()) ? Set.of("p-3") : Set.of();
            }
        };
        assertThat(offer(decide()).products().keySet()).containsExactlyInAnyOrder("p-1", "p-4");
    }

    @Test
    void inAMallWithoutAPastGoodsOfTheSameCategoryAndPriceGoTogether() {
        recommender = Recommender.NONE;
        Plan.Offer offer = offer(decide());
        assertThat(offer.blocks().stream().map(PlannedBlock::kind))
                .containsExactly(BlockKind.PRODUCT_AGAIN, BlockKind.GOES_WITH); // nothing is popular yet
        assertThat(offer.blocks().getLast().products()).hasSize(6).doesNotContain("p-1");
    }

    @Test
    void otherColoursOfOneProductComeLast() {
        catalog = Catalog.of(List.of(
                product("p-1", true),
                named("dress-1", "린넨 원피스 화이트"),
                named("dress-2", "린넨 원피스 블랙"),
                named("dress-3", "린넨 원피스 베이지"),
                named("hat", "밀짚모자")));
        settings = blocks(new Block.GoesWith(true, 3));
        recommender = query -> Stream.of("dress-1", "dress-2", "dress-3", "hat")
                .filter(id -> !query.exclude().contains(id))
                .map(id -> new Recommended(id, 1, new Why.ViewedTogether("p-1", 3, 1)))
                .toList();
        assertThat(offer(decide()).blocks().getFirst().products()).containsExactly("dress-1", "hat", "dress-2");
    }

    @Test
    void goodsOfTheSameKindComeBeforeWhatIsMerelyPopular() {
        catalog = Catalog.of(List.of(product("p-1", true), product("p-2", true), named("hat", "밀짚모자")));
        settings = blocks(new Block.GoesWith(true, 2));
        recommender = query -> Stream.of("hat")
                .filter(id -> !query.exclude().contains(id))
                .map(id -> new Recommended(id, 1, new Why.Popular(null)))
                .toList();
        assertThat(offer(decide()).blocks().getFirst().products()).containsExactly("p-2", "hat");
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

    private static final long DAY = 24 * 3_600_000L;
    private static final Set<Template> BUYING = Set.of(Template.CART, Template.CHECKOUT, Template.ORDER);

    private static void assertArmed(Plan plan, Trigger... armed) {
        assertThat(plan.reason()).isNull();
        assertThat(plan.offer()).isNotNull();
        assertThat(Stream.of(Trigger.values()).filter(plan::isArmed)).containsExactly(armed);
    }

    private static List<Reason> reasons(Plan plan) {
        return plan.triggers().values().stream().filter(Objects::nonNull).toList();
    }

    private MallSettings blocks(Block... blocks) {
        return settings.withPage(settings.page().with(List.of(blocks)));
    }

    private MallSettings everything() {
        var t = settings.triggers();
        return settings.withTriggers(new MallSettings.Triggers(
                t.backHold(),
                t.backLanding().turned(true),
                t.leaveSignal().turned(true),
                t.returning().turned(true),
                t.link().turned(true),
                t.inline().turned(true)));
    }

    private static MallSettings.Triggers off(MallSettings.Triggers t, Trigger trigger) {
        return new MallSettings.Triggers(
                trigger == Trigger.BACK_HOLD ? MallSettings.initial().triggers().backHold() : t.backHold(),
                trigger == Trigger.BACK_LANDING ? t.backLanding().turned(false) : t.backLanding(),
                trigger == Trigger.LEAVE_SIGNAL ? t.leaveSignal().turned(false) : t.leaveSignal(),
                trigger == Trigger.RETURN ? t.returning().turned(false) : t.returning(),
                trigger == Trigger.LINK ? t.link().turned(false) : t.link(),
                trigger == Trigger.INLINE ? t.inline().turned(false) : t.inline());
    }

    private static CatalogProduct badged(
            String id, @Nullable Long sale, @Nullable Long stock, Source source, long firstAt) {
        return new CatalogProduct(
                id, id, 1000L, sale, "KRW", true, stock, null, "/" + id, List.of("coats"), null, source, firstAt, NOW);
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
        return Decision.decide(
                ask.request(), TestMalls.mall(1, "mall", settings), PAGE, PLAN, catalog, recommender, MallModel.FIRST);
    }

    private static Plan.Offer offer(Plan plan) {
        return Objects.requireNonNull(plan.offer(), "not eligible: " + plan.reason());
    }

    private static List<BlockKind> blocks(Plan plan) {
        return offer(plan).blocks().stream().map(PlannedBlock::kind).toList();
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

    private static CatalogProduct named(String id, String name) {
        return new CatalogProduct(
                id,
                name,
                1000L,
                null,
                "KRW",
                true,
                null,
                null,
                "/" + id,
                List.of("summer"),
                null,
                Source.IMPORT,
                0,
                NOW);
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
                0,
                NOW);
    }

    private static MallSettings holding(MallSettings from) {
        var agreed = new MallSettings.Acknowledged(MallSettings.Acknowledged.BACK_HOLD_POLICY, null, null);
        return from.withTriggers(from.triggers().withBackHold(MallSettings.BackHold.agreed(agreed)));
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
