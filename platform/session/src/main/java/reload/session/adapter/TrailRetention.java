package reload.session.adapter;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.mall.Mall;
import reload.mall.Malls;
import reload.mall.adapter.DatabaseUnavailable;
import reload.mall.adapter.MallScope;

/// Lets go of sessions' trails that are older than the log is kept. The sessions stay.
public final class TrailRetention {
    private static final Logger LOG = LoggerFactory.getLogger(TrailRetention.class);

    private final MallScope rows;
    private final Malls malls;
    /// None is left of before this day.
    private LocalDate done = LocalDate.EPOCH;

    /// @param worker connections as the role worker
    public TrailRetention(DataSource worker, Malls malls) {
        this.rows = new MallScope(worker);
        this.malls = malls;
    }

    /// Those of the days before this one. Where the database does not answer, they wait for the next call.
    public synchronized void dropBefore(LocalDate day) {
        if (!day.isAfter(done)) return;
        try {
            for (Mall mall : malls.all()) drop(mall, day);
            done = day;
        } catch (DatabaseUnavailable e) {
            LOG.debug("trails wait for their next turn", e);
        }
    }

    private void drop(Mall mall, LocalDate day) {
        rows.of(mall.id(), connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update session set trail = null where mall = ? and day >= ? and day < ? and trail is not null")) {
                update.setInt(1, mall.id().value());
                update.setObject(2, done);
                update.setObject(3, day);
                return update.executeUpdate();
            }
        });
    }
}
