package reload.session.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.event.Beacon;
import reload.event.Key;
import reload.event.MallId;
import reload.event.OrderEvent;
import reload.event.PageEvent;
import reload.event.PageEvent.OrderPlaced;
import reload.event.adapter.BeaconReader;
import reload.event.adapter.OrdersReader;
import reload.event.adapter.UnreadableException;
import reload.log.Entry;
import reload.log.Logged;
import reload.log.Position;
import reload.log.adapter.Follower;
import reload.log.adapter.Transaction;
import reload.mall.Mall;
import reload.mall.MallSettings.Triggers;
import reload.mall.Malls;
import reload.mall.Referral;
import reload.mall.SearchEngines;
import reload.session.Landing;
import reload.session.MallFrame;
import reload.session.OrderFold;
import reload.session.Step;
import reload.session.VisitorFact;
import reload.session.VisitorFold;

/// Folds the log into `session`, `exposure` and `not_shown` on PostgreSQL, batch by batch. What an order is told
/// is relayed to its visitor within the batch. State, rows and position commit in one transaction, so a batch
/// counts once or not at all; the position is moved only from where this fold left it, so a second fold that runs
/// by mistake writes nothing.
public final class SessionFold implements Follower.Fold {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFold.class);
    private static final String CONSUMER = "session";
    private static final int KEPT_STATES = 50_000;
    private static final int MOST_WAKES = 500;

    private final DataSource worker;
    private final Malls malls;
    private final Clock clock;
    private final BiConsumer<Step.Refusal, Integer> refusals;
    private final States states = new States(KEPT_STATES);
    private volatile Position position = Position.START;

    /// @param worker connections as the role worker
    /// @param refusals told how many facts were not counted, by reason
    public SessionFold(DataSource worker, Malls malls, Clock clock, BiConsumer<Step.Refusal, Integer> refusals) {
        this.worker = worker;
        this.malls = malls;
        this.clock = clock;
        this.refusals = refusals;
    }

    /// How far the log is folded, as last committed here.
    public Position foldedTo() {
        return position;
    }

    @Override
    public Position position() throws SQLException {
        states.rolledBack();
        try (Connection connection = worker.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select position from fold_position where consumer = ?")) {
            select.setString(1, CONSUMER);
            try (ResultSet row = select.executeQuery()) {
                position = row.next() ? Position.parse(row.getString(1)) : Position.START;
            }
            return position;
        }
    }

    @Override
    public Position take(List<Logged> entries) throws SQLException {
        if (entries.isEmpty()) {
            wake();
            return position;
        }
        Position to = entries.getLast().position();
        transaction(mallsOf(entries), connection -> {
            Batch batch = new Batch(connection);
            batch.fold(entries);
            move(connection, position, to);
        });
        position = to;
        return to;
    }

    /// Announces sessions that time alone has ended, a few at a time.
    private void wake() throws SQLException {
        List<Integer> awake = malls.all().stream()
                .filter(m -> !m.simulated())
                .map(m -> m.id().value())
                .toList();
        if (awake.isEmpty()) return;
        transaction(awake, connection -> {
            long now = clock.millis();
            List<States.Id> due = due(connection, now);
            if (due.isEmpty()) return;
            Batch batch = new Batch(connection);
            batch.wake(due, now);
        });
    }

    private static List<States.Id> due(Connection connection, long now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select mall, key from fold_state where wake_at <= ? and kind = ? order by wake_at limit ?
                """)) {
            select.setLong(1, now);
            select.setInt(2, Key.Kind.VISITOR.code());
            select.setInt(3, MOST_WAKES);
            List<States.Id> due = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next())
                    due.add(new States.Id(new MallId(row.getInt(1)), new Key(Key.Kind.VISITOR, row.getString(2))));
            }
            return due;
        }
    }

    private void transaction(List<Integer> ofMalls, Transaction.Step step) throws SQLException {
        try {
            Transaction.run(worker, connection -> {
                see(connection, ofMalls);
                step.in(connection);
            });
            states.committed();
        } catch (SQLException | RuntimeException e) {
            states.rolledBack();
            throw e;
        }
    }

    private static void see(Connection connection, List<Integer> ofMalls) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('app.malls', ?, true)")) {
            set.setString(1, ofMalls.stream().map(String::valueOf).collect(Collectors.joining(",")));
            set.execute();
        }
    }

    private static List<Integer> mallsOf(List<Logged> entries) {
        return entries.stream().map(e -> e.entry().mall().value()).distinct().toList();
    }

    private static void move(Connection connection, Position from, Position to) throws SQLException {
        String sql = from.equals(Position.START)
                ? "insert into fold_position (position, consumer) values (?, ?) on conflict do nothing"
                : "update fold_position set position = ? where consumer = ? and position = ?";
        try (PreparedStatement move = connection.prepareStatement(sql)) {
            move.setString(1, to.text());
            move.setString(2, CONSUMER);
            if (!from.equals(Position.START)) move.setString(3, from.text());
            if (move.executeUpdate() != 1)
                throw new IllegalStateException("another fold has moved on from position " + from.text());
        }
    }

    /// What one transaction folds.
    private final class Batch {
        private final Connection connection;
        private final Rows rows = new Rows();
        private final Map<MallId, MallFrame> frames = new HashMap<>();
        private final Map<MallId, Long> latest = new HashMap<>();
        private final Map<Step.Refusal, Integer> refused = new HashMap<>();

        Batch(Connection connection) {
            this.connection = connection;
        }

        void fold(List<Logged> entries) throws SQLException {
            List<Read> read = new ArrayList<>(entries.size());
            for (Logged logged : entries) read(logged).ifKnown(read);
            load(read);
            for (Read one : read) fold(one);
            finish();
        }

        void wake(List<States.Id> due, long now) throws SQLException {
            states.load(connection, due);
            for (States.Id id : due) took(id, VisitorFold.wake(states.visitor(id), now, frame(id.mall())));
            finish();
        }

        /// Orders first: whose they are decides which visitors are needed.
        private void load(List<Read> read) throws SQLException {
            Set<States.Id> orders = new LinkedHashSet<>();
            Set<States.Id> visitors = new LinkedHashSet<>();
            for (Read one : read) {
                if (one.beacon() == null) {
                    orders.add(new States.Id(one.entry().mall(), one.entry().key()));
                    continue;
                }
                visitors.add(new States.Id(one.entry().mall(), one.entry().key()));
                for (PageEvent event : one.beacon().events())
                    if (event instanceof OrderPlaced placed)
                        orders.add(orderId(one.entry().mall(), placed.order()));
            }
            states.load(connection, orders);
            for (States.Id id : orders) {
                var visitor = states.order(id).visitor();
                if (visitor != null) visitors.add(new States.Id(id.mall(), new Key(Key.Kind.VISITOR, visitor.value())));
            }
            states.load(connection, visitors);
        }

        private void fold(Read one) {
            Entry entry = one.entry();
            latest.merge(entry.mall(), entry.receivedAt(), Math::max);
            if (one.order() != null) {
                States.Id id = new States.Id(entry.mall(), entry.key());
                relay(id, OrderFold.told(states.order(id), one.order(), entry.receivedAt()));
                return;
            }
            Beacon beacon = one.beacon();
            if (beacon == null) return;
            States.Id visitor = new States.Id(entry.mall(), entry.key());
            for (int i = 0; i < beacon.events().size(); i++) {
                PageEvent event = beacon.events().get(i);
                if (event == null || (entry.skipped() >>> i & 1) == 1) continue;
                long at = event.at() + entry.skewMs();
                var paged = new VisitorFact.Paged(event, at, entry.receivedAt(), beacon.device(), beacon.storage());
                took(visitor, VisitorFold.step(states.visitor(visitor), paged, frame(entry.mall())));
                if (event instanceof OrderPlaced placed) {
                    States.Id id = orderId(entry.mall(), placed.order());
                    relay(id, OrderFold.placed(states.order(id), placed.order(), beacon.visitor(), entry.receivedAt()));
                }
            }
        }

        private void relay(States.Id order, OrderFold.Relay relay) {
            if (!relay.state().equals(states.order(order))) states.put(order, relay.state(), Long.MAX_VALUE);
            var visitor = relay.state().visitor();
            if (relay.relayed() == null || visitor == null) return;
            States.Id id = new States.Id(order.mall(), new Key(Key.Kind.VISITOR, visitor.value()));
            took(id, VisitorFold.step(states.visitor(id), relay.relayed(), frame(order.mall())));
        }

        private void took(States.Id id, Step step) {
            if (step.refused() != null) refused.merge(step.refused(), 1, Integer::sum);
            states.put(id, step.state(), step.wakeAt());
            for (var row : step.rows()) rows.put(id.mall(), id.key().value(), row);
        }

        private void finish() throws SQLException {
            states.save(connection);
            rows.write(connection);
            tell();
            refused.forEach(refusals);
        }

        private void tell() throws SQLException {
            if (latest.isEmpty()) return;
            try (PreparedStatement upsert = connection.prepareStatement("""
                    insert into mall_clock (mall, received_at) values (?, ?)
                    on conflict (mall) do update set received_at = greatest(mall_clock.received_at, excluded.received_at)
                    """)) {
                for (var mall : latest.entrySet()) {
                    upsert.setInt(1, mall.getKey().value());
                    upsert.setTimestamp(2, new Timestamp(mall.getValue()));
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
        }

        private MallFrame frame(MallId id) {
            return frames.computeIfAbsent(id, SessionFold.this::frameOf);
        }
    }

    private MallFrame frameOf(MallId id) {
        Mall mall = malls.find(id);
        // A mall made a moment ago may not have reached this snapshot; its events must wait for it, not be guessed at.
        if (mall == null) throw new IllegalStateException("mall " + id.value() + " is not known yet");
        SearchEngines engines = SearchEngines.of(mall.settings().searchEngines());
        Triggers triggers = mall.settings().triggers();
        return new MallFrame(
                mall.zone(),
                trigger -> triggers.of(trigger).frequency(),
                viewed -> Landing.of(Referral.of(viewed.utm(), viewed.referrer(), viewed.url(), engines)));
    }

    private static States.Id orderId(MallId mall, String order) {
        return new States.Id(mall, new Key(Key.Kind.ORDER, order));
    }

    /// One entry of the log, read: a beacon or an order event.
    private record Read(
            Entry entry, @Nullable Beacon beacon, @Nullable OrderEvent order) {
        void ifKnown(List<Read> all) {
            if (beacon != null || order != null) all.add(this);
        }
    }

    private static Read read(Logged logged) {
        Entry entry = logged.entry();
        try {
            return switch (entry.source()) {
                case PAGE -> new Read(entry, BeaconReader.read(entry.payload()), null);
                case ORDER -> new Read(entry, null, OrdersReader.readEvent(entry.payload()));
                case CATALOG, PLAN, SETTINGS -> new Read(entry, null, null);
            };
        } catch (UnreadableException e) {
            // The edge read it before; what a newer edge has written must not stop an older fold.
            LOG.warn(
                    "entry passed over position={} reason={}", logged.position().text(), e.what());
            return new Read(entry, null, null);
        }
    }
}
