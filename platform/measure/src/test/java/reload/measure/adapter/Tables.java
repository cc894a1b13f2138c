package reload.measure.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import reload.log.adapter.Database;
import reload.log.adapter.TestDatabase;

/// The tables as the session fold fills them. A row is given by what matters of it; the rest is ordinary.
final class Tables {
    static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final Database database;
    private final DataSource worker;
    final DataSource console;

    Tables() throws SQLException, IOException {
        database = TestDatabase.named("measure");
        try (var connection = database.login(Database.Role.OWNER).connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('exposure') is null")) {
            row.next();
            if (row.getBoolean(1)) {
                try (var ddl = Tables.class.getResourceAsStream("/figures.sql")) {
                    connection.createStatement().execute(new String(ddl.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        worker = TestDatabase.connections(database, Database.Role.WORKER);
        console = TestDatabase.connections(database, Database.Role.CONSOLE);
    }

    void clear() throws SQLException {
        run("delete from session; delete from exposure; delete from not_shown");
    }

    void run(String sql) throws SQLException {
        try (Connection connection = worker.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Lets the planner know how many rows there are, as autovacuum does sooner or later.
    void analyze() throws SQLException {
        try (var connection = database.login(Database.Role.OWNER).connect();
                var statement = connection.createStatement()) {
            statement.execute("analyze session, exposure, not_shown");
        }
    }

    /// @param columns name, value, name, value, ...
    void session(Object... columns) throws SQLException {
        insert("session", """
                {"mall": 1, "visitor": "AAAAAAAAAAAAAAAAAAAAAA", "day": "2026-11-10", "page_views": 1, "visible_ms": 1000,
                 "active_ms": 500, "wall_ms": 2000, "started_at": "2026-11-10T03:00:00Z", "ended_at": "2026-11-10T03:01:00Z",
                 "referral": "direct", "source": "direct", "medium": "none", "device": "phone", "template": "product",
                 "storage": "persistent", "orders": 0, "closed": true}""", "session", columns);
    }

    void exposure(Object... columns) throws SQLException {
        insert("exposure", """
                {"mall": 1, "visitor": "AAAAAAAAAAAAAAAAAAAAAA", "session": "00000000-0000-7000-8000-000000000000",
                 "day": "2026-11-10", "experiment": "e1", "arm": "shown", "variant": "a", "first": true, "trigger": "back-hold",
                 "triggered_at": "2026-11-10T03:00:30Z", "stay_ms": 20000, "referral": "direct", "device": "phone",
                 "template": "product", "first_click": false, "converted": false, "conversion_amount": 0, "refunded_amount": 0,
                 "unverified_amount": 0, "outcome_amount": 0, "violation": false}""", "plan", columns);
    }

    void notShown(Object... columns) throws SQLException {
        insert("not_shown", """
                {"mall": 1, "day": "2026-11-10", "trigger": "back-hold", "reason": "STAYED_TOO_LONG"}""", "event", columns);
    }

    private void insert(String table, String ordinary, String id, Object... columns) throws SQLException {
        try (Connection connection = worker.getConnection();
                var insert = connection.prepareStatement(
                        "insert into %1$s select * from json_populate_record(null::%1$s, ?::json)".formatted(table))) {
            Map<String, Object> row = new LinkedHashMap<>(JSON.readValue(ordinary, Map.class));
            row.put(id, UUID.randomUUID());
            for (int i = 0; i < columns.length; i += 2) row.put((String) columns[i], columns[i + 1]);
            insert.setString(1, JSON.writeValueAsString(row));
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
