package reload.learn.adapter;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;

/// Every kind of model, by its name.
public record Models(Map<String, Kind<?>> kinds) {
    public Models {
        kinds = Map.copyOf(kinds);
    }

    /// One kind, and what is said of one of its models.
    public record Kind<M>(ModelStore<M> store, Function<M, Object> words) {
        History history(@Nullable MallId mall) throws SQLException {
            return new History(store.version(mall), words.apply(store.of(mall)), store.history(mall));
        }
    }

    /// @param atWork the version plans rest on; 0 is what every mall begins with
    /// @param tried newest first
    public record History(int atWork, Object model, List<Tried> tried) {}
}
