package reload.recommend.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.event.MallId;
import reload.log.Logged;
import reload.log.Position;
import reload.log.adapter.Follower;
import reload.log.adapter.Transaction;
import reload.mall.Mall;
import reload.mall.Malls;
import reload.recommend.Learner;
import reload.recommend.Limits;
import reload.recommend.RankingModel;
import reload.recommend.Recommender;

/// Every mall's recommender in memory, learnt from the log as it grows: what a shopper did is known to the next query a
/// moment later. Part of the worker; what was learnt is written every few minutes and at the end, all malls at one
/// position in one transaction, for the next start and for processes without a worker ([RecommendSnapshots]).
public final class RecommendFold implements Follower.Fold, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecommendFold.class);
    /// Between two recommenders of one mall while the log does not come to its end.
    private static final long PUBLISH_EVERY_MS = 300;

    static final Duration KEEP_EVERY = Duration.ofMinutes(5);

    private final DataSource worker;
    private final Malls malls;
    private final Clock clock;
    private final RankingModels models;
    private final Map<MallId, Learner> learners = new HashMap<>();
    private final Map<MallId, Recommender> published = new ConcurrentHashMap<>();
    /// What each mall's published recommender is ranked by.
    private final Map<MallId, RankingModel> rankedBy = new HashMap<>();
    private final Set<MallId> unpublished = new HashSet<>();
    private final Set<MallId> unkept = new HashSet<>();
    /// Where the kept learners of malls that are further than the log is read stand.
    private final Map<MallId, Position> ahead = new HashMap<>();

    private volatile Position position = Position.START;
    private Position kept = Position.START;
    private boolean loaded;
    private long publishedAt;
    private long keptAt;

    /// @param worker connections as the role worker
    public RecommendFold(DataSource worker, Malls malls, Clock clock, RankingModels models) {
        this.worker = worker;
        this.malls = malls;
        this.clock = clock;
        this.models = models;
    }

    /// The mall's recommender as of now. Never waits.
    public Recommender of(MallId mall) {
        return published.getOrDefault(mall, Recommender.NONE);
    }

    /// How far the log is learnt.
    public Position learntTo() {
        return position;
    }

    @Override
    public synchronized Position position() throws SQLException {
        if (!loaded) load();
        loaded = true;
        return position;
    }

    @Override
    public synchronized Position take(List<Logged> entries) throws SQLException {
        for (Logged logged : entries) {
            MallId id = logged.entry().mall();
            position = logged.position();
            Position known = ahead.get(id);
            if (known != null && !logged.position().isAfter(known)) continue;
            Mall mall = malls.find(id);
            if (mall == null) continue; // gone since
            Signs.teach(learners.computeIfAbsent(id, _ -> new Learner()), logged.entry(), mall);
            unpublished.add(id);
            unkept.add(id);
        }
        long now = clock.millis();
        if (entries.isEmpty() || now - publishedAt >= PUBLISH_EVERY_MS) publish(now);
        if (now - keptAt >= KEEP_EVERY.toMillis()) keep(now);
        return position;
    }

    private void publish(long now) {
        for (MallId id : learners.keySet()) if (models.of(id) != rankedBy.get(id)) unpublished.add(id);
        for (MallId id : unpublished) {
            var learner = learners.get(id);
            if (learner == null) continue;
            RankingModel model = models.of(id);
            published.put(id, learner.snapshot(model));
            rankedBy.put(id, model);
        }
        unpublished.clear();
        publishedAt = now;
    }

    private void load() throws SQLException {
        keptAt = clock.millis();
        Position first = null;
        try (Connection connection = worker.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select mall, position, learnt from recommend_snapshot");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                var mall = new MallId(row.getInt(1));
                var at = Position.parse(row.getString(2));
                try {
                    learners.put(mall, Learner.fromBytes(row.getBytes(3), Limits.DEFAULT));
                    ahead.put(mall, at);
                    unpublished.add(mall);
                } catch (IllegalArgumentException e) {
                    LOG.warn("recommender learnt anew mall={} reason={}", mall.value(), e.getMessage());
                    at = Position.START;
                }
                if (first == null || first.isAfter(at)) first = at;
            }
        }
        position = first == null ? Position.START : first;
        kept = position;
        publish(keptAt);
    }

    /// Writes what is known by now, for whoever reads it next.
    public synchronized void keep() throws SQLException {
        if (loaded) keep(clock.millis());
    }

    /// Writes what has been learnt since it was last written; malls that learnt nothing only move on.
    private void keep(long now) throws SQLException {
        keptAt = now;
        if (position.equals(kept)) return;
        Transaction.run(worker, connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                            insert into recommend_snapshot (mall, position, learnt, revision)
                            values (?, ?, ?, nextval('recommend_revision'))
                            on conflict (mall) do update set
                                position = excluded.position, learnt = excluded.learnt, revision = excluded.revision
                            """);
                    PreparedStatement move =
                            connection.prepareStatement("update recommend_snapshot set position = ? where mall = ?")) {
                for (var learner : learners.entrySet()) {
                    int mall = learner.getKey().value();
                    Position at = ahead.getOrDefault(learner.getKey(), Position.START);
                    String to = (at.isAfter(position) ? at : position).text();
                    if (unkept.contains(learner.getKey())) {
                        upsert.setInt(1, mall);
                        upsert.setString(2, to);
                        upsert.setBytes(3, learner.getValue().toBytes());
                        upsert.executeUpdate();
                    } else {
                        move.setString(1, to);
                        move.setInt(2, mall);
                        move.addBatch();
                    }
                }
                move.executeBatch();
            }
        });
        unkept.clear();
        kept = position;
    }

    /// Keeps what was learnt. Close the [Follower] before.
    @Override
    public void close() throws SQLException {
        keep();
    }
}
