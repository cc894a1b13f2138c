package reload.mall.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.mall.MallSettings;
import reload.mall.MallSettings.Acknowledged;
import reload.mall.MallSettings.BackHold;

/// A mall's settings as its people edit them: one draft, and published versions that never change. To roll back is
/// to publish an old version's settings under a new number.
public final class Settings {
    private static final int SHOWN_VERSIONS = 100;

    /// @param by the address of who published it
    public record Version(int version, Instant at, String by) {}

    public record Published(Version version, MallSettings settings) {}

    public record Draft(MallSettings settings, Instant at, String by) {}

    /// @param versions newest first, at most 100
    public record Book(Published published, @Nullable Draft draft, List<Version> versions) {}

    /// What came of publishing.
    public sealed interface Outcome {
        record Done(int version) implements Outcome {}

        record NoDraft() implements Outcome {}

        record NoSuchVersion() implements Outcome {}
    }

    private final MallScope rows;
    private final MallSnapshots malls;
    private final SettingsFacts facts;
    private final InstantSource clock;

    Settings(MallScope rows, MallSnapshots malls, SettingsFacts facts, InstantSource clock) {
        this.rows = rows;
        this.malls = malls;
        this.facts = facts;
        this.clock = clock;
    }

    public Book read(MallId mall) {
        return rows.of(mall, connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select version, published_at, published_by from mall_settings
                    where mall = ? order by version desc limit ?
                    """)) {
                select.setInt(1, mall.value());
                select.setInt(2, SHOWN_VERSIONS);
                List<Version> versions = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) versions.add(version(row));
                }
                return new Book(published(connection, mall), draft(connection, mall), versions);
            }
        });
    }

    /// Keeps a draft. Whether Back may be held is agreed to by a person, now: what the sender says of who and when
    /// counts only where it is what we wrote before.
    ///
    /// @param settings without problems
    public void saveDraft(MallId mall, MallSettings settings, Account by) {
        Instant now = clock.instant();
        rows.of(mall, connection -> {
            Draft before = draft(connection, mall);
            MallSettings published = published(connection, mall).settings;
            MallSettings kept =
                    signed(settings, List.of(published, before == null ? published : before.settings), by, now);
            try (PreparedStatement upsert = connection.prepareStatement("""
                    insert into mall_settings_draft (mall, settings, saved_at, saved_by) values (?, ?::jsonb, ?, ?)
                    on conflict (mall) do update set settings = excluded.settings, saved_at = excluded.saved_at,
                        saved_by = excluded.saved_by
                    """)) {
                upsert.setInt(1, mall.value());
                upsert.setString(2, SettingsJson.write(kept));
                upsert.setObject(3, now.atOffset(ZoneOffset.UTC));
                upsert.setString(4, by.email());
                return upsert.executeUpdate();
            }
        });
    }

    public void dropDraft(MallId mall) {
        rows.of(mall, connection -> delete(connection, mall));
    }

    public Outcome publish(MallId mall, Account by) {
        return told(rows.of(mall, connection -> {
            lock(connection, mall);
            Draft draft = draft(connection, mall);
            if (draft == null) return new Outcome.NoDraft();
            int version = append(connection, mall, draft.settings, by);
            delete(connection, mall);
            Audit.write(connection, clock.instant(), mall, by.id(), "settings published", Map.of("version", version));
            return new Outcome.Done(version);
        }));
    }

    public Outcome rollBack(MallId mall, int to, Account by) {
        return told(rows.of(mall, connection -> {
            lock(connection, mall);
            MallSettings old = find(connection, mall, to);
            if (old == null) return new Outcome.NoSuchVersion();
            int version = append(connection, mall, old, by);
            Audit.write(
                    connection,
                    clock.instant(),
                    mall,
                    by.id(),
                    "settings rolled back",
                    Map.of("version", version, "to", to));
            return new Outcome.Done(version);
        }));
    }

    /// @return null where there is no such version
    public @Nullable MallSettings find(MallId mall, int version) {
        return rows.of(mall, connection -> find(connection, mall, version));
    }

    private Outcome told(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            malls.refresh();
            facts.tell();
        }
        return outcome;
    }

    private static MallSettings signed(MallSettings settings, List<MallSettings> before, Account by, Instant now) {
        BackHold hold = settings.triggers().backHold();
        Acknowledged said = hold.acknowledged();
        if (said == null) return settings;
        boolean known = before.stream()
                .anyMatch(old -> said.equals(old.triggers().backHold().acknowledged()));
        if (known) return settings;
        BackHold agreed = hold.with(new Acknowledged(said.text(), by.email(), now.truncatedTo(ChronoUnit.MILLIS)));
        return settings.withTriggers(settings.triggers().withBackHold(agreed));
    }

    /// One publisher of a mall at a time.
    private static void lock(Connection connection, MallId mall) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select id from mall where id = ? for update")) {
            lock.setInt(1, mall.value());
            lock.executeQuery().close();
        }
    }

    private int append(Connection connection, MallId mall, MallSettings settings, Account by) throws SQLException {
        return append(connection, mall, settings, by.email(), clock.instant());
    }

    static int append(Connection connection, MallId mall, MallSettings settings, String by, Instant at)
            throws SQLException {
        int version;
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into mall_settings (mall, version, settings, published_at, published_by)
                select ?, coalesce(max(version), 0) + 1, ?::jsonb, ?, ? from mall_settings where mall = ?
                returning version
                """)) {
            insert.setInt(1, mall.value());
            insert.setString(2, SettingsJson.write(settings));
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            insert.setString(4, by);
            insert.setInt(5, mall.value());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                version = row.getInt(1);
            }
        }
        // Arms drawn with different shares are no fair comparison: a new share begins a new experiment.
        try (PreparedStatement update = connection.prepareStatement("""
                update mall m set published = new.version, experiment =
                    case when new.settings -> 'holdOutShare' = old.settings -> 'holdOutShare' then m.experiment
                        else 'hold-out-' || new.version end
                from mall_settings old, mall_settings new
                where m.id = ? and old.mall = m.id and old.version = m.published and new.mall = m.id and new.version = ?
                """)) {
            update.setInt(1, mall.value());
            update.setInt(2, version);
            update.executeUpdate();
        }
        return version;
    }

    private static int delete(Connection connection, MallId mall) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from mall_settings_draft where mall = ?")) {
            delete.setInt(1, mall.value());
            return delete.executeUpdate();
        }
    }

    private static Published published(Connection connection, MallId mall) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select s.version, s.published_at, s.published_by, s.settings
                from mall m join mall_settings s on s.mall = m.id and s.version = m.published where m.id = ?
                """)) {
            select.setInt(1, mall.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) throw new IllegalStateException("mall " + mall.value() + " has no settings");
                return new Published(version(row), SettingsJson.read(row.getString("settings")));
            }
        }
    }

    private static @Nullable MallSettings find(Connection connection, MallId mall, int version) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select settings from mall_settings where mall = ? and version = ?")) {
            select.setInt(1, mall.value());
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? SettingsJson.read(row.getString(1)) : null;
            }
        }
    }

    private static @Nullable Draft draft(Connection connection, MallId mall) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select settings, saved_at, saved_by from mall_settings_draft where mall = ?")) {
            select.setInt(1, mall.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Draft(
                                SettingsJson.read(row.getString(1)),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3))
                        : null;
            }
        }
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("version"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"));
    }
}
