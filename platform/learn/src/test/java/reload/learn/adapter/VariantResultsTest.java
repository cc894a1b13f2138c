package reload.learn.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reload.event.Arm;
import reload.learn.adapter.VariantResults.Came;
import reload.learn.adapter.VariantResults.Results;
import reload.learn.bandit.VariantShares;
import reload.learn.judge.Round;
import reload.log.adapter.Database;
import reload.log.adapter.TestDatabase;
import reload.mall.Block;
import reload.mall.Choosing;
import reload.mall.Choosing.SharesFrom;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.PageVariant;
import reload.mall.ShowRule;
import reload.mall.adapter.MallScope;

/// A mall with two pages: after the first 40 in 100 come back, after the second, which one in four draw, 60; after
/// nothing 20. A tenth is held out, and nothing is drawn as often as the second page.
class VariantResultsTest {
    private static final Database DATABASE = TestDatabase.named("results");
    private static final MallScope CONSOLE = new MallScope(TestDatabase.connections(DATABASE, Database.Role.CONSOLE));
    private static final VariantShares LEARNT =
            new VariantShares(Map.of("classic", 0.2, "second", 0.7, "nothing", 0.1));

    private final DataSource worker = TestDatabase.connections(DATABASE, Database.Role.WORKER);
    private final VariantResults results = new VariantResults(CONSOLE, _ -> LEARNT);

    @BeforeEach
    void empty() throws SQLException {
        try (var connection = DATABASE.login(Database.Role.OWNER).connect();
                var statement = connection.createStatement()) {
            statement.execute("truncate exposure, mall_clock, mall cascade");
        }
    }

    @Test
    void eachPageIsToldByWhatWouldHaveComeHadEverybodyDrawnIt() {
        Played.rounds(worker, Told.SAND, rounds(0, 4_000, List.of("classic", "classic", "second", "nothing")));
        Results told = results.of(choosing(Choosing.INITIAL.with(SharesFrom.LEARNT)));
        assertThat(told.since()).isZero();
        assertThat(told.rounds()).isEqualTo(4_000);
        assertThat(told.variants())
                .extracting(Came::variant)
                .containsExactly("classic", "second", "nothing", "hold-out");
        assertThat(told.variants().stream().limit(3).mapToDouble(Came::share).toArray())
                .containsExactly(new double[] {0.2, 0.7, 0.1}, within(1e-9));
        assertThat(told.variants().getLast().share()).isNull();
        double[] rates = {0.4, 0.6, Double.NaN, 0.2};
        for (int i = 0; i < rates.length; i++) {
            Came came = told.variants().get(i);
            if (i == 2) assertThat(came.reward()).isNull();
            else holds(came, rates[i]);
        }
        assertThat(told.variants().stream().mapToInt(Came::rounds).sum()).isEqualTo(told.rounds());
        assertThat(told.weights().holds()).isTrue();
    }

    /// Within three standard errors.
    private static void holds(Came came, double rate) {
        assertThat(came.reward().snips().value())
                .isCloseTo(rate, within(3 * came.reward().snips().standardError()));
    }

    @Test
    void withoutSharesThatWereAskedForAllPagesAreDrawnEvenly() {
        assertThat(results.of(choosing(Choosing.INITIAL)).variants())
                .extracting(Came::share)
                .containsExactly(0.5, 0.5, null);
    }

    @Test
    void withTooFewNothingIsMadeUp() {
        Played.rounds(worker, Told.SAND, rounds(0, 12, List.of("classic", "second")));
        assertThat(results.of(choosing(Choosing.INITIAL)).variants())
                .allSatisfy(came -> assertThat(came.reward()).isNull())
                .allSatisfy(came -> assertThat(came.orders()).isNull());
    }

    @Test
    void beforeItsFirstLeaveMomentAMallHasNoResult() {
        Results told = results.of(choosing(Choosing.INITIAL));
        assertThat(told.whom()).isEqualTo("everybody");
        assertThat(told.shares()).isEqualTo("even");
        assertThat(told.since()).isNull();
        assertThat(told.rounds()).isZero();
        assertThat(told.weights()).isNull();
    }

    @Test
    void pagesAreComparedFromWhenAllOfThemWerePublished() {
        Played.rounds(worker, Told.SAND, rounds(0, 1_000, List.of("classic", "second")));
        published(1, "second");
        assertThat(results.of(choosing(Choosing.INITIAL)).rounds()).isEqualTo(1_000);
        published(2, "second", "third");
        assertThat(results.of(choosing(Choosing.INITIAL)).rounds()).isZero();
        published(3, "second"); // the third is gone again
        assertThat(results.of(choosing(Choosing.INITIAL)).rounds()).isEqualTo(1_000);
    }

    /// The rounds are of version 1.
    private static void published(int version, String... further) {
        String variants =
                Stream.of(further).map("{\"name\": \"%s\"}"::formatted).collect(Collectors.joining(","));
        CONSOLE.of(Told.SAND, connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("""
                        insert into mall overriding system value values (1, 'sand', 'sand', 'KRW', 'Asia/Seoul', 'ko', false,
                            false, false, '{}', '', '', '', null, 'classic', %1$d, now(), 1)
                        on conflict (id) do update set published = %1$d
                        """.formatted(version));
                return statement.executeUpdate("""
                        insert into mall_settings values (1, %d, '{"page": {"variants": [%s]}}', now(), 'me')
                        """.formatted(version, variants));
            }
        });
    }

    @Test
    void whereARuleDecidesOnlyVisitorsItShowsAPageAreCompared() {
        Played.rounds(worker, Told.SAND, rounds(0, 1_000, List.of("classic", "second")));
        Results told = results.of(choosing(Choosing.INITIAL.with(ShowRule.read("template=list"))));
        assertThat(told.rounds()).isEqualTo(500);
    }

    private static Mall choosing(Choosing choosing) {
        var page = MallSettings.initial().page();
        return Told.mall(
                Told.SAND,
                MallSettings.initial()
                        .withPage(page.beside(new PageVariant("second", List.of(new Block.Popular(true, 8)))))
                        .withChoosing(choosing));
    }

    /// @param drawn of these each as often
    private static List<Round> rounds(int first, int count, List<String> drawn) {
        Map<String, Double> rates = Map.of("classic", 0.4, "second", 0.6, "nothing", 0.2);
        SplittableRandom random = new SplittableRandom(first);
        List<Round> rounds = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            boolean heldOut = random.nextDouble() < 0.1;
            String variant = drawn.get(random.nextInt(drawn.size()));
            double share = drawn.stream().filter(variant::equals).count() / (double) drawn.size();
            rounds.add(new Round(
                    new UUID(0, i),
                    i * 60_000L,
                    heldOut ? Arm.HELD_OUT : Arm.SHOWN,
                    heldOut ? "classic" : variant,
                    heldOut ? 0.1 : 0.9 * share,
                    Map.of("referral", "direct", "template", i % 2 == 0 ? "product" : "list"),
                    random.nextDouble() < rates.get(heldOut ? "nothing" : variant),
                    random.nextDouble() < 0.05 ? 10_000 : 0));
        }
        return rounds;
    }
}
