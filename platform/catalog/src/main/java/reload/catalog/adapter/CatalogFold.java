package reload.catalog.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import reload.catalog.Listing;
import reload.catalog.Statement;
import reload.event.MallId;
import reload.log.Logged;
import reload.log.Position;
import reload.log.adapter.Follower;
import reload.log.adapter.Transaction;
import reload.mall.Mall;
import reload.mall.Malls;

/// Folds the log into the table `product`: what pages and imports said of each, and how far the log is folded, in one
/// transaction. The row with the position is locked by it, so two workers take turns and none folds a batch twice.
public final class CatalogFold implements Follower.Fold {
    private final DataSource worker;
    private final Malls malls;
    private volatile Position position = Position.START;

    /// @param worker connections as the role worker
    public CatalogFold(DataSource worker, Malls malls) {
        this.worker = worker;
        this.malls = malls;
    }

    private record Id(MallId mall, String product) {}

    /// How far the log is folded, as last committed here.
    public Position foldedTo() {
        return position;
    }

    @Override
    public Position position() throws SQLException {
        try (Connection connection = worker.getConnection();
                PreparedStatement select = connection.prepareStatement("select position from catalog_fold");
                ResultSet row = select.executeQuery()) {
            row.next();
            position = Position.parse(row.getString(1));
            return position;
        }
    }

    @Override
    public Position take(List<Logged> entries) throws SQLException {
        if (entries.isEmpty()) return position;
        Position to = entries.getLast().position();
        Map<Id, List<CatalogFacts.Word>> heard = heard(entries);
        Transaction.run(worker, connection -> {
            long revision = begin(connection);
            Map<Id, Listing> changed = changed(heard, load(connection, heard.keySet()));
            write(connection, changed, revision + 1);
            move(connection, to, changed.isEmpty() ? revision : revision + 1);
        });
        position = to;
        return to;
    }

    private Map<Id, List<CatalogFacts.Word>> heard(List<Logged> entries) {
        Map<Id, List<CatalogFacts.Word>> heard = new LinkedHashMap<>();
        for (Logged logged : entries) {
            Mall mall = malls.find(logged.entry().mall());
            if (mall == null) continue; // gone since
            CatalogFacts.read(
                    logged.entry(),
                    mall,
                    word -> heard.computeIfAbsent(
                                    new Id(mall.id(), word.product().id()), _ -> new ArrayList<>())
                            .add(word));
        }
        return heard;
    }

    private static Map<Id, Listing> changed(Map<Id, List<CatalogFacts.Word>> heard, Map<Id, Listing> known) {
        Map<Id, Listing> changed = new LinkedHashMap<>();
        heard.forEach((id, words) -> {
            Listing before = known.get(id);
            Listing after = before;
            for (var word : words)
                after = after == null
                        ? Listing.of(word.source(), word.product(), word.at())
                        : after.hear(word.source(), word.product(), word.at());
            if (after != null && !after.equals(before)) changed.put(id, after);
        });
        return changed;
    }

    private long begin(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select position, revision from catalog_fold for update");
                ResultSet row = select.executeQuery()) {
            row.next();
            if (!Position.parse(row.getString(1)).equals(position))
                throw new IllegalStateException("another fold has moved on from position " + position.text());
            return row.getLong(2);
        }
    }

    private static Map<Id, Listing> load(Connection connection, Set<Id> ids) throws SQLException {
        Map<Id, Listing> known = new HashMap<>();
        if (ids.isEmpty()) return known;
        try (PreparedStatement select = connection.prepareStatement("""
                select p.mall, p.id, p.page, p.page_at, p.imported, p.imported_at, p.first_at
                from unnest(?::integer[], ?::text[]) wanted(mall, id) join product p using (mall, id)
                """)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "integer", ids.stream().map(id -> id.mall.value()).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", ids.stream().map(id -> id.product).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) known.put(new Id(new MallId(row.getInt(1)), row.getString(2)), listing(row));
            }
        }
        return known;
    }

    /// Reads `page, page_at, imported, imported_at, first_at` from the third column on.
    static Listing listing(ResultSet row) throws SQLException {
        return new Listing(
                statement(row.getString(3), row.getLong(4)),
                statement(row.getString(5), row.getLong(6)),
                row.getLong(7));
    }

    private static @Nullable Statement statement(@Nullable String said, long at) {
        return said == null ? null : new Statement(ProductJson.stored(said), at);
    }

    private static void write(Connection connection, Map<Id, Listing> changed, long revision) throws SQLException {
        if (changed.isEmpty()) return;
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into product (mall, id, page, page_at, imported, imported_at, first_at, revision)
                values (?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?)
                on conflict (mall, id) do update set page = excluded.page, page_at = excluded.page_at,
                    imported = excluded.imported, imported_at = excluded.imported_at, revision = excluded.revision
                """)) {
            for (var change : changed.entrySet()) {
                upsert.setInt(1, change.getKey().mall.value());
                upsert.setString(2, change.getKey().product);
                set(upsert, 3, change.getValue().page());
                set(upsert, 5, change.getValue().imported());
                upsert.setLong(7, change.getValue().firstAt());
                upsert.setLong(8, revision);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void set(PreparedStatement upsert, int column, @Nullable Statement said) throws SQLException {
        if (said == null) {
            upsert.setNull(column, Types.VARCHAR);
            upsert.setNull(column + 1, Types.BIGINT);
        } else {
            upsert.setString(column, ProductJson.text(said.said()));
            upsert.setLong(column + 1, said.at());
        }
    }

    private static void move(Connection connection, Position to, long revision) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update catalog_fold set position = ?, revision = ?")) {
            update.setString(1, to.text());
            update.setLong(2, revision);
            update.executeUpdate();
        }
    }
}
