package reload.log.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
    private static final Path DIRECTORY = Path.of("target/postgres-mistreated");
    private static final String PASSWORD = Database.password(TestDatabase.SECRET, "postgres");

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final EmbeddedDatabase.Watcher watcher = new EmbeddedDatabase.Watcher() {
        @Override
        public void died() {
            told.add("died");
        }

        @Override
        public void restarted() {
            told.add("restarted");
        }
    };

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(DIRECTORY, 0, PASSWORD, watcher);
    }

    @Test
    void aServerThatDiesIsBackOnItsPortWithinTenSeconds() throws Exception {
        try (var database = start()) {
            int port = database.port();
            execute(database, "create table if not exists kept (a int)");
            execute(database, "insert into kept values (1)");
            long before = database.process().pid();
            database.process().destroyForcibly();
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("died");
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("restarted");
            assertThat(database.port()).isEqualTo(port);
            assertThat(database.process().pid()).isNotEqualTo(before);
            assertThat(ask(database, "select count(*) from kept")).isNotEqualTo("0");
        }
    }

    @Test
    void aChildThatOutlivesItsServerDoesNotKeepTheNextFromStarting() throws Exception {
        try (var database = start();
                Connection busy = database.superuser("postgres").connect()) {
            Thread.ofPlatform().daemon().start(() -> {
                try (Statement statement = busy.createStatement()) {
                    // Never looks up, so it never sees that its server is gone.
                    statement.execute("select sum(sqrt(a::float8)) from generate_series(1, 2000000000) a");
                } catch (SQLException e) {
                    // It is to be killed.
                }
            });
            while (!ask(database, "select count(*) from pg_stat_activity where query like 'select sum%'")
                    .equals("1")) Thread.sleep(20);
            database.process().destroyForcibly();
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("died");
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("restarted");
        }
    }

    @Test
    void closingStopsTheServerAndKeepsTheData() throws Exception {
        var database = start();
        ProcessHandle process = database.process();
        execute(database, "create table if not exists lasting (a int)");
        execute(database, "insert into lasting values (7)");
        database.close();
        assertThat(process.isAlive()).isFalse();
        try (var again = start()) {
            assertThat(ask(again, "select max(a) from lasting")).isEqualTo("7");
        }
    }

    @Test
    void whatAKilledProcessLeftRunningIsStoppedFirst() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Orphaning.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long orphan;
        try (var said = killed.inputReader()) {
            orphan = Long.parseLong(said.readLine());
            killed.destroyForcibly().waitFor();
        }
        assertThat(ProcessHandle.of(orphan)).isPresent();
        try (var database = start()) {
            assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive).orElse(false))
                    .isFalse();
            assertThat(ask(database, "select a from orphaned")).isEqualTo("1");
        }
    }

    /// What [#whatAKilledProcessLeftRunningIsStoppedFirst()] kills.
    static final class Orphaning {
        private Orphaning() {}

        public static void main(String[] none) throws Exception {
            var database = TestDatabase.serve(DIRECTORY);
            execute(database, "drop table if exists orphaned");
            execute(database, "create table orphaned as select 1 as a");
            IO.println(database.process().pid());
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    @Test
    void aStrangerWhoseNumberStandsInThePidFileIsLeftAlone() throws Exception {
        start().close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Path pidFile = DIRECTORY.resolve("cluster/postmaster.pid");
            Files.write(
                    pidFile,
                    List.of(
                            String.valueOf(stranger.pid()),
                            DIRECTORY.resolve("cluster").toAbsolutePath().toString(),
                            "1700000000",
                            "25099",
                            "",
                            "127.0.0.1",
                            "  123456789   9999"));
            try (var database = start()) {
                assertThat(ask(database, "select 1")).isEqualTo("1");
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void twoProcessesOfOursDoNotShareADirectory() {
        try (var _ = start()) {
            assertThatIllegalStateException()
                    .isThrownBy(this::start)
                    .withMessageContaining("another Reload is running");
        }
    }

    @Test
    void anotherSecretKeyIsNamedAsTheReason() {
        start().close();
        assertThatIllegalStateException()
                .isThrownBy(() -> EmbeddedDatabase.start(DIRECTORY, 0, "another", watcher))
                .withMessageContaining("made with another secret key");
    }

    @Test
    void itKeepsWhatItAcknowledgesAndListensOnLoopbackOnly() throws Exception {
        try (var database = start()) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit"))
                assertThat(ask(database, "show " + setting)).isEqualTo("on");
            assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(database, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void aHalfMadeDirectoryIsMadeAnew() throws IOException {
        Path fresh = Path.of("target/postgres-half-made");
        Files.createDirectories(fresh.resolve("cluster.new/base"));
        Files.createDirectories(fresh.resolve("program.new/bin"));
        try (var database = EmbeddedDatabase.start(fresh, 0, PASSWORD, watcher)) {
            assertThat(database.port()).isPositive();
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.superuser("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.superuser("postgres").connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
