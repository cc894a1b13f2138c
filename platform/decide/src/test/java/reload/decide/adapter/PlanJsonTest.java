package reload.decide.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reload.catalog.Catalog;
import reload.catalog.CatalogProduct;
import reload.catalog.Source;
import reload.collect.Admission.Caller;
import reload.collect.Client;
import reload.decide.Decision;
import reload.decide.Plan;
import reload.decide.PlanRequest;
import reload.event.Consent;
import reload.event.Device;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.VisitorId;
import reload.learn.Learnt;
import reload.learn.exit.LeaveModel;
import reload.mall.Block;
import reload.mall.Choosing;
import reload.mall.MallSettings;
import reload.mall.Markup;
import reload.mall.ShowRule;
import reload.mall.TestMalls;
import reload.mall.Theme.Colours;
import reload.mall.Theme.Scheme;
import reload.recommend.Recommender;

/// What a page is answered is what `contract/plan.schema.json` says.
class PlanJsonTest {
    private static final long NOW = 1_795_312_800_000L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();
    private static final Instant LATER = Instant.ofEpochMilli(NOW + 60_000);

    @Test
    void aPlanWithEverythingIsOneOfTheContract() throws IOException {
        JsonNode plan = answer(everything(), Storage.PERSISTENT, "ko");
        assertThat(plan.path("eligible").asBoolean()).isTrue();
        for (Trigger trigger : List.of(Trigger.BACK_HOLD, Trigger.LEAVE_SIGNAL, Trigger.RETURN, Trigger.LINK))
            assertThat(plan.at("/triggers/" + trigger.wire() + "/armed").asBoolean())
                    .as(trigger.wire())
                    .isTrue();
        assertThat(plan.at("/triggers/return/presentation").asText()).isEqualTo("bar");
        assertThat(plan.at("/triggers/link/frequency").asText()).isEqualTo("always");
        assertThat(plan.at("/leave/weights"))
                .hasSize(LeaveModel.DEFAULT.weights().size());
        assertThat(plan.at("/page/theme/dark/background").asText()).isEqualTo("#111111");
        assertThat(plan.at("/page/words/endsIn").asText()).isEqualTo("남은 시간");
        assertThat(plan.at("/products/p-2/badge").asText()).isEqualTo("할인");
    }

    @Test
    void theMallsOwnBlockComesAsATreeWithTheProductsWords() throws IOException {
        assertThat(custom("ko").toString()).isEqualTo("""
                [{"tag":"h2","text":"1 & <2>"},{"tag":"p","nodes":["지금 ",{"tag":"b","text":"47,200원"},{"tag":"br"}]},\
                {"tag":"a","href":"https://mall.example/p-1","nodes":[{"tag":"b","text":"Name of p-1"}]}]""");
        assertThat(custom("en").at("/1/nodes/1/text").asText()).isEqualTo("₩47,200");
    }

    @Test
    void aRefusalIsOneOfTheContract() throws IOException {
        JsonNode plan = answer(everything().withLive(false), Storage.PERSISTENT, "ko");
        assertThat(plan.path("eligible").asBoolean()).isFalse();
        assertThat(plan.path("reason").asText()).isEqualTo("MALL_NOT_LIVE");
        assertThat(plan.has("leave")).isFalse();
    }

    @Test
    void whatAVisitWithoutMemoryIsAnsweredIsOneOfTheContract() throws IOException {
        JsonNode plan = answer(everything(), Storage.NONE, "en");
        assertThat(plan.at("/triggers/link/armed").asBoolean()).isTrue();
        assertThat(plan.at("/triggers/inline/reason").asText()).isEqualTo("NO_STORAGE");
        assertThat(plan.has("leave")).isFalse();
    }

    @Test
    void whatANewMallsPageIsAnsweredIsOneOfTheContract() throws IOException {
        assertThat(answer(MallSettings.initial(), Storage.PERSISTENT, "en").has("leave"))
                .isFalse();
    }

    private static JsonNode custom(String locale) throws IOException {
        for (JsonNode block : answer(everything(), Storage.PERSISTENT, locale).at("/page/blocks"))
            if (block.path("kind").asText().equals("custom")) return block.path("nodes");
        throw new AssertionError("there is no block of the mall's own");
    }

