package reload.log.adapter;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// One transaction on a connection of its own: committed when its work is done, rolled back when that fails.
public final class Transaction {
    private Transaction() {}

    /// What is done in one transaction, and what comes of it.
    public interface Work<T extends @Nullable Object> {
        T in(Connection connection) throws SQLException;
    }

    /// What is done in one transaction.
    public interface Step {
        void in(Connection connection) throws SQLException;
    }

    /// @return what the work returned, once it is committed
    public static <T extends @Nullable Object> T in(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                undo(connection, e);
                throw e;
            }
        }
    }

    public static void run(DataSource database, Step step) throws SQLException {
        in(database, connection -> {
            step.in(connection);
            return null;
        });
    }

    /// What went wrong first is what is told, also where the connection is lost.
    private static void undo(Connection connection, Throwable because) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }
}
