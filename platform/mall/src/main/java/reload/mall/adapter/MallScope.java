package reload.mall.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.log.adapter.Transaction;

/// Transactions that see the rows of named malls, and of no other, whatever their SQL says: row level security
/// reads the malls from the transaction. Meant for the console's role.
public final class MallScope {
    private final DataSource database;

    public MallScope(DataSource database) {
        this.database = database;
    }

    /// @throws DatabaseUnavailable if the database does not answer
    public <T extends @Nullable Object> T of(MallId mall, Transaction.Work<T> work) {
        return run(Integer.toString(mall.value()), "", work);
    }

    /// @throws DatabaseUnavailable if the database does not answer
    public <T extends @Nullable Object> T of(Collection<MallId> malls, Transaction.Work<T> work) {
        return run(
                malls.stream().map(mall -> Integer.toString(mall.value())).collect(Collectors.joining(",")), "", work);
    }

    /// Sees no mall's rows, except where this account is a member.
    ///
    /// @throws DatabaseUnavailable if the database does not answer
    public <T extends @Nullable Object> T ofAccount(int account, Transaction.Work<T> work) {
        return run("", Integer.toString(account), work);
    }

    /// Sees no mall's rows.
    ///
    /// @throws DatabaseUnavailable if the database does not answer
    public <T extends @Nullable Object> T none(Transaction.Work<T> work) {
        return run("", "", work);
    }

    private <T extends @Nullable Object> T run(String malls, String account, Transaction.Work<T> work) {
        try {
            return Transaction.in(database, connection -> {
                enter(connection, malls, account);
                return work.in(connection);
            });
        } catch (SQLException e) {
            throw DatabaseUnavailable.orBug(e);
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
