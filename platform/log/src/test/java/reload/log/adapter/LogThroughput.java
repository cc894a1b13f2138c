package reload.log.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import reload.event.Key;
import reload.event.MallId;
import reload.log.Entry;
import reload.log.LogUnavailable;
import reload.log.Source;

/// Measures durable appends: `LogThroughput [in flight] [seconds] [linger ms] [payload bytes] [rate per second, 0 as
/// fast as it goes]`.
/// Not a test; figures are in `docs/methods/log.md`.
public final class LogThroughput {
    private LogThroughput() {}

    public static void main(String[] args) throws Exception {
        int inFlight = args.length > 0 ? Integer.parseInt(args[0]) : 256;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        Duration linger = Duration.ofMillis(args.length > 2 ? Integer.parseInt(args[2]) : 1);
        int bytes = args.length > 3 ? Integer.parseInt(args[3]) : 1024;
        int rate = args.length > 4 ? Integer.parseInt(args[4]) : 0;
        byte[] payload = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(payload);
        try (EmbeddedDatabase server = TestDatabase.serve(Path.of("target/postgres-measured"))) {
            Database database = TestDatabase.prepare(server, "measured");
            try (PostgresLog log = PostgresLog.open(
                    database.login(Database.Role.INGEST),
                    TestDatabase.connections(database, Database.Role.WORKER),
                    Clock.systemUTC(),
                    new PostgresLog.Limits(20_000, 32 << 20, linger, linger))) {
                run(log, payload, inFlight, 5, rate); // Warm-up.
                long jvmBefore = cpu(ProcessHandle.current());
                long serverBefore = cpuOfAll(server);
                long began = System.nanoTime();
                var figures = run(log, payload, inFlight, seconds, rate);
                double elapsed = (System.nanoTime() - began) / 1e9;
                long rows = figures.rows;
                IO.println(
                        "inFlight=%d linger=%d bytes=%d: %.0f rows/s, p50 %.2f ms, p99 %.2f ms, JVM %.1f us/row, PostgreSQL %.1f us/row, refused %d"
                                .formatted(
                                        inFlight,
                                        linger.toMillis(),
                                        bytes,
                                        rows / elapsed,
                                        figures.p(0.5),
                                        figures.p(0.99),
                                        (cpu(ProcessHandle.current()) - jvmBefore) * 1e4 / rows,
                                        (cpuOfAll(server) - serverBefore) * 1e4 / rows,
                                        figures.refused));
            }
        }
    }

    private record Figures(long rows, long refused, long[] nanos) {
        double p(double q) {
            return nanos.length == 0 ? 0 : nanos[(int) (q * (nanos.length - 1))] / 1e6;
        }
    }

    private static Figures run(PostgresLog log, byte[] payload, int inFlight, int seconds, int rate)
            throws InterruptedException {
        var free = new Semaphore(inFlight);
        var rows = new AtomicLong();
        var refused = new AtomicLong();
        long[] nanos = new long[1 << 20];
        var measured = new AtomicInteger();
        long began = System.nanoTime();
        long end = began + seconds * 1_000_000_000L;
        long i = 0;
        while (System.nanoTime() < end) {
            if (rate > 0) while ((System.nanoTime() - began) / 1e9 * rate < i) Thread.sleep(1);
            free.acquire();
            long asked = System.nanoTime();
            var entry = new Entry(
                    new MallId(1 + (int) (i % 3000)),
                    new Key(Key.Kind.VISITOR, "AAAAAAAAAAAAAAAAAAAAAA"),
                    1_800_000_000_000L + i,
                    12,
                    0,
                    payload,
                    Source.PAGE);
            log.append(entry).whenComplete((_, failed) -> {
                if (failed instanceof LogUnavailable) refused.incrementAndGet();
                else {
                    rows.incrementAndGet();
                    int at = measured.getAndIncrement();
                    if (at < nanos.length) nanos[at] = System.nanoTime() - asked;
                }
                free.release();
            });
            i++;
        }
        free.acquire(inFlight);
        long[] sorted = Arrays.copyOf(nanos, Math.min(nanos.length, measured.get()));
        Arrays.sort(sorted);
        return new Figures(rows.get(), refused.get(), sorted);
    }

    /// Hundredths of a second of processor time, user and system.
    private static long cpu(ProcessHandle process) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static long cpuOfAll(EmbeddedDatabase server) throws IOException {
        long sum = cpu(server.process());
        for (ProcessHandle child : server.process().children().toList()) sum += cpu(child);
        return sum;
    }
}
