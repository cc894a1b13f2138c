package reload.learn.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import reload.event.MallId;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.bandit.VariantShares;
import reload.learn.judge.Round;
import reload.log.Position;
import reload.log.adapter.Database;
import reload.log.adapter.TestDatabase;
import reload.mall.Block;
import reload.mall.Choosing;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.PageVariant;
import reload.mall.adapter.MallScope;

/// Malls with two pages, of which the second, led by what is popular, is looked at twice as often.
class VariantTrainingTest {
    private static final Database DATABASE = TestDatabase.named("variants");
    private static final MallId SUN = new MallId(3);
    private static final MallId NEW = new MallId(4);

    private final DataSource worker = TestDatabase.connections(DATABASE, Database.Role.WORKER);
    private final List<Mall> malls = new ArrayList<>();
    private ModelStore<VariantShares> models;

    @BeforeEach
    void open() throws SQLException {
        try (var connection = DATABASE.login(Database.Role.OWNER).connect();
                var statement = connection.createStatement()) {
            statement.execute("truncate model, exposure, mall_clock");
        }
        models = VariantTraining.open(worker);
    }

    @AfterEach
    void close() {
        models.close();
    }

    @Test
    void aMallsRoundsMoveItsSharesAndAnUnchangedMallKeepsThem() throws SQLException {
        opens(Told.SAND, Choosing.SharesFrom.LEARNT);
        rounds(Told.SAND, 2_000);
        assertThat(train().better()).isEqualTo(1);
        assertThat(models.of(Told.SAND).of().get("popular-first")).isCloseTo(0.9, within(0.01));
        Tried tried = models.history(Told.SAND).getFirst();
        assertThat(tried.rows()).isEqualTo(2_000);
        assertThat(tried.parent()).isZero();
        assertThat(tried.atWork()).isTrue();
        assertThat(tried.outcome()).isEqualTo(Outcome.UNJUDGED);
        assertThat(tried.metrics()).containsKeys("share.nothing", "rounds.classic", "rewards.classic");
        assertThat(Math.abs(tried.metrics().get("weightZ"))).isLessThan(3);
        assertThat(train().better()).isZero();
        assertThat(models.history(Told.SAND)).hasSize(1);
    }

    @Test
    void aMallThatSharesEvenlyLearnsNothing() throws SQLException {
        opens(Told.SAND, Choosing.SharesFrom.EVEN);
        rounds(Told.SAND, 2_000);
        assertThat(train().malls()).isZero();
        assertThat(models.of(Told.SAND)).isEqualTo(VariantShares.EVEN);
    }

    @Test
    void aNewMallBeginsWithWhatOthersSawOfPagesOfTheSameKind() throws SQLException {
        for (MallId mall : List.of(Told.SAND, Told.SEA, SUN)) {
            opens(mall, Choosing.SharesFrom.LEARNT);
            rounds(mall, 2_000);
        }
        opens(NEW, Choosing.SharesFrom.LEARNT);
        train();
        assertThat(models.of(NEW).of().get("popular-first")).isGreaterThan(0.8);
        assertThat(models.history(NEW).getFirst().rows()).isZero();
    }

    @Test
    void anEarlierVersionIsPutBackToWork() throws SQLException {
        opens(Told.SAND, Choosing.SharesFrom.LEARNT);
        rounds(Told.SAND, 2_000);
        train();
        assertThat(models.restore(Told.SAND, 0)).isTrue();
        assertThat(models.of(Told.SAND)).isEqualTo(VariantShares.EVEN);
    }

    private Training.Progress train() {
        MallScope console = new MallScope(TestDatabase.connections(DATABASE, Database.Role.CONSOLE));
        return new Training(List.of(new VariantTraining(new RoundCourse<>(
                        new Played(malls), console, models, () -> Position.of(7), InstantSource.system()))))
                .train();
    }

    private void opens(MallId mall, Choosing.SharesFrom shares) {
        MallSettings initial = MallSettings.initial();
        malls.add(Told.mall(
                mall,
                initial.withChoosing(Choosing.INITIAL.with(shares))
                        .withPage(initial.page()
                                .beside(new PageVariant("popular-first", List.of(new Block.Popular(true, 8)))))));
    }

    /// A tenth held out, the others evenly among three.
    private void rounds(MallId mall, int count) {
        SplittableRandom random = new SplittableRandom(mall.value());
        List<String> variants = List.of("classic", "popular-first", "nothing");
        double[] rates = {0.2, 0.4, 0.1};
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean heldOut = random.nextDouble() < 0.1;
            int drawn = random.nextInt(3);
            rounds.add(new Round(
                    new UUID(mall.value(), i),
                    i * 60_000L,
                    heldOut ? Arm.HELD_OUT : Arm.SHOWN,
                    heldOut ? "classic" : variants.get(drawn),
                    heldOut ? 0.1 : 0.3,
                    Map.of("referral", "direct", "template", "product"),
                    random.nextDouble() < rates[heldOut ? 2 : drawn],
                    random.nextDouble() < 0.05 ? 10_000 : 0));
        }
        Played.rounds(worker, mall, rounds);
    }
}
