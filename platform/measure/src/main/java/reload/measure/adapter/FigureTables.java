package reload.measure.adapter;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import reload.event.MallId;
import reload.mall.Mall;
import reload.mall.adapter.DatabaseUnavailable;
import reload.mall.adapter.MallScope;
import reload.measure.Days;
import reload.measure.Dimension;
import reload.measure.Figures;
import reload.measure.Lift;
import reload.measure.Outcomes;

/// A mall's answers, read from the tables `session`, `exposure` and `not_shown`. Each is one pass over the mall's
/// rows of the range: 50 to 80 ms for a month of 2,000 visits a day.
public final class FigureTables {
    /// How long after a trigger orders count, and so how old a trigger must be to be compared.
    private static final Duration WINDOW = Duration.ofHours(24);

    /// A page cannot show more rows; whoever sends made-up campaigns shall not fill a browser.
    private static final int MOST_VALUES = 1000;

    static final int MOST_SESSIONS = 200;

    private static final String OF_SESSIONS = """
            count(*) as sessions,
            sum(page_views) as page_views,
            round(avg(visible_ms)) as visible_ms,
            round(avg(active_ms)) as active_ms,
            count(*) filter (where storage <> 'persistent') as outside_experiments
            """;

    private static final String OF_EXPOSURES = """
            count(*) filter (where first and arm = 'shown' and variant <> 'nothing') as shown,
            count(*) filter (where first and arm = 'shown' and variant = 'nothing') as spared,
            count(*) filter (where first and arm = 'held-out') as held_out,
            count(impressed_at) as impressions,
            count(clicked_at) as clicks,
            count(*) filter (where first_click) as clickers,
            count(*) filter (where first_click and converted) as converted,
            sum(conversion_amount) as conversion_amount,
            sum(refunded_amount) as refunded_amount,
            sum(unverified_amount) as unverified_amount,
            count(*) filter (where violation) as violations
            """;

    /// Whoever drew nothing is compared with the shown: only the hold-out is held out by chance alone. Refunds may not
    /// take an outcome below nothing, whatever a mall's server claims.
    private static final String OF_OUTCOMES = """
            count(*) filter (where mature and arm = 'shown') as shown_visitors,
            count(*) filter (where mature and arm = 'shown' and outcome <> 0) as shown_buyers,
            coalesce(sum(outcome) filter (where mature and arm = 'shown'), 0) as shown_sum,
            coalesce(sum(outcome * outcome) filter (where mature and arm = 'shown'), 0) as shown_squares,
            count(*) filter (where mature and arm = 'held-out') as held_out_visitors,
            count(*) filter (where mature and arm = 'held-out' and outcome <> 0) as held_out_buyers,
            coalesce(sum(outcome) filter (where mature and arm = 'held-out'), 0) as held_out_sum,
            coalesce(sum(outcome * outcome) filter (where mature and arm = 'held-out'), 0) as held_out_squares,
            coalesce(max(day) filter (where mature) - min(day) filter (where mature) + 1, 1) as days
            """;

    private static final String REPORT = """
            select * from
                (select %s from session where mall = ? and day between ? and ?) of_sessions,
                (select %s, %s from
                    (select *, first and experiment = ? and triggered_at <= ? as mature,
                            greatest(outcome_amount, 0)::float8 as outcome
                        from exposure where mall = ? and day between ? and ?) exposures) of_exposures
            """.formatted(OF_SESSIONS, OF_EXPOSURES, OF_OUTCOMES);

    private static final String BY_DAY = """
            select * from
                (select generate_series(?::date, ?::date, interval '1 day')::date as day) days
                left join (select day, %s from session where mall = ? and day between ? and ? group by day) of_sessions
                    using (day)
                left join (select day, %s from exposure where mall = ? and day between ? and ? group by day) of_exposures
                    using (day)
            order by day
            """.formatted(OF_SESSIONS, OF_EXPOSURES);

    private static final String BY_VALUE = """
            select * from
                (select {column} as value, %s from session
                    where mall = ? and day between ? and ? and {column} is not null group by 1) of_sessions
                full join
                (select {column} as value, %s from exposure
                    where mall = ? and day between ? and ? and {column} is not null group by 1) of_exposures
                    using (value)
            order by coalesce(sessions, 0) desc, value
            limit %d
            """.formatted(OF_SESSIONS, OF_EXPOSURES, MOST_VALUES);

    /// What the shopper asked for is shown on every side.
    private static final String REASONS = """
            select trigger, reason, count(*) as count from (
                select trigger,
                        case when trigger = 'link' then 'SHOWN' when arm = 'held-out' then 'HELD_OUT'
                            when variant = 'nothing' then 'SPARED' else 'SHOWN' end as reason
                    from exposure where mall = ? and day between ? and ? and trigger is not null
                union all
                select trigger, reason from not_shown where mall = ? and day between ? and ?) moments
            group by trigger, reason
            order by count desc, trigger, reason
            """;

    private static final String RECENT_SESSIONS = """
            select s.*, impressed, clicked, converted, amount from
                (select * from session where mall = ? order by started_at desc, session limit ?) s
                cross join lateral (
                    select coalesce(bool_or(impressed_at is not null), false) as impressed,
                        coalesce(bool_or(clicked_at is not null), false) as clicked,
                        coalesce(bool_or(converted), false) as converted,
                        coalesce(sum(conversion_amount), 0) as amount
                    from exposure e where e.mall = s.mall and e.session = s.session) exposures
            order by started_at desc, session
            """;

