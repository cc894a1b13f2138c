package reload.mall.adapter;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.event.SiteKey;
import reload.mall.KeyHash;
import reload.mall.MallSettings;

/// Takes malls in, and changes what is true of them beside their settings.
public final class MallRegister {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FIRST_EXPERIMENT = "classic";

    /// A mall to be. See [reload.mall.Mall] for what the fields mean.
    public record NewMall(
            SiteKey key,
            String name,
            String currency,
            ZoneId zone,
            String locale,
            boolean simulated,
            boolean countsWebdriver,
            boolean anyLoopbackOrigin,
            Set<String> origins,
            MallSettings settings) {}

    /// The secret keys of a mall, which are shown once.
    ///
    /// @param historyKey null where the mall is not simulated
    public record Keys(
            MallId mall, String serverKey, @Nullable String historyKey) {}

    private final MallScope rows;
    private final MallSnapshots malls;
    private final SettingsFacts facts;
    private final Sealing sealing;
    private final InstantSource clock;

    MallRegister(MallScope rows, MallSnapshots malls, SettingsFacts facts, Sealing sealing, InstantSource clock) {
        this.rows = rows;
        this.malls = malls;
        this.facts = facts;
        this.sealing = sealing;
        this.clock = clock;
    }

    /// @param by who takes it in; null where it is the installation itself
    /// @return null where the key is taken
    public @Nullable Keys create(NewMall mall, @Nullable Account by) {
        MallId id = nextId();
        Instant now = clock.instant();
        String serverKey = "rs_" + Secrets.draw();
        String historyKey = mall.simulated ? "rh_" + Secrets.draw() : null;
        boolean taken = rows.of(id, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into mall (id, key, name, currency, zone, locale, simulated, counts_webdriver, any_loopback_origin,
                        origins, token_key, arm_key, server_key_hash, history_key_hash, experiment, published, created_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
                    """)) {
                insert.setInt(1, id.value());
                insert.setString(2, mall.key.value());
                insert.setString(3, mall.name);
                insert.setString(4, mall.currency);
                insert.setString(5, mall.zone.getId());
                insert.setString(6, mall.locale);
                insert.setBoolean(7, mall.simulated);
                insert.setBoolean(8, mall.countsWebdriver);
                insert.setBoolean(9, mall.anyLoopbackOrigin);
                Array origins = connection.createArrayOf("text", mall.origins.toArray());
                insert.setArray(10, origins);
                insert.setBytes(11, sealing.seal(Secrets.drawBytes(), MallSnapshots.tokenKeyOf(mall.key)));
                insert.setBytes(12, sealing.seal(Secrets.drawBytes(), MallSnapshots.armKeyOf(mall.key)));
                insert.setBytes(13, KeyHash.of(serverKey).sha256());
                insert.setBytes(
                        14, historyKey == null ? null : KeyHash.of(historyKey).sha256());
                insert.setString(15, FIRST_EXPERIMENT);
                insert.setObject(16, now.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            } catch (SQLException e) {
                if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    connection.rollback();
                    return true;
                }
                throw e;
            }
            Settings.append(connection, id, mall.settings, by == null ? "reload" : by.email(), now);
            Audit.write(
                    connection,
                    now,
                    id,
                    by == null ? null : by.id(),
                    "mall created",
                    Map.of("key", mall.key.value(), "simulated", mall.simulated));
            return false;
        });
        if (taken) return null;
        malls.refresh();
        facts.tell();
        return new Keys(id, serverKey, historyKey);
    }

    /// @param origins as [reload.event.WebOrigin#text] writes them
    public void changeOrigins(MallId mall, Set<String> origins, Account by) {
        rows.of(mall, connection -> {
            try (PreparedStatement update = connection.prepareStatement("update mall set origins = ? where id = ?")) {
                update.setArray(1, connection.createArrayOf("text", origins.toArray()));
                update.setInt(2, mall.value());
                update.executeUpdate();
            }
            Audit.write(
                    connection,
                    clock.instant(),
                    mall,
                    by.id(),
                    "origins changed",
                    Map.of("origins", String.join(" ", origins.stream().sorted().toList())));
            return null;
        });
        malls.refresh();
    }

    /// Draws new secret keys; the old ones end at once.
    public Keys renewKeys(MallId mall, boolean simulated, @Nullable Account by) {
        String serverKey = "rs_" + Secrets.draw();
        String historyKey = simulated ? "rh_" + Secrets.draw() : null;
        rows.of(mall, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update mall set server_key_hash = ?, history_key_hash = ? where id = ?")) {
                update.setBytes(1, KeyHash.of(serverKey).sha256());
                update.setBytes(
                        2, historyKey == null ? null : KeyHash.of(historyKey).sha256());
                update.setInt(3, mall.value());
                update.executeUpdate();
            }
            Audit.write(connection, clock.instant(), mall, by == null ? null : by.id(), "keys renewed", Map.of());
            return null;
        });
        malls.refresh();
        return new Keys(mall, serverKey, historyKey);
    }

    /// A mall's rows may be written only by a transaction that names the mall, so its number comes first.
    private MallId nextId() {
        return rows.none(connection -> {
            try (PreparedStatement next = connection.prepareStatement("select nextval('mall_id_seq')::integer");
                    ResultSet row = next.executeQuery()) {
                row.next();
                return new MallId(row.getInt(1));
            }
        });
    }
}
