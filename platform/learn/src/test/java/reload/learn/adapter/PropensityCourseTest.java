package reload.learn.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reload.event.Device;
import reload.event.MallId;
import reload.event.Template;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.adapter.VisitChances.Basis;
import reload.learn.adapter.VisitChances.Basis.From;
import reload.learn.adapter.VisitChances.Chances;
import reload.learn.exit.Following;
import reload.learn.exit.PastVisit;
import reload.learn.exit.Propensity;
import reload.learn.exit.VisitSignals;
import reload.log.adapter.Database;
import reload.log.adapter.TestDatabase;
import reload.mall.adapter.MallScope;
import reload.session.Trail;
import reload.session.Trail.Carted;
import reload.session.Trail.Viewed;

class PropensityCourseTest {
    private static final Database DATABASE = TestDatabase.named("propensity");
    private static final int NEVER = Integer.MAX_VALUE;
    private static final Walked ORDINARY = new Walked(0.2, 0.6);
    private static final Walked HASTY = new Walked(0.5, 0.85);
    private static final Walked TURNED = new Walked(0.6, 0.2);

    private static final List<String> TRAINED = new ArrayList<>();

    private final DataSource worker = TestDatabase.connections(DATABASE, Database.Role.WORKER);
    private final DataSource console = TestDatabase.connections(DATABASE, Database.Role.CONSOLE);
    private Propensities propensities;
    private ModelStore<Propensity> exits;

    @BeforeEach
    void open() throws SQLException {
        try (var connection = DATABASE.login(Database.Role.OWNER).connect();
                var statement = connection.createStatement()) {
            statement.execute("truncate model, session, mall_clock");
        }
        propensities = Propensities.open(worker);
        exits = propensities.of(Following.EXIT);
    }

    @AfterEach
    void close() {
        propensities.close();
    }

    private boolean learn(int ownFrom) throws SQLException {
        return learn(Following.EXIT, ownFrom);
    }

    private boolean learn(Following following, int ownFrom) throws SQLException {
        List<Boolean> better = new ArrayList<>();
        new PropensityCourse(
                        following,
                        List.of(Told.SAND, Told.SEA),
                        worker,
                        propensities.of(following),
                        InstantSource.system(),
                        ownFrom)
                .learn(new Course.Watcher() {
                    @Override
                    public void read(long entries) {}

                    @Override
                    public void learnt(boolean one) {
                        better.add(one);
                    }
                });
        return better.contains(true);
    }

    /// A mall that has learnt, once for all tests: training is most of what they take.
    private void learntOnce() throws SQLException {
        ORDINARY.visits(worker, Told.SAND, 0, 1_200);
        if (TRAINED.isEmpty()) {
            assertThat(learn(NEVER)).isTrue();
            TRAINED.addAll(modelRows());
            return;
        }
        try (Connection connection = worker.getConnection();
                var insert = connection.prepareStatement("insert into model select (?::model).*")) {
            for (String row : TRAINED) {
                insert.setString(1, row);
                insert.executeUpdate();
            }
        }
        exits.refresh();
    }

