package reload.recommend.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reload.event.Key;
import reload.event.MallId;
import reload.event.Money;
import reload.event.OrderEvent;
import reload.event.VisitorId;
import reload.event.adapter.OrdersReader;
import reload.log.Entry;
import reload.log.Logged;
import reload.log.Position;
import reload.log.Source;
import reload.log.adapter.Database;
import reload.log.adapter.Follower;
import reload.log.adapter.PostgresLog;
import reload.log.adapter.Rest;
import reload.log.adapter.TestDatabase;
import reload.log.adapter.Turns;
import reload.mall.Malls;
import reload.mall.TestMalls;
import reload.recommend.Query;
import reload.recommend.Recommended;
import reload.recommend.Recommender;
import reload.recommend.Why;

class RecommendFoldTest {
    private static final long NOON = Duration.ofDays(20_000).toMillis();
    private static final MallId SAND = new MallId(1);
    private static final MallId SEA = new MallId(2);
    private static final Malls MALLS = new TestMalls(TestMalls.mall(1, "sand"), TestMalls.mall(2, "sea"));

    private final Database database = TestDatabase.named("recommend");
    private final DataSource worker = TestDatabase.connections(database, Database.Role.WORKER);
    private final List<Logged> log = new ArrayList<>();
    private int events;

    @BeforeEach
    void empty() throws SQLException {
        try (var connection = worker.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from recommend_snapshot");
        }
    }

    private RecommendFold opened() throws SQLException {
        var fold = new RecommendFold(worker, MALLS, Clock.systemUTC(), RankingModels.UNTRAINED);
        fold.position();
        return fold;
    }

    private String uuid() {
        return "019aa9c0-0000-7000-8000-%012x".formatted(++events);
    }

    private static String visitor(int number) {
        return "AAECAwQFBgcICQoLDA" + "%02d".formatted(number) + "Dw";
    }

    private String viewed(String product) {
        return "{\"type\":\"product-viewed\",\"id\":\"%s\",\"at\":%d,\"view\":\"%s\",\"product\":{\"id\":\"%s\"}}"
                .formatted(uuid(), NOON + events, uuid(), product);
    }

    private Entry beacon(MallId mall, int visitor, long skipped, String... told) {
        String body =
                "{\"v\":1,\"mall\":\"%s\",\"visitor\":\"%s\",\"storage\":\"persistent\",\"sentAt\":%d,\"events\":[%s]}"
                        .formatted(mall.equals(SAND) ? "sand" : "sea", visitor(visitor), NOON, String.join(",", told));
        return new Entry(
                mall,
                new Key(Key.Kind.VISITOR, visitor(visitor)),
                NOON + 1_000_000,
                0,
                skipped,
                body.getBytes(StandardCharsets.UTF_8),
                Source.PAGE);
    }

    private List<Logged> after(Entry... entries) {
        var more = new ArrayList<Logged>();
        for (Entry entry : entries) more.add(new Logged(Position.of(log.size() + more.size() + 1L), entry));
        log.addAll(more);
        return more;
    }

    private static List<Recommended> goesWith(RecommendFold fold, MallId mall, String product) {
        return goesWith(fold.of(mall), product);
    }

    private static List<Recommended> goesWith(Recommender recommender, String product) {
        return recommender.recommend(Query.goesWith(List.of(product), null, Set.of(), 5));
    }

