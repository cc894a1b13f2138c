package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reload.event.Frequency;
import reload.event.Presentation;
import reload.event.Storage;
import reload.mall.Block;
import reload.mall.Choosing;
import reload.mall.MallSettings;
import reload.mall.MallSettings.Acknowledged;
import reload.mall.MallSettings.BackHold;
import reload.mall.MallSettings.Switch;
import reload.mall.Markup;
import reload.mall.PageVariant;
import reload.mall.SettingsProblem;
import reload.mall.SettingsProblem.Code;
import reload.mall.ShowRule;

class SettingsJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void whatIsWrittenReadsTheSame() {
        var agreed =
                new Acknowledged(Acknowledged.BACK_HOLD_POLICY, "a@b.example", Instant.parse("2026-11-22T09:00:00Z"));
        MallSettings initial = MallSettings.initial();
        MallSettings settings = initial.withTriggers(initial.triggers().withBackHold(BackHold.agreed(agreed)))
                .withPage(initial.page()
                        .with(List.of(
                                new Block.RecentlyViewed(true, 4),
                                new Block.Coupon(true, "첫 구매", "HELLO", "/coupon", NOW.plusSeconds(60)),
                                new Block.Countdown(true, "오늘 밤까지", NOW.plusSeconds(60)),
                                new Block.Custom(true, Markup.of("<p>{product.name}</p>"))))
                        .beside(new PageVariant("popular-first", List.of(new Block.Popular(true, 8)))))
                .withChoosing(Choosing.INITIAL
                        .with(ShowRule.read("template=list|product,referral=kakao / social"))
                        .with(Choosing.SharesFrom.LEARNT))
                .withStorage(Storage.SESSION);
        assertThat(SettingsJson.read(SettingsJson.write(settings))).isEqualTo(settings);
        assertThat(SettingsJson.check(SettingsJson.tree(settings), NOW))
                .isEqualTo(new SettingsJson.Reading.Taken(settings));
    }

    @Test
    void theContractsExampleIsTaken() throws Exception {
        String contract = Files.readString(Path.of(System.getProperty("reload.root"), "contract/console-api.md"));
        String after = contract.substring(contract.indexOf("\nSettings:\n"));
        int start = after.indexOf("```json\n") + 8;
        JsonNode example = JSON.readTree(after.substring(start, after.indexOf("```", start)));
        assertThat(SettingsJson.check(example, NOW))
                .isInstanceOfSatisfying(
                        SettingsJson.Reading.Taken.class,
                        taken -> assertThat(fieldsOf(SettingsJson.tree(taken.settings())))
                                .containsAll(fieldsOf(example)));
    }

    @Test
    void whatIsLeftOutIsWhatANewMallStartsWith() throws JsonProcessingException {
        assertThat(SettingsJson.read("{}")).isEqualTo(MallSettings.initial());
        MallSettings settings = SettingsJson.read("{\"rules\":{\"snoozeDays\":3},\"fieldOfLongAgo\":1}");
        assertThat(settings.rules()).isEqualTo(new MallSettings.Rules(60_000, 3, 600_000));
    }

    @Test
    void whatWasPublishedBeforeTriggersHadFrequenciesStillReads() throws IOException {
        MallSettings settings = stored("settings-1.json");
        assertThat(settings.problems(NOW)).isEmpty();
        assertThat(settings.triggers().backHold().on()).isTrue();
        assertThat(settings.triggers().backHold().acknowledged()).isNotNull();
        assertThat(settings.triggers().backHold().frequency()).isEqualTo(Frequency.VISITOR);
        assertThat(settings.triggers().backLanding().on()).isFalse();
        assertThat(settings.triggers().leaveSignal().on()).isFalse();
        assertThat(settings.consentRequired()).isTrue();
        assertThat(settings.storage()).isEqualTo(Storage.PERSISTENT);
        assertThat(settings.page().blocks()).hasSize(4);
        assertThat(settings.page().theme().accent()).isEqualTo("#aa3311");
        assertThat(settings.page().words().in("ko").title()).isEqualTo("잠깐만요");
        assertThat(settings.page().words().in("ko").copy()).isEqualTo("복사");
    }

    @Test
    void aMallThatShowedMoreThanOnceShowsOnceAVisit() {
        var triggers = SettingsJson.read("{\"rules\":{\"once\":false},\"triggers\":{\"backLanding\":{\"on\":false}}}")
                .triggers();
        assertThat(triggers.backHold().frequency()).isEqualTo(Frequency.VISIT);
        assertThat(triggers.backLanding()).isEqualTo(new Switch(false, Frequency.VISIT, Presentation.SHEET));
    }

    private static MallSettings stored(String name) throws IOException {
        try (InputStream in = SettingsJsonTest.class.getResourceAsStream("/settings/" + name)) {
            return SettingsJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'nonsense':1}                                             | nonsense                      | UNKNOWN",
                "{'page':{'theme':{'accents':'#000000'}}}                   | page.theme.accents            | UNKNOWN",
                "{'live':'yes'}                                             | live                          | MALFORMED",
                "{'live':null}                                              | live                          | MALFORMED",
                "{'holdOutShare':'a lot'}                                   | holdOutShare                  | MALFORMED",
                "{'rules':{'snoozeDays':1.5}}                               | rules.snoozeDays              | MALFORMED",
                "{'rules':7}                                                | rules                         | MALFORMED",
                "{'rules':{'maxStayMs':99999999999999999999}}               | rules.maxStayMs               | MALFORMED",
                "{'page':null}                                              | settings                      | MISSING",
                "{'page':{'theme':null}}                                    | page                          | MISSING",
                "{'page':{'theme':{'accent':null}}}                         | page.theme                    | MISSING",
                "{'rules':{'once':true}}                                    | rules.once                    | UNKNOWN",
                "{'storage':'cookie'}                                       | storage                       | MALFORMED",
                "{'consentFrom':null}                                       | settings                      | MISSING",
                "{'triggers':{'link':{'on':true,'frequency':'hourly'}}}     | triggers.link.frequency       | MALFORMED",
                "{'choosing':{'whom':'nobody'}}                             | choosing.whom                 | MALFORMED",
                "{'choosing':{'shares':1}}                                  | choosing.shares               | MALFORMED",
                "{'choosing':{'rule':'mood=good'}}                          | choosing.rule                 | MALFORMED",
                "{'choosing':{'rule':'device'}}                             | choosing.rule                 | MALFORMED",
                "{'choosing':{'cost':1.5}}                                  | choosing.cost                 | MALFORMED",
                "{'page':{'variants':[{'name':'a'}]}}                       | page.variants[0]              | MISSING",
                "{'triggers':{'return':{'frequency':'always'}}}             | triggers.return.frequency     | NOT_FOR_THIS_TRIGGER",
                "{'triggers':{'return':{'presentation':'page'}}}            | triggers.return.presentation  | NOT_FOR_THIS_TRIGGER",
                "{'page':{'theme':{'scheme':'auto'}}}                       | page.theme.dark               | MISSING",
                "{'page':{'theme':{'dark':{'accent':'#000000'}}}}           | page.theme.dark               | MISSING",
                "{'page':{'blocks':[{'kind':'countdown','on':true,'text':'a','endsAt':'soon'}]}} | page.blocks[0].endsAt | MALFORMED",
                "{'page':{'blocks':[{'kind':'countdown','on':true,'text':'a','endsAt':'2020-01-01T00:00:00Z'}]}} | page.blocks[0].endsAt | ENDED",
                "{'page':{'blocks':[{'kind':'custom','on':true,'html':7}]}} | page.blocks[0].html           | MALFORMED",
                "{'page':{'blocks':[{'kind':'custom','on':true}]}}          | page.blocks[0]                | MISSING",
                "{'triggers':{'backHold':null}}                             | triggers                      | MISSING",
                "{'searchEngines':[null]}                                   | settings                      | MISSING",
                "{'templates':['shop']}                                     | templates[0]                  | MALFORMED",
                "{'templates':'product'}                                    | templates                     | MALFORMED",
                "{'page':{'blocks':[{'kind':'game','on':true}]}}            | page.blocks[0]                | MALFORMED",
                "{'page':{'blocks':[{'on':true}]}}                          | page.blocks[0]                | MALFORMED",
                "{'page':{'blocks':[{'kind':'popular','on':true}]}}         | page.blocks[0].size           | MALFORMED",
                "{'page':{'theme':{'accent':'red'}}}                        | page.theme.accent             | NOT_A_COLOUR",
                "{'triggers':{'backHold':{'on':true}}}                      | triggers.backHold.acknowledged| NOT_ACKNOWLEDGED",
                "{'triggers':{'backHold':{'on':true,'acknowledged':{}}}}    | triggers.backHold.acknowledged| MISSING",
                "{'triggers':{'backHold':{'acknowledged':{'text':'back-hold-policy-1','at':'noon'}}}} | triggers.backHold.acknowledged.at | MALFORMED"
            })
    void whatCannotBeTakenIsNamedByItsField(String sent, String field, Code code) throws JsonProcessingException {
        SettingsJson.Reading reading = SettingsJson.check(JSON.readTree(sent.replace('\'', '"')), NOW);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        SettingsJson.Reading.Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst()).isEqualTo(new SettingsProblem(field, code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"settings\""})
    void whatIsNoObjectIsNoSettings(String sent) throws JsonProcessingException {
        assertThat(SettingsJson.check(JSON.readTree(sent), NOW)).isInstanceOf(SettingsJson.Reading.Refused.class);
    }

    private static java.util.List<String> fieldsOf(JsonNode tree) {
        var names = new java.util.ArrayList<String>();
        if (tree instanceof ObjectNode object)
            object.properties().forEach(field -> {
                names.add(field.getKey());
                fieldsOf(field.getValue()).forEach(below -> names.add(field.getKey() + "." + below));
            });
        return names;
    }
}