    private List<String> modelRows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select model::text from model")) {
            while (row.next()) rows.add(row.getString(1));
        }
        return rows;
    }

    private Tried last(MallId mall) throws SQLException {
        return exits.history(mall).getFirst();
    }

    private Chances chances(MallId mall) throws SQLException {
        return new VisitChances(new MallScope(console), propensities).recent(mall, 50);
    }

    /// Of leaving from a page seen first.
    private double chance(MallId mall, Template page) {
        var trail = new Trail(false, false, List.of(new Viewed(0, page, page == Template.PRODUCT ? 1 : 0)));
        return exits.of(mall)
                .of(VisitSignals.rows(new PastVisit(0, Device.PHONE, "none", trail))
                        .getLast());
    }

    @Test
    void aMallLearnsWhoLeavesAndSaysSoOfVisitsItHasNotSeen() throws SQLException {
        learntOnce();
        Tried tried = last(Told.SAND);
        assertThat(tried.outcome()).isEqualTo(Outcome.BETTER);
        assertThat(tried.pooled()).isEqualTo(exits.version(null)).isEqualTo(1);
        assertThat(tried.rows()).isEqualTo(960);
        assertThat(tried.windowTo()).isEqualTo(Walked.START + 959 * Walked.MINUTE);
        assertThat(tried.metrics().get("logLoss"))
                .isLessThan(tried.metrics().get("logLossAverage"))
                .isLessThan(tried.metrics().get("logLossAtWork"));
        assertThat(tried.metrics().get("calibrationError"))
                .isLessThan(tried.metrics().get("calibrationBand"));
        assertThat(chance(Told.SAND, Template.LIST)).isEqualTo(0.2, within(0.1));
        assertThat(chance(Told.SAND, Template.PRODUCT)).isEqualTo(0.6, within(0.1));
    }

    @Test
    void withTooLittleAMallStaysAtItsAverageAndSaysSo() throws SQLException {
        ORDINARY.visits(worker, Told.SAND, 0, 80);
        assertThat(learn(NEVER)).isFalse();
        assertThat(last(Told.SAND).outcome()).isEqualTo(Outcome.TOO_LITTLE);
        Chances chances = chances(Told.SAND);
        assertThat(chances.exit().from()).isEqualTo(From.PRIOR);
        assertThat(chances.exit().outcome()).isEqualTo(Outcome.TOO_LITTLE);
        assertThat(chances.exit().average()).isBetween(0.3, 0.5);
        assertThat(chances.sessions()).hasSize(50).allSatisfy(row -> {
            assertThat(row.exit().chance()).isEqualTo(chances.exit().average());
            assertThat(row.exit().signals()).isEmpty();
        });
    }

    @Test
    void aMallWithTooLittleHasWhatAllMallsTeachAndIsToldSo() throws SQLException {
        ORDINARY.visits(worker, Told.SAND, 0, 1_200);
        HASTY.visits(worker, Told.SEA, 0, 40);
        learn(NEVER);
        assertThat(last(Told.SEA).outcome()).isEqualTo(Outcome.TOO_LITTLE);
        assertThat(chances(Told.SEA).exit().from()).isEqualTo(From.SHARED);
        assertThat(chance(Told.SEA, Template.PRODUCT)).isGreaterThan(chance(Told.SEA, Template.LIST) + 0.2);
        assertThat(exits.of(Told.SEA)).isEqualTo(exits.of(null));
    }

    @Test
    void treesAreSharedButEachMallBelievesThemByItsOwnVisits() throws SQLException {
        ORDINARY.visits(worker, Told.SAND, 0, 1_200);
        HASTY.visits(worker, Told.SEA, 0, 1_200);
        learn(NEVER);
        assertThat(exits.of(Told.SEA).bag()).isEqualTo(exits.of(Told.SAND).bag());
        assertThat(chance(Told.SAND, Template.PRODUCT)).isEqualTo(0.6, within(0.1));
        assertThat(chance(Told.SEA, Template.PRODUCT)).isEqualTo(0.85, within(0.1));
    }

    @Test
    void aLargeMallHasTreesOfItsOwn() throws SQLException {
        ORDINARY.visits(worker, Told.SAND, 0, 1_200);
        TURNED.visits(worker, Told.SEA, 0, 1_200);
        learn(1_200);
        assertThat(exits.version(null)).isZero();
        assertThat(last(Told.SEA).pooled()).isNull();
        assertThat(chance(Told.SEA, Template.LIST)).isEqualTo(0.6, within(0.1));
    }

    @Test
    void whoFillsACartMayOrderAndAFullerOneNeverSpeaksAgainstIt() throws SQLException {
        ORDINARY.visits(worker, Told.SAND, 0, 1_200);
        assertThat(learn(Following.ORDER, NEVER)).isTrue();
        Propensity orders = propensities.of(Following.ORDER).of(Told.SAND);
        for (long at = 2_000; at < 60_000; at += 2_000) {
            double fewer = 0;
            for (int lines = 0; lines < 6; lines++) {
                var trail = new Trail(
                        false,
                        false,
                        List.of(
                                new Viewed(0, Template.LIST, 0),
                                new Carted(at, lines),
                                new Viewed(at, Template.PRODUCT, 1)));
                double chance = orders.of(VisitSignals.rows(new PastVisit(0, Device.PHONE, "none", trail))
                        .getLast());
                assertThat(chance).isGreaterThanOrEqualTo(fewer);
                fewer = chance;
            }
            assertThat(fewer).isGreaterThan(0.3);
        }
    }

    @Test
    void whatIsNoBetterReplacesNothing() throws SQLException {
        learntOnce();
        assertThat(learn(NEVER)).isFalse();
        assertThat(last(Told.SAND).outcome()).isEqualTo(Outcome.NO_BETTER);
        assertThat(last(Told.SAND).drifted()).isFalse();
        assertThat(exits.version(Told.SAND)).isEqualTo(1);
        assertThat(exits.version(null)).isEqualTo(1);
    }

    @Test
    void visitsWithoutAnythingToLearnLeaveTheAverageAtWork() throws SQLException {
        new Walked(0.4, 0.4).visits(worker, Told.SAND, 0, 1_200);
        assertThat(learn(NEVER)).isFalse();
        assertThat(last(Told.SAND).outcome()).isEqualTo(Outcome.NO_BETTER);
        assertThat(chances(Told.SAND).exit().from()).isEqualTo(From.PRIOR);
    }

    @Test
    void shoppersWhoHaveChangedAreNoticedAndLearntAnew() throws SQLException {
        learntOnce();
        TURNED.visits(worker, Told.SAND, 1_200, 5_000);
        learn(NEVER);
        assertThat(last(Told.SAND).drifted()).isTrue();
        assertThat(last(Told.SAND).outcome()).isEqualTo(Outcome.BETTER);
        assertThat(last(Told.SAND).parent()).isEqualTo(1);
        assertThat(chance(Told.SAND, Template.LIST)).isGreaterThan(chance(Told.SAND, Template.PRODUCT));
    }

    @Test
    void anEarlierVersionIsPutBackToWork() throws SQLException {
        learntOnce();
        assertThat(exits.restore(Told.SAND, 0)).isTrue();
        assertThat(chances(Told.SAND).exit().from()).isEqualTo(From.PRIOR);
        assertThat(exits.restore(Told.SAND, 1)).isTrue();
        assertThat(chances(Told.SAND).exit().from()).isEqualTo(From.OWN);
    }

    @Test
    void eachSessionsChanceIsWhatItsSignalsSumTo() throws SQLException {
        learntOnce();
        Chances chances = chances(Told.SAND);
        assertThat(chances.exit().calibrated()).isTrue();
        assertThat(chances.sessions()).hasSize(50).allSatisfy(row -> {
            double logOdds = row.exit().base();
            for (VisitChances.Said said : row.exit().signals()) logOdds += said.logOdds();
            assertThat(1 / (1 + Math.exp(-logOdds))).isEqualTo(row.exit().chance(), within(1e-9));
        });
        assertThat(chances.sessions())
                .anySatisfy(row ->
                        assertThat(row.exit().signals().getFirst().signal()).startsWith("page."));
    }

    @Test
    void oneMallsSessionsAreNotAnothers() throws SQLException {
        ORDINARY.visits(worker, Told.SAND, 0, 60);
        assertThat(chances(Told.SEA).sessions()).isEmpty();
        Basis nothing = chances(Told.SEA).exit();
        assertThat(nothing.outcome()).isNull();
        assertThat(nothing.average()).isEqualTo(Following.EXIT.average(0, 0));
    }
}
