package reload.learn.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reload.event.Arm;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.judge.Round;
import reload.learn.uplift.Targeting;
import reload.learn.uplift.Uplift.Policy;
import reload.log.Position;
import reload.log.adapter.Database;
import reload.log.adapter.TestDatabase;
import reload.mall.Choosing;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.adapter.MallScope;

/// A mall where a page is worth 300 to visitors from social media, and costs 200 with the others.
class TargetingTrainingTest {
    private static final Database DATABASE = TestDatabase.named("targeting");
    private static final Map<String, String> SOCIAL = Map.of("referral", "kakao / social", "template", "product");
    private static final Map<String, String> DIRECT = Map.of("referral", "direct", "template", "product");

    private final DataSource worker = TestDatabase.connections(DATABASE, Database.Role.WORKER);
    private ModelStore<Targeting> models;

    @BeforeEach
    void open() throws SQLException {
        try (var connection = DATABASE.login(Database.Role.OWNER).connect();
                var statement = connection.createStatement()) {
            statement.execute("truncate model, exposure, mall_clock");
        }
        models = TargetingTraining.open(worker);
    }

    @AfterEach
    void close() {
        models.close();
    }

    @Test
    void aMallThatChoosesByUpliftLearnsWhomItPaysToShowAndMayGoBack() throws SQLException {
        Played.rounds(worker, Told.SAND, rounds(8_000));
        assertThat(train(choosing(Choosing.Whom.UPLIFT)).better()).isEqualTo(1);
        Targeting learnt = models.of(Told.SAND);
        assertThat(learnt.uplift().policy(0)).isEqualTo(Policy.WHERE_IT_PAYS);
        assertThat(learnt.shows(SOCIAL, 0)).isTrue();
        assertThat(learnt.shows(DIRECT, 0)).isFalse();
        Tried tried = models.history(Told.SAND).getFirst();
        assertThat(tried.rows()).isEqualTo(8_000);
        assertThat(tried.outcome()).isEqualTo(Outcome.UNJUDGED);
        assertThat(tried.metrics()).containsKeys("effect", "effectLow", "effectHigh");
        assertThat(models.restore(Told.SAND, 0)).isTrue();
        assertThat(models.of(Told.SAND)).isEqualTo(Targeting.UNKNOWN);
    }

    @Test
    void withTooLittleEverybodyIsShown() throws SQLException {
        Played.rounds(worker, Told.SAND, rounds(500));
        assertThat(train(choosing(Choosing.Whom.UPLIFT)).better()).isZero();
        assertThat(models.history(Told.SAND).getFirst().outcome()).isEqualTo(Outcome.TOO_LITTLE);
        assertThat(models.of(Told.SAND).shows(DIRECT, 0)).isTrue();
    }

    @Test
    void aMallThatShowsEverybodyLearnsNothing() {
        Played.rounds(worker, Told.SAND, rounds(8_000));
        assertThat(train(choosing(Choosing.Whom.EVERYBODY)).malls()).isZero();
    }

    private Training.Progress train(Mall mall) {
        MallScope console = new MallScope(TestDatabase.connections(DATABASE, Database.Role.CONSOLE));
        return new Training(List.of(new TargetingTraining(new RoundCourse<>(
                        new Played(List.of(mall)), console, models, () -> Position.of(7), InstantSource.system()))))
                .train();
    }

    private static Mall choosing(Choosing.Whom whom) {
        return Told.mall(Told.SAND, MallSettings.initial().withChoosing(Choosing.INITIAL.with(whom)));
    }

    private static List<Round> rounds(int count) {
        SplittableRandom random = new SplittableRandom(3);
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> known = random.nextBoolean() ? SOCIAL : DIRECT;
            boolean heldOut = random.nextDouble() < 0.1;
            double mean = 1_000 + (heldOut ? 0 : known == SOCIAL ? 300 : -200);
            rounds.add(new Round(
                    new UUID(0, i),
                    i * 60_000L,
                    heldOut ? Arm.HELD_OUT : Arm.SHOWN,
                    "classic",
                    heldOut ? 0.1 : 0.9,
                    known,
                    true,
                    Math.round(mean + 500 * random.nextGaussian())));
        }
        return rounds;
    }
}
