package reload.recommend.adapter;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import reload.learn.adapter.ModelStore;
import reload.learn.adapter.Models;
import reload.learn.adapter.SharedModels;
import reload.learn.trees.Trees;
import reload.recommend.RankingModel;

/// The ranking models that were learnt. A mall that ranks by the trees of all malls together has a row of its preset
/// only; all such malls share one copy of the trees.
public final class RankModels {
    static final String KIND = "rank";

    private final SharedModels<RankingModel> shared;

    private RankModels(DataSource worker) {
        shared = new SharedModels<>(worker, KIND, RankingModel::fromBytes);
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
        return together == null ? model : shared.of(together).with(model.preset());
    }
}
