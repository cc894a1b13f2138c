package reload.learn.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reload.event.PageEvent.Sensed;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.exit.LeaveModel;
import reload.learn.exit.MallModel;
import reload.log.adapter.Database;
import reload.log.adapter.TestDatabase;

class LeaveTrainingTest {
    private static final LeaveModel HABITS =
            new LeaveModel(1, List.of(0.2, 0.5, 0.4, 3.5, 0.5, 2.5, 1.0, 0.3, -1.0, 0.0, -1.5, 0.0), -1.5, 0.5);
    private static final long MINUTE = 60_000;

    private final DataSource worker = TestDatabase.connections(TestDatabase.named("learn"), Database.Role.WORKER);
    private final Told log = new Told();
    private ModelStore<MallModel> models;
    private Training training;

    @BeforeEach
    void open() throws SQLException {
        try (var connection =
                        TestDatabase.named("learn").login(Database.Role.OWNER).connect();
                var statement = connection.createStatement()) {
            statement.execute("truncate model");
        }
        models = LeaveTraining.open(worker);
        training = new Training(List.of(new LeaveTraining(log, models, InstantSource.system())));
        // A shopper a minute: idle is leaving at Sand.
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_500; i++) {
            double[] features = random.doubles(Sensed.FEATURES).toArray();
            log.sensed(Told.SAND, i, i * MINUTE, features);
            double chance = HABITS.score(Arrays.stream(features).boxed().toList());
            if (random.nextDouble() >= chance) log.viewed(Told.SAND, i, i * MINUTE + 10_000);
            if (i % 100 == 0) log.sensed(Told.SEA, i, i * MINUTE, features);
        }
    }

    @AfterEach
    void close() {
        models.close();
    }

    @Test
    void aMallWithSignsEnoughGetsAModelAndOneWithFewStaysWithWhatItBeganWith() throws SQLException {
        assertThat(models.of(Told.SAND)).isEqualTo(MallModel.FIRST);
        var done = training.train();
        assertThat(done.phase()).isEqualTo(Training.Phase.DONE);
        assertThat(done.entries()).isEqualTo(log.end().number());
        assertThat(done.malls()).isEqualTo(2);
        assertThat(done.better()).isEqualTo(1);
        assertThat(models.of(Told.SAND).version()).isEqualTo(1);
        assertThat(models.of(Told.SEA)).isEqualTo(MallModel.FIRST);
        assertThat(models.history(Told.SEA)).singleElement().satisfies(tried -> {
            assertThat(tried.outcome()).isEqualTo(Outcome.TOO_LITTLE);
            assertThat(tried.rows()).isEqualTo(15);
        });
        Tried tried = models.history(Told.SAND).getFirst();
        assertThat(tried.outcome()).isEqualTo(Outcome.BETTER);
        assertThat(tried.parent()).isZero();
        assertThat(tried.drifted()).isTrue();
        assertThat(tried.metrics().get("logLoss")).isLessThan(tried.metrics().get("logLossAtWork"));
        assertThat(tried.windowFrom()).isZero();
        assertThat(tried.position()).isEqualTo(log.end().text());
    }

    @Test
    void whatIsNoBetterIsKeptButNotPutToWork() throws SQLException {
        training.train();
        training.train();
        assertThat(models.of(Told.SAND).version()).isEqualTo(1);
        Tried second = models.history(Told.SAND).getFirst();
        assertThat(second.outcome()).isEqualTo(Outcome.NO_BETTER);
        assertThat(second.parent()).isEqualTo(1);
        assertThat(second.atWork()).isFalse();
    }

    @Test
    void anEarlierVersionIsPutBackToWorkAndOneWithNothingLearntIsNot() throws SQLException {
        training.train();
        LeaveModel learnt = models.of(Told.SAND).leave();
        training.train();
        assertThat(models.restore(Told.SAND, 0)).isTrue();
        assertThat(models.of(Told.SAND)).isEqualTo(MallModel.FIRST);
        assertThat(models.restore(Told.SAND, 1)).isTrue();
        assertThat(models.of(Told.SAND)).isEqualTo(new MallModel(1, learnt));
        assertThat(models.restore(Told.SAND, 2)).isFalse();
        assertThat(models.restore(Told.SEA, 1)).isFalse();
        assertThat(models.of(Told.SAND).version()).isEqualTo(1);
    }

    @Test
    void aKindThatCannotBeLearntStopsNoOther() {
        var failing = new Course() {
            @Override
            public String kind() {
                return "rank";
            }

            @Override
            public void learn(Watcher watcher) {
                throw new IllegalStateException("no room");
            }
        };
        var both = new Training(List.of(failing, new LeaveTraining(log, models, InstantSource.system())));
        var done = both.train();
        assertThat(done.phase()).isEqualTo(Training.Phase.FAILED);
        assertThat(done.failure()).isEqualTo("rank: no room");
        assertThat(models.version(Told.SAND)).isEqualTo(1);
    }

    @Test
    void anotherProcessFindsWhatIsAtWork() throws SQLException {
        training.train();
        try (var edge = LeaveTraining.open(worker)) {
            assertThat(edge.of(Told.SAND)).isEqualTo(models.of(Told.SAND));
        }
    }
}
