package reload.mall.adapter;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/// The database does not answer just now. Our fault, never the caller's: try again later.
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private DatabaseUnavailable(SQLException cause) {
        super("database unavailable state=" + cause.getSQLState(), cause);
    }

    /// Tells a database that is away (connection lost, shutting down, pool exhausted) from a statement of ours that
    /// is wrong.
    static RuntimeException orBug(SQLException e) {
        String state = e.getSQLState();
        boolean away = state == null
                || state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("53")
                || e instanceof SQLTransientException;
        return away ? new DatabaseUnavailable(e) : new IllegalStateException("SQL refused state=" + state, e);
    }
}
