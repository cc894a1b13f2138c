package reload.recommend.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.event.MallId;
import reload.log.adapter.Refresher;
import reload.recommend.Learner;
import reload.recommend.Limits;
import reload.recommend.RankingModel;
import reload.recommend.Recommender;

/// Every mall's recommender as the worker last wrote it, for a process that has no worker: it need not read the log,
/// which costs as much again as taking it in. At most [RecommendFold#KEEP_EVERY] and [#LOOK_EVERY] behind. While the
/// database is away the last ones stand.
public final class RecommendSnapshots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecommendSnapshots.class);
    static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final DataSource worker;
    private final RankingModels models;
    private @Nullable Refresher refresher;
    private final Map<MallId, Recommender> recommenders = new ConcurrentHashMap<>();
    /// What each of them is ranked by.
    private final Map<MallId, RankingModel> rankedBy = new HashMap<>();
    private long revision = -1;

    private RecommendSnapshots(DataSource worker, RankingModels models) {
        this.worker = worker;
        this.models = models;
    }

    /// Reads all recommenders, then keeps looking for new ones. Blocks.
    ///
    /// @param worker connections as the role worker
    /// @throws SQLException if the database does not answer
    public static RecommendSnapshots open(DataSource worker, RankingModels models) throws SQLException {
        var snapshots = new RecommendSnapshots(worker, models);
        snapshots.refresh();
        snapshots.refresher = Refresher.start("recommenders", LOOK_EVERY, snapshots::refresh);
        return snapshots;
    }

    /// The mall's recommender as last written. Never waits.
    public Recommender of(MallId mall) {
        return recommenders.getOrDefault(mall, Recommender.NONE);
    }

    /// Reads what was written since it last did, and what is ranked by another model now, a mall at a time:
    /// together they may be larger than the heap.
    synchronized void refresh() throws SQLException {
        Map<MallId, Long> written = new HashMap<>();
        long newest = revision;
        try (Connection connection = worker.getConnection();
                PreparedStatement list = connection.prepareStatement(
                        "select mall, revision from recommend_snapshot where revision > ?");
                PreparedStatement one =
                        connection.prepareStatement("select learnt from recommend_snapshot where mall = ?")) {
            list.setLong(1, revision);
            try (ResultSet row = list.executeQuery()) {
                while (row.next()) written.put(new MallId(row.getInt(1)), row.getLong(2));
            }
            rankedBy.forEach((mall, model) -> {
                if (models.of(mall) != model) written.putIfAbsent(mall, revision);
            });
            for (var mall : written.entrySet()) {
                one.setInt(1, mall.getKey().value());
                try (ResultSet row = one.executeQuery()) {
                    if (row.next()) publish(mall.getKey(), row.getBytes(1));
                }
                newest = Math.max(newest, mall.getValue());
            }
        }
        revision = newest;
    }

    private void publish(MallId mall, byte[] learnt) {
        try {
            RankingModel model = models.of(mall);
            recommenders.put(mall, Learner.fromBytes(learnt, Limits.DEFAULT).snapshot(model));
            rankedBy.put(mall, model);
        } catch (IllegalArgumentException e) {
            LOG.warn("recommender not read mall={} reason={}", mall.value(), e.getMessage());
        }
    }

    @Override
    public void close() {
        if (refresher != null) refresher.close();
    }
}
