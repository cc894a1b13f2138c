package reload.recommend.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reload.event.MallId;
import reload.learn.adapter.Course;
import reload.learn.adapter.ModelStore;
import reload.learn.adapter.TrainingProcess;
import reload.learn.adapter.Tried.Outcome;
import reload.log.adapter.Database;
import reload.log.adapter.Login;
import reload.log.adapter.TestDatabase;
import reload.mall.TestMalls;
import reload.mall.adapter.MallScope;
import reload.recommend.Learner;
import reload.recommend.Query;
import reload.recommend.RankingModel;
import reload.recommend.Recommender;

class RankTrainingTest {
    private static final MallId LARGE = new MallId(1);
    private static final MallId SMALL = new MallId(2);
    private static final MallId OTHER = new MallId(3);
    private static final MallId NEW = new MallId(4);
    private static final int OWN_FROM = 4_200;

    private static final Map<String, List<String>> TRAINED = new HashMap<>();

    private final Database database = TestDatabase.named("rank");
    private final DataSource worker = TestDatabase.connections(database, Database.Role.WORKER);
    private final List<Boolean> learnt = new ArrayList<>();
    private ModelStore<RankingModel> models;

    @BeforeEach
    void open() throws SQLException {
        try (Connection connection = database.login(Database.Role.OWNER).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate model, recommend_snapshot");
        }
        models = RankModels.open(worker);
    }

    @AfterEach
    void close() {
        models.close();
    }

    /// Shoppers whose last product belongs to the first one: what trees can tell, and presets cannot.
    private void remembers(MallId mall, int sessions, long seed) throws SQLException {
        remembers(mall, RankerTrainingTest.shoppers(sessions, seed));
    }

