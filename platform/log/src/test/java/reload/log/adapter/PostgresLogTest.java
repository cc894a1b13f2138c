package reload.log.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reload.log.Entry;
import reload.log.Log;
import reload.log.LogContract;
import reload.log.LogUnavailable;
import reload.log.LogUnavailable.Reason;
import reload.log.Logged;
import reload.log.Position;

class PostgresLogTest extends LogContract {
    private static final PostgresLog.Limits PATIENT =
            new PostgresLog.Limits(10, 1 << 20, Duration.ZERO, Duration.ofHours(1));

    private static EmbeddedDatabase server;
    private static Database database;
    private static PostgresLog log;

    @BeforeAll
    static void start() {
        server = TestDatabase.serve(Path.of("target/postgres-of-the-log"));
        database = TestDatabase.prepare(server, "log");
        log = open();
    }

    @AfterAll
    static void stop() {
        log.close();
        server.close();
    }

    private static PostgresLog open() {
        return open(Clock.systemUTC(), PostgresLog.Limits.DEFAULT);
    }

    private static PostgresLog open(Clock clock, PostgresLog.Limits limits) {
        return open(database, clock, limits);
    }

    private static PostgresLog open(Database database, Clock clock, PostgresLog.Limits limits) {
        return PostgresLog.open(
                database.login(Database.Role.INGEST),
                TestDatabase.connections(database, Database.Role.WORKER),
                clock,
                limits);
    }

    @Override
    protected Log log() {
        return log;
    }

    @Override
    protected Log logAfterACrash() throws Exception {
        killTheServer();
        assertThat(log.awaitWritable(Duration.ofSeconds(20))).isTrue();
        return log;
    }

    private static void killTheServer() throws InterruptedException {
        ProcessHandle process = server.process();
        process.destroyForcibly();
        process.onExit().join();
        while (log.refusing() == null) Thread.sleep(10);
    }

