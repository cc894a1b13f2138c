package reload.learn.adapter;

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
import reload.learn.exit.LeaveModel;
import reload.learn.exit.MallModel;
import reload.log.adapter.Refresher;

/// Every mall's models: which were tried, what they were worth, and which is at work. Those at work are kept
/// in memory and looked for anew every ten seconds; while the database is away the last ones stand.
public final class Models implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Models.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final int MOST = 100;

    private final DataSource worker;
    private @Nullable Refresher refresher;
    private volatile Map<MallId, MallModel> atWork = Map.of();

    private Models(DataSource worker) {
        this.worker = worker;
    }

    /// Reads which are at work, then keeps looking. Blocks.
    ///
    /// @param worker connections as the role worker
    /// @throws SQLException if the database does not answer
    public static Models open(DataSource worker) throws SQLException {
        Models models = new Models(worker);
        models.refresh();
        models.refresher = Refresher.start("models", LOOK_EVERY, models::refresh);
        return models;
    }

    /// The mall's model at work. Never waits.
    public MallModel of(MallId mall) {
        return atWork.getOrDefault(mall, MallModel.FIRST);
    }

    /// One time a model was tried.
    ///
    /// @param outcome `BETTER`, `NO_BETTER` or `TOO_LITTLE`
    /// @param logLoss on the signs kept aside, of the model tried; the others alike; null with too little
    /// @param drifted the chances of the model at work no longer meant what they said
    public record Tried(
            int version,
            long trainedAt,
            @Nullable Long windowFrom,
            @Nullable Long windowTo,
            String position,
            int rows,
            int parent,
            String outcome,
            @Nullable Double logLoss,
            @Nullable Double logLossAtWork,
            @Nullable Double areaUnderRoc,
            @Nullable Double calibrationError,
            @Nullable Double calibrationBand,
            boolean drifted,
            boolean atWork) {}

    /// Keeps what was tried as the mall's next version; if it was better, it is at work from now on.
    ///
    /// @param learnt null where nothing better was learnt
    void keep(MallId mall, Tried tried, @Nullable LeaveModel learnt) throws SQLException {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (learnt != null) rest(connection, mall);
                try (PreparedStatement insert = connection.prepareStatement("""
                        insert into model (mall, kind, version, trained_at, window_from, window_to, position, rows, parent,
                            outcome, log_loss, log_loss_at_work, area_under_roc, calibration_error, calibration_band,
                            drifted, learnt, at_work)
                        select ?, 'leave', coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        from model where mall = ? and kind = 'leave'
                        """)) {
                    insert.setInt(1, mall.value());
                    insert.setTimestamp(2, new Timestamp(tried.trainedAt));
                    insert.setTimestamp(3, time(tried.windowFrom));
                    insert.setTimestamp(4, time(tried.windowTo));
                    insert.setString(5, tried.position);
                    insert.setInt(6, tried.rows);
                    insert.setInt(7, tried.parent);
                    insert.setString(8, tried.outcome);
                    number(insert, 9, tried.logLoss);
                    number(insert, 10, tried.logLossAtWork);
                    number(insert, 11, tried.areaUnderRoc);
                    number(insert, 12, tried.calibrationError);
                    number(insert, 13, tried.calibrationBand);
                    insert.setBoolean(14, tried.drifted);
                    insert.setBytes(15, learnt == null ? null : learnt.write());
                    insert.setBoolean(16, learnt != null);
                    insert.setInt(17, mall.value());
                    insert.executeUpdate();
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        refresh();
    }

    /// Puts an earlier version back to work; 0 is what every mall begins with.
    ///
    /// @return false if the mall has no such version, or nothing was learnt in it
    public boolean restore(MallId mall, int version) throws SQLException {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement update = connection.prepareStatement("""
                    update model set at_work = true
                    where mall = ? and kind = 'leave' and version = ? and learnt is not null
                    """)) {
                rest(connection, mall);
                update.setInt(1, mall.value());
                update.setInt(2, version);
                boolean found = version == 0 || update.executeUpdate() == 1;
                if (found) connection.commit();
                else connection.rollback();
                if (!found) return false;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        refresh();
        return true;
    }

    private static void rest(Connection connection, MallId mall) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update model set at_work = false where mall = ? and kind = 'leave' and at_work")) {
            update.setInt(1, mall.value());
            update.executeUpdate();
        }
    }

    /// A mall's latest versions, newest first; at most 100.
    public List<Tried> history(MallId mall) throws SQLException {
        List<Tried> history = new ArrayList<>();
        try (Connection connection = worker.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select version, trained_at, window_from, window_to, position, rows, parent, outcome, log_loss,
                            log_loss_at_work, area_under_roc, calibration_error, calibration_band, drifted, at_work
                        from model where mall = ? and kind = 'leave' order by version desc limit ?
                        """)) {
            select.setInt(1, mall.value());
            select.setInt(2, MOST);
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
                            row.getString(8),
                            row.getObject(9, Double.class),
                            row.getObject(10, Double.class),
                            row.getObject(11, Double.class),
                            row.getObject(12, Double.class),
                            row.getObject(13, Double.class),
                            row.getBoolean(14),
                            row.getBoolean(15)));
            }
        }
        return history;
    }

    private void refresh() throws SQLException {
        Map<MallId, MallModel> found = new HashMap<>();
        try (Connection connection = worker.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select mall, version, learnt from model where at_work and kind = 'leave'");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                MallId mall = new MallId(row.getInt(1));
                try {
                    found.put(mall, new MallModel(row.getInt(2), LeaveModel.read(row.getBytes(3))));
                } catch (IllegalArgumentException e) {
                    LOG.warn(
                            "model not read mall={} version={} reason={}", mall.value(), row.getInt(2), e.getMessage());
                }
            }
        }
        atWork = Map.copyOf(found);
    }

    private static @Nullable Timestamp time(@Nullable Long millis) {
        return millis == null ? null : new Timestamp(millis);
    }

    private static @Nullable Long millis(@Nullable Timestamp time) {
        return time == null ? null : time.getTime();
    }

    private static void number(PreparedStatement statement, int place, @Nullable Double value) throws SQLException {
        if (value == null) statement.setNull(place, Types.DOUBLE);
        else statement.setDouble(place, value);
    }

    @Override
    public void close() {
        if (refresher != null) refresher.close();
    }
}
