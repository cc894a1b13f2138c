package reload.catalog.adapter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reload.catalog.Said;
import reload.event.Key;
import reload.log.Entry;
import reload.log.Logged;
import reload.log.Position;
import reload.log.Source;
import reload.log.adapter.Database;
import reload.log.adapter.TestDatabase;
import reload.mall.Mall;
import reload.mall.TestMalls;

class CatalogFoldTest {
    private static final Mall SAND = TestMalls.mall(1, "sand");
    private static final Mall SEA = TestMalls.mall(2, "sea");
    private static final long NOON = Duration.ofDays(20_000).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final String VISITOR = "AAECAwQFBgcICQoLDA0ODw";

    private final Database database = TestDatabase.named("catalog");
    private final DataSource worker = TestDatabase.connections(database, Database.Role.WORKER);
    private final CatalogFold fold = new CatalogFold(worker, new TestMalls(SAND, SEA));
    private final List<Logged> log = new ArrayList<>();
    private CatalogSnapshots snapshots;

    CatalogFoldTest() throws SQLException {
        empty();
        snapshots = CatalogSnapshots.open(worker);
    }

    @BeforeEach
    void begin() throws SQLException {
        fold.position();
    }

    @AfterEach
    void end() {
        snapshots.close();
    }

    private void empty() throws SQLException {
        sql("delete from product; update catalog_fold set position = '0', revision = 0");
    }

