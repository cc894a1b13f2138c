package reload.learn.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reload.event.Arm;
import reload.event.PlanPass;
import reload.event.VisitorId;
import reload.learn.adapter.PolicyJudge.Judged;
import reload.log.adapter.Database;
import reload.log.adapter.TestDatabase;
import reload.mall.ShowRule;
import reload.mall.adapter.MallScope;

/// A mall where the reload page is worth 400 to who has a phone, costs 200 with a desktop, and 30 % are held
/// out.
class PolicyJudgeTest {
    private static final Database DATABASE = TestDatabase.named("judge");
    private static final MallScope WORKER = new MallScope(TestDatabase.connections(DATABASE, Database.Role.WORKER));
    private static final double HELD_OUT = 0.3;

    private final Told log = new Told();
    private final PolicyJudge judge =
            new PolicyJudge(new MallScope(TestDatabase.connections(DATABASE, Database.Role.CONSOLE)), log);

    @BeforeEach
    void tell() {
        WORKER.of(List.of(Told.SAND, Told.SEA), connection -> {
            try (var statement = connection.createStatement();
                    var insert = connection.prepareStatement("""
                            insert into exposure (mall, plan, visitor, session, day, experiment, arm, variant, first, trigger,
                                triggered_at, referral, device, template, first_click, converted, conversion_amount,
                                refunded_amount, unverified_amount, outcome_amount, violation)
                            values (1, ?, 'v', '019aa9c0-0000-7000-8000-000000000001', '2026-11-10', 'classic', ?, 'classic',
                                true, 'back-hold', '2026-11-10T00:00:00Z', 'direct', ?, 'product', false, false, 0, 0, 0, ?,
                                false)
                            """)) {
                statement.execute("delete from exposure; delete from mall_clock");
                statement.execute("insert into mall_clock (mall, received_at) values (1, '2026-11-12T00:00:00Z')");
                SplittableRandom random = new SplittableRandom(1);
                for (int i = 0; i < 4_000; i++) {
                    boolean phone = random.nextBoolean();
                    Arm arm = random.nextDouble() < HELD_OUT ? Arm.HELD_OUT : Arm.SHOWN;
                    double mean = 1_000 + (arm == Arm.HELD_OUT ? 0 : phone ? 400 : -200);
                    UUID plan = UUID.fromString(log.uuid());
                    insert.setObject(1, plan);
                    insert.setString(2, arm.wire());
                    insert.setString(3, phone ? "phone" : "desktop");
                    insert.setLong(4, Math.round(mean + 500 * random.nextGaussian()));
                    insert.addBatch();
                    if (i % 100 != 0) log.plan(Told.SAND, Told.visitor(i), token(plan, arm));
                }
                return insert.executeBatch();
            }
        });
    }

    private static String token(UUID plan, Arm arm) {
        double propensity = arm == Arm.HELD_OUT ? HELD_OUT : 1 - HELD_OUT;
        return new PlanPass(
                        Told.SAND,
                        plan,
                        new VisitorId(Told.visitor(1)),
                        0,
                        0,
                        0,
                        1,
                        0,
                        propensity,
                        arm,
                        "classic",
                        "classic")
                .sign(new byte[32])
                .text();
    }

    @Test
    void aRuleIsJudgedBesideShowingEverybodyAndNobody() throws SQLException {
        var judged = judge.judge(Told.mall(Told.SAND), ShowRule.read("device=phone"));
        assertThat(judged.decisions()).isEqualTo(3_960);
        assertThat(judged.unlogged()).isEqualTo(40);
        assertThat(judged.policies()).extracting(Judged::policy).containsExactly("the rule", "everybody", "nobody");
        double[] truth = {1_200, 1_100, 1_000};
        for (int i = 0; i < truth.length; i++) {
            var worth = judged.policies().get(i).worth();
            assertThat(worth.doublyRobust().interval().contains(truth[i])).isTrue();
            assertThat(worth.snips().interval().contains(truth[i])).isTrue();
            assertThat(worth.ips().interval().contains(truth[i])).isTrue();
            assertThat(worth.weights().holds()).isTrue();
        }
        var rule = judged.policies().getFirst().worth().doublyRobust();
        assertThat(rule.interval().low())
                .isGreaterThan(judged.policies().get(1).worth().doublyRobust().value());
    }

    @Test
    void withFewBuyersNothingIsMadeUp() {
        assertThat(judge.judge(Told.mall(Told.SEA), ShowRule.EVERYBODY).policies())
                .allSatisfy(one -> assertThat(one.worth()).isNull());
    }
}
