package reload.session.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.event.Wire;
import reload.session.LeaveMoment;
import reload.session.Row;
import reload.session.Row.ExposureRow;
import reload.session.Row.NotShownRow;
import reload.session.Row.SessionRow;

/// The rows a batch puts out, each key once with its last value, and how they are written.
final class Rows {
    private static final String SESSION = """
            insert into session (mall, session, visitor, day, started_at, ended_at, page_views, visible_ms, active_ms, wall_ms,
              referral, source, medium, campaign, device, template, storage, orders, trigger, arm, reason, closed,
              trail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (mall, session) do update set ended_at = excluded.ended_at, page_views = excluded.page_views,
              visible_ms = excluded.visible_ms, active_ms = excluded.active_ms, wall_ms = excluded.wall_ms,
              referral = excluded.referral, source = excluded.source, medium = excluded.medium, campaign = excluded.campaign,
              template = excluded.template, orders = excluded.orders, trigger = excluded.trigger, arm = excluded.arm,
              reason = excluded.reason, closed = excluded.closed, trail = excluded.trail
            where session.visitor = excluded.visitor
            """;
    private static final String EXPOSURE = """
            insert into exposure (mall, plan, visitor, session, day, experiment, arm, variant, propensity, settings, first, trigger,
              triggered_at, stay_ms, referral, device, template, impressed_at, clicked_at, dismissed, first_click, converted,
              conversion_amount, refunded_amount, unverified_amount, outcome_amount, rewarded, violation)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (mall, plan) do update set session = excluded.session, day = excluded.day,
              propensity = excluded.propensity, settings = excluded.settings, first = excluded.first,
              trigger = excluded.trigger, triggered_at = excluded.triggered_at, stay_ms = excluded.stay_ms,
              referral = excluded.referral, device = excluded.device, template = excluded.template,
              impressed_at = excluded.impressed_at, clicked_at = excluded.clicked_at, dismissed = excluded.dismissed,
              first_click = excluded.first_click, converted = excluded.converted,
              conversion_amount = excluded.conversion_amount, refunded_amount = excluded.refunded_amount,
              unverified_amount = excluded.unverified_amount, outcome_amount = excluded.outcome_amount,
              rewarded = excluded.rewarded, violation = excluded.violation
            where exposure.visitor = excluded.visitor
            """;
    private static final String NOT_SHOWN = """
            insert into not_shown (mall, event, day, trigger, reason) values (?, ?, ?, ?, ?)
            on conflict (mall, event) do nothing
            """;

    private record Of<R extends Row>(MallId mall, String visitor, R row) {}

    /// With the visitor: an event id another visitor has used before must not touch that visitor's row.
    private record Id(MallId mall, String visitor, UUID id) {}

    private final Map<Id, Of<SessionRow>> sessions = new LinkedHashMap<>();
    private final Map<Id, Of<ExposureRow>> exposures = new LinkedHashMap<>();
    private final Map<Id, Of<NotShownRow>> notShown = new LinkedHashMap<>();

    void put(MallId mall, String visitor, Row row) {
        switch (row) {
            case SessionRow r -> sessions.put(new Id(mall, visitor, r.session()), new Of<>(mall, visitor, r));
            case ExposureRow r -> exposures.put(new Id(mall, visitor, r.plan()), new Of<>(mall, visitor, r));
            case NotShownRow r -> notShown.put(new Id(mall, visitor, r.event()), new Of<>(mall, visitor, r));
        }
    }

    void write(Connection connection) throws SQLException {
        write(connection, SESSION, sessions, Rows::bind);
        write(connection, EXPOSURE, exposures, Rows::bindExposure);
        write(connection, NOT_SHOWN, notShown, Rows::bindNotShown);
    }

    private interface Binding<R extends Row> {
        void bind(Columns columns, Of<R> of) throws SQLException;
    }

    private static <R extends Row> void write(
            Connection connection, String sql, Map<Id, Of<R>> rows, Binding<R> binding) throws SQLException {
        if (rows.isEmpty()) return;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Of<R> of : rows.values()) {
                binding.bind(new Columns(insert), of);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(Columns c, Of<SessionRow> of) throws SQLException {
        SessionRow row = of.row();
        LeaveMoment leave = row.leave();
        c.number(of.mall().value()).id(row.session()).text(of.visitor()).any(row.day());
        c.time(row.startedAt()).time(row.endedAt());
        c.number(row.pageViews()).number(row.visibleMs()).number(row.activeMs()).number(row.wallMs());
        c.text(row.landing().referral())
                .text(row.landing().source())
                .text(row.landing().medium());
        c.text(row.landing().campaign());
        c.word(row.device()).word(row.template()).word(row.storage()).number(row.orders());
        c.word(leave == null ? null : leave.trigger()).word(leave == null ? null : leave.arm());
        c.text(leave == null ? null : leave.reason().name()).any(row.closed());
        c.bytes(row.trail().write());
    }

    private static void bindExposure(Columns c, Of<ExposureRow> of) throws SQLException {
        ExposureRow row = of.row();
        c.number(of.mall().value())
                .id(row.plan())
                .text(of.visitor())
                .id(row.session())
                .any(row.day());
        c.text(row.experiment()).word(row.arm()).text(row.variant());
        c.any(row.propensity() == 0 ? null : row.propensity(), Types.DOUBLE)
                .any(row.settings() == 0 ? null : row.settings(), Types.INTEGER)
                .any(row.first());
        c.word(row.trigger()).time(row.triggeredAt()).any(row.stayMs(), Types.BIGINT);
        c.text(row.landing().referral()).word(row.device()).word(row.template());
        c.time(row.impressedAt()).time(row.clickedAt()).text(row.dismissed());
        c.any(row.firstClick())
                .any(row.converted())
                .number(row.conversionAmount())
                .number(row.refundedAmount());
        c.number(row.unverifiedAmount()).number(row.outcomeAmount());
        c.any(row.rewarded()).any(row.violation());
    }

    private static void bindNotShown(Columns c, Of<NotShownRow> of) throws SQLException {
        NotShownRow row = of.row();
        c.number(of.mall().value()).id(row.event()).any(row.day()).word(row.trigger());
        c.text(row.reason().name());
    }

    /// Binds columns one after another.
    private static final class Columns {
        private final PreparedStatement statement;
        private int index;

        Columns(PreparedStatement statement) {
            this.statement = statement;
        }

        Columns number(long value) throws SQLException {
            statement.setLong(++index, value);
            return this;
        }

        Columns text(@Nullable String value) throws SQLException {
            statement.setString(++index, value);
            return this;
        }

        Columns word(@Nullable Enum<?> value) throws SQLException {
            return text(value == null ? null : Wire.of(value));
        }

        Columns id(UUID value) throws SQLException {
            return any(value);
        }

        Columns time(@Nullable Long millis) throws SQLException {
            statement.setTimestamp(++index, millis == null ? null : new Timestamp(millis));
            return this;
        }

        Columns bytes(byte[] value) throws SQLException {
            statement.setBytes(++index, value);
            return this;
        }

        Columns any(Object value) throws SQLException {
            statement.setObject(++index, value);
            return this;
        }

        Columns any(@Nullable Object value, int type) throws SQLException {
            statement.setObject(++index, value, type);
            return this;
        }
    }
}
