package reload.learn.adapter;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;

/// Every kind of model, by its name.
public record Models(Map<String, Kind<?>> kinds) {
    public Models {
        kinds = Map.copyOf(kinds);
    }

    /// Of a mall, or of all malls together where that is null, by kind.
    Map<String, History> history(@Nullable MallId mall) throws SQLException {
        Map<String, History> history = new TreeMap<>();
        for (var kind : kinds.entrySet())
            history.put(kind.getKey(), kind.getValue().history(mall));
        return history;
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
