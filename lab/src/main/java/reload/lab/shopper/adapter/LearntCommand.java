package reload.lab.shopper.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `./reload train`, `./reload models` and `./reload judge-policy`: what a running Reload has learnt, and
/// what a policy would have brought.
public final class LearntCommand {
    private static final String USAGE =
            "train | models [--mall KEY [--restore VERSION [--kind leave|rank|variants|uplift|exit|order]]] | judge-policy --mall KEY [--show CONDITIONS]"
                    + "  [--url URL] [--email ADDRESS] [--password WORD] [--json]";
    private static final long LOOK_EVERY_MS = 500;

    private LearntCommand() {}

    /// @return the exit code: 0, 1 where the server did not answer, 2 where the call makes no sense
    public static int run(String[] arguments, PrintStream out, PrintStream progress) {
        try {
            Options options = new Options(
                    List.of(arguments).subList(1, arguments.length),
                    Set.of("--mall", "--restore", "--kind", "--show", "--url", "--email", "--password"),
                    Set.of("--json"));
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            Console console = Console.signIn(
                    client,
                    URI.create(options.text("--url", "http://localhost:8080")),
                    options.text("--email", Console.DEMO.getFirst()),
                    options.text("--password", Console.DEMO.getLast()));
            JsonNode answer = switch (arguments[0]) {
                case "train" -> train(console, progress);
                case "models" -> models(console, options);
                default ->
                    console.get("/api/malls/" + mall(options) + "/judge-policy?show="
                            + URLEncoder.encode(options.text("--show", ""), StandardCharsets.UTF_8));
            };
            if (options.has("--json") || !arguments[0].equals("judge-policy")) out.println(answer.toPrettyString());
            else table(answer, out);
            return answer.path("phase").asText().equals("FAILED") ? 1 : 0;
        } catch (Options.Misuse e) {
            progress.println(e.getMessage() + "\n" + USAGE);
            return 2;
        } catch (IllegalStateException | java.io.UncheckedIOException e) {
            progress.println(arguments[0] + ": " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static String mall(Options options) {
        String mall = options.find("--mall");
        if (mall == null) throw new Options.Misuse("which mall? --mall KEY");
        return mall;
    }

    private static JsonNode train(Console console, PrintStream progress) throws InterruptedException {
        JsonNode at = console.post("/api/training", JsonNodeFactory.instance.objectNode());
        while (!Set.of("DONE", "FAILED").contains(at.path("phase").asText())) {
            progress.printf(
                    "%s %s: %s entries of the log, %s malls%n",
                    at.path("phase").asText().toLowerCase(Locale.ROOT),
                    at.path("kind").asText(""),
                    at.path("entries").asText(),
                    at.path("malls").asText());
            Thread.sleep(LOOK_EVERY_MS);
            at = console.get("/api/training");
        }
        return at;
    }

    private static JsonNode models(Console console, Options options) {
        String version = options.find("--restore");
        if (version == null && options.find("--mall") == null) return console.get("/api/models");
        String path = "/api/malls/" + mall(options) + "/models";
        if (version != null)
            console.put(
                    path + "/" + options.text("--kind", "leave") + "/" + options.number("--restore", 0) + "/at-work",
                    JsonNodeFactory.instance.objectNode());
        return console.get(path);
    }

    private static void table(JsonNode judged, PrintStream out) {
        out.printf(
                "%s decisions; per triggered visitor, minor units of %s, and the chance of a further page or an order%n",
                judged.path("decisions").asText(), judged.path("currency").asText());
        for (JsonNode drawn : judged.path("drawn"))
            out.printf(
                    "drawn %-24s %7s rounds %7s rewarded %7s bought%n",
                    drawn.path("variant").asText(),
                    drawn.path("rounds").asText(),
                    drawn.path("rewards").asText(),
                    drawn.path("buyers").asText());
        for (JsonNode policy : judged.path("policies")) {
            out.printf(
                    Locale.ROOT,
                    "%-24s shows %5.1f %%%n",
                    policy.path("policy").asText(),
                    100 * policy.path("share").asDouble());
            line("worth", "%.1f (%.1f to %.1f)", policy.path("worth"), out);
            line("reward", "%.4f (%.4f to %.4f)", policy.path("reward"), out);
        }
    }

    private static void line(String name, String form, JsonNode judged, PrintStream out) {
        if (judged.isNull()) out.printf("    %-6s not yet known%n", name);
        else
            out.printf(
                    Locale.ROOT,
                    "    %-6s IPS %s  SNIPS %s  doubly robust %s  worth %.0f decisions; mean weight %.3f (z %.2f)%n",
                    name,
                    estimate(form, judged.path("ips")),
                    estimate(form, judged.path("snips")),
                    estimate(form, judged.path("doublyRobust")),
                    judged.path("effective").asDouble(),
                    judged.path("weights").path("mean").asDouble(),
                    judged.path("weights").path("z").asDouble());
    }

    private static String estimate(String form, JsonNode estimate) {
        return String.format(
                Locale.ROOT,
                form,
                estimate.path("value").asDouble(),
                estimate.path("interval").path("low").asDouble(),
                estimate.path("interval").path("high").asDouble());
    }
}
