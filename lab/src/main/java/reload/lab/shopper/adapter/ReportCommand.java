package reload.lab.shopper.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `./reload report`: the figures the console shows, after folding all that was in the log at the call.
public final class ReportCommand {
    private static final String USAGE = "report --mall KEY [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--url URL] [--json]";

    private ReportCommand() {}

    /// @return the exit code: 0, 1 where the server did not answer, 2 where the call makes no sense
    public static int run(String[] arguments, PrintStream out, PrintStream progress) {
        try {
            Options options = new Options(
                    List.of(arguments),
                    Set.of("--mall", "--from", "--to", "--url", "--email", "--password"),
                    Set.of("--json"));
            String mall = options.find("--mall");
            if (mall == null) throw new Options.Misuse("which mall? --mall KEY");
            URI url = URI.create(options.text("--url", "http://localhost:8080"));
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            Console console = Console.signIn(
                    client,
                    url,
                    options.text("--email", Console.DEMO.getFirst()),
                    options.text("--password", Console.DEMO.getLast()));
            // Everything, unless asked otherwise: a report spans two years at most.
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            JsonNode report = console.report(
                    mall,
                    options.text("--from", today.minusDays(720).toString()),
                    options.text("--to", today.plusDays(1).toString()));
            if (options.has("--json")) out.println(report.toPrettyString());
            else table(report, out);
            return 0;
        } catch (Options.Misuse e) {
            progress.println(e.getMessage() + "\n" + USAGE);
            return 2;
        } catch (IllegalStateException | java.io.UncheckedIOException e) {
            progress.println("report: " + e.getMessage());
            return 1;
        }
    }

    private static void table(JsonNode report, PrintStream out) {
        for (Map.Entry<String, JsonNode> figure : report.properties()) {
            JsonNode value = figure.getValue();
            if (value.isObject())
                for (Map.Entry<String, JsonNode> part : value.properties())
                    line(out, figure.getKey() + "." + part.getKey(), part.getValue());
            else line(out, figure.getKey(), value);
        }
    }

    private static void line(PrintStream out, String name, JsonNode value) {
        out.printf("%-44s %s%n", name, value.isTextual() ? value.asText() : value.toString());
    }
}
