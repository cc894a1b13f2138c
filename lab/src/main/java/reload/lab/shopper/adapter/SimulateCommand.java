package reload.lab.shopper.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reload.lab.shopper.Truth;
import reload.lab.shopper.World;

/// `./reload simulate`: opens simulated malls (or uses a given one), sends their shoppers, prints the truth.
public final class SimulateCommand {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final String CURRENCY = "KRW";
    /// Refunds come up to 19 days after an order; the default month ends so early that all of them are past.
    private static final int QUIET_DAYS = 23;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USAGE = """
            simulate --visits N --seed S [--malls M] [--url URL] [--days D] [--start YYYY-MM-DD | --until-now]
                     [--hold-out SHARE] [--buying FACTOR] [--at-once N]
                     [--mall KEY --history-key-file FILE [--server-key-file FILE] [--origin URL]]
            """;

    private final Options options;
    private final PrintStream progress;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private SimulateCommand(Options options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
    }

    /// @return the exit code: 0, 1 where the server did not play along, 2 where the call makes no sense
    public static int run(String[] arguments, PrintStream out, PrintStream progress) {
        try {
            Options options = new Options(
                    List.of(arguments),
                    Set.of(
                            "--visits",
                            "--seed",
                            "--malls",
                            "--url",
                            "--days",
                            "--start",
                            "--mall",
                            "--history-key-file",
                            "--server-key-file",
                            "--origin",
                            "--hold-out",
                            "--buying",
                            "--at-once"),
                    Set.of("--until-now", "--json"));
            out.println(new SimulateCommand(options, progress).simulate().toPrettyString());
            return 0;
        } catch (Options.Misuse e) {
            progress.println(e.getMessage() + "\n" + USAGE);
            return 2;
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException e) {
            progress.println("simulate: " + e.getMessage());
            return 1;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private ObjectNode simulate() throws IOException, InterruptedException {
        int visits = options.count("--visits", 2_000);
        int malls = options.count("--malls", 1);
        long seed = options.number("--seed", 1);
        URI url = URI.create(options.text("--url", "http://localhost:8080"));
        String existing = options.find("--mall");
        if (existing != null && malls > 1) throw new Options.Misuse("--mall names one mall, --malls asks for more");
        if (visits < malls) throw new Options.Misuse("every mall needs a visit");

        @Nullable Console console = null;
        ArrayNode each = JSON.createArrayNode();
        Truth sum = Truth.NOTHING;
        for (int i = 0; i < malls; i++) {
            int share = visits / malls + (i < visits % malls ? 1 : 0);
            World world;
            String historyKey;
            if (existing != null) {
                world = world(existing, options.text("--origin", "https://" + existing + ".example"), seed, share);
                historyKey = key("--history-key-file");
            } else {
                if (console == null)
                    console = Console.signIn(client, url, Console.DEMO.getFirst(), Console.DEMO.getLast());
                String key = "sim-" + seed + "-" + Long.toString(System.currentTimeMillis() / 100 % 1_000_000_000L, 36)
                        + (malls == 1 ? "" : "-" + (i + 1));
                world = world(key, "https://" + key + ".example", seed * 1_000_003L + i, share);
                historyKey = console.openSimulatedMall(
                                key, world.origin(), CURRENCY, ZONE.getId(), options.share("--hold-out"))
                        .historyKey();
            }
            HttpMall mall = new HttpMall(client, url, world.mall(), world.origin(), historyKey);
            Truth truth = new Simulation(world, mall, progress::println).live(options.count("--at-once", 96));
            each.add(json(world.mall(), truth));
            sum = sum.plus(truth);
        }
        ObjectNode first = (ObjectNode) each.get(0);
        if (malls == 1) return first.put("seed", seed).put("visits", visits);
        ObjectNode all = json(null, sum).put("seed", seed).put("visits", visits);
        all.set("malls", each);
        return all;
    }

    private World world(String key, String origin, long seed, int visits) {
        int days = options.count("--days", 30);
        long until = Long.MAX_VALUE;
        long start;
        String firstDay = options.find("--start");
        if (options.has("--until-now")) {
            until = Instant.now().minusSeconds(5).toEpochMilli();
            start = Instant.now().minus(days, ChronoUnit.DAYS).toEpochMilli();
        } else if (firstDay != null) {
            start = LocalDate.parse(firstDay).atStartOfDay(ZONE).toInstant().toEpochMilli();
        } else {
            start = LocalDate.now(ZONE)
                    .minusDays(days + QUIET_DAYS)
                    .atStartOfDay(ZONE)
                    .toInstant()
                    .toEpochMilli();
        }
        double buying;
        try {
            buying = Double.parseDouble(options.text("--buying", "1"));
        } catch (NumberFormatException _) {
            throw new Options.Misuse("--buying needs a number");
        }
        return new World(key, origin, seed, visits, days, start, until, ZONE, CURRENCY, buying);
    }

    private String key(String option) throws IOException {
        String file = options.find(option);
        if (file == null) throw new Options.Misuse("--mall needs " + option);
        return Files.readString(Path.of(file)).strip();
    }

    private static ObjectNode json(@Nullable String mall, Truth truth) {
        ObjectNode json = JSON.createObjectNode();
        if (mall != null) json.put("mall", mall);
        json.put("currency", CURRENCY);
        json.put("asOf", Instant.ofEpochMilli(truth.asOf()).toString());
        json.put("sessions", truth.sessions());
        json.put("pageViews", truth.pageViews());
        json.put("dwellVisibleMsMean", truth.dwellVisibleMsMean());
        json.put("triggered", truth.triggered());
        json.put("shown", truth.shown());
        json.put("spared", truth.spared());
        json.put("heldOut", truth.heldOut());
        json.put("impressions", truth.impressions());
        json.put("clicks", truth.clicks());
        json.put("clickers", truth.clickers());
        json.put("converted", truth.converted());
        json.put("conversionAmount", truth.conversionAmount());
        json.put("refundedAmount", truth.refundedAmount());
        json.putObject("incrementalAmountPerTriggered")
                .put("estimate", truth.incrementalAmountPerTriggered())
                .put("matureShown", truth.mature().outside())
                .put("matureHeldOut", truth.mature().heldOut());
        json.set("rounds", json(truth.mature()));
        json.set("rewards", json(truth.rewarded()));
        return json;
    }

    private static ObjectNode json(Truth.Sides sides) {
        return JSON.createObjectNode()
                .put("shown", sides.shown())
                .put("spared", sides.spared())
                .put("heldOut", sides.heldOut());
    }
}
