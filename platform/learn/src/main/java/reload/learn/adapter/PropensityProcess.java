package reload.learn.adapter;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import reload.event.MallId;
import reload.learn.exit.Following;
import reload.log.adapter.Login;

/// [PropensityCourse] in a process of its own.
public final class PropensityProcess {
    private PropensityProcess() {}

    /// @param worker as the role worker
    /// @param propensities refreshed after it
    /// @param ownFrom as [PropensityCourse] has it
    /// @param limit as [TrainingProcess] has it
    public static Course of(Following following, Login worker, Propensities propensities, int ownFrom, Duration limit) {
        return new TrainingProcess(
                following.kind(),
                PropensityProcess.class,
                worker,
                List.of(following.name(), Integer.toString(ownFrom)),
                limit,
                TrainingProcess.Before.NOTHING,
                propensities.of(following));
    }

    public static void main(String[] arguments) throws IOException {
        Following following = Following.valueOf(arguments[0]);
        int ownFrom = Integer.parseInt(arguments[1]);
        TrainingProcess.learn((worker, watcher) -> {
            try (var models = Propensities.open(worker, following)) {
                new PropensityCourse(following, malls(worker), worker, models, InstantSource.system(), ownFrom)
                        .learn(watcher);
            }
        });
    }

    private static List<MallId> malls(DataSource worker) throws SQLException {
        List<MallId> malls = new ArrayList<>();
        try (Connection connection = worker.getConnection();
                PreparedStatement select = connection.prepareStatement("select id from mall order by id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) malls.add(new MallId(row.getInt(1)));
        }
        return malls;
    }
}
