package reload.recommend.adapter;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import reload.learn.adapter.ModelStore;
import reload.learn.adapter.Models;
import reload.learn.trees.Trees;
import reload.recommend.RankingModel;

/// The ranking models that were learnt. A mall that ranks by the trees of all malls together has a row of its preset
/// only; all such malls share one copy of the trees.
public final class RankModels {
    static final String KIND = "rank";

    private final DataSource worker;
    private final Map<Integer, WeakReference<RankingModel>> pooled = new HashMap<>();

    private RankModels(DataSource worker) {
        this.worker = worker;
    }

    /// Reads which are at work, then keeps looking. Blocks.
    ///
    /// @param worker connections as the role worker
    /// @throws SQLException if the database does not answer
    public static ModelStore<RankingModel> open(DataSource worker) throws SQLException {
        return ModelStore.open(worker, KIND, RankingModel.UNTRAINED, new RankModels(worker)::read);
    }

    /// How a model is spoken of.
    ///
    /// @param trees how many; 0 where the preset alone decides
    public record Words(String preset, String view, int trees) {}

    /// For [Models].
    public static Models.Kind<RankingModel> kind(ModelStore<RankingModel> store) {
        return new Models.Kind<>(store, model -> {
            Trees trees = model.trees();
            return new Words(model.preset().name(), model.view().name(), trees == null ? 0 : trees.size());
        });
    }

    private RankingModel read(int version, byte[] learnt, @Nullable Integer together) throws SQLException {
        RankingModel model = RankingModel.fromBytes(learnt);
        return together == null ? model : together(together).with(model.preset());
    }

    private synchronized RankingModel together(int version) throws SQLException {
        var known = pooled.get(version);
        RankingModel model = known == null ? null : known.get();
        if (model != null) return model;
        try (Connection connection = worker.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select learnt from model where mall = 0 and kind = ? and version = ? and learnt is not null")) {
            select.setString(1, KIND);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) throw new IllegalArgumentException("no trees of all malls, version " + version);
                model = RankingModel.fromBytes(row.getBytes(1));
            }
        }
        pooled.put(version, new WeakReference<>(model));
        return model;
    }
}
