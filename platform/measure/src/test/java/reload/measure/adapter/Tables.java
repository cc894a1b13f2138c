package reload.measure.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import reload.event.MallId;
import reload.log.adapter.Database;
import reload.log.adapter.TestDatabase;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.TestMalls;
import reload.mall.adapter.MallScope;

/// The tables as the session fold fills them. A row is given by what matters of it; the rest is ordinary.
final class Tables {
    static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final List<MallId> MALLS =
            IntStream.rangeClosed(1, 4).mapToObj(MallId::new).toList();

    private final Database database;
    private final MallScope worker;
    final DataSource console;

    Tables() {
        database = TestDatabase.named("measure");
        worker = new MallScope(TestDatabase.connections(database, Database.Role.WORKER));
        console = TestDatabase.connections(database, Database.Role.CONSOLE);
    }

    /// The mall whose rows these are unless they say otherwise.
    static Mall mall(double holdOutShare) {
        return TestMalls.mall(1, "demo", MallSettings.initial().withHoldOutShare(holdOutShare));
    }

    void clear() {
        run("delete from session; delete from exposure; delete from not_shown");
    }

    void run(String sql) {
        worker.of(MALLS, connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    /// Lets the planner know how many rows there are, as autovacuum does sooner or later.
    void analyze() throws SQLException {
        try (var connection = database.login(Database.Role.OWNER).connect();
                var statement = connection.createStatement()) {
            statement.execute("analyze session, exposure, not_shown");
        }
    }

    /// @param columns name, value, name, value, ...
    void session(Object... columns) {
        insert("session", """
                {"mall": 1, "visitor": "AAAAAAAAAAAAAAAAAAAAAA", "day": "2026-11-10", "page_views": 1, "visible_ms": 1000,
                 "active_ms": 500, "wall_ms": 2000, "started_at": "2026-11-10T03:00:00Z", "ended_at": "2026-11-10T03:01:00Z",
                 "referral": "direct", "source": "direct", "medium": "none", "device": "phone", "template": "product",
                 "storage": "persistent", "orders": 0, "closed": true}""", "session", columns);
    }

    void exposure(Object... columns) {
        insert("exposure", """
                {"mall": 1, "visitor": "AAAAAAAAAAAAAAAAAAAAAA", "session": "00000000-0000-7000-8000-000000000000",
                 "day": "2026-11-10", "experiment": "classic", "arm": "shown", "variant": "a", "first": true, "trigger": "back-hold",
                 "triggered_at": "2026-11-10T03:00:30Z", "stay_ms": 20000, "referral": "direct", "device": "phone",
                 "template": "product", "first_click": false, "converted": false, "conversion_amount": 0, "refunded_amount": 0,
                 "unverified_amount": 0, "outcome_amount": 0, "rewarded": false, "violation": false}""", "plan", columns);
    }

    void notShown(Object... columns) {
        insert("not_shown", """
                {"mall": 1, "day": "2026-11-10", "trigger": "back-hold", "reason": "STAYED_TOO_LONG"}""", "event", columns);
    }

    private void insert(String table, String ordinary, String id, Object... columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(id, UUID.randomUUID());
        for (int i = 0; i < columns.length; i += 2) row.put((String) columns[i], columns[i + 1]);
        worker.of(MALLS, connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into %1$s select * from jsonb_populate_record(null::%1$s, ?::jsonb || ?::jsonb)"
                            .formatted(table))) {
                insert.setString(1, ordinary);
                insert.setString(2, json(row));
                return insert.executeUpdate();
            }
        });
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
