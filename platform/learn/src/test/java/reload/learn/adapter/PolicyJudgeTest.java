package reload.learn.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reload.event.Arm;
import reload.learn.adapter.PolicyJudge.Drawn;
import reload.learn.bandit.VariantShares;
import reload.learn.judge.Judged;
import reload.learn.judge.OffPolicy;
import reload.log.adapter.Database;
import reload.log.adapter.TestDatabase;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.PageVariant;
import reload.mall.ShowRule;
import reload.mall.adapter.MallScope;

/// A mall where the reload page is worth 400 to who has a phone, costs 200 with a desktop, and 30 % are held
/// out. Of the others, half were shown a second page that is worth 100 more to everybody.
class PolicyJudgeTest {
    private static final Database DATABASE = TestDatabase.named("judge");
    private static final MallScope WORKER = new MallScope(TestDatabase.connections(DATABASE, Database.Role.WORKER));
    private static final double HELD_OUT = 0.3;
    private static final VariantShares LEARNT = new VariantShares(Map.of("classic", 0.25, "second", 0.75));

    private final PolicyJudge judge =
            new PolicyJudge(new MallScope(TestDatabase.connections(DATABASE, Database.Role.CONSOLE)), _ -> LEARNT);

    @BeforeEach
    void tell() {
        WORKER.of(List.of(Told.SAND, Told.SEA), connection -> {
            try (var statement = connection.createStatement();
                    var insert = connection.prepareStatement("""
                            insert into exposure (mall, plan, visitor, session, day, experiment, arm, variant, propensity,
                                settings, first, trigger, triggered_at, referral, device, template, first_click, converted,
                                conversion_amount, refunded_amount, unverified_amount, outcome_amount, rewarded, violation)
                            values (1, ?, 'v', '019aa9c0-0000-7000-8000-000000000001', '2026-11-10', 'classic', ?, ?, ?,
                                1, true, 'back-hold', '2026-11-10T00:00:00Z', 'direct', ?, 'product', false, false, 0, 0, 0, ?,
                                ?, false)
                            """)) {
                statement.execute("delete from exposure; delete from mall_clock");
                statement.execute("insert into mall_clock (mall, received_at) values (1, '2026-11-12T00:00:00Z')");
                SplittableRandom random = new SplittableRandom(1);
                for (int i = 0; i < 4_000; i++) {
                    boolean phone = random.nextBoolean();
                    Arm arm = random.nextDouble() < HELD_OUT ? Arm.HELD_OUT : Arm.SHOWN;
                    boolean second = arm == Arm.SHOWN && random.nextBoolean();
                    double mean = 1_000 + (arm == Arm.HELD_OUT ? 0 : phone ? 400 : -200) + (second ? 100 : 0);
                    insert.setObject(1, new UUID(0, i));
                    insert.setString(2, arm.wire());
                    insert.setString(3, second ? "second" : "classic");
                    if (i % 100 == 0) insert.setNull(4, Types.DOUBLE);
                    else insert.setDouble(4, arm == Arm.HELD_OUT ? HELD_OUT : (1 - HELD_OUT) / 2);
                    insert.setString(5, phone ? "phone" : "desktop");
                    insert.setLong(6, Math.round(mean + 500 * random.nextGaussian()));
                    insert.setBoolean(7, random.nextDouble() < (arm == Arm.HELD_OUT ? 0.2 : second ? 0.5 : 0.4));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    @Test
    void aRuleIsJudgedBesideShowingEverybodyNobodyAndEachPageAlone() {
        var judged = judge.judge(withTwoPages(), ShowRule.read("device=phone"));
        assertThat(judged.decisions()).isEqualTo(3_960); // of the others the chance is not known any more
        assertThat(judged.policies())
                .extracting(Judged::policy)
                .containsExactly(
                        "the rule", "everybody", "nobody", "only classic", "only second", "learnt shares", "by uplift");
        double[] worth = {1_225, 1_150, 1_000, 1_100, 1_200, 1_175, 1_225};
        double[] reward = {0.325, 0.45, 0.2, 0.4, 0.5, 0.475, 0.325};
        for (int i = 0; i < worth.length; i++) {
            holds(judged.policies().get(i).worth(), worth[i]);
            holds(judged.policies().get(i).reward(), reward[i]);
        }
        var rule = judged.policies().getFirst();
        assertThat(rule.share()).isCloseTo(0.5, within(0.03));
        assertThat(judged.drawn()).extracting(Drawn::variant).containsExactly("classic", "hold-out", "second");
        assertThat(judged.drawn().stream().mapToLong(Drawn::rounds).sum()).isEqualTo(3_960);
    }

    /// Within three standard errors: thirty estimates are looked at.
    private static void holds(OffPolicy judged, double truth) {
        for (OffPolicy.Estimate one : List.of(judged.doublyRobust(), judged.snips(), judged.ips())) {
            double margin = (one.interval().high() - one.interval().low()) / 2;
            assertThat(one.value()).isCloseTo(truth, within(3 / 1.96 * margin));
        }
        assertThat(judged.weights().holds()).isTrue();
    }

    @Test
    void aPageNobodyWasShownIsNotJudged() {
        Mall mall = Told.mall(Told.SAND);
        var page = mall.settings().page();
        var unseen = judge.judge(
                Told.mall(Told.SAND, mall.settings().withPage(page.beside(new PageVariant("new", page.blocks())))),
                ShowRule.EVERYBODY);
        assertThat(unseen.policies())
                .filteredOn(one -> one.policy().equals("only new"))
                .singleElement()
                .satisfies(one -> assertThat(one.worth()).isNull())
                .satisfies(one -> assertThat(one.reward()).isNull());
    }

    private static Mall withTwoPages() {
        var page = MallSettings.initial().page();
        return Told.mall(
                Told.SAND, MallSettings.initial().withPage(page.beside(new PageVariant("second", page.blocks()))));
    }

    @Test
    void withFewBuyersNothingIsMadeUp() {
        assertThat(judge.judge(Told.mall(Told.SEA), ShowRule.EVERYBODY).policies())
                .allSatisfy(one -> assertThat(one.worth()).isNull());
    }
}
