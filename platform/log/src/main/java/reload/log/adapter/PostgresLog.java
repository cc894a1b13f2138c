package reload.log.adapter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.event.Key;
import reload.event.MallId;
import reload.log.Entry;
import reload.log.Log;
import reload.log.LogUnavailable;
import reload.log.LogUnavailable.Reason;
import reload.log.Logged;
import reload.log.Position;
import reload.log.Source;

/// The log as a PostgreSQL table.
///
/// One thread with a connection of its own writes. It may while its session holds an advisory lock; what it
/// takes from the queue goes out as one COPY, which is one transaction and one fsync, so that a group costs
/// about what a single row would. Offsets are given in memory under the lock and committed in their order: no
/// reader sees a later one before an earlier one. When the connection is lost the writer comes back by
/// itself, under the next epoch; until then appends fail at once.
public final class PostgresLog implements Log {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresLog.class);

    /// Names the right to write, among the advisory locks of the database.
    private static final long WRITER_LOCK = 0x72656c6f6164L;

    /// One read brings no more than about this many payload bytes, so that a fold's memory is bounded.
    private static final int READ_BYTES = 8 << 20;

    /// A group goes to the server in pieces of about this size.
    private static final int SENT_BYTES = 1 << 20;

    /// With as many waiting there is no use in lingering.
    private static final int GOOD_GROUP = 512;

    private static final String READ = """
            select "offset", mall, key_kind, key, source, received_at, skew_ms, skipped, payload
            from log where "offset" > ? order by "offset" limit ?
            """;

    /// @param maxEntries how many entries may wait, those being written included
    /// @param maxBytes how many payload bytes may wait
    /// @param linger how long a group waits for more when little is there: fewer commits, a little later
    /// @param patience how long entries nobody waits for do, while no other comes
    public record Limits(int maxEntries, long maxBytes, Duration linger, Duration patience) {
        public static final Limits DEFAULT = new Limits(20_000, 32 << 20, Duration.ofMillis(2), Duration.ofMillis(20));
    }

    private static final class Waiting extends CompletableFuture<Position> {
        final Entry entry;

        Waiting(Entry entry) {
            this.entry = entry;
        }
    }

    private final Login ingest;
    private final DataSource reader;
    private final Clock clock;
    private final Limits limits;
    private final Thread writer;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Condition changed = lock.newCondition();
    // Guarded by the lock.
    private List<Waiting> queue = new ArrayList<>();
    private boolean awaited;
    private int heldEntries;
    private long heldBytes;
    private @Nullable Reason refusing = Reason.DOWN;
    private boolean closed;

    // The writer thread's own.
    private final CopyRows rows = new CopyRows();
    private List<Waiting> spare = new ArrayList<>();
    private long next;
    private int epoch;
    private long daysReadyUntil;
    private @Nullable Connection connection;

    private PostgresLog(Login ingest, DataSource reader, Clock clock, Limits limits) {
        this.ingest = ingest;
        this.reader = reader;
        this.clock = clock;
        this.limits = limits;
        this.writer = Thread.ofPlatform().name("log-writer").daemon().unstarted(this::write);
    }

    /// Opens the log for appending and reading.
    ///
    /// @param ingest the role that may append; the log keeps one connection of its own
    /// @param reader connections of a role that may read
    /// @param clock says on which day an entry is filed
    /// @throws NotDurable if the server answers but would not keep what it acknowledges. A server that does not
    /// answer yet, or
    ///     another writer, is no error: appends fail until that has changed
    public static PostgresLog open(Login ingest, DataSource reader, Clock clock, Limits limits) {
        var log = new PostgresLog(ingest, reader, clock, limits);
        try {
            log.becomeWriter();
        } catch (SQLException e) {
            LOG.warn("log not writable yet reason={}", e.getMessage());
        }
        log.writer.start();
        return log;
    }

    @Override
    public CompletionStage<Position> append(Entry entry) {
        return append(entry, true);
    }

    @Override
    public CompletionStage<Position> appendUnawaited(Entry entry) {
        return append(entry, false);
    }

    private CompletionStage<Position> append(Entry entry, boolean isAwaited) {
        var waiting = new Waiting(entry);
        Reason no;
        lock.lock();
        try {
            no = refusing;
            if (no == null) {
                if (heldEntries >= limits.maxEntries || heldBytes + entry.payload().length > limits.maxBytes) {
                    no = Reason.FULL;
                } else {
                    queue.add(waiting);
                    heldEntries++;
                    heldBytes += entry.payload().length;
                    boolean firstAwaited = isAwaited && !awaited;
                    awaited |= isAwaited;
                    if (firstAwaited || queue.size() == 1 || queue.size() == GOOD_GROUP) something.signal();
                }
            }
        } finally {
            lock.unlock();
        }
        if (no != null) waiting.completeExceptionally(unavailable(no));
        return waiting;
    }

    @Override
    public List<Logged> read(Position from, int max) {
        if (max < 1) throw new IllegalArgumentException("read at least 1 entry, not " + max);
        try (Connection c = reader.getConnection()) {
            c.setAutoCommit(false); // Only so does the driver fetch in steps.
            try (var select = c.prepareStatement(READ)) {
                select.setFetchSize(512);
                select.setLong(1, from.number());
                select.setInt(2, max);
                var found = new ArrayList<Logged>();
                int bytes = 0;
                try (ResultSet row = select.executeQuery()) {
                    while (bytes < READ_BYTES && row.next()) {
                        Logged logged = logged(row);
                        bytes += logged.entry().payload().length;
                        found.add(logged);
                    }
                }
                return found;
            } finally {
                c.rollback();
                c.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.debug("log read failed", e);
            throw unavailable(Reason.DOWN);
        }
    }

    private static Logged logged(ResultSet row) throws SQLException {
        return new Logged(
                Position.of(row.getLong(1)),
                new Entry(
                        new MallId(row.getInt(2)),
                        new Key(Key.Kind.of(row.getShort(3)), row.getString(4)),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getBytes(9),
                        Source.of(row.getShort(5))));
    }

    @Override
    public Position end() {
        try (Connection c = reader.getConnection();
                Statement statement = c.createStatement();
                ResultSet row = statement.executeQuery(
                        "select greatest(floor, (select max(\"offset\") from log)) from log_writer")) {
            row.next();
            return Position.of(row.getLong(1));
        } catch (SQLException e) {
            LOG.debug("log end failed", e);
            throw unavailable(Reason.DOWN);
        }
    }

    /// Drops every day before the given one, at once and with all its entries. Waits at most 5 s for readers.
    ///
    /// @return how many days were dropped
    /// @throws LogUnavailable if the store does not answer, or a reader would not let go
    public int dropBefore(LocalDate day) {
        try (Connection c = reader.getConnection();
                var call = c.prepareStatement("select log_drop_before(?)")) {
            call.setObject(1, day);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            LOG.warn("log days not dropped before={} reason={}", day, e.getMessage());
            throw unavailable(Reason.DOWN);
        }
    }

    /// Why appends are refused now, or null while they are taken.
    public @Nullable Reason refusing() {
        lock.lock();
        try {
            return refusing;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until appends are taken.
    ///
    /// @return whether they are, before the time was up
    public boolean awaitWritable(Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (refusing != null && !closed && left > 0) left = changed.awaitNanos(left);
            return refusing == null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) return;
            closed = true;
            refusing = Reason.CLOSED;
            something.signalAll();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            writer.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // What follows runs on the writer thread, but for the first becomeWriter, which is over before that thread starts.

    private void write() {
        long pauseMs = 0;
        while (true) {
            if (connection == null) {
                if (!pause(pauseMs)) break;
                try {
                    becomeWriter();
                } catch (SQLException e) {
                    LOG.debug("log writer not connected", e);
                } catch (NotDurable e) {
                    LOG.error("log refuses to write: {}", e.getMessage());
                }
                pauseMs = connection == null ? Math.min(1000, Math.max(50, pauseMs * 2)) : 0;
                continue;
            }
            List<Waiting> group = takeGroup();
            if (group == null) break;
            if (group.isEmpty()) {
                keepAlive();
                continue;
            }
            commit(group);
            group.clear();
            spare = group;
        }
        handOver();
        disconnect(Reason.CLOSED);
    }

    /// Gives up the right to write before the connection goes, which the server notices a little later: whoever stands
    /// by can take over at once.
    private void handOver() {
        if (connection == null) return;
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + WRITER_LOCK + ")");
        } catch (SQLException e) {
            LOG.debug("log writer's lock goes with its connection", e);
        }
    }

    /// Waits for entries, then a little for more.
    ///
    /// @return what is to be written, empty when nothing came for a while, or null once closed and empty
    private @Nullable List<Waiting> takeGroup() {
        lock.lock();
        try {
            boolean quiet = queue.isEmpty();
            long left = TimeUnit.SECONDS.toNanos(1);
            while (queue.isEmpty() && !closed && left > 0) left = something.awaitNanos(left);
            if (queue.isEmpty()) return closed ? null : List.of();
            // What comes first after a quiet moment does not wait for company, if anybody waits for it.
            Duration wait = awaited ? quiet ? Duration.ZERO : limits.linger : limits.patience;
            boolean before = awaited;
            left = wait.toNanos();
            while (!closed && awaited == before && queue.size() < GOOD_GROUP && left > 0)
                left = something.awaitNanos(left);
            List<Waiting> group = queue;
            queue = spare;
            awaited = false;
            return group;
        } catch (InterruptedException e) {
            closed = true;
            refusing = Reason.CLOSED;
            return queue.isEmpty() ? null : swap();
        } finally {
            lock.unlock();
        }
    }

    private List<Waiting> swap() {
        List<Waiting> group = queue;
        queue = new ArrayList<>();
        awaited = false;
        return group;
    }

    private void commit(List<Waiting> group) {
        long first = next;
        Reason failed = null;
        try {
            long today = today();
            readyDays(today);
            long offset = first;
            CopyIn copy = connected().unwrap(PGConnection.class).getCopyAPI().copyIn(CopyRows.COPY);
            rows.begin();
            for (Waiting waiting : group) {
                rows.add(today, offset++, epoch, waiting.entry);
                if (rows.length() >= SENT_BYTES) rows.sendTo(copy);
            }
            rows.end();
            rows.sendTo(copy);
            copy.endCopy();
            next = offset;
        } catch (SQLException | RuntimeException e) {
            // A server that answers has rolled back; one that does not may have committed.
            failed = fromTheServer(e) ? Reason.DOWN : Reason.UNKNOWN_OUTCOME;
            LOG.warn("log group failed entries={} outcome={} reason={}", group.size(), failed, e.getMessage());
        }
        release(group);
        if (failed == null) {
            for (int i = 0; i < group.size(); i++) group.get(i).complete(Position.of(first + i));
        } else {
            LogUnavailable why = unavailable(failed);
            disconnect(Reason.DOWN);
            for (Waiting waiting : group) waiting.completeExceptionally(why);
        }
    }

    private void release(List<Waiting> group) {
        long bytes = 0;
        for (Waiting waiting : group) bytes += waiting.entry.payload().length;
        lock.lock();
        try {
            heldEntries -= group.size();
            heldBytes -= bytes;
        } finally {
            lock.unlock();
        }
    }

    private static boolean fromTheServer(Exception e) {
        String state = e instanceof SQLException sql ? sql.getSQLState() : null;
        // Class 08 is the connection, 57P the server being shut down under us; both leave the commit unknown.
        return state != null && !state.startsWith("08") && !state.startsWith("57P");
    }

    /// Finds out in a quiet moment that the server has gone, and gets tomorrow's partition ready.
    private void keepAlive() {
        try {
            readyDays(today());
            try (Statement statement = connected().createStatement()) {
                statement.execute("");
            }
        } catch (SQLException e) {
            LOG.warn("log writer lost its connection reason={}", e.getMessage());
            disconnect(Reason.DOWN);
        }
    }

    private void becomeWriter() throws SQLException {
        Connection fresh = ingest.connect(Map.of(
                "socketTimeout", "20",
                "connectTimeout", "5",
                "ApplicationName", "reload log writer",
                // The server notices a vanished writer's machine, or the lock would stay taken.
                "options", "-c synchronous_commit=on -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5"));
        boolean mine = false;
        try (Statement statement = fresh.createStatement()) {
            try {
                assertDurable(statement);
            } catch (NotDurable e) {
                refuse(Reason.NOT_DURABLE);
                throw e;
            }
            try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + WRITER_LOCK + ")")) {
                row.next();
                mine = row.getBoolean(1);
            }
            if (!mine) {
                refuse(Reason.STANDBY);
                return;
            }
            try (ResultSet row = statement.executeQuery("select epoch, next from log_take_over()")) {
                row.next();
                epoch = row.getInt(1);
                next = row.getLong(2);
            }
            connection = fresh;
            daysReadyUntil = Long.MIN_VALUE;
            readyDays(today());
            refuse(null);
            LOG.info("log writer ready epoch={} next={}", epoch, next);
        } catch (SQLException e) {
            mine = false;
            connection = null;
            throw e;
        } finally {
            if (!mine) fresh.close();
        }
    }

    private static void assertDurable(Statement statement) throws SQLException {
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            try (ResultSet row = statement.executeQuery("show " + setting)) {
                row.next();
                String value = row.getString(1);
                boolean keeps = setting.equals("synchronous_commit")
                        ? !value.equals("off") && !value.equals("local")
                        : value.equals("on");
                if (!keeps) throw new NotDurable(setting, value);
            }
        }
    }

    private void readyDays(long today) throws SQLException {
        if (today + 1 <= daysReadyUntil) return;
        try (var call = connected().prepareStatement("select log_add_day(?), log_add_day(?)")) {
            call.setObject(1, LocalDate.ofEpochDay(today));
            call.setObject(2, LocalDate.ofEpochDay(today + 1));
            call.execute();
        }
        daysReadyUntil = today + 1;
    }

    private long today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    /// Lets the connection go and fails all that is waiting.
    private void disconnect(Reason reason) {
        refuse(reason);
        List<Waiting> left;
        lock.lock();
        try {
            left = swap();
        } finally {
            lock.unlock();
        }
        release(left);
        for (Waiting waiting : left) waiting.completeExceptionally(unavailable(reason));
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("log writer's connection not closed", e);
            }
            connection = null;
        }
    }

    private void refuse(@Nullable Reason reason) {
        lock.lock();
        try {
            refusing = closed ? Reason.CLOSED : reason;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// @return whether to go on
    private boolean pause(long ms) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(ms);
            while (!closed && left > 0) left = something.awaitNanos(left);
            return !closed;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private Connection connected() throws SQLException {
        if (connection == null) throw new SQLException("not connected", "08003");
        return connection;
    }

    private static LogUnavailable unavailable(Reason reason) {
        return new LogUnavailable(
                reason,
                switch (reason) {
                    case FULL -> 1;
                    case DOWN, UNKNOWN_OUTCOME, STANDBY, CLOSED -> 5;
                    case NOT_DURABLE -> 60;
                });
    }
}
