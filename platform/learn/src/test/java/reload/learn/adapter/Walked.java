package reload.learn.adapter;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import reload.event.MallId;
import reload.event.Template;
import reload.mall.adapter.MallScope;
import reload.session.Trail;
import reload.session.Trail.Carted;
import reload.session.Trail.Ordered;
import reload.session.Trail.Step;
import reload.session.Trail.Viewed;

/// Visits in the table as the session fold writes them, of shoppers who leave from a list with one chance and from a
/// product with another. Most of those with something in the cart order in the end, and few others.
record Walked(double leavesList, double leavesProduct) {
    static final long START = 1_795_000_000_000L;
    static final long MINUTE = 60_000;

    /// One visit a minute.
    ///
    /// @param from the number of the first; also the seed
    void visits(DataSource worker, MallId mall, int from, int count) {
        SplittableRandom random = new SplittableRandom(from);
        new MallScope(worker).of(mall, connection -> {
            try (var clock = connection.prepareStatement("""
                            insert into mall_clock values (?, ?) on conflict (mall) do update set received_at = excluded.received_at
                            """);
                    var insert = connection.prepareStatement("""
                            insert into session (mall, session, visitor, day, started_at, ended_at, page_views, visible_ms,
                                active_ms, wall_ms, referral, source, medium, device, template, storage, orders, closed, trail)
                            values (?, ?, 'visitor-of-22-letters', '2026-11-18', ?, ?, ?, 0, 0, 0, 'direct', 'direct', 'none',
                                'phone', 'list', 'persistent', 0, false, ?)
                            """)) {
                clock.setInt(1, mall.value());
                clock.setTimestamp(2, new Timestamp(START + (from + count) * MINUTE + 60 * MINUTE));
                clock.executeUpdate();
                for (int i = from; i < from + count; i++) {
                    Trail trail = new Trail(false, false, steps(random));
                    insert.setInt(1, mall.value());
                    insert.setObject(2, new UUID(mall.value(), i));
                    insert.setTimestamp(3, new Timestamp(START + i * MINUTE));
                    insert.setTimestamp(4, new Timestamp(START + i * MINUTE));
                    insert.setInt(5, trail.views());
                    insert.setBytes(6, trail.write());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    private List<Step> steps(SplittableRandom random) {
        List<Step> steps = new ArrayList<>();
        long at = 0;
        boolean leaves = false;
        boolean carted = false;
        while (!leaves && steps.size() < 20) {
            boolean list = random.nextBoolean();
            steps.add(new Viewed(at, list ? Template.LIST : Template.PRODUCT, list ? 0 : random.nextInt(1, 4)));
            leaves = random.nextDouble() < (list ? leavesList : leavesProduct);
            at += random.nextInt(2_000, 60_000);
            if (!leaves && random.nextInt(4) == 0) {
                steps.add(new Carted(at, random.nextInt(1, 4)));
                carted = true;
            }
        }
        if (random.nextDouble() < (carted ? 0.8 : 0.02)) steps.add(new Ordered(at));
        return steps;
    }
}
