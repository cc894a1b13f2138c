package reload.mall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reload.event.Frequency;
import reload.event.Presentation;
import reload.event.Template;
import reload.event.Trigger;
import reload.mall.MallSettings.Acknowledged;
import reload.mall.MallSettings.BackHold;
import reload.mall.MallSettings.Rules;
import reload.mall.SettingsProblem.Code;
import reload.mall.Theme.Colours;
import reload.mall.Theme.Scheme;
import reload.mall.Words.Sentences;

class MallSettingsTest {
    private static final MallSettings INITIAL = MallSettings.initial();
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Theme LOOK = INITIAL.page().theme();

    @Test
    void whatANewMallStartsWithCanBePublished() {
        assertThat(INITIAL.problems(NOW)).isEmpty();
        assertThat(INITIAL.triggers().backHold().on()).isFalse();
        assertThat(INITIAL.triggers().backLanding().on()).isTrue();
        assertThat(INITIAL.holdOutShare()).isEqualTo(0.1);
        assertThat(INITIAL.rules().maxStayMs()).isEqualTo(60_000);
    }

    @Test
    void ourWordsStandWhereTheMallWroteNone() {
        Sentences own = Sentences.NONE.withTitle("잠깐만요");
        Words words = new Words(own, Sentences.NONE.withTitle(" "));
        assertThat(words.in("ko").title()).isEqualTo("잠깐만요");
        assertThat(words.in("ko").leave()).isEqualTo("나가기");
        assertThat(words.in("en")).isEqualTo(Sentences.ENGLISH);
        assertThat(words.in("de")).isEqualTo(Sentences.ENGLISH);
    }

