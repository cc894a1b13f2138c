package reload.catalog.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import reload.catalog.Catalog;
import reload.catalog.CatalogProduct;
import reload.event.MallId;
import reload.log.adapter.Refresher;

/// Every mall's catalog in memory, at most a second behind the fold, in whatever process that runs. While the database
/// is away the last snapshots stand.
public final class CatalogSnapshots implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(400);
    private static final int FETCHED = 1_000;

    private final DataSource worker;
    private @Nullable Refresher refresher;
    private volatile Map<MallId, Catalog> catalogs = Map.of();
    private long revision = -1;

    private CatalogSnapshots(DataSource worker) {
        this.worker = worker;
    }

    /// Reads all catalogs, then keeps looking for what changes. Blocks.
    ///
    /// @param worker connections as the role worker
    /// @throws SQLException if the database does not answer
    public static CatalogSnapshots open(DataSource worker) throws SQLException {
        var snapshots = new CatalogSnapshots(worker);
        snapshots.refresh();
        snapshots.refresher = Refresher.start("catalogs", LOOK_EVERY, snapshots::refresh);
        return snapshots;
    }

    /// The mall's catalog as of now; empty where nothing is known. Never waits.
    public Catalog of(MallId mall) {
        return catalogs.getOrDefault(mall, Catalog.EMPTY);
    }

    /// Reads what has changed since it last did.
    synchronized void refresh() throws SQLException {
        Map<MallId, List<CatalogProduct>> changed = new HashMap<>();
        long newest = revision;
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false); // Only so does the driver fetch in steps.
            try (PreparedStatement select = connection.prepareStatement("""
                    select mall, id, page, page_at, imported, imported_at, first_at, revision from product
                    where revision > ?
                    """)) {
                select.setFetchSize(FETCHED);
                select.setLong(1, revision);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        changed.computeIfAbsent(new MallId(row.getInt(1)), _ -> new ArrayList<>())
                                .add(CatalogFold.listing(row).product());
                        newest = Math.max(newest, row.getLong(8));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        if (changed.isEmpty()) return;
        var next = new HashMap<>(catalogs);
        changed.forEach((mall, products) -> next.merge(mall, Catalog.of(products), (old, _) -> old.with(products)));
        catalogs = next;
        revision = newest;
    }

    @Override
    public void close() {
        if (refresher != null) refresher.close();
    }
}
