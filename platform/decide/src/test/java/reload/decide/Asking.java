package reload.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reload.catalog.Catalog;
import reload.catalog.CatalogProduct;
import reload.catalog.Source;
import reload.collect.Admission.Caller;
import reload.collect.Client;
import reload.decide.Plan.PlannedBlock;
import reload.decide.PlanRequest.Landing;
import reload.decide.PlanRequest.Seen;
import reload.event.BlockKind;
import reload.event.Consent;
import reload.event.Device;
import reload.event.Reason;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.VisitorId;
import reload.learn.Learnt;
import reload.mall.Block;
import reload.mall.MallSettings;
import reload.mall.TestMalls;
import reload.recommend.Query;
import reload.recommend.Recommended;
import reload.recommend.Recommender;
import reload.recommend.Why;

/// A page that may show everything as it stands, in a mall of twenty products; a test changes what it is about.
abstract class Asking {
    static final long NOW = 1_795_312_800_000L;
    static final UUID PLAN = new UUID(0x019aa9c0_0000_7000L, 0x8000_0000_0000_0001L);
    static final VisitorId VISITOR = new VisitorId("AAECAwQFBgcICQoLDA0ODw");
    static final Caller PAGE = new Caller("https://mall.example", Client.BROWSER, false, NOW);
    static final Landing FROM_A_FEED = new Landing("https://mall.example/p-1", "https://feed.example/", null, true);

    final Ask ask = new Ask();
    MallSettings settings = holding(MallSettings.initial());
    Catalog catalog = Catalog.of(
            IntStream.rangeClosed(1, 20).mapToObj(i -> product("p-" + i, true)).toList());
    Learnt learnt = Learnt.NOTHING;
    Recommender recommender = query -> ranked(query, 20);

    static final long DAY = 24 * 3_600_000L;
    static final Set<Template> BUYING = Set.of(Template.CART, Template.CHECKOUT, Template.ORDER);

    static void assertArmed(Plan plan, Trigger... armed) {
        assertThat(plan.reason()).isNull();
        assertThat(plan.offer()).isNotNull();
        assertThat(Stream.of(Trigger.values()).filter(plan::isArmed)).containsExactly(armed);
    }

    static List<Reason> reasons(Plan plan) {
        return plan.triggers().values().stream().filter(Objects::nonNull).toList();
    }

    MallSettings blocks(Block... blocks) {
        return settings.withPage(settings.page().with(List.of(blocks)));
    }

    MallSettings everything() {
        var t = settings.triggers();
        return settings.withTriggers(new MallSettings.Triggers(
                t.backHold(),
                t.backLanding().turned(true),
                t.leaveSignal().turned(true),
                t.returning().turned(true),
                t.link().turned(true),
                t.inline().turned(true)));
    }

    static MallSettings.Triggers off(MallSettings.Triggers t, Trigger trigger) {
        return new MallSettings.Triggers(
                trigger == Trigger.BACK_HOLD ? MallSettings.initial().triggers().backHold() : t.backHold(),
                trigger == Trigger.BACK_LANDING ? t.backLanding().turned(false) : t.backLanding(),
                trigger == Trigger.LEAVE_SIGNAL ? t.leaveSignal().turned(false) : t.leaveSignal(),
                trigger == Trigger.RETURN ? t.returning().turned(false) : t.returning(),
                trigger == Trigger.LINK ? t.link().turned(false) : t.link(),
                trigger == Trigger.INLINE ? t.inline().turned(false) : t.inline());
    }

    static CatalogProduct badged(String id, @Nullable Long sale, @Nullable Long stock, Source source, long firstAt) {
        return new CatalogProduct(
                id, id, 1000L, sale, "KRW", true, stock, null, "/" + id, List.of("coats"), null, source, firstAt, NOW);
    }

    void assertRefused(Reason reason) {
        Plan plan = decide();
        assertThat(plan.reason()).isEqualTo(reason);
        assertThat(plan.offer()).isNull();
        assertThat(plan.triggers().values()).containsOnly(reason);
    }

    void assertHoldRefused(Reason reason) {
        assertThat(decide().triggers().get(Trigger.BACK_HOLD)).isEqualTo(reason);
    }

    Plan decide() {
        return Decision.decide(
                ask.request(), TestMalls.mall(1, "mall", settings), PAGE, PLAN, catalog, recommender, learnt);
    }

    static Plan.Offer offer(Plan plan) {
        return Objects.requireNonNull(plan.offer(), "not eligible: " + plan.reason());
    }

    static List<BlockKind> blocks(Plan plan) {
        return offer(plan).blocks().stream().map(PlannedBlock::kind).toList();
    }

    static List<Recommended> ranked(Query query, int known) {
        return IntStream.rangeClosed(1, known)
                .mapToObj(i -> "p-" + i)
                .filter(id -> !query.exclude().contains(id) && !query.session().contains(id))
                .limit(query.size())
                .map(id -> new Recommended(id, 1, new Why.Popular(null)))
                .toList();
    }

    static VisitorId visitor(int n) {
        byte[] bytes = new byte[16];
        java.nio.ByteBuffer.wrap(bytes).putInt(n);
        return new VisitorId(java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static CatalogProduct named(String id, String name) {
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

    static CatalogProduct product(String id, boolean inStock) {
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

    static MallSettings holding(MallSettings from) {
        var agreed = new MallSettings.Acknowledged(MallSettings.Acknowledged.BACK_HOLD_POLICY, null, null);
        return from.withTriggers(from.triggers().withBackHold(MallSettings.BackHold.agreed(agreed)));
    }

    /// A request that is eligible as it stands; a test changes what it is about.
    static final class Ask {
        VisitorId visitor = VISITOR;
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
        Device device = Device.PHONE;
        List<String> recent = List.of();
        List<String> bought = List.of();

        PlanRequest request() {
            return new PlanRequest(
                    new SiteKey("shop"),
                    visitor,
                    storage,
                    consent,
                    device,
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