    @Test
    void holdingBackNeedsAnOwnersAgreement() {
        assertThat(problems(backHold(true, null)))
                .containsExactly(new SettingsProblem("triggers.backHold.acknowledged", Code.NOT_ACKNOWLEDGED));
        assertThat(problems(backHold(true, new Acknowledged("some-other-text", null, null))))
                .extracting(SettingsProblem::code)
                .containsExactly(Code.NOT_ACKNOWLEDGED);
        assertThat(problems(backHold(true, new Acknowledged(Acknowledged.BACK_HOLD_POLICY, null, null))))
                .isEmpty();
        assertThat(problems(backHold(false, null))).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("holdOutShare", Code.OUT_OF_RANGE, holdOut(-0.01)),
                refused("holdOutShare", Code.OUT_OF_RANGE, holdOut(0.51)),
                refused("holdOutShare", Code.OUT_OF_RANGE, holdOut(Double.NaN)),
                refused("rules.maxStayMs", Code.OUT_OF_RANGE, rules(new Rules(4_999, 7, 600_000))),
                refused("rules.maxStayMs", Code.OUT_OF_RANGE, rules(new Rules(3_600_001, 7, 600_000))),
                refused("rules.snoozeDays", Code.OUT_OF_RANGE, rules(new Rules(60_000, 0, 600_000))),
                refused("rules.snoozeDays", Code.OUT_OF_RANGE, rules(new Rules(60_000, 366, 600_000))),
                refused("rules.planTtlMs", Code.OUT_OF_RANGE, rules(new Rules(60_000, 7, 59_999))),
                refused("choosing.rule", Code.MISSING, choosing(Choosing.INITIAL.with(Choosing.Whom.RULE))),
                refused("choosing.rule", Code.NOT_ALLOWED, "trigger", choosing(rule("trigger=link,template=product"))),
                refused("choosing.cost", Code.OUT_OF_RANGE, choosing(costing(-1))),
                refused("choosing.cost", Code.OUT_OF_RANGE, choosing(costing(1_000_000_001))),
                refused("page.variants", Code.TOO_MANY, variants("a", "b", "c", "d")),
                refused("page.variants[0].name", Code.NOT_A_NAME, variants("Popular")),
                refused("page.variants[0].name", Code.NOT_A_NAME, variants("")),
                refused("page.variants[0].name", Code.NOT_A_NAME, variants("x".repeat(25))),
                refused("page.variants[0].name", Code.DUPLICATE, variants("classic")),
                refused("page.variants[0].name", Code.DUPLICATE, variants("nothing")),
                refused("page.variants[0].name", Code.DUPLICATE, variants("hold-out")),
                refused("page.variants[1].name", Code.DUPLICATE, variants("a", "a")),
                refused("page.variants[0].blocks", Code.NO_BLOCK, variant(new Block.ProductAgain(false))),
                refused("page.variants[0].blocks[0].size", Code.OUT_OF_RANGE, variant(new Block.GoesWith(true, 0))),
                refused("templates", Code.MISSING, templates(List.of())),
                refused("templates", Code.DUPLICATE, templates(List.of(Template.PRODUCT, Template.PRODUCT))),
                refused(
                        "searchEngines[0]",
                        Code.NOT_A_HOST,
                        INITIAL.withSearchEngines(List.of("https://find.example"))),
                refused("searchEngines", Code.TOO_MANY, INITIAL.withSearchEngines(many("a.example", 51))),
                refused("page.words.ko.title", Code.TOO_LONG, words(title("가".repeat(201)), Sentences.NONE)),
                refused("page.words.en.title", Code.TOO_LONG, words(Sentences.NONE, title("x".repeat(201)))),
                refused("page.theme.accent", Code.NOT_A_COLOUR, theme(Theme.light("teal", "#ffffff", "#000000", 8))),
                refused("page.theme.text", Code.NOT_A_COLOUR, theme(Theme.light("#0f766e", "#ffffff", "#000", 8))),
                refused(
                        "page.theme.radius",
                        Code.OUT_OF_RANGE,
                        theme(Theme.light("#0f766e", "#ffffff", "#000000", 33))),
                refused("page.theme.logo", Code.NOT_A_LINK, theme(LOOK.withLogo("javascript:alert(1)"))),
                refused("page.theme.font", Code.NOT_A_FONT, theme(LOOK.withFont("a; } body { display: none"))),
                refused("page.blocks", Code.NO_BLOCK, blocks(new Block.ProductAgain(false))),
                refused("page.blocks", Code.NO_BLOCK, blocks()),
                refused(
                        "page.blocks[1].kind",
                        Code.DUPLICATE,
                        blocks(new Block.ProductAgain(true), new Block.ProductAgain(true))),
                refused("page.blocks[0].size", Code.OUT_OF_RANGE, blocks(new Block.GoesWith(true, 0))),
                refused("page.blocks[0].size", Code.OUT_OF_RANGE, blocks(new Block.Popular(true, 13))),
                refused("page.blocks[0].url", Code.MISSING, blocks(new Block.Banner(true, "/spring.svg", null, null))),
                refused("page.blocks[0].image", Code.MISSING, blocks(new Block.Banner(true, null, " ", "/spring"))),
                refused(
                        "page.blocks[0].text",
                        Code.TOO_LONG,
                        blocks(new Block.Banner(true, null, "x".repeat(201), "/spring"))),
                refused(
                        "page.blocks[0].url",
                        Code.TOO_LONG,
                        blocks(new Block.Banner(true, null, "봄", "/" + "x".repeat(2048)))),
                refused("page.blocks[0].size", Code.OUT_OF_RANGE, blocks(new Block.RecentlyViewed(true, 0))),
                refused("page.blocks[0].text", Code.MISSING, blocks(new Block.Coupon(true, " ", "A", null, null))),
                refused("page.blocks[0].code", Code.MISSING, blocks(new Block.Coupon(true, "봄", null, null, null))),
                refused(
                        "page.blocks[0].code",
                        Code.TOO_LONG,
                        blocks(new Block.Coupon(true, "봄", "A".repeat(65), null, null))),
                refused("page.blocks[0].url", Code.NOT_A_LINK, blocks(new Block.Coupon(true, "봄", "A", "//x", null))),
                refused("page.blocks[0].endsAt", Code.ENDED, blocks(new Block.Coupon(true, "봄", "A", null, NOW))),
                refused("page.blocks[0].endsAt", Code.MISSING, blocks(new Block.Countdown(true, "봄", null))),
                refused("page.blocks[0].endsAt", Code.ENDED, blocks(new Block.Countdown(true, "봄", NOW))),
                refused(
                        "page.blocks[0].text",
                        Code.MISSING,
                        blocks(new Block.Countdown(true, null, NOW.plusSeconds(1)))),
                refused("page.blocks[0].html", Code.MISSING, blocks(new Block.Custom(true, Markup.of(" ")))),
                refused(
                        "page.blocks[0].html",
                        Code.TOO_LONG,
                        blocks(new Block.Custom(true, Markup.of("x".repeat(4_097))))));
    }

    @Test
    void aNewMallIsHarmlessAndItsOwnerTurnsTheRestOn() {
        assertThat(Stream.of(Trigger.values())
                        .filter(trigger -> INITIAL.triggers().of(trigger).on()))
                .containsExactly(Trigger.BACK_LANDING, Trigger.LINK, Trigger.INLINE);
        assertThat(Stream.of(Trigger.values())
                        .map(trigger -> INITIAL.triggers().of(trigger).presentation()))
                .containsExactly(
                        Presentation.PAGE,
                        Presentation.SHEET,
                        Presentation.SHEET,
                        Presentation.BAR,
                        Presentation.PAGE,
                        Presentation.INLINE);
    }

    @ParameterizedTest
    @CsvSource({
        "BACK_HOLD,    page sheet,       visitor visit day",
        "BACK_LANDING, sheet bar inline, visitor visit day",
        "LEAVE_SIGNAL, sheet bar,        visitor visit day",
        "RETURN,       sheet bar,        visitor visit day",
        "LINK,         page sheet,       visitor visit day always",
        "INLINE,       inline,           visitor visit day always"
    })
    void eachTriggerComesUpOnlyAsItMay(Trigger trigger, String presentations, String frequencies) {
        for (Presentation presentation : Presentation.values())
            for (Frequency frequency : Frequency.values()) {
                List<SettingsProblem> problems = problems(triggers(trigger, frequency, presentation));
                boolean often = List.of(frequencies.split(" ")).contains(frequency.wire());
                boolean shown = List.of(presentations.split(" ")).contains(presentation.wire());
                String at = "triggers." + CAMEL.get(trigger.ordinal());
                List<SettingsProblem> expected = new ArrayList<>();
                if (!often) expected.add(new SettingsProblem(at + ".frequency", Code.NOT_FOR_THIS_TRIGGER));
                if (!shown) expected.add(new SettingsProblem(at + ".presentation", Code.NOT_FOR_THIS_TRIGGER));
                assertThat(problems).isEqualTo(expected);
            }
    }

    private static final List<String> CAMEL =
            List.of("backHold", "backLanding", "leaveSignal", "return", "link", "inline");

    private static MallSettings triggers(Trigger trigger, Frequency frequency, Presentation presentation) {
        MallSettings.Triggers t = INITIAL.triggers();
        var changed = new MallSettings.Switch(true, frequency, presentation);
        return INITIAL.withTriggers(
                switch (trigger) {
                    case BACK_HOLD -> t.withBackHold(new BackHold(false, frequency, presentation, null));
                    case BACK_LANDING ->
                        new MallSettings.Triggers(
                                t.backHold(), changed, t.leaveSignal(), t.returning(), t.link(), t.inline());
                    case LEAVE_SIGNAL ->
                        new MallSettings.Triggers(
                                t.backHold(), t.backLanding(), changed, t.returning(), t.link(), t.inline());
                    case RETURN ->
                        new MallSettings.Triggers(
                                t.backHold(), t.backLanding(), t.leaveSignal(), changed, t.link(), t.inline());
                    case LINK ->
                        new MallSettings.Triggers(
                                t.backHold(), t.backLanding(), t.leaveSignal(), t.returning(), changed, t.inline());
                    case INLINE ->
                        new MallSettings.Triggers(
                                t.backHold(), t.backLanding(), t.leaveSignal(), t.returning(), t.link(), changed);
                });
    }

    @Test
    void whatHasEndedIsNotPublishedAndWhatIsOffMayHave() {
        Instant past = NOW.minusMillis(1);
        assertThat(problems(blocks(new Block.Coupon(true, "첫 구매", "HELLO", null, NOW.plusMillis(1)))))
                .isEmpty();
        assertThat(problems(blocks(new Block.ProductAgain(true), new Block.Coupon(false, "첫 구매", "A", null, past))))
                .isEmpty();
        assertThat(problems(blocks(new Block.ProductAgain(true), new Block.Countdown(false, null, null))))
                .isEmpty();
    }

    @Test
    void aMallsOwnHtmlIsRefusedWithWhatIsWrongInIt() {
        assertThat(problems(blocks(new Block.Custom(
                        true, Markup.of("<p style='x'>a</p><script>b</script><a href='javascript:c'>d</a>")))))
                .containsExactly(
                        new SettingsProblem("page.blocks[0].html", Code.NOT_ALLOWED, "style=\"x\""),
                        new SettingsProblem("page.blocks[0].html", Code.NOT_ALLOWED, "<script>"),
                        new SettingsProblem("page.blocks[0].html", Code.NOT_ALLOWED, "href=\"javascript:c\""));
    }

    @Test
    void darkColoursAreNeededWhereTheyMayBeWorn() {
        Colours dark = new Colours("#5EEAD4", "#111111", "#fafafa");
        assertThat(problems(theme(LOOK.withDark(Scheme.AUTO, null))))
                .containsExactly(new SettingsProblem("page.theme.dark", Code.MISSING));
        assertThat(problems(theme(LOOK.withDark(Scheme.DARK, dark)))).isEmpty();
        assertThat(problems(theme(LOOK.withDark(Scheme.LIGHT, dark)))).isEmpty();
        assertThat(problems(theme(LOOK.withDark(Scheme.AUTO, new Colours("#000", "#111111", "white")))))
                .containsExactly(
                        new SettingsProblem("page.theme.dark.accent", Code.NOT_A_COLOUR),
                        new SettingsProblem("page.theme.dark.text", Code.NOT_A_COLOUR));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("refused")
    void whatIsWrongIsNamedByItsField(String field, Code code, @Nullable String detail, MallSettings settings) {
        assertThat(problems(settings)).containsExactly(new SettingsProblem(field, code, detail));
    }

    @Test
    void furtherPagesAndWhoIsShownThemCanBePublished() {
        assertThat(problems(variants("popular-first", "2", "x".repeat(24)))).isEmpty();
        assertThat(problems(choosing(rule("template=product,referral=kakao / social|direct"))))
                .isEmpty();
        assertThat(problems(choosing(costing(1_000_000_000)))).isEmpty();
        assertThat(variants("popular-first").page().names()).containsExactly("classic", "popular-first");
        assertThat(variants("popular-first").page().blocksOf("popular-first")).containsExactly(ONE);
        assertThat(variants("popular-first").page().blocksOf("classic"))
                .isEqualTo(INITIAL.page().blocks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:image/svg+xml,x",
                "//evil.example/a",
                "/\\evil.example",
                "https://",
                "https:///a",
                "http://a\\@evil.example",
                "https://a.example/ b",
                "ftp://a.example/",
                " https://a.example/",
                "https://a.example/\nb",
                ""
            })
    void onlyHttpAndTheMallsOwnPathsAreLinks(String link) {
        assertThat(problems(blocks(new Block.Banner(true, "/a.svg", null, link))))
                .containsExactly(new SettingsProblem("page.blocks[0].url", Code.NOT_A_LINK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/b?c=d#e", "http://a.example", "/", "/event/봄"})
    void theseAreLinks(String link) {
        assertThat(problems(blocks(new Block.Banner(true, "/a.svg", null, link))))
                .isEmpty();
    }

    @Test
    void everyProblemIsToldAtOnceInTheOrderOfTheFields() {
        MallSettings settings = INITIAL.withHoldOutShare(0.9)
                .withRules(new Rules(0, 7, 600_000))
                .withPage(INITIAL.page()
                        .with(Theme.light("x", "#ffffff", "#000000", 8))
                        .with(List.<Block>of()));
        assertThat(problems(settings))
                .extracting(SettingsProblem::field)
                .containsExactly("holdOutShare", "rules.maxStayMs", "page.theme.accent", "page.blocks");
    }

    private static List<SettingsProblem> problems(MallSettings settings) {
        return settings.problems(NOW);
    }

    private static Arguments refused(String field, Code code, MallSettings settings) {
        return Arguments.of(field, code, null, settings);
    }

    private static Arguments refused(String field, Code code, String detail, MallSettings settings) {
        return Arguments.of(field, code, detail, settings);
    }

    private static final Block ONE = new Block.Popular(true, 4);

    private static MallSettings variants(String... names) {
        return INITIAL.withPage(INITIAL.page()
                .beside(Stream.of(names)
                        .map(name -> new PageVariant(name, List.of(ONE)))
                        .toArray(PageVariant[]::new)));
    }

    private static MallSettings variant(Block block) {
        return INITIAL.withPage(INITIAL.page().beside(new PageVariant("a", List.of(block))));
    }

    private static MallSettings choosing(Choosing choosing) {
        return INITIAL.withChoosing(choosing);
    }

    private static Choosing rule(String rule) {
        return Choosing.INITIAL.with(ShowRule.read(rule));
    }

    private static Choosing costing(long cost) {
        return new Choosing(Choosing.Whom.UPLIFT, ShowRule.EVERYBODY, Choosing.SharesFrom.EVEN, cost);
    }

    private static MallSettings backHold(boolean on, @Nullable Acknowledged acknowledged) {
        return INITIAL.withTriggers(
                INITIAL.triggers().withBackHold(new BackHold(on, Frequency.VISITOR, Presentation.PAGE, acknowledged)));
    }

    private static MallSettings holdOut(double share) {
        return INITIAL.withHoldOutShare(share);
    }

    private static MallSettings rules(Rules rules) {
        return INITIAL.withRules(rules);
    }

    private static MallSettings templates(List<Template> templates) {
        return INITIAL.withTemplates(templates);
    }

    private static MallSettings words(Sentences ko, Sentences en) {
        return INITIAL.withPage(INITIAL.page().with(new Words(ko, en)));
    }

    private static MallSettings theme(Theme theme) {
        return INITIAL.withPage(INITIAL.page().with(theme));
    }

    private static MallSettings blocks(Block... blocks) {
        return INITIAL.withPage(INITIAL.page().with(List.of(blocks)));
    }

    private static Sentences title(String title) {
        return Sentences.NONE.withTitle(title);
    }

    private static List<String> many(String host, int count) {
        List<String> hosts = new ArrayList<>();
        for (int i = 0; i < count; i++) hosts.add(i + "." + host);
        return hosts;
    }
}
