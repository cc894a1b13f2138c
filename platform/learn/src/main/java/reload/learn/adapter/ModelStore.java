package reload.learn.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.event.MallId;
import reload.learn.adapter.Tried.Outcome;
import reload.log.adapter.Refresher;
import reload.log.adapter.Transaction;

/// Every mall's models of one kind: which were tried, what they were worth, and which is at work. Those at work are
/// kept in memory and looked for anew every ten seconds; while the database is away the last ones stand. Where a
/// mall is asked for, null stands for all malls together.
public final class ModelStore<M> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelStore.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final int MOST = 100;
    private static final int TOGETHER = 0;

    private final DataSource worker;
    private final String kind;
    private final M first;
    private final Reading<M> reading;
    private @Nullable Refresher refresher;
    private volatile Map<Integer, AtWork<M>> atWork = Map.of();

    private record AtWork<M>(int version, M model) {}

    /// Reads what was learnt.
    public interface Reading<M> {
        /// @param pooled as [Tried#pooled]
        /// @throws IllegalArgumentException if the bytes are no model of today
        M read(int version, byte[] learnt, @Nullable Integer pooled) throws SQLException;
    }

    private ModelStore(DataSource worker, String kind, M first, Reading<M> reading) {
        this.worker = worker;
        this.kind = kind;
        this.first = first;
        this.reading = reading;
    }

    /// Reads which are at work, then keeps looking. Blocks.
    ///
    /// @param worker connections as the role worker
    /// @param kind as the table `model` names it
    /// @param first what every mall begins with
    /// @throws SQLException if the database does not answer
    public static <M> ModelStore<M> open(DataSource worker, String kind, M first, Reading<M> reading)
            throws SQLException {
        ModelStore<M> store = new ModelStore<>(worker, kind, first, reading);
        store.refresh();
        store.refresher = Refresher.start(kind + "-models", LOOK_EVERY, store::refresh);
        return store;
    }

    /// The model at work; the same object until another is. Never waits.
    public M of(@Nullable MallId mall) {
        AtWork<M> found = atWork.get(number(mall));
        return found == null ? first : found.model;
    }

    /// The version at work; 0 is what every mall begins with. Never waits.
    public int version(@Nullable MallId mall) {
        AtWork<M> found = atWork.get(number(mall));
        return found == null ? 0 : found.version;
    }

    private static int number(@Nullable MallId mall) {
        return mall == null ? TOGETHER : mall.value();
    }

    /// Keeps what was tried as the mall's next version; with something learnt it is at work from now on.
    ///
    /// @param tried its version and whether it is at work are not looked at
    /// @param learnt null where nothing better was learnt
    /// @return the version it got
    public int keep(@Nullable MallId mall, Tried tried, byte @Nullable [] learnt) throws SQLException {
        int version = Transaction.in(worker, connection -> {
            if (learnt != null) rest(connection, mall);
            return insert(connection, mall, tried, learnt);
        });
        if (learnt != null) refresh();
        return version;
    }

    private int insert(Connection connection, @Nullable MallId mall, Tried tried, byte @Nullable [] learnt)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into model (mall, kind, version, trained_at, window_from, window_to, position, rows, parent, pooled,
                    outcome, metrics, drifted, learnt, at_work)
                select ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?
                from model where mall = ? and kind = ?
                returning version
                """)) {
            insert.setInt(1, number(mall));
            insert.setString(2, kind);
            insert.setTimestamp(3, new Timestamp(tried.trainedAt()));
            insert.setTimestamp(4, time(tried.windowFrom()));
            insert.setTimestamp(5, time(tried.windowTo()));
            insert.setString(6, tried.position());
            insert.setInt(7, tried.rows());
            insert.setInt(8, tried.parent());
            insert.setObject(9, tried.pooled(), Types.INTEGER);
            insert.setString(10, tried.outcome().name());
            insert.setString(11, JSON.writeValueAsString(tried.metrics()));
            insert.setBoolean(12, tried.drifted());
            insert.setBytes(13, learnt);
            insert.setBoolean(14, learnt != null);
            insert.setInt(15, number(mall));
            insert.setString(16, kind);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers by name are always JSON", e);
        }
    }

    /// Puts an earlier version back to work; 0 is what every mall begins with.
    ///
    /// @return false if the mall has no such version, or nothing was learnt in it
    public boolean restore(MallId mall, int version) throws SQLException {
        boolean found = Transaction.in(worker, connection -> {
            if (version != 0 && !isLearnt(connection, mall, version)) return false;
            rest(connection, mall);
            try (PreparedStatement update = connection.prepareStatement(
                    "update model set at_work = true where mall = ? and kind = ? and version = ?")) {
                update.setInt(1, mall.value());
                update.setString(2, kind);
                update.setInt(3, version);
                update.executeUpdate();
            }
            return true;
        });
        if (found) refresh();
        return found;
    }

    private boolean isLearnt(Connection connection, MallId mall, int version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select 1 from model where mall = ? and kind = ? and version = ? and learnt is not null")) {
            select.setInt(1, mall.value());
            select.setString(2, kind);
            select.setInt(3, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private void rest(Connection connection, @Nullable MallId mall) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update model set at_work = false where mall = ? and kind = ? and at_work")) {
            update.setInt(1, number(mall));
            update.setString(2, kind);
            update.executeUpdate();
        }
    }

    /// The latest versions, newest first; at most 100.
    public List<Tried> history(@Nullable MallId mall) throws SQLException {
        List<Tried> history = new ArrayList<>();
        try (Connection connection = worker.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select version, trained_at, window_from, window_to, position, rows, parent, pooled, outcome, metrics,
                            drifted, at_work
                        from model where mall = ? and kind = ? order by version desc limit ?
                        """)) {
            select.setInt(1, number(mall));
            select.setString(2, kind);
            select.setInt(3, MOST);
            try (ResultSet row = select.executeQuery()) {
                while (row.next())
                    history.add(new Tried(
                            row.getInt(1),
                            row.getTimestamp(2).getTime(),
                            millis(row.getTimestamp(3)),
                            millis(row.getTimestamp(4)),
                            row.getString(5),
                            row.getInt(6),
                            row.getInt(7),
                            row.getObject(8, Integer.class),
                            Outcome.valueOf(row.getString(9)),
                            JSON.readValue(row.getString(10), new TypeReference<Map<String, Double>>() {}),
                            row.getBoolean(11),
                            row.getBoolean(12)));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("metrics are numbers by name", e);
        }
        return history;
    }

    /// Reads what has come to work since it last did.
    public synchronized void refresh() throws SQLException {
        Map<Integer, AtWork<M>> found = new HashMap<>();
        try (Connection connection = worker.getConnection();
                PreparedStatement list =
                        connection.prepareStatement("select mall, version from model where at_work and kind = ?");
                PreparedStatement one = connection.prepareStatement(
                        "select learnt, pooled from model where mall = ? and kind = ? and version = ?")) {
            list.setString(1, kind);
            try (ResultSet row = list.executeQuery()) {
                while (row.next()) {
                    int mall = row.getInt(1);
                    int version = row.getInt(2);
                    AtWork<M> before = atWork.get(mall);
                    found.put(mall, before != null && before.version == version ? before : read(one, mall, version));
                }
            }
        }
        atWork = Map.copyOf(found);
    }

    private AtWork<M> read(PreparedStatement one, int mall, int version) throws SQLException {
        one.setInt(1, mall);
        one.setString(2, kind);
        one.setInt(3, version);
        try (ResultSet row = one.executeQuery()) {
            row.next();
            return new AtWork<>(version, reading.read(version, row.getBytes(1), row.getObject(2, Integer.class)));
        } catch (IllegalArgumentException e) {
            LOG.warn("model not read mall={} kind={} version={} reason={}", mall, kind, version, e.getMessage());
            return new AtWork<>(version, first);
        }
    }

    private static @Nullable Timestamp time(@Nullable Long millis) {
        return millis == null ? null : new Timestamp(millis);
    }

    private static @Nullable Long millis(@Nullable Timestamp time) {
        return time == null ? null : time.getTime();
    }

    @Override
    public void close() {
        if (refresher != null) refresher.close();
    }
}
