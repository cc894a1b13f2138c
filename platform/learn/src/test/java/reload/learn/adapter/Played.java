package reload.learn.adapter;

import java.sql.Timestamp;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.event.SiteKey;
import reload.learn.judge.Round;
import reload.mall.Mall;
import reload.mall.Malls;
import reload.mall.adapter.MallScope;

/// Malls whose rounds are in the tables as the session fold writes them.
record Played(List<Mall> all) implements Malls {
    private static final long DAY = 24 * 3_600_000L;

    /// So that all of these are over.
    static void rounds(DataSource worker, MallId mall, List<Round> rounds) {
        new MallScope(worker).of(mall, connection -> {
            try (var clock = connection.prepareStatement("insert into mall_clock values (?, ?)");
                    var insert = connection.prepareStatement("""
                            insert into exposure (mall, plan, visitor, session, day, experiment, arm, variant, propensity,
                                settings, first, trigger, triggered_at, referral, device, template, first_click, converted,
                                conversion_amount, refunded_amount, unverified_amount, outcome_amount, rewarded, violation)
                            values (?, ?, 'v', '019aa9c0-0000-7000-8000-000000000001', '2026-11-10', 'classic', ?, ?, ?, 1,
                                true, 'back-hold', ?, ?, 'phone', ?, false, false, 0, 0, 0, ?, ?, false)
                            """)) {
                clock.setInt(1, mall.value());
                clock.setTimestamp(2, new Timestamp(rounds.getLast().at() + DAY));
                clock.executeUpdate();
                for (Round round : rounds) {
                    insert.setInt(1, mall.value());
                    insert.setObject(2, round.plan());
                    insert.setString(3, round.arm().wire());
                    insert.setString(4, round.variant());
                    insert.setDouble(5, round.propensity());
                    insert.setTimestamp(6, new Timestamp(round.at()));
                    insert.setString(7, round.known().get("referral"));
                    insert.setString(8, round.known().get("template"));
                    insert.setLong(9, round.spent());
                    insert.setBoolean(10, round.rewarded());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    @Override
    public @Nullable Mall find(SiteKey key) {
        return all.stream().filter(mall -> mall.key().equals(key)).findFirst().orElse(null);
    }

    @Override
    public @Nullable Mall find(MallId id) {
        return all.stream().filter(mall -> mall.id().equals(id)).findFirst().orElse(null);
    }
}
