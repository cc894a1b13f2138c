package reload.log.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reload.log.adapter.Database.Role;

class DatabaseTest {
    private static final byte[] OTHER = "some other key, of 32 bytes.....".getBytes(StandardCharsets.US_ASCII);
    private static EmbeddedDatabase server;

    @BeforeAll
    static void start() {
        server = TestDatabase.serve(Path.of("target/postgres-of-others"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void anEmptyServer() throws SQLException {
        execute(server.superuser("postgres"), "drop database if exists shop with (force)");
        for (Role role : Role.values()) execute(server.superuser("postgres"), "drop role if exists " + role.user());
        for (String user : new String[] {"maker", "nobody_much"})
            execute(server.superuser("postgres"), "drop role if exists " + user);
        execute(server.superuser("postgres"), "create role maker login createrole password 'm'");
        execute(server.superuser("postgres"), "create role nobody_much login password 'n'");
        execute(server.superuser("postgres"), "create database shop owner maker");
    }

    private static Login as(String user, String password) {
        return new Login(server.superuser("shop").url(), user, password);
    }

    @Test
    void fourRolesAreMadeAndNoneOfThemIsAboveRowLevelSecurity() throws SQLException {
        Database database = Database.prepare(server.superuser("shop"), TestDatabase.SECRET);
        for (Role role : Role.values()) {
            assertThat(ask(database.login(role), "select current_user")).isEqualTo(role.user());
            assertThat(ask(database.login(role), "show search_path")).isEqualTo("reload");
            assertThat(ask(
                            database.login(role),
                            "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                                    + " where rolname = current_user"))
                    .isEqualTo("f");
        }
        execute(database.login(Role.OWNER), "create table made (a int)");
        assertRefused(database.login(Role.WORKER), "create table reload.other (a int)");
    }

    @Test
    void aUserWhoMayCreateRolesAndOwnsTheDatabaseIsEnough() throws SQLException {
        Database database = Database.prepare(as("maker", "m"), TestDatabase.SECRET);
        execute(database.login(Role.OWNER), "create table made (a int)");
    }

    @Test
    void aUserWhoMayNotCreateRolesIsToldSo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Database.prepare(as("nobody_much", "n"), TestDatabase.SECRET))
                .withMessageContaining("nobody_much may not create roles");
    }

    @Test
    void oncePreparedTheGivenUserIsNotAsked() {
        Database.prepare(server.superuser("shop"), TestDatabase.SECRET);
        Database.prepare(as("nobody_much", "wrong"), TestDatabase.SECRET);
    }

    @Test
    void rolesMadeWithAnotherKeyAreNotTakenAway() {
        Database first = Database.prepare(server.superuser("shop"), TestDatabase.SECRET);
        assertThatIllegalStateException()
                .isThrownBy(() -> Database.prepare(server.superuser("shop"), OTHER))
                .withMessageContaining("another secret key");
        assertThat(first.login(Role.OWNER)).isNotNull();
    }

    @Test
    void aPasswordDependsOnTheKeyAndOnTheName() {
        assertThat(Database.password(TestDatabase.SECRET, "a"))
                .hasSize(43)
                .isEqualTo(Database.password(TestDatabase.SECRET, "a"))
                .isNotEqualTo(Database.password(TestDatabase.SECRET, "b"))
                .isNotEqualTo(Database.password(OTHER, "a"));
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Database.prepare(server.superuser("shop"), new byte[15]));
    }

    @Test
    void aServerThatIsNotThereIsNamedAsTheReason() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Database.prepare(
                        new Login("jdbc:postgresql://127.0.0.1:1/none", "a", "b"), TestDatabase.SECRET))
                .withMessageContaining("the database cannot be used");
    }

    @Test
    void aDatabaseUrlIsReadInEitherForm() {
        Login login = new Login("jdbc:postgresql://db.example:5433/shop", "a@b", "p:w+1");
        assertThat(Database.parse("postgresql://a%40b:p%3Aw+1@db.example:5433/shop"))
                .isEqualTo(login);
        assertThat(Database.parse("jdbc:postgresql://db.example:5433/shop?user=a%40b&password=p%3Aw%2B1"))
                .isEqualTo(login);
        assertThat(Database.parse("postgres://u@db.example/shop?sslmode=require"))
                .isEqualTo(new Login("jdbc:postgresql://db.example:5432/shop?sslmode=require", "u", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Database.parse("mysql://db.example/shop"));
    }

    @Test
    void aLoginDoesNotShowItsPassword() {
        assertThat(as("maker", "secret").toString()).doesNotContain("secret");
    }

    private static void assertRefused(Login login, String sql) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(login, sql))
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    private static void execute(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
