package reload.learn.adapter;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import reload.learn.exit.Calibration;
import reload.learn.exit.Following;
import reload.learn.exit.Propensity;
import reload.learn.exit.VisitSignals;

/// The propensities that were learnt. A mall that uses the trees of all malls together has a row of its calibration
/// only.
///
/// @param stores by what may follow
public record Propensities(Map<Following, ModelStore<Propensity>> stores) implements AutoCloseable {
    public Propensities {
        stores = Map.copyOf(stores);
    }

    /// Reads which are at work, then keeps looking. Blocks.
    ///
    /// @param worker connections as the role worker
    public static Propensities open(DataSource worker) throws SQLException {
        return new Propensities(Map.of(
                Following.EXIT, open(worker, Following.EXIT),
                Following.ORDER, open(worker, Following.ORDER)));
    }

    static ModelStore<Propensity> open(DataSource worker, Following following) throws SQLException {
        var shared = new SharedModels<>(worker, following.kind(), bytes -> read(following, bytes));
        return ModelStore.open(
                worker,
                following.kind(),
                Propensity.always(following.average(0, 0), VisitSignals.of(following)),
                (_, learnt, together) -> together == null
                        ? read(following, learnt)
                        : shared.of(together).calibrated(Calibration.read(learnt)));
    }

    private static Propensity read(Following following, byte[] learnt) {
        Propensity propensity = Propensity.read(learnt);
        if (!propensity.signals().equals(VisitSignals.of(following)))
            throw new IllegalArgumentException("a propensity of other signals");
        return propensity;
    }

    public ModelStore<Propensity> of(Following following) {
        ModelStore<Propensity> store = stores.get(following);
        if (store == null) throw new IllegalStateException("nothing is learnt of " + following);
        return store;
    }

    /// How a propensity is spoken of.
    ///
    /// @param trees how many, of all its ensembles
    public record Words(int trees, Calibration calibration) {}

    /// For [Models], by kind.
    public Map<String, Models.Kind<?>> kinds() {
        return Stream.of(Following.values())
                .collect(Collectors.toMap(
                        Following::kind,
                        following -> new Models.Kind<>(
                                of(following),
                                model -> new Words(
                                        model.bag().stream()
                                                .mapToInt(trees -> trees.size())
                                                .sum(),
                                        model.calibration()))));
    }

    @Override
    public void close() {
        stores.values().forEach(ModelStore::close);
    }
}
