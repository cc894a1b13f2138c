package reload.lab.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import reload.lab.shopper.Truth;
import reload.lab.shopper.World;
import reload.lab.shopper.adapter.Console;
import reload.lab.shopper.adapter.HttpMall;
import reload.lab.shopper.adapter.Simulation;

/// Kills Reload's JVM, and the PostgreSQL beside it, again and again while simulated shoppers use it. They
/// resend what was not acknowledged and know the truth: an acknowledged event that is lost, or one that counts
/// twice, shows as a difference.
public final class CrashTrial {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final int VISITS = 4_000;
    private static final int AT_ONCE = 48;

    private CrashTrial() {}

    /// What the trial found.
    ///
    /// @param ofJvm how often the JVM was killed while under load
    /// @param ofPostgres how often PostgreSQL was
    /// @param slowestRecoveryMs from a kill of PostgreSQL or the JVM until ready again
    /// @param repeated requests that had to be sent again
    /// @param differences none in a Reload that keeps its word
    public record Outcome(
            int ofJvm,
            int ofPostgres,
            long slowestRecoveryMs,
            long requests,
            long repeated,
            long sessions,
            List<Difference> differences) {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("reload.root", "")).toAbsolutePath();
        Path data = Path.of(arguments[0]).toAbsolutePath();
        int port = Integer.parseInt(arguments[1]);
        int ofJvm = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        int ofPostgres = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 5;
        Outcome outcome = run(root, data, port, ofJvm, ofPostgres, System.err::println);
        System.out.println(outcome);
        System.exit(outcome.differences().isEmpty() ? 0 : 1);
    }

    /// @param data an empty directory
    public static Outcome run(Path root, Path data, int port, int ofJvm, int ofPostgres, Consumer<String> progress)
            throws IOException, InterruptedException, ExecutionException {
        SplittableRandom random = new SplittableRandom(ofJvm);
        try (RunningReload reload = RunningReload.start(root, data, port, List.of("-Dreload.demo=true"))) {
            List<Lived> lived = new ArrayList<>();
            int jvmKills = 0;
            int postgresKills = 0;
            long slowest = 0;
            while (jvmKills < ofJvm || postgresKills < ofPostgres) {
                Lived mall = new Lived(reload, lived.size() + 1, progress);
                lived.add(mall);
                while (!mall.task.isDone() && (jvmKills < ofJvm || postgresKills < ofPostgres)) {
                    Thread.sleep(random.nextLong(700, 3_000));
                    if (mall.task.isDone()) break;
                    boolean postgres = postgresKills < ofPostgres && (jvmKills >= ofJvm || random.nextInt(5) == 0);
                    long killed = System.nanoTime();
                    if (postgres) {
                        reload.crashPostgres();
                        postgresKills++;
                        awaitUnready(reload);
                        reload.awaitReady();
                    } else {
                        reload.crashAndStartAgain();
                        jvmKills++;
                    }
                    long took = (System.nanoTime() - killed) / 1_000_000;
                    slowest = Math.max(slowest, took);
                    progress.accept("killed " + (postgres ? "PostgreSQL" : "the JVM") + ", ready again after " + took
                            + " ms (" + jvmKills + " and " + postgresKills + ")");
                }
                mall.task.get();
            }
            List<Difference> differences = new ArrayList<>();
            long requests = 0;
            long repeated = 0;
            long sessions = 0;
            for (Lived mall : lived) {
                Truth truth = mall.task.get();
                differences.addAll(Difference.between(truth, mall.report()));
                requests += mall.server.requests();
                repeated += mall.server.repeats();
                sessions += truth.sessions();
            }
            return new Outcome(
                    jvmKills, postgresKills, slowest, requests, repeated, sessions, List.copyOf(differences));
        }
    }

    /// A server that has just lost its database says so within a moment, or has it back already.
    private static void awaitUnready(RunningReload reload) throws InterruptedException {
        for (int i = 0; i < 20 && reload.isReady(); i++) Thread.sleep(100);
    }

    /// A mall whose month is being lived.
    private static final class Lived {
        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        private final RunningReload reload;
        private final String key;
        final HttpMall server;
        final FutureTask<Truth> task;

        Lived(RunningReload reload, int number, Consumer<String> progress) {
            this.reload = reload;
            key = "crash-" + number;
            String origin = "https://" + key + ".example";
            String historyKey = console()
                    .openSimulatedMall(key, origin, "KRW", ZONE.getId(), 0.5)
                    .historyKey();
            server = new HttpMall(client, reload.url(), key, origin, historyKey);
            long start = LocalDate.now(ZONE)
                    .minusDays(60)
                    .atStartOfDay(ZONE)
                    .toInstant()
                    .toEpochMilli();
            World world = World.of(key, number, VISITS, 30, start);
            task = new FutureTask<>(() -> new Simulation(world, server, progress).live(AT_ONCE));
            Thread.ofPlatform().daemon().name(key).start(task);
        }

        private Console console() {
            return Console.signIn(client, reload.url(), RunningReload.EMAIL, RunningReload.PASSWORD);
        }

        JsonNode report() {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            return console()
                    .report(
                            key,
                            today.minusDays(700).toString(),
                            today.plusDays(1).toString());
        }
    }
}
