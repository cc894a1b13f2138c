package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reload.mall.MallSettings;
import reload.mall.MallSettings.Acknowledged;
import reload.mall.MallSettings.BackHold;
import reload.mall.MallSettings.BackLanding;
import reload.mall.MallSettings.Triggers;
import reload.mall.SettingsProblem;
import reload.mall.SettingsProblem.Code;

class SettingsJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatIsWrittenReadsTheSame() {
        var agreed =
                new Acknowledged(Acknowledged.BACK_HOLD_POLICY, "a@b.example", Instant.parse("2026-11-22T09:00:00Z"));
        MallSettings settings =
                MallSettings.initial().withTriggers(new Triggers(new BackHold(true, agreed), new BackLanding(false)));
        assertThat(SettingsJson.read(SettingsJson.write(settings))).isEqualTo(settings);
        assertThat(SettingsJson.check(SettingsJson.tree(settings))).isEqualTo(new SettingsJson.Reading.Taken(settings));
    }

    @Test
    void theContractsExampleIsTaken() throws Exception {
        String contract = Files.readString(Path.of(System.getProperty("reload.root"), "contract/console-api.md"));
        String after = contract.substring(contract.indexOf("\nSettings:\n"));
        int start = after.indexOf("```json\n") + 8;
        JsonNode example = JSON.readTree(after.substring(start, after.indexOf("```", start)));
        assertThat(SettingsJson.check(example))
                .isInstanceOfSatisfying(
                        SettingsJson.Reading.Taken.class,
                        taken -> assertThat(fieldsOf(SettingsJson.tree(taken.settings())))
                                .containsAll(fieldsOf(example)));
    }

    @Test
    void whatIsLeftOutIsWhatANewMallStartsWith() throws JsonProcessingException {
        assertThat(SettingsJson.read("{}")).isEqualTo(MallSettings.initial());
        MallSettings settings = SettingsJson.read("{\"rules\":{\"once\":false},\"fieldOfLongAgo\":1}");
        assertThat(settings.rules().once()).isFalse();
        assertThat(settings.rules().maxStayMs()).isEqualTo(60_000);
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
        SettingsJson.Reading reading = SettingsJson.check(JSON.readTree(sent.replace('\'', '"')));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        SettingsJson.Reading.Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst()).isEqualTo(new SettingsProblem(field, code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"settings\""})
    void whatIsNoObjectIsNoSettings(String sent) throws JsonProcessingException {
        assertThat(SettingsJson.check(JSON.readTree(sent))).isInstanceOf(SettingsJson.Reading.Refused.class);
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
