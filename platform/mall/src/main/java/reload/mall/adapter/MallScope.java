package reload.mall.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;

/// Transactions that see the rows of named malls, and of no other, whatever their SQL says: row level security
/// reads the malls from the transaction. Meant for the console's role.
public final class MallScope {
    /// What is done in a transaction. Any exception rolls it back.
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T in(Connection connection) throws SQLException;
    }

    private final DataSource database;

    public MallScope(DataSource database) {
        this.database = database;
    }

    /// @throws DatabaseUnavailable if the database does not answer
    public <T extends @Nullable Object> T of(MallId mall, Work<T> work) {
        return run(Integer.toString(mall.value()), "", work);
    }

    /// @throws DatabaseUnavailable if the database does not answer
    public <T extends @Nullable Object> T of(Collection<MallId> malls, Work<T> work) {
        return run(
                malls.stream().map(mall -> Integer.toString(mall.value())).collect(Collectors.joining(",")), "", work);
    }

    /// Sees no mall's rows, except where this account is a member.
    ///
    /// @throws DatabaseUnavailable if the database does not answer
    public <T extends @Nullable Object> T ofAccount(int account, Work<T> work) {
        return run("", Integer.toString(account), work);
    }

    /// Sees no mall's rows.
    ///
    /// @throws DatabaseUnavailable if the database does not answer
    public <T extends @Nullable Object> T none(Work<T> work) {
        return run("", "", work);
    }

    private <T extends @Nullable Object> T run(String malls, String account, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                enter(connection, malls, account);
                T result = work.in(connection);
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                undo(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw DatabaseUnavailable.orBug(e);
        }
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

    /// For the rest of a transaction that began without knowing its mall.
    static void enter(Connection connection, String malls, String account) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(
                "select set_config('app.malls', ?, true), set_config('app.account', ?, true)")) {
            set.setString(1, malls);
            set.setString(2, account);
            set.executeQuery().close();
        }
    }
}
