package reload.session.adapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reload.event.Key;
import reload.event.MallId;
import reload.session.OrderState;
import reload.session.VisitorState;

/// The states a batch works on: loaded together, kept for the next batch once this one has committed. Only one
/// fold runs at a time (its position is fenced), so what is kept cannot be stale.
final class States {
    record Id(MallId mall, Key key) {}

    private record Held(Object state, @Nullable Long wakeAt) {}

    private static final String LOAD = """
            select s.mall, s.kind, s.key, s.wake_at, s.state
            from unnest(?::integer[], ?::smallint[], ?::text[]) as wanted (mall, kind, key)
            join fold_state s on s.mall = wanted.mall and s.kind = wanted.kind and s.key = wanted.key
            """;
    private static final String SAVE = """
            insert into fold_state (mall, kind, key, wake_at, state) values (?, ?, ?, ?, ?)
            on conflict (mall, kind, key) do update set wake_at = excluded.wake_at, state = excluded.state
            """;

    private final Cache<Id, Held> committed;
    private final Map<Id, Held> loaded = new HashMap<>();
    private final Map<Id, Held> changed = new HashMap<>();

    /// @param kept how many states to keep between batches
    States(int kept) {
        committed = Caffeine.newBuilder().maximumSize(kept).build();
    }

    /// Makes the states of these keys known to [#visitor] and [#order].
    void load(Connection connection, Collection<Id> ids) throws SQLException {
        List<Id> missing = new ArrayList<>();
        for (Id id : ids) {
            if (loaded.containsKey(id) || changed.containsKey(id)) continue;
            Held held = committed.getIfPresent(id);
            if (held == null) missing.add(id);
            else loaded.put(id, held);
        }
        if (missing.isEmpty()) return;
        try (PreparedStatement select = connection.prepareStatement(LOAD)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "integer",
                            missing.stream().map(i -> i.mall().value()).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "smallint",
                            missing.stream().map(i -> i.key().kind().code()).toArray()));
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "text", missing.stream().map(i -> i.key().value()).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Key.Kind kind = Key.Kind.of(row.getInt(2));
                    Object state = switch (kind) {
                        case VISITOR -> StateCodec.visitor(row.getBytes(5));
                        case ORDER -> StateCodec.order(row.getBytes(5));
                        default -> throw new IllegalStateException("no state is kept for " + kind);
                    };
                    long wakeAt = row.getLong(4);
                    Id id = new Id(new MallId(row.getInt(1)), new Key(kind, row.getString(3)));
                    loaded.put(id, new Held(state, row.wasNull() ? null : wakeAt));
                }
            }
        }
    }

    VisitorState visitor(Id id) {
        return find(id) instanceof VisitorState state ? state : VisitorState.NEW;
    }

    OrderState order(Id id) {
        return find(id) instanceof OrderState state ? state : OrderState.NEW;
    }

    private @Nullable Object find(Id id) {
        Held held = changed.get(id);
        if (held == null) held = loaded.get(id);
        return held == null ? null : held.state();
    }

    /// @param wakeAt milliseconds since 1970, `Long.MAX_VALUE` for never
    void put(Id id, Object state, long wakeAt) {
        changed.put(id, new Held(state, wakeAt == Long.MAX_VALUE ? null : wakeAt));
    }

    void save(Connection connection) throws SQLException {
        if (changed.isEmpty()) return;
        try (PreparedStatement upsert = connection.prepareStatement(SAVE)) {
            for (Map.Entry<Id, Held> entry : changed.entrySet()) {
                Held before = loaded.get(entry.getKey());
                if (before != null && before.equals(entry.getValue())) continue;
                upsert.setInt(1, entry.getKey().mall().value());
                upsert.setInt(2, entry.getKey().key().kind().code());
                upsert.setString(3, entry.getKey().key().value());
                upsert.setObject(4, entry.getValue().wakeAt(), Types.BIGINT);
                upsert.setBytes(5, StateCodec.write(entry.getValue().state()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    void committed() {
        committed.putAll(loaded);
        committed.putAll(changed);
        loaded.clear();
        changed.clear();
    }

    /// After a failure nothing of the batch, and nothing it built on, is trusted.
    void rolledBack() {
        committed.invalidateAll();
        loaded.clear();
        changed.clear();
    }
}