    @Test
    void whileTheServerIsAwayAppendsFailAtOnceAndLaterWorkAgain() throws Exception {
        killTheServer();
        long asked = System.nanoTime();
        assertThatThrownBy(() -> append(entry("v", "1"))).cause().isInstanceOfSatisfying(LogUnavailable.class, why -> {
            assertThat(why.reason()).isEqualTo(Reason.DOWN);
            assertThat(why.retryAfterSeconds()).isPositive();
        });
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(500));
        assertThat(log.awaitWritable(Duration.ofSeconds(10))).isTrue();
        append(entry("v", "2"));
    }

    @Test
    void fiveCrashesUnderLoadLoseNothingAcknowledgedAndHideNothingFromAReader() throws Exception {
        Position before = log.end();
        var acknowledged = new ArrayList<Position>();
        var seen = new ArrayList<Position>();
        boolean[] done = new boolean[1];
        Thread appender = Thread.ofPlatform().start(() -> {
            for (int i = 0; !done[0]; i++) {
                try {
                    Position at = append(entry("v" + i % 11, String.valueOf(i)));
                    synchronized (acknowledged) {
                        acknowledged.add(at);
                    }
                } catch (CompletionException e) {
                    sleep(20);
                }
            }
        });
        Thread reader = Thread.ofPlatform().start(() -> {
            Position at = before;
            while (true) {
                boolean last = !appender.isAlive();
                try {
                    List<Logged> step = log.read(at, 100);
                    for (Logged logged : step) seen.add(logged.position());
                    if (!step.isEmpty()) at = step.getLast().position();
                    if (last && step.isEmpty()) return;
                } catch (LogUnavailable e) {
                    sleep(20);
                }
            }
        });
        for (int round = 0; round < 5; round++) {
            int sofar = size(acknowledged);
            while (size(acknowledged) < sofar + 50) Thread.sleep(5);
            killTheServer();
            assertThat(log.awaitWritable(Duration.ofSeconds(10))).isTrue();
        }
        done[0] = true;
        appender.join();
        reader.join();
        assertThat(seen).isSorted().doesNotHaveDuplicates().containsAll(acknowledged);
        // Read again from the start of the test: the same.
        var again = readAll(log, before, 1000).stream().map(Logged::position).toList();
        assertThat(again).isEqualTo(seen);
    }

    private static int size(List<?> list) {
        synchronized (list) {
            return list.size();
        }
    }

    private static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aSecondWriterStandsByUntilTheFirstHasGone() throws Exception {
        try (PostgresLog second = open()) {
            assertThat(second.refusing()).isEqualTo(Reason.STANDBY);
            assertThatThrownBy(() ->
                            second.append(entry("v", "1")).toCompletableFuture().join())
                    .hasCauseInstanceOf(LogUnavailable.class);
            log.close();
            assertThat(second.awaitWritable(Duration.ofSeconds(5))).isTrue();
            second.append(entry("v", "2")).toCompletableFuture().join();
        } finally {
            log = open();
        }
    }

    @Test
    void whoeverOpensTheLogAfterItWasClosedMayWriteAtOnce() {
        for (int i = 0; i < 20; i++) {
            log.close();
            log = open();
            assertThat(log.refusing()).isNull();
        }
    }

    @Test
    void anOldEpochCannotAppend() throws Exception {
        append(entry("v", "1"));
        try (Connection old = database.login(Database.Role.INGEST).connect();
                Statement statement = old.createStatement()) {
            // What a writer would do that has missed its successor's taking over.
            statement.execute("set reload.epoch = '1'");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() ->
                            statement.execute("insert into log values (current_date, 1, 1, 1, 1, 1, 0, 0, 0, 'v', '')"))
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("RL001"));
        }
    }

    @Test
    void aWriterWhoseReignWasTakenComesBackWithTheNext() throws Exception {
        append(entry("v", "1"));
        try (Connection other = server.superuser("log").connect();
                Statement statement = other.createStatement()) {
            statement.execute("update reload.log_writer set epoch = epoch + 1");
        }
        assertThatThrownBy(() -> append(entry("v", "2"))).hasCauseInstanceOf(LogUnavailable.class);
        assertThat(log.awaitWritable(Duration.ofSeconds(5))).isTrue();
        append(entry("v", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes"})
    void aServerThatWouldLoseWhatItAcknowledgesIsRefused(String setting) {
        var careless = EmbeddedDatabase.SETTINGS.stream()
                .map(given -> given.equals(setting + "=on") ? setting + "=off" : given)
                .toList();
        try (var server = TestDatabase.serve(Path.of("target/postgres-without-care"), careless)) {
            Database prepared = TestDatabase.prepare(server, "careless");
            assertThatExceptionOfType(NotDurable.class)
                    .isThrownBy(() -> open(prepared, Clock.systemUTC(), PostgresLog.Limits.DEFAULT))
                    .withMessageContaining(setting + "=off");
        }
    }

    @Test
    void moreThanMayWaitIsRefusedAtOnceAndWhatWaitsIsKept() {
        log.close();
        var tight = new PostgresLog.Limits(10, 1 << 20, Duration.ofMillis(300), Duration.ofMillis(300));
        try (PostgresLog small = open(Clock.systemUTC(), tight)) {
            Position before = small.end();
            var appended = new ArrayList<java.util.concurrent.CompletableFuture<Position>>();
            for (int i = 0; i < 200; i++)
                appended.add(small.append(entry("v", String.valueOf(i))).toCompletableFuture());
            long refused = appended.stream()
                    .filter(f -> f.handle((_, e) -> e instanceof LogUnavailable why && why.reason() == Reason.FULL)
                            .join())
                    .count();
            assertThat(refused).isPositive();
            assertThat(small.read(before, 1000)).hasSize((int) (200 - refused));
        } finally {
            log = open();
        }
    }

    @Test
    void whatNobodyWaitsForGoesOutWithWhatSomebodyDoes() {
        log.close();
        try (PostgresLog patient = open(Clock.systemUTC(), PATIENT)) {
            Position before = patient.end();
            var first = patient.appendUnawaited(entry("v", "1")).toCompletableFuture();
            var second = patient.appendUnawaited(entry("v", "2")).toCompletableFuture();
            assertThat(patient.read(before, 10)).isEmpty();
            patient.append(entry("v", "3")).toCompletableFuture().join();
            assertThat(first).isCompleted();
            assertThat(second).isCompleted();
            assertThat(patient.read(before, 10))
                    .extracting(Logged::entry)
                    .containsExactly(entry("v", "1"), entry("v", "2"), entry("v", "3"));
        } finally {
            log = open();
        }
    }

    @Test
    void whatNobodyWaitsForIsWrittenBeforeTheLogCloses() {
        Position before = log.end();
        log.close();
        try (PostgresLog patient = open(Clock.systemUTC(), PATIENT)) {
            patient.appendUnawaited(entry("v", "1"));
        } finally {
            log = open();
        }
        assertThat(entries(before)).containsExactly(entry("v", "1"));
    }

    @Test
    void anEntryLargerThanAGroupIsKeptWhole() {
        Position before = log.end();
        Entry large = entry("v", "x".repeat(3 << 20));
        append(large);
        append(large);
        append(large);
        // One read is bounded in bytes, and goes on where it stopped.
        assertThat(log.read(before, 10)).hasSize(3);
        assertThat(entries(before)).containsExactly(large, large, large);
    }

    @Test
    void retentionDropsWholeDaysAndNeverGivesAPositionTwice() {
        log.close();
        Instant[] now = {Instant.parse("2031-05-01T23:59:59Z")};
        Clock clock = clock(now);
        try (PostgresLog dated = open(clock, PostgresLog.Limits.DEFAULT)) {
            Position before = dated.end();
            Position first = dated.append(entry("v", "1")).toCompletableFuture().join();
            now[0] = Instant.parse("2031-05-02T00:00:01Z");
            Position second =
                    dated.append(entry("v", "2")).toCompletableFuture().join();
            assertThat(dated.dropBefore(LocalDate.parse("2031-05-02"))).isPositive();
            assertThat(dated.read(before, 10)).extracting(Logged::position).containsExactly(second);
            dated.dropBefore(LocalDate.parse("2031-05-10"));
            assertThat(dated.end()).isEqualTo(second);
            assertThat(first).isLessThan(second);
        } finally {
            log = open();
        }
        assertThat(log.end()).isGreaterThan(Position.START);
        Position last = log.end();
        assertThat(append(entry("v", "3")).isAfter(last)).isTrue();
    }

    @Test
    void daysThatAreOlderThanTheyAreToBeKeptGoByThemselves() throws Exception {
        log.close();
        Instant[] now = {Instant.parse("2033-05-01T12:00:00Z")};
        List<LocalDate> beside = new CopyOnWriteArrayList<>();
        try (PostgresLog dated = open(clock(now), PostgresLog.Limits.DEFAULT)) {
            Position before = dated.end();
            dated.append(entry("v", "1")).toCompletableFuture().join();
            now[0] = Instant.parse("2033-05-03T12:00:00Z");
            try (var _ = Retention.start(dated, 2, clock(now), beside::add)) {
                Thread.sleep(300);
                assertThat(dated.read(before, 10)).hasSize(1);
            }
            now[0] = Instant.parse("2033-05-04T12:00:00Z");
            try (var _ = Retention.start(dated, 2, clock(now), beside::add)) {
                for (int i = 0; i < 100 && !dated.read(before, 10).isEmpty(); i++) Thread.sleep(50);
                assertThat(dated.read(before, 10)).isEmpty();
            }
            assertThat(beside).startsWith(LocalDate.of(2033, 5, 1)).contains(LocalDate.of(2033, 5, 2));
        } finally {
            log = open();
        }
    }

    @Test
    void lessThanTwoDaysAreNotKept() {
        assertThatIllegalArgumentException().isThrownBy(() -> Retention.start(log, 1, Clock.systemUTC(), _ -> {}));
    }

    private static Clock clock(Instant[] now) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
    }

    @Test
    void ingestMayOnlyAppendTheWorkerOnlyReadAndTheConsoleNeither() throws Exception {
        assertRefused(Database.Role.INGEST, "select * from log");
        assertRefused(Database.Role.INGEST, "delete from log");
        assertRefused(Database.Role.INGEST, "select log_drop_before(current_date)");
        assertRefused(Database.Role.WORKER, "insert into log select * from log");
        assertRefused(Database.Role.WORKER, "update log set mall = 1");
        assertRefused(Database.Role.CONSOLE, "select * from log");
        assertRefused(Database.Role.CONSOLE, "insert into log select * from log");
    }

    private static void assertRefused(Database.Role role, String sql) throws SQLException {
        try (Connection connection = database.login(role).connect();
                Statement statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .as("%s: %s", role, sql)
                    .isThrownBy(() -> statement.execute(sql))
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }
}