    private final MallScope rows;

    public FigureTables(MallScope rows) {
        this.rows = rows;
    }

    /// @param asOf now; triggers younger than the window then are not compared yet
    /// @throws DatabaseUnavailable like every answer, if the database does not answer
    public Report report(Mall mall, Days days, Instant asOf) {
        return read(mall.id(), REPORT, statement -> {
            var in = new Parameters(statement);
            in.range(mall.id(), days);
            in.next(mall.experiment());
            in.next(asOf.minus(WINDOW).atOffset(ZoneOffset.UTC));
            in.range(mall.id(), days);
            try (var row = statement.executeQuery()) {
                row.next();
                var figures = figures(row);
                var shown = outcomes(row, "shown");
                var heldOut = outcomes(row, "held_out");
                var lift = Lift.between(shown, heldOut, mall.settings().holdOutShare(), row.getInt("days"));
                return Report.of(
                        mall,
                        days,
                        asOf,
                        figures,
                        Report.IncrementalAmount.of(
                                lift, figures.triggered() - figures.heldOut(), shown.visitors(), heldOut.visitors()));
            }
        });
    }

    public FiguresByDay byDay(MallId mall, Days days) {
        return read(mall, BY_DAY, statement -> {
            var in = new Parameters(statement);
            in.next(days.from());
            in.next(days.to());
            in.range(mall, days);
            in.range(mall, days);
            return new FiguresByDay(rows(
                    statement, row -> FiguresByDay.Row.of(row.getObject("day", LocalDate.class), figures(row))));
        });
    }

    public FiguresByValue by(Dimension dimension, MallId mall, Days days) {
        return read(mall, BY_VALUE.replace("{column}", dimension.wire()), statement -> {
            var in = new Parameters(statement);
            in.range(mall, days);
            in.range(mall, days);
            return new FiguresByValue(
                    rows(statement, row -> FiguresByValue.Row.of(row.getString("value"), figures(row))));
        });
    }

    public Reasons reasons(MallId mall, Days days) {
        return read(mall, REASONS, statement -> {
            var in = new Parameters(statement);
            in.range(mall, days);
            in.range(mall, days);
            return new Reasons(rows(
                    statement,
                    row -> new Reasons.Row(row.getString("trigger"), row.getString("reason"), row.getLong("count"))));
        });
    }

    /// @param limit how many, from 1 to 200
    public RecentSessions recentSessions(MallId mall, int limit) {
        if (limit < 1 || limit > MOST_SESSIONS) {
            throw new IllegalArgumentException("sessions come by 1 to " + MOST_SESSIONS + ", not " + limit);
        }
        return read(mall, RECENT_SESSIONS, statement -> {
            statement.setInt(1, mall.value());
            statement.setInt(2, limit);
            return new RecentSessions(rows(statement, FigureTables::recentSession));
        });
    }

    private static RecentSessions.Row recentSession(ResultSet row) throws SQLException {
        String visitor = row.getString("visitor");
        return new RecentSessions.Row(
                row.getObject("session", UUID.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                visitor.substring(0, Math.min(8, visitor.length())),
                row.getString("referral"),
                row.getString("device"),
                row.getInt("page_views"),
                row.getLong("visible_ms"),
                row.getInt("orders"),
                row.getString("trigger"),
                row.getString("arm"),
                row.getString("reason"),
                row.getBoolean("impressed"),
                row.getBoolean("clicked"),
                row.getBoolean("converted"),
                row.getLong("amount"));
    }

    /// Sums over no row are SQL's null, which reads as 0.
    private static Figures figures(ResultSet row) throws SQLException {
        long shown = row.getLong("shown");
        long spared = row.getLong("spared");
        long heldOut = row.getLong("held_out");
        return new Figures(
                row.getLong("sessions"),
                row.getLong("page_views"),
                row.getLong("visible_ms"),
                row.getLong("active_ms"),
                row.getLong("outside_experiments"),
                shown + spared + heldOut,
                shown,
                spared,
                heldOut,
                row.getLong("impressions"),
                row.getLong("clicks"),
                row.getLong("clickers"),
                row.getLong("converted"),
                row.getLong("conversion_amount"),
                row.getLong("refunded_amount"),
                row.getLong("unverified_amount"),
                row.getLong("violations"));
    }

    private static Outcomes outcomes(ResultSet row, String arm) throws SQLException {
        return new Outcomes(
                row.getLong(arm + "_visitors"),
                row.getLong(arm + "_buyers"),
                row.getDouble(arm + "_sum"),
                row.getDouble(arm + "_squares"));
    }

    private interface FromRow<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(PreparedStatement statement, FromRow<T> fromRow) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (var row = statement.executeQuery()) {
            while (row.next()) rows.add(fromRow.read(row));
        }
        return rows;
    }

    private static final class Parameters {
        private final PreparedStatement statement;
        private int last;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        void next(Object value) throws SQLException {
            statement.setObject(++last, value);
        }

        void range(MallId mall, Days days) throws SQLException {
            next(mall.value());
            next(days.from());
            next(days.to());
        }
    }

    private interface Ask<T> {
        T answer(PreparedStatement statement) throws SQLException;
    }

    private <T> T read(MallId mall, String sql, Ask<T> ask) {
        return rows.of(mall, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                return ask.answer(statement);
            }
        });
    }
}
