package reload.learn.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import reload.event.Device;
import reload.event.MallId;
import reload.event.Wire;
import reload.learn.exit.PastVisit;
import reload.log.Position;
import reload.mall.adapter.MallScope;
import reload.session.Trail;

/// Visits that have ended, from the table `session`: those that began in the 30 days up to the mall's newest.
final class PastVisits {
    /// Of each mall, evenly over the days: some days of an ordinary one. Keeps memory and time bounded.
    private static final int MOST = 10_000;

    private static final String ENDED = """
            from session
            where mall = ? and trail is not null
                and started_at > (select max(started_at) from session where mall = ?) - interval '30 days'
                and (closed or ended_at <= (select received_at from mall_clock where mall = ?) - interval '30 minutes')
            """;

    private final DataSource worker;
    private final MallScope rows;

    /// @param worker connections as the role worker
    PastVisits(DataSource worker) {
        this.worker = worker;
        this.rows = new MallScope(worker);
    }

    /// How far visits are told.
    Position position() throws SQLException {
        try (Connection connection = worker.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select position from fold_position where consumer = 'session'");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Position.parse(row.getString(1)) : Position.START;
        }
    }

    /// How many there are.
    int count(MallId mall) {
        return rows.of(mall, connection -> {
            try (PreparedStatement select = connection.prepareStatement("select count(*) " + ENDED)) {
                bind(select, mall);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    /// In the order they began, at most 10,000. Those with more steps than a trail keeps are left out: how they ended
    /// is not known.
    List<PastVisit> of(MallId mall) {
        return rows.of(mall, connection -> {
            List<PastVisit> visits = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select started_at, device, medium, trail from (
                        select started_at, device, medium, trail, row_number() over (order by started_at, session) as number,
                            count(*) over () as size %s) ended
                    where number * ? / size > (number - 1) * ? / size order by number
                    """.formatted(ENDED))) {
                bind(select, mall);
                select.setInt(4, MOST);
                select.setInt(5, MOST);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        PastVisit visit = visit(row);
                        if (!visit.trail().cut() && visit.trail().views() > 0) visits.add(visit);
                    }
                }
            }
            return visits;
        });
    }

    private static void bind(PreparedStatement ended, MallId mall) throws SQLException {
        for (int i = 1; i <= 3; i++) ended.setInt(i, mall.value());
    }

    /// @param row with `started_at`, `device`, `medium` and `trail`
    static PastVisit visit(ResultSet row) throws SQLException {
        return new PastVisit(
                row.getTimestamp("started_at").getTime(),
                device(row.getString("device")),
                row.getString("medium"),
                Trail.read(row.getBytes("trail")));
    }

    private static Device device(String word) {
        for (Device device : Device.values()) if (Wire.of(device).equals(word)) return device;
        throw new IllegalStateException("no device is called " + word);
    }
}