    private void sql(String text) throws SQLException {
        try (var connection = worker.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private Logged imported(Mall mall, long at, Said... products) {
        var lines = new StringBuilder();
        for (Said said : products)
            lines.append(ProductJson.text(said.product())).append('\n');
        return logged(mall, new Key(Key.Kind.MALL, mall.key().value()), at, 0, lines.toString(), Source.CATALOG);
    }

    private Logged viewed(Mall mall, long at, String product) {
        return viewed(mall, at, 0, product);
    }

    private Logged viewed(Mall mall, long at, long skipped, String product) {
        String beacon = """
                {"v":1,"mall":"%s","visitor":"%s","storage":"persistent","sentAt":%d,"events":[
                {"type":"product-viewed","id":"%s","at":%d,"view":"%s","product":%s}]}
                """.formatted(mall.key().value(), VISITOR, at, uuid(), at, uuid(), product);
        return logged(mall, new Key(Key.Kind.VISITOR, VISITOR), at, skipped, beacon, Source.PAGE);
    }

    private static String uuid() {
        var random = UUID.randomUUID().toString();
        return random.substring(0, 14) + "7" + random.substring(15);
    }

    private Logged logged(Mall mall, Key key, long at, long skipped, String payload, Source source) {
        var entry = new Entry(mall.id(), key, at, 0, skipped, payload.getBytes(StandardCharsets.UTF_8), source);
        var logged = new Logged(Position.of(log.size() + 1L), entry);
        log.add(logged);
        return logged;
    }

    @Test
    void whatAPageShowsAndWhatAServerImportsIsInTheSnapshots() throws SQLException {
        fold.take(List.of(
                viewed(
                        SAND,
                        NOON,
                        "{\"id\":\"p-1\",\"name\":\"Linen\",\"price\":61000,\"url\":\"https://sand.example/p-1\"}"),
                imported(SAND, NOON, Said.of("p-1").named("린넨 셔츠").at(59_000))));
        snapshots.refresh();
        var product = requireNonNull(snapshots.of(SAND.id()).find("p-1"));
        assertThat(product.name()).isEqualTo("린넨 셔츠");
        assertThat(product.price()).isEqualTo(59_000);
        assertThat(product.url()).isEqualTo("https://sand.example/p-1");
        assertThat(product.currency()).isEqualTo("KRW");
        assertThat(product.showable()).isTrue();
    }

    @Test
    void oneMallsProductsAreNotAnothers() throws SQLException {
        fold.take(List.of(
                imported(SAND, NOON, Said.of("p-1").named("of sand")),
                imported(SEA, NOON, Said.of("p-1").named("of sea"))));
        snapshots.refresh();
        assertThat(requireNonNull(snapshots.of(SAND.id()).find("p-1")).name()).isEqualTo("of sand");
        assertThat(requireNonNull(snapshots.of(SEA.id()).find("p-1")).name()).isEqualTo("of sea");
    }

    @Test
    void theConsoleSeesTheProductsOfItsMallsOnlyAndChangesNone() throws SQLException {
        fold.take(List.of(imported(SAND, NOON, Said.of("p-1")), imported(SEA, NOON, Said.of("p-2"))));
        var console = TestDatabase.connections(database, Database.Role.CONSOLE);
        try (var connection = console.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(ids(statement)).isEmpty();
            statement.execute("select set_config('app.malls', '2', true)");
            assertThat(ids(statement)).containsExactly("p-2");
            connection.rollback();
            assertThat(ids(statement)).isEmpty();
            assertThatThrownBy(() -> statement.execute("delete from product")).isInstanceOf(SQLException.class);
        }
    }

    private static List<String> ids(java.sql.Statement statement) throws SQLException {
        var ids = new ArrayList<String>();
        try (var row = statement.executeQuery("select id from product order by id")) {
            while (row.next()) ids.add(row.getString(1));
        }
        return ids;
    }

    @Test
    void anEventThatWasNotTakenTeachesNothing() throws SQLException {
        fold.take(List.of(viewed(SAND, NOON, 1, "{\"id\":\"p-1\"}")));
        snapshots.refresh();
        assertThat(snapshots.of(SAND.id()).size()).isZero();
    }

    @Test
    void aPageCannotMakeAProductLeadToAnotherSite() throws SQLException {
        fold.take(List.of(
                viewed(SAND, NOON, "{\"id\":\"p-1\",\"url\":\"https://sea.example/p-1\"}"),
                viewed(SAND, NOON, "{\"id\":\"p-2\",\"url\":\"javascript:alert(1)\"}")));
        snapshots.refresh();
        assertThat(requireNonNull(snapshots.of(SAND.id()).find("p-1")).url()).isNull();
        assertThat(requireNonNull(snapshots.of(SAND.id()).find("p-2")).url()).isNull();
    }

    @Test
    void anUnreadableEntryAndAnUnknownMallStopNothing() throws SQLException {
        logged(SAND, new Key(Key.Kind.VISITOR, VISITOR), NOON, 0, "not a beacon", Source.PAGE);
        logged(SAND, new Key(Key.Kind.MALL, "sand"), NOON, 0, "not a product\n{}\n", Source.CATALOG);
        imported(SAND, NOON, Said.of("p-1"));
        assertThat(fold.take(log)).isEqualTo(Position.of(3));
        snapshots.refresh();
        assertThat(snapshots.of(SAND.id()).size()).isEqualTo(1);
    }

    @Test
    void thePositionIsKeptWithTheProducts() throws SQLException {
        fold.take(List.of(imported(SAND, NOON, Said.of("p-1"))));
        assertThat(new CatalogFold(worker, new TestMalls(SAND, SEA)).position()).isEqualTo(Position.of(1));
    }

    @Test
    void aSecondFoldThatFellBehindWritesNothing() throws SQLException {
        var behind = new CatalogFold(worker, new TestMalls(SAND, SEA));
        behind.position();
        var first = imported(SAND, NOON, Said.of("p-1").named("first"));
        fold.take(List.of(first));
        assertThatThrownBy(() -> behind.take(List.of(first))).isInstanceOf(IllegalStateException.class);
        assertThat(behind.position()).isEqualTo(Position.of(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aLogFoldedInPartsGivesTheSameProductsAsInOne(long seed) throws SQLException {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 60; i++) {
            Mall mall = random.nextBoolean() ? SAND : SEA;
            long at = NOON + random.nextLong(60 * HOUR);
            String id = "p-" + random.nextInt(5);
            if (random.nextBoolean()) imported(mall, at, Said.of(id).at(random.nextInt(5) * 1000L));
            else viewed(mall, at, "{\"id\":\"" + id + "\",\"price\":" + random.nextInt(5) * 1000 + "}");
        }
        fold.take(log);
        List<String> inOne = rows();
        empty();
        fold.position();
        for (int at = 0; at < log.size(); ) {
            int to = Math.min(log.size(), at + 1 + random.nextInt(9));
            fold.take(log.subList(at, to));
            at = to;
        }
        assertThat(rows()).isEqualTo(inOne);
    }

    private List<String> rows() throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = worker.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select concat_ws(' ', mall, id, page, page_at, imported, imported_at)"
                        + " from product order by mall, id")) {
            while (row.next()) rows.add(row.getString(1));
        }
        return rows;
    }
}
