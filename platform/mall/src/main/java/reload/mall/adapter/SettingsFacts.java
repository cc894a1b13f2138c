package reload.mall.adapter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.event.Key;
import reload.event.MallId;
import reload.log.Entry;
import reload.log.Log;
import reload.log.Source;
import reload.mall.MallSettings;
import reload.mall.MallSettings.Acknowledged;
import reload.mall.MallSettings.BackHold;

/// Tells the log of every published version of a mall's settings, under the mall's own key. A version is told after
/// it was committed, and again where it is not known whether the log has it: what it says never changes, so twice
/// does no harm.
///
/// The payload is `{"version", "at", "settings"}`, without who published or acknowledged: the log carries no
/// personal data.
public final class SettingsFacts {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFacts.class);
    private static final long WAIT_S = 5;

    private final DataSource worker;
    private final Log log;

    SettingsFacts(DataSource worker, Log log) {
        this.worker = worker;
        this.log = log;
    }

    private record Untold(MallId mall, String key, int version, Instant at, String settings) {}

    /// Tells what was not told yet. Without success it leaves that for the next call.
    void tell() {
        try (Connection connection = worker.getConnection()) {
            for (Untold fact : untold(connection)) {
                log.append(entry(fact)).toCompletableFuture().get(WAIT_S, TimeUnit.SECONDS);
                told(connection, fact);
            }
        } catch (SQLException e) {
            throw DatabaseUnavailable.orBug(e);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("settings not told to the log yet reason={}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Entry entry(Untold fact) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("version", fact.version);
        payload.put("at", fact.at.toEpochMilli());
        payload.set("settings", SettingsJson.tree(withoutNames(SettingsJson.read(fact.settings))));
        return new Entry(
                fact.mall,
                new Key(Key.Kind.MALL, fact.key),
                fact.at.toEpochMilli(),
                0,
                0,
                payload.toString().getBytes(StandardCharsets.UTF_8),
                Source.SETTINGS);
    }

    private static MallSettings withoutNames(MallSettings settings) {
        BackHold hold = settings.triggers().backHold();
        Acknowledged agreed = hold.acknowledged();
        if (agreed == null) return settings;
        BackHold nameless = hold.with(new Acknowledged(agreed.text(), null, agreed.at()));
        return settings.withTriggers(settings.triggers().withBackHold(nameless));
    }

    private static List<Untold> untold(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select s.mall, m.key, s.version, s.published_at, s.settings
                        from mall_settings s join mall m on m.id = s.mall
                        where not s.logged order by s.mall, s.version
                        """);
                ResultSet row = select.executeQuery()) {
            List<Untold> facts = new ArrayList<>();
            while (row.next())
                facts.add(new Untold(
                        new MallId(row.getInt(1)),
                        row.getString(2),
                        row.getInt(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5)));
            return facts;
        }
    }

    private static void told(Connection connection, Untold fact) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update mall_settings set logged = true where mall = ? and version = ?")) {
            update.setInt(1, fact.mall.value());
            update.setInt(2, fact.version);
            update.executeUpdate();
        }
    }
}