    @Test
    void whoDrewNothingIsToldWhatTheHoldOutIsTold() throws IOException {
        Choosing nobodyHere = Choosing.INITIAL.with(ShowRule.read("template=search"));
        MallSettings settings = everything().withHoldOutShare(0);
        JsonNode shown = answer(settings, Storage.PERSISTENT, "ko");
        JsonNode spared = answer(settings.withChoosing(nobodyHere), Storage.PERSISTENT, "ko");
        assertThat(shown.get("arm").textValue()).isEqualTo("shown");
        assertThat(spared.get("arm").textValue()).isEqualTo("held-out");
        assertThat(spared.get("triggers")).isEqualTo(shown.get("triggers"));
        assertThat(spared.get("page")).isEqualTo(shown.get("page")); // for whoever asks
    }

    private static MallSettings everything() {
        MallSettings initial = MallSettings.initial();
        var t = initial.triggers();
        var agreed = new MallSettings.Acknowledged(MallSettings.Acknowledged.BACK_HOLD_POLICY, null, null);
        return initial.withTriggers(new MallSettings.Triggers(
                        MallSettings.BackHold.agreed(agreed),
                        t.backLanding(),
                        t.leaveSignal().turned(true),
                        t.returning().turned(true),
                        t.link(),
                        t.inline()))
                .withPage(
                        initial.page()
                                .with(initial.page()
                                        .theme()
                                        .withLogo("/logo.svg")
                                        .withFont("Pretendard")
                                        .withDark(Scheme.AUTO, new Colours("#5eead4", "#111111", "#fafafa")))
                                .with(
                                        List.of(
                                                new Block.ProductAgain(true),
                                                new Block.RecentlyViewed(true, 2),
                                                new Block.GoesWith(true, 12),
                                                new Block.Popular(true, 12),
                                                new Block.Banner(true, "/banner.jpg", "봄", "/spring"),
                                                new Block.Coupon(true, "첫 구매", "HELLO", "/coupon", LATER),
                                                new Block.Countdown(true, "오늘 밤까지", LATER),
                                                new Block.Custom(
                                                        true,
                                                        Markup.of(
                                                                "<h2>1 &amp; &lt;2&gt;</h2><p>지금 <b>{product.price}</b><br></p>"
                                                                        + "<a href='{product.url}'><img src='{product.image}'><b>{product.name}</b></a>")))));
    }

    private static JsonNode answer(MallSettings settings, Storage storage, String locale) throws IOException {
        Plan plan = Decision.decide(
                request(storage, locale),
                TestMalls.mall(1, "mall", settings),
                new Caller("https://mall.example", Client.BROWSER, false, NOW),
                UUID.fromString("019aa9c0-0000-7000-8000-000000000001"),
                Catalog.of(IntStream.rangeClosed(1, 40)
                        .mapToObj(PlanJsonTest::product)
                        .toList()),
                Recommender.NONE,
                Learnt.NOTHING);
        JsonNode json = JSON.readTree(PlanJson.forPage(plan));
        assertThat(SCHEMA.validate(json)).as(json.toString()).isEmpty();
        return json;
    }

    private static CatalogProduct product(int n) {
        String id = "p-" + n;
        Long sale = n <= 2 ? 47_200L : null;
        String url = "https://mall.example/" + id;
        return new CatalogProduct(
                id,
                "Name of " + id,
                59_000L,
                sale,
                "KRW",
                true,
                null,
                null,
                url,
                List.of("a"),
                "B",
                Source.PAGE,
                0,
                NOW);
    }

    private static PlanRequest request(Storage storage, @Nullable String locale) {
        return new PlanRequest(
                new SiteKey("shop"),
                new VisitorId("AAECAwQFBgcICQoLDA0ODw"),
                storage,
                Consent.UNKNOWN,
                Device.PHONE,
                NOW,
                new UUID(1, 2),
                Template.PRODUCT,
                "p-1",
                locale,
                false,
                false,
                true,
                new PlanRequest.Landing("https://mall.example/p-1", "https://feed.example/", null, true),
                null,
                null,
                0,
                List.of("p-1", "p-3", "p-4"),
                List.of());
    }

    private static JsonSchema schema() {
        Path file = Path.of(System.getProperty("reload.root"), "contract/plan.schema.json");
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(file.toAbsolutePath().normalize().toUri(), JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
