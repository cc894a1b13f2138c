package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reload.log.adapter.Database.Role;
import reload.log.adapter.TestDatabase;
import reload.mall.Mall;
import reload.mall.MallSettings;

class RowLevelSecurityTest {
    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void oneReusedConnectionSeesTheMallsOfItsTransactionOnly() throws SQLException {
        Mall first = house.mall();
        Mall second = house.mall();
        try (Connection connection = house.console.getConnection()) {
            connection.setAutoCommit(false);
            enter(connection, first);
            assertThat(malls(connection)).containsExactly(first.id().value());
            connection.commit();
            assertThat(malls(connection)).isEmpty();
            connection.commit();
            enter(connection, second);
            assertThat(malls(connection)).containsExactly(second.id().value());
            connection.rollback();
            assertThat(malls(connection)).isEmpty();
            MallScope.enter(connection, first.id().value() + "," + second.id().value(), "");
            assertThat(malls(connection))
                    .containsExactly(first.id().value(), second.id().value());
            connection.commit();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mall", "mall_settings", "mall_settings_draft", "membership", "audit_log"})
    void whoNamesNoMallSeesNothing(String table) throws SQLException {
        Mall mall = house.mall();
        house.member(mall, reload.mall.Role.OWNER);
        house.tenancy.settings().saveDraft(mall.id(), MallSettings.initial(), house.person());
        try (Connection connection = house.console.getConnection()) {
            assertThat(count(connection, table)).isZero();
            connection.setAutoCommit(false);
            enter(connection, mall);
            assertThat(count(connection, table)).isPositive();
            connection.commit();
            assertThat(count(connection, table)).isZero();
        }
    }

    @Test
    void aQueryWrittenByHandDoesNotReachAnotherMall() throws SQLException {
        Mall mine = house.mall();
        Mall theirs = house.mall();
        try (Connection connection = house.console.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            enter(connection, mine);
            assertThat(numbers(
                            connection,
                            "select version from mall_settings where mall = "
                                    + theirs.id().value()))
                    .isEmpty();
            assertThat(numbers(
                            connection,
                            "select version from mall_settings where mall = "
                                    + mine.id().value() + " or true"))
                    .hasSize(1);
            assertThat(statement.executeUpdate("update mall set name = 'x' where id = "
                            + theirs.id().value()))
                    .isZero();
            assertThat(statement.executeUpdate(
                            "delete from membership where mall = " + theirs.id().value()))
                    .isZero();
            connection.rollback();
        }
        assertThat(house.again(theirs).name()).isEqualTo(theirs.name());
    }

    @Test
    void nobodyWritesRowsOfAMallTheyDoNotName() throws SQLException {
        Mall mine = house.mall();
        Mall theirs = house.mall();
        Account person = house.person();
        for (String forbidden : List.of(
                "insert into membership values (" + person.id() + ", "
                        + theirs.id().value() + ", 'owner')",
                "insert into mall_settings values (" + theirs.id().value() + ", 99, '{}', now(), 'x')",
                "insert into mall_settings_draft values (" + theirs.id().value() + ", '{}', now(), 'x')",
                "insert into audit_log (at, mall, action) values (now(), "
                        + theirs.id().value() + ", 'x')")) {
            try (Connection connection = house.console.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                enter(connection, mine);
                assertThatThrownBy(() -> statement.execute(forbidden)).hasMessageContaining("row-level security");
            }
        }
    }

    @Test
    void oneSeesOnesOwnMembershipsBeforeNamingAMall() throws SQLException {
        Mall mall = house.mall();
        Account member = house.member(mall, reload.mall.Role.VIEWER);
        Account other = house.member(mall, reload.mall.Role.VIEWER);
        try (Connection connection = house.console.getConnection()) {
            connection.setAutoCommit(false);
            MallScope.enter(connection, "", Integer.toString(member.id()));
            assertThat(numbers(connection, "select account from membership")).containsExactly(member.id());
            assertThat(numbers(connection, "select account from membership where account = " + other.id()))
                    .isEmpty();
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select token_key from mall",
                "select arm_key from mall",
                "select server_key_hash from mall",
                "select * from mall",
                "update mall set token_key = ''",
                "update mall_settings set settings = '{}'",
                "delete from mall_settings",
                "delete from mall",
                "update audit_log set action = 'x'",
                "delete from audit_log",
                "select * from log",
                "select version from mall_change",
                "update mall set changed = 1",
                "alter table mall disable row level security"
            })
    void theConsoleMayNot(String forbidden) {
        refused(Role.CONSOLE, forbidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from mall",
                "select * from mall_settings",
                "select * from account",
                "select * from console_session",
                "select * from membership"
            })
    void ingestMayNot(String forbidden) {
        refused(Role.INGEST, forbidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from account",
                "select * from console_session",
                "update mall set name = 'x'",
                "update mall_settings set settings = '{}'",
                "insert into mall_settings values (1, 99, '{}', now(), 'x')"
            })
    void theWorkerMayNot(String forbidden) {
        refused(Role.WORKER, forbidden);
    }

    @Test
    void everyTableWithAMallsRowsIsForced() throws SQLException {
        try (Connection connection = house.database.login(Role.OWNER).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'mall'
                        where c.relnamespace = 'reload'::regnamespace and c.relkind in ('r', 'p')
                          and c.relname !~ '^log(_\\d+)?$' and not (c.relrowsecurity and c.relforcerowsecurity)
                        """)) {
            List<String> open = new ArrayList<>();
            while (row.next()) open.add(row.getString(1));
            assertThat(open).isEmpty();
        }
    }

    private void refused(Role role, String forbidden) {
        assertThatThrownBy(() -> {
                    try (Connection connection = TestDatabase.connections(house.database, role)
                                    .getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute(forbidden);
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    private static void enter(Connection connection, Mall mall) throws SQLException {
        MallScope.enter(connection, Integer.toString(mall.id().value()), "");
    }

    private static List<Integer> malls(Connection connection) throws SQLException {
        return numbers(connection, "select id from mall order by id");
    }

    private static int count(Connection connection, String table) throws SQLException {
        return numbers(connection, "select count(*)::integer from " + table).getFirst();
    }

    private static List<Integer> numbers(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<Integer> numbers = new ArrayList<>();
            while (row.next()) numbers.add(row.getInt(1));
            return numbers;
        }
    }
}
