package reload.measure.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import reload.measure.Days;
import reload.measure.Figures;
import reload.measure.Interval;
import reload.measure.Lift;
import reload.measure.adapter.Report.IncrementalAmount;

/// The answers say exactly what `contract/console-api.md` says, field by field and in its order.
class ContractTest {
    private static final Figures NOTHING = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final Days DAYS = new Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-22"));
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void theReportIsTheContractsExample() throws IOException {
        var known = new Lift.Known(0, new Interval(0, 0), new Interval(0, 0));

        assertThat(json(Report.of(Tables.mall(0.1), DAYS, NOW, NOTHING, IncrementalAmount.of(known, 0, 0, 0))))
                .isEqualTo(Tables.JSON
                        .readTree(found("```json\\n(\\{\"mall\".*?)\\n```"))
                        .toString());
    }

    @Test
    void whatCannotBeKnownHasAReason() throws IOException {
        var unknown = new Lift.Unknown(Lift.Reason.NOT_ENOUGH_DATA, OptionalInt.of(12));
        String example = found("`\"incrementalAmountPerTriggered\": (\\{\"estimate\": null.*?\\})`")
                .replace("\"NOT_ENOUGH_DATA\" | \"SAMPLE_RATIO_MISMATCH\" | \"NO_HOLD_OUT\"", "\"NOT_ENOUGH_DATA\"")
                .replace("12 or null", "12");

        assertThat(json(IncrementalAmount.of(unknown, 0, 0, 0)))
                .isEqualTo(Tables.JSON.readTree(example).toString());
    }

    @Test
    void daysAndValuesHaveTheSameFigures() throws IOException {
        List<String> figures = names(found("\\{days: \\[\\{(.*?)\\}\\]\\}"));
        var day = FiguresByDay.Row.of(LocalDate.parse("2026-11-01"), NOTHING);
        var value = FiguresByValue.Row.of("direct", NOTHING);

        assertThat(fields(new FiguresByDay(List.of(day)), "days")).isEqualTo(figures);
        figures.set(0, "value");
        assertThat(fields(new FiguresByValue(List.of(value)), "rows")).isEqualTo(figures);
    }

    @Test
    void reasonsAndSessionsHaveTheContractsFields() throws IOException {
        var reason = new Reasons.Row("back-hold", "SHOWN", 1);
        var session = new RecentSessions.Row(
                UUID.randomUUID(),
                NOW,
                "abcdefgh",
                "direct",
                "phone",
                1,
                0,
                0,
                null,
                null,
                null,
                false,
                false,
                false,
                0);

        assertThat(fields(new Reasons(List.of(reason)), "rows")).isEqualTo(names("trigger, reason, count"));
        assertThat(fields(new RecentSessions(List.of(session)), "sessions"))
                .isEqualTo(names(found("\\{sessions: \\[\\{(.*?)\\}\\]\\}")));
        assertThat(Tables.JSON.valueToTree(session).get("startedAt").textValue())
                .isEqualTo("2026-11-22T09:00:00Z");
    }

    private static String json(Object answer) throws JsonProcessingException {
        return Tables.JSON.writeValueAsString(answer);
    }

    private static List<String> fields(Object answer, String list) {
        JsonNode first = Tables.JSON.valueToTree(answer).get(list).get(0);
        List<String> names = new ArrayList<>();
        first.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> names(String commaSeparated) {
        return new ArrayList<>(List.of(commaSeparated.split(", ")));
    }

    private static String found(String pattern) throws IOException {
        String contract = Files.readString(Path.of(System.getProperty("reload.root"), "contract/console-api.md"));
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(contract);
        assertThat(matcher.find()).as("%s in the contract", pattern).isTrue();
        return matcher.group(1);
    }
}
