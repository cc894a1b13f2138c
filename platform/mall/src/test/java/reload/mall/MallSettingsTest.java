package reload.mall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reload.event.Template;
import reload.mall.MallSettings.Acknowledged;
import reload.mall.MallSettings.BackHold;
import reload.mall.MallSettings.BackLanding;
import reload.mall.MallSettings.Block;
import reload.mall.MallSettings.Page;
import reload.mall.MallSettings.Rules;
import reload.mall.MallSettings.Sentences;
import reload.mall.MallSettings.Theme;
import reload.mall.MallSettings.Triggers;
import reload.mall.MallSettings.Words;
import reload.mall.SettingsProblem.Code;

class MallSettingsTest {
    private static final MallSettings INITIAL = MallSettings.initial();
    private static final Sentences NO_WORDS = new Sentences(null, null, null, null, null, null, null, null, null);

    @Test
    void whatANewMallStartsWithCanBePublished() {
        assertThat(INITIAL.problems()).isEmpty();
        assertThat(INITIAL.triggers().backHold().on()).isFalse();
        assertThat(INITIAL.triggers().backLanding().on()).isTrue();
        assertThat(INITIAL.holdOutShare()).isEqualTo(0.1);
        assertThat(INITIAL.rules().maxStayMs()).isEqualTo(60_000);
    }

    @Test
    void ourWordsStandWhereTheMallWroteNone() {
        Sentences own = new Sentences("잠깐만요", " ", null, null, null, null, null, null, null);
        Words words = new Words(own, NO_WORDS);
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
                refused("rules.maxStayMs", Code.OUT_OF_RANGE, rules(new Rules(4_999, true, 7, 600_000))),
                refused("rules.maxStayMs", Code.OUT_OF_RANGE, rules(new Rules(3_600_001, true, 7, 600_000))),
                refused("rules.snoozeDays", Code.OUT_OF_RANGE, rules(new Rules(60_000, true, 0, 600_000))),
                refused("rules.snoozeDays", Code.OUT_OF_RANGE, rules(new Rules(60_000, true, 366, 600_000))),
                refused("rules.planTtlMs", Code.OUT_OF_RANGE, rules(new Rules(60_000, true, 7, 59_999))),
                refused("templates", Code.MISSING, templates(List.of())),
                refused("templates", Code.DUPLICATE, templates(List.of(Template.PRODUCT, Template.PRODUCT))),
                refused(
                        "searchEngines[0]",
                        Code.NOT_A_HOST,
                        INITIAL.withSearchEngines(List.of("https://find.example"))),
                refused("searchEngines", Code.TOO_MANY, INITIAL.withSearchEngines(many("a.example", 51))),
                refused("page.words.ko.title", Code.TOO_LONG, words(title("가".repeat(201)), NO_WORDS)),
                refused("page.words.en.title", Code.TOO_LONG, words(NO_WORDS, title("x".repeat(201)))),
                refused(
                        "page.theme.accent",
                        Code.NOT_A_COLOUR,
                        theme(new Theme("teal", "#ffffff", "#000000", 8, null, null))),
                refused(
                        "page.theme.text",
                        Code.NOT_A_COLOUR,
                        theme(new Theme("#0f766e", "#ffffff", "#000", 8, null, null))),
                refused(
                        "page.theme.radius",
                        Code.OUT_OF_RANGE,
                        theme(new Theme("#0f766e", "#ffffff", "#000000", 33, null, null))),
                refused(
                        "page.theme.logo",
                        Code.NOT_A_LINK,
                        theme(new Theme("#0f766e", "#ffffff", "#000000", 8, "javascript:alert(1)", null))),
                refused(
                        "page.theme.font",
                        Code.NOT_A_FONT,
                        theme(new Theme("#0f766e", "#ffffff", "#000000", 8, null, "a; } body { display: none"))),
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
                        blocks(new Block.Banner(true, null, "봄", "/" + "x".repeat(2048)))));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("refused")
    void whatIsWrongIsNamedByItsField(String field, Code code, MallSettings settings) {
        assertThat(problems(settings)).containsExactly(new SettingsProblem(field, code));
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
        MallSettings settings = new MallSettings(
                true,
                false,
                0.9,
                INITIAL.triggers(),
                new Rules(0, true, 7, 600_000),
                List.of(Template.PRODUCT),
                List.of(),
                new Page(INITIAL.page().words(), new Theme("x", "#ffffff", "#000000", 8, null, null), List.of()));
        assertThat(problems(settings))
                .extracting(SettingsProblem::field)
                .containsExactly("holdOutShare", "rules.maxStayMs", "page.theme.accent", "page.blocks");
    }

    private static List<SettingsProblem> problems(MallSettings settings) {
        return settings.problems();
    }

    private static Arguments refused(String field, Code code, MallSettings settings) {
        return Arguments.of(field, code, settings);
    }

    private static MallSettings backHold(boolean on, @Nullable Acknowledged acknowledged) {
        return INITIAL.withTriggers(new Triggers(new BackHold(on, acknowledged), new BackLanding(true)));
    }

    private static MallSettings holdOut(double share) {
        return new MallSettings(
                true,
                false,
                share,
                INITIAL.triggers(),
                INITIAL.rules(),
                INITIAL.templates(),
                List.of(),
                INITIAL.page());
    }

    private static MallSettings rules(Rules rules) {
        return new MallSettings(
                true, false, 0.1, INITIAL.triggers(), rules, INITIAL.templates(), List.of(), INITIAL.page());
    }

    private static MallSettings templates(List<Template> templates) {
        return new MallSettings(
                true, false, 0.1, INITIAL.triggers(), INITIAL.rules(), templates, List.of(), INITIAL.page());
    }

    private static MallSettings page(Page page) {
        return new MallSettings(
                true, false, 0.1, INITIAL.triggers(), INITIAL.rules(), INITIAL.templates(), List.of(), page);
    }

    private static MallSettings words(Sentences ko, Sentences en) {
        return page(new Page(
                new Words(ko, en), INITIAL.page().theme(), INITIAL.page().blocks()));
    }

    private static MallSettings theme(Theme theme) {
        return page(new Page(INITIAL.page().words(), theme, INITIAL.page().blocks()));
    }

    private static MallSettings blocks(Block... blocks) {
        return page(new Page(INITIAL.page().words(), INITIAL.page().theme(), List.of(blocks)));
    }

    private static Sentences title(String title) {
        return new Sentences(title, null, null, null, null, null, null, null, null);
    }

    private static List<String> many(String host, int count) {
        List<String> hosts = new ArrayList<>();
        for (int i = 0; i < count; i++) hosts.add(i + "." + host);
        return hosts;
    }
}
