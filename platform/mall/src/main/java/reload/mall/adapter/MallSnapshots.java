package reload.mall.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.event.SiteKey;
import reload.log.adapter.Refresher;
import reload.mall.KeyHash;
import reload.mall.Mall;
import reload.mall.Malls;

/// All malls in memory, read as the worker. A change of this process shows at once, one of another process within a
/// second; while the database is away the last snapshot stands.
public final class MallSnapshots implements Malls, AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private record Snapshot(long version, Map<SiteKey, Mall> byKey, Map<MallId, Mall> byId) {}

    private final DataSource worker;
    private final Sealing sealing;
    private final boolean demo;
    private final SettingsFacts facts;
    private volatile Snapshot now;
    private @Nullable Refresher refresher;

    /// Reads all malls. Blocks.
    ///
    /// @param worker the database as the worker
    /// @param demo whether the demo mall may be spoken for by any page of this machine
    /// @throws DatabaseUnavailable if the database does not answer
    MallSnapshots(DataSource worker, Sealing sealing, boolean demo, SettingsFacts facts) {
        this.worker = worker;
        this.sealing = sealing;
        this.demo = demo;
        this.facts = facts;
        this.now = since(new Snapshot(0, Map.of(), Map.of()));
    }

    void start() {
        refresher = Refresher.start("malls", LOOK_EVERY, this::look);
    }

    @Override
    public @Nullable Mall find(SiteKey key) {
        return now.byKey.get(key);
    }

    @Override
    public @Nullable Mall find(MallId id) {
        return now.byId.get(id);
    }

    @Override
    public Collection<Mall> all() {
        return now.byId.values();
    }

    /// Reads what has changed; called after a change made here. Costs what the change costs, not what all malls do.
    synchronized void refresh() {
        now = since(now);
    }

    @Override
    public void close() {
        if (refresher != null) refresher.close();
    }

    private void look() {
        if (version() != now.version) refresh();
        facts.tell();
    }

    private long version() {
        try (Connection connection = worker.getConnection()) {
            return version(connection);
        } catch (SQLException e) {
            throw DatabaseUnavailable.orBug(e);
        }
    }

    private static long version(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select version from mall_change");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Reads what has changed since a snapshot was taken.
    private Snapshot since(Snapshot before) {
        try (Connection connection = worker.getConnection()) {
            // The count first: malls read after it are at least that new.
            long version = version(connection);
            Map<SiteKey, Mall> byKey = new HashMap<>(before.byKey);
            Map<MallId, Mall> byId = new TreeMap<>(Comparator.comparingInt(MallId::value));
            byId.putAll(before.byId);
            try (PreparedStatement select = connection.prepareStatement("""
                    select m.id, m.key, m.name, m.currency, m.zone, m.locale, m.simulated, m.counts_webdriver,
                           m.any_loopback_origin, m.origins, m.token_key, m.arm_key, m.server_key_hash,
                           m.history_key_hash, m.experiment, m.published, s.settings
                    from mall m join mall_settings s on s.mall = m.id and s.version = m.published
                    where m.changed > ?
                    """)) {
                select.setLong(1, before.version);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Mall mall = mall(row);
                        byKey.put(mall.key(), mall);
                        byId.put(mall.id(), mall);
                    }
                }
            }
            return new Snapshot(version, Collections.unmodifiableMap(byKey), Collections.unmodifiableMap(byId));
        } catch (SQLException e) {
            throw DatabaseUnavailable.orBug(e);
        }
    }

    private Mall mall(ResultSet row) throws SQLException {
        var id = new MallId(row.getInt("id"));
        var key = new SiteKey(row.getString("key"));
        byte[] historyKey = row.getBytes("history_key_hash");
        return new Mall(
                id,
                key,
                row.getString("name"),
                row.getString("currency"),
                ZoneId.of(row.getString("zone")),
                row.getString("locale"),
                row.getBoolean("simulated"),
                row.getBoolean("counts_webdriver"),
                demo && row.getBoolean("any_loopback_origin"),
                Set.copyOf(Arrays.asList((String[]) row.getArray("origins").getArray())),
                sealing.open(row.getBytes("token_key"), tokenKeyOf(key)),
                sealing.open(row.getBytes("arm_key"), armKeyOf(key)),
                new KeyHash(row.getBytes("server_key_hash")),
                historyKey == null ? null : new KeyHash(historyKey),
                row.getString("experiment"),
                row.getInt("published"),
                SettingsJson.read(row.getString("settings")));
    }

    static String tokenKeyOf(SiteKey key) {
        return "token key of mall " + key.value();
    }

    static String armKeyOf(SiteKey key) {
        return "arm key of mall " + key.value();
    }
}