    @Test
    void whatShoppersViewedTogetherIsRecommendedAtTheNextLook() throws SQLException {
        var fold = opened();
        assertThat(goesWith(fold, SAND, "shirt")).isEmpty();
        fold.take(after(beacon(SAND, 1, 0, viewed("shirt"), viewed("denim"))));
        fold.take(List.of());
        assertThat(goesWith(fold, SAND, "shirt"))
                .extracting(Recommended::product, Recommended::why)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("denim", new Why.ViewedTogether("shirt", 1, 1)));
    }

    @Test
    void oneMallLearnsNothingFromAnother() throws SQLException {
        var fold = opened();
        fold.take(after(
                beacon(SAND, 1, 0, viewed("shirt"), viewed("denim")),
                beacon(SEA, 1, 0, viewed("shirt"), viewed("boots"))));
        fold.take(List.of());
        assertThat(goesWith(fold, SAND, "shirt"))
                .extracting(Recommended::product)
                .containsExactly("denim");
        assertThat(goesWith(fold, SEA, "shirt"))
                .extracting(Recommended::product)
                .containsExactly("boots");
    }

    @Test
    void anEventThatWasNotTakenTeachesNothing() throws SQLException {
        var fold = opened();
        fold.take(after(beacon(SAND, 1, 0b10, viewed("shirt"), viewed("denim"), viewed("belt"))));
        fold.take(List.of());
        assertThat(goesWith(fold, SAND, "shirt"))
                .extracting(Recommended::product)
                .containsExactly("belt");
    }

    @Test
    void cartsAndOrdersMakePopular() throws SQLException {
        var fold = opened();
        fold.take(after(
                beacon(SAND, 1, 0, viewed("viewed")),
                beacon(
                        SAND,
                        2,
                        0,
                        "{\"type\":\"cart-changed\",\"id\":\"%s\",\"at\":%d,\"view\":\"%s\",\"items\":[{\"product\":\"carted\",\"quantity\":1}]}"
                                .formatted(uuid(), NOON, uuid())),
                beacon(
                        SAND,
                        3,
                        0,
                        "{\"type\":\"order-placed\",\"id\":\"%s\",\"at\":%d,\"view\":\"%s\",\"order\":\"o\",\"amount\":1,\"currency\":\"KRW\",\"items\":[{\"product\":\"ordered\",\"quantity\":1},{\"product\":\"with it\",\"quantity\":1}]}"
                                .formatted(uuid(), NOON, uuid()))));
        fold.take(List.of());
        assertThat(fold.of(SAND).recommend(Query.popular(null, Set.of(), 4)))
                .extracting(Recommended::product)
                .containsExactly("ordered", "with it", "carted", "viewed");
    }

    @Test
    void whatTheMallRefundedIsNotToBeOfferedToThatShopperAgain() throws SQLException {
        var fold = opened();
        var refund = new OrderEvent.Refunded(UUID.fromString(uuid()), NOON, "o", "r", new Money(1, "KRW"));
        fold.take(after(
                beacon(
                        SAND,
                        3,
                        0,
                        "{\"type\":\"order-placed\",\"id\":\"%s\",\"at\":%d,\"view\":\"%s\",\"order\":\"o\",\"amount\":1,\"currency\":\"KRW\",\"items\":[{\"product\":\"shirt\",\"quantity\":1}]}"
                                .formatted(uuid(), NOON, uuid())),
                new Entry(
                        SAND,
                        new Key(Key.Kind.ORDER, "o"),
                        NOON,
                        0,
                        0,
                        OrdersReader.writeEvent(refund),
                        Source.ORDER)));
        fold.take(List.of());
        assertThat(fold.of(SAND).returned(new VisitorId(visitor(3)))).containsExactly("shirt");
        assertThat(fold.of(SAND).returned(new VisitorId(visitor(4)))).isEmpty();
        assertThat(fold.of(SEA).returned(new VisitorId(visitor(3)))).isEmpty();
    }

    @Test
    void anImportFilesProductsUnderCategories() throws SQLException {
        var fold = opened();
        var imported = new Entry(
                SAND,
                new Key(Key.Kind.MALL, "sand"),
                NOON,
                0,
                0,
                "{\"id\":\"shirt\",\"categories\":[\"tops\"]}\n".getBytes(StandardCharsets.UTF_8),
                Source.CATALOG);
        fold.take(after(imported, beacon(SAND, 1, 0, viewed("coat")), beacon(SAND, 2, 0, viewed("shirt"))));
        fold.take(List.of());
        assertThat(fold.of(SAND).recommend(Query.popular("tops", Set.of(), 1)))
                .extracting(Recommended::why)
                .containsExactly(new Why.Popular("tops"));
    }

    @Test
    void afterARestartItKnowsWhatItKnewAndGoesOnWhereItStood() throws SQLException {
        var first = opened();
        first.take(after(
                beacon(SAND, 1, 0, viewed("shirt"), viewed("denim")),
                beacon(SEA, 1, 0, viewed("coat"), viewed("boots"))));
        first.close();
        first.take(after(beacon(SAND, 2, 0, viewed("shirt"), viewed("belt"))));
        first.close();

        var second = opened();
        assertThat(second.learntTo()).isEqualTo(Position.of(3));
        second.take(after(beacon(SAND, 3, 0, viewed("shirt"), viewed("denim"))));
        second.take(List.of());

        var inOne = new RecommendFold(worker, MALLS, Clock.systemUTC(), RankingModels.UNTRAINED);
        empty();
        inOne.position();
        inOne.take(log);
        inOne.take(List.of());
        for (String product : List.of("shirt", "denim", "belt", "coat", "boots"))
            for (MallId mall : List.of(SAND, SEA))
                assertThat(goesWith(second, mall, product)).isEqualTo(goesWith(inOne, mall, product));
    }

    @Test
    void aProcessWithoutAWorkerKnowsWhatWasWrittenAndReadsOnlyWhatIsNew() throws SQLException {
        var fold = opened();
        fold.take(after(beacon(SEA, 1, 0, viewed("coat"), viewed("boots"))));
        fold.take(List.of());
        fold.close();
        try (var edge = RecommendSnapshots.open(worker, RankingModels.UNTRAINED)) {
            assertThat(goesWith(edge.of(SAND), "shirt")).isEmpty();
            assertThat(goesWith(edge.of(SEA), "coat")).isEqualTo(goesWith(fold, SEA, "coat"));
            var before = edge.of(SEA);

            fold.take(after(beacon(SAND, 1, 0, viewed("shirt"), viewed("denim"))));
            fold.take(List.of());
            fold.close();
            edge.refresh();
            assertThat(goesWith(edge.of(SAND), "shirt")).isEqualTo(goesWith(fold, SAND, "shirt"));
            assertThat(edge.of(SEA)).isSameAs(before);
        }
    }

    @Test
    void aRecommenderThatCannotBeReadLeavesTheLastOneStanding() throws SQLException {
        var fold = opened();
        fold.take(after(beacon(SAND, 1, 0, viewed("shirt"), viewed("denim"))));
        fold.close();
        try (var edge = RecommendSnapshots.open(worker, RankingModels.UNTRAINED)) {
            spoil();
            edge.refresh();
            assertThat(goesWith(edge.of(SAND), "shirt"))
                    .extracting(Recommended::product)
                    .containsExactly("denim");
        }
    }

    /// Makes what is written for the first mall unreadable, as a later version might.
    private void spoil() throws SQLException {
        try (var connection = worker.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update recommend_snapshot set learnt = '\\x0400', revision = revision + 1 where mall = 1");
        }
    }

    @Test
    void whatCannotBeReadIsLearntAnewFromTheLogAndTheOtherMallsLearnNothingTwice() throws SQLException {
        var first = opened();
        first.take(after(
                beacon(SAND, 1, 0, viewed("shirt"), viewed("denim")),
                beacon(SEA, 1, 0, viewed("coat"), viewed("boots"))));
        first.close();
        spoil();
        var second = opened();
        assertThat(second.learntTo()).isEqualTo(Position.START);
        second.take(log);
        second.take(List.of());
        assertThat(goesWith(second, SAND, "shirt"))
                .extracting(Recommended::product)
                .containsExactly("denim");
        assertThat(goesWith(second, SEA, "coat"))
                .extracting(Recommended::why)
                .containsExactly(new Why.ViewedTogether("coat", 1, 1));
    }

    @Test
    void anEventOfTheRealLogIsInTheNextRecommendationWithinASecond() throws Exception {
        var own = TestDatabase.named("recommend_live");
        var reader = TestDatabase.connections(own, Database.Role.WORKER);
        var fold = new RecommendFold(reader, MALLS, Clock.systemUTC(), RankingModels.UNTRAINED);
        try (var live = PostgresLog.open(
                        own.login(Database.Role.INGEST), reader, Clock.systemUTC(), PostgresLog.Limits.DEFAULT);
                var _ = new Follower("recommend", new Turns(live), Rest.none(), fold, 1_000, Duration.ofMillis(100))
                        .start()) {
            assertThat(live.awaitWritable(Duration.ofSeconds(30))).isTrue();
            live.append(beacon(SAND, 1, 0, viewed("shirt"), viewed("denim")))
                    .toCompletableFuture()
                    .get();
            long appended = System.nanoTime();
            while (goesWith(fold, SAND, "shirt").isEmpty()
                    && System.nanoTime() - appended < Duration.ofSeconds(10).toNanos()) Thread.sleep(5);
            assertThat(goesWith(fold, SAND, "shirt"))
                    .extracting(Recommended::product)
                    .containsExactly("denim");
            assertThat(Duration.ofNanos(System.nanoTime() - appended)).isLessThan(Duration.ofSeconds(2));
        }
    }
}
