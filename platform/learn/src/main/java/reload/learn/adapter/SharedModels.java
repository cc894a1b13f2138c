package reload.learn.adapter;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/// What was learnt of all malls together, one kind of model, by version. The malls that use a version share one copy.
public final class SharedModels<M> {
    private final DataSource worker;
    private final String kind;
    private final Function<byte[], M> reading;
    private final Map<Integer, WeakReference<M>> known = new HashMap<>();

    /// @param worker connections as the role worker
    /// @param kind as the table `model` names it
    public SharedModels(DataSource worker, String kind, Function<byte[], M> reading) {
        this.worker = worker;
        this.kind = kind;
        this.reading = reading;
    }

    /// @throws IllegalArgumentException if nothing was learnt in that version, or its bytes are no model of today
    public synchronized M of(int version) throws SQLException {
        var before = known.get(version);
        M model = before == null ? null : before.get();
        if (model != null) return model;
        try (Connection connection = worker.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select learnt from model where mall = 0 and kind = ? and version = ? and learnt is not null")) {
            select.setString(1, kind);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) throw new IllegalArgumentException("no trees of all malls, version " + version);
                model = reading.apply(row.getBytes(1));
            }
        }
        known.put(version, new WeakReference<>(model));
        return model;
    }
}
