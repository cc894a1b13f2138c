package reload.log.adapter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/// A real PostgreSQL with the real roles and migrations, for the tests of one JVM: started by the first who asks,
/// stopped with the
/// JVM. Its files are below `target/` of the module under test.
public final class TestDatabase {
    public static final byte[] SECRET = "a key for tests, of 32 bytes....".getBytes(StandardCharsets.US_ASCII);
    private static final EmbeddedDatabase.Watcher NOBODY = new EmbeddedDatabase.Watcher() {
        @Override
        public void died() {}

        @Override
        public void restarted() {}
    };

    private static final class Holder {
        static final EmbeddedDatabase SERVER = serve(Path.of("target/postgres"));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }

    private static final Set<String> PREPARED = new HashSet<>();

    private TestDatabase() {}

    /// A server of one's own, to be mistreated.
    static EmbeddedDatabase serve(Path directory) {
        return serve(directory, EmbeddedDatabase.SETTINGS);
    }

    static EmbeddedDatabase serve(Path directory, List<String> settings) {
        return EmbeddedDatabase.start(directory, 0, Database.password(SECRET, "postgres"), NOBODY, settings);
    }

    /// A database of a name, empty but for the migrations, with all roles. The first call of a JVM for a name makes it
    /// anew.
    public static synchronized Database named(String name) {
        return prepare(Holder.SERVER, name);
    }

    static synchronized Database prepare(EmbeddedDatabase server, String name) {
        try {
            if (PREPARED.add(server.port() + "/" + name)) {
                try (Connection connection = server.superuser("postgres").connect();
                        Statement statement = connection.createStatement()) {
                    statement.execute("drop database if exists " + name + " with (force)");
                    statement.execute("create database " + name);
                }
                Database database = Database.prepare(server.superuser(name), SECRET);
                migrate(database);
                return database;
            }
            return Database.prepare(server.superuser(name), SECRET);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Connections of a role; each is opened anew.
    public static PGSimpleDataSource connections(Database database, Database.Role role) {
        Login login = database.login(role);
        var source = new PGSimpleDataSource();
        source.setUrl(login.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    /// Runs the application's own migrations, in order.
    private static void migrate(Database database) throws SQLException {
        Path migrations = Path.of(System.getProperty("reload.root"), "app/src/main/resources/db/migration");
        try (Connection connection = database.login(Database.Role.OWNER).connect();
                Statement statement = connection.createStatement();
                Stream<Path> files = Files.list(migrations)) {
            List<Path> inOrder = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.comparingInt(TestDatabase::version))
                    .toList();
            for (Path file : inOrder) statement.execute(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int version(Path migration) {
        String name = migration.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