    private void remembers(MallId mall, Learner learner) throws SQLException {
        try (Connection connection = worker.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into recommend_snapshot (mall, position, learnt, revision)
                        values (?, '7', ?, nextval('recommend_revision'))
                        on conflict (mall) do update set learnt = excluded.learnt, revision = excluded.revision
                        """)) {
            upsert.setInt(1, mall.value());
            upsert.setBytes(2, learner.toBytes());
            upsert.executeUpdate();
        }
    }

    private void train() throws SQLException {
        learnt.clear();
        new RankTraining(worker, models, InstantSource.system(), OWN_FROM).learn(watcher());
    }

    /// The large mall, trained.
    private void large() throws SQLException {
        remembers(LARGE, OWN_FROM, 1);
        trainOnce("large");
    }

    /// Two small malls and one that has hardly opened, trained together.
    private void small() throws SQLException {
        remembers(SMALL, 2_100, 2);
        remembers(OTHER, 2_100, 3);
        remembers(NEW, 20, 4);
        trainOnce("small");
    }

    /// Trains, or takes the rows that the same training left in an earlier test: training is most of what tests take.
    private void trainOnce(String malls) throws SQLException {
        List<String> rows = TRAINED.get(malls);
        if (rows == null) {
            train();
            TRAINED.put(malls, modelRows());
            return;
        }
        try (Connection connection = worker.getConnection();
                var insert = connection.prepareStatement("insert into model select (?::model).*")) {
            for (String row : rows) {
                insert.setString(1, row);
                insert.executeUpdate();
            }
        }
        close();
        models = RankModels.open(worker);
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

    private Course.Watcher watcher() {
        return new Course.Watcher() {
            @Override
            public void read(long entries) {}

            @Override
            public void learnt(boolean better) {
                learnt.add(better);
            }
        };
    }

    @Test
    void aLargeMallGetsTreesOfItsOwnThatFindWhatItsShoppersWant() throws SQLException {
        large();
        assertThat(models.version(LARGE)).isEqualTo(1);
        assertThat(models.of(LARGE).trees()).isNotNull();
        assertThat(models.history(LARGE)).singleElement().satisfies(tried -> {
            assertThat(tried.outcome()).isEqualTo(Outcome.BETTER);
            assertThat(tried.rows()).isEqualTo(OWN_FROM);
            assertThat(tried.parent()).isZero();
            assertThat(tried.pooled()).isNull();
            assertThat(tried.position()).isEqualTo("7");
            assertThat(tried.windowFrom()).isLessThan(tried.windowTo());
            assertThat(tried.metrics().get("reciprocalRank"))
                    .isGreaterThan(tried.metrics().get("reciprocalRankAtWork"));
        });
        assertThat(models.version(null)).isZero();
    }

    @Test
    void aModelThatIsNotSurelyBetterStaysAsideAndTheOneAtWorkStays() throws SQLException {
        large();
        RankingModel before = models.of(LARGE);
        train();
        assertThat(learnt).containsExactly(false);
        assertThat(models.of(LARGE)).isSameAs(before);
        var second = models.history(LARGE).getFirst();
        assertThat(second.outcome()).isEqualTo(Outcome.NO_BETTER);
        assertThat(second.parent()).isEqualTo(1);
        assertThat(second.atWork()).isFalse();
    }

    @Test
    void anEarlierModelIsPutBackToWork() throws SQLException {
        large();
        RankingModel trained = models.of(LARGE);
        assertThat(models.restore(LARGE, 0)).isTrue();
        assertThat(models.of(LARGE)).isEqualTo(RankingModel.UNTRAINED);
        assertThat(models.restore(LARGE, 1)).isTrue();
        assertThat(models.of(LARGE)).isEqualTo(trained);
        assertThat(models.restore(LARGE, 2)).isFalse();
        assertThat(models.restore(SMALL, 1)).isFalse();
    }

    @Test
    void smallMallsShareTreesOfAllTheirMomentsAndOneWithNearlyNoneTakesThemToo() throws SQLException {
        small();
        assertThat(models.version(null)).isEqualTo(1);
        assertThat(models.history(null).getFirst().rows()).isEqualTo(4_220);
        assertThat(models.of(SMALL).trees())
                .isNotNull()
                .isSameAs(models.of(OTHER).trees());
        assertThat(models.of(NEW).trees()).isSameAs(models.of(SMALL).trees());
        assertThat(models.of(NEW).preset()).isEqualTo(RankingModel.UNTRAINED.preset());
        assertThat(models.history(SMALL)).singleElement().satisfies(tried -> {
            assertThat(tried.outcome()).isEqualTo(Outcome.BETTER);
            assertThat(tried.pooled()).isEqualTo(1);
        });
        assertThat(models.history(NEW)).singleElement().satisfies(tried -> {
            assertThat(tried.outcome()).isEqualTo(Outcome.TOO_LITTLE);
            assertThat(tried.metrics()).isEmpty();
        });
        assertThat(RankingModel.UNTRAINED).isEqualTo(models.of(LARGE));
    }

    @Test
    void theSharedTreesThatAreKeptHoldNoNameOfAnyMallsGoods() throws SQLException {
        small();
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select learnt from model where learnt is not null")) {
            while (row.next())
                assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .doesNotContain("goal-", "any-");
        }
    }

    @Test
    void peopleOfAMallSeeItsOwnModelsAndNeitherAnothersNorThoseOfAllTogether() throws SQLException {
        small();
        var console = TestDatabase.connections(database, Database.Role.CONSOLE);
        try (Connection connection = console.getConnection()) {
            assertThat(mallsOf(connection)).isEmpty();
        }
        assertThat(new MallScope(console).of(SMALL, RankTrainingTest::mallsOf)).containsExactly(SMALL.value());
    }

    private static List<Integer> mallsOf(Connection connection) throws SQLException {
        List<Integer> malls = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select distinct mall from model order by mall")) {
            while (row.next()) malls.add(row.getInt(1));
        }
        return malls;
    }

    @Test
    void recommendersOfAWorkerAndOfAnEdgeAreRankedByANewModelSoonAfterItIsAtWork() throws SQLException {
        remembers(LARGE, OWN_FROM, 1);
        var fold = new RecommendFold(worker, new TestMalls(TestMalls.mall(1, "large")), Clock.systemUTC(), models::of);
        fold.position();
        try (var edge = RecommendSnapshots.open(worker, models::of)) {
            Recommender before = fold.of(LARGE);
            List<String> untrained = asked(before);
            train();
            fold.take(List.of());
            edge.refresh();
            assertThat(asked(fold.of(LARGE))).isNotEqualTo(untrained).startsWith("goal-3");
            assertThat(asked(edge.of(LARGE))).isEqualTo(asked(fold.of(LARGE)));
            assertThat(asked(before)).isEqualTo(untrained);

            models.restore(LARGE, 0);
            fold.take(List.of());
            edge.refresh();
            assertThat(asked(fold.of(LARGE))).isEqualTo(untrained);
            assertThat(asked(edge.of(LARGE))).isEqualTo(untrained);
        }
    }

    private static List<String> asked(Recommender recommender) {
        return recommender.recommend(Query.goesWith(List.of("any-1", "any-2", "first-3"), null, Set.of(), 8)).stream()
                .map(one -> one.product())
                .toList();
    }

    @Test
    void aProcessOfItsOwnLearnsTheSameAndTellsOfEachMall() throws Exception {
        var process = process(
                database.login(Database.Role.WORKER), Duration.ofMinutes(5), () -> remembers(LARGE, OWN_FROM, 1));
        process.learn(watcher());
        assertThat(learnt).containsExactly(true);
        RankingModel trained = models.of(LARGE);
        close();
        open();
        large();
        assertThat(models.of(LARGE)).isEqualTo(trained);
    }

    @Test
    void aProcessThatCannotReachTheDatabaseSaysWhy() {
        Login nowhere = new Login("jdbc:postgresql://localhost:1/none", "nobody", "none");
        assertThatThrownBy(
                        () -> process(nowhere, Duration.ofMinutes(5), () -> {}).learn(watcher()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("refused");
        assertThat(learnt).isEmpty();
    }

    @Test
    void aProcessThatTakesLongerThanItMayIsEndedAndSaysSo() throws SQLException {
        remembers(LARGE, OWN_FROM, 1);
        var process = process(database.login(Database.Role.WORKER), Duration.ofMillis(1), () -> {});
        assertThatThrownBy(() -> process.learn(watcher()))
                .isInstanceOf(IOException.class)
                .hasMessage("ended after 0 s, its limit, with 0 malls done");
        assertThat(models.history(LARGE)).isEmpty();
    }

    private Course process(Login login, Duration limit, TrainingProcess.Before freshly) {
        return RankTrainingProcess.of(login, models, OWN_FROM, limit, freshly);
    }

    @Test
    void aRecommenderThatCannotBeReadStopsNoOther() throws SQLException {
        remembers(LARGE, OWN_FROM, 1);
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into recommend_snapshot (mall, position, learnt, revision) values (9, '1', '\\x00', 1)");
        }
        train();
        assertThat(learnt).containsExactly(true);
    }
}
