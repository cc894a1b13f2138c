package reload.session.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reload.event.Arm;
import reload.event.Key;
import reload.event.Money;
import reload.event.OrderEvent;
import reload.event.PlanPass;
import reload.event.VisitorId;
import reload.event.adapter.OrdersReader;
import reload.log.Entry;
import reload.log.Logged;
import reload.log.Position;
import reload.log.Source;
import reload.log.adapter.Database;
import reload.log.adapter.TestDatabase;
import reload.mall.Mall;
import reload.mall.TestMalls;
import reload.session.Step.Refusal;

class SessionFoldTest {
    private static final long NOON = Instant.parse("2026-11-22T03:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final Mall MALL = TestMalls.mall(1, "one");
    private static final Mall OTHER = TestMalls.mall(2, "two");

    private final DataSource worker = TestDatabase.connections(TestDatabase.named("session"), Database.Role.WORKER);
    private final Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
    private final List<Logged> log = new ArrayList<>();
    private final Random random = new Random(7);

    @BeforeEach
    void empty() throws SQLException {
        run("set app.malls = '1,2'; delete from session; delete from exposure; delete from not_shown;"
                + "delete from fold_state; delete from mall_clock; delete from fold_position");
    }

    @Test
    void whatAVisitorDidAndBoughtIsInTheTables() throws SQLException {
        String visitor = visitor(1);
        String token = token(MALL, visitor, 1, Arm.SHOWN);
        page(MALL, visitor, NOON, viewed(1, NOON), event("triggered", 2, NOON + 9_000, 1, trigger(token)));
        page(MALL, visitor, NOON + MINUTE, event("impressed", 3, NOON + 9_100, 1, token(token)));
        page(
                MALL,
                visitor,
                NOON + MINUTE,
                event("clicked", 4, NOON + 12_000, 1, token(token) + ",\"block\":\"popular\""));
        page(MALL, visitor, NOON + 2 * MINUTE, event("order-placed", 5, NOON + 2 * MINUTE, 1, order("o-1", 50_000)));
        told(MALL, new OrderEvent.Confirmed(id(6), NOON + 3 * MINUTE, "o-1", new Money(45_000, "KRW")));
        told(MALL, new OrderEvent.Refunded(id(7), NOON + 4 * MINUTE, "o-1", "r-1", new Money(5_000, "KRW")));
        fold(log.size());
        assertThat(query("select page_views, orders, referral, reason, trigger, day from session"))
                .containsExactly("1|1|feed.example / referral|SHOWN|back-hold|2026-11-22");
        assertThat(query("select first, arm, converted, conversion_amount, refunded_amount, unverified_amount,"
                        + " outcome_amount, first_click, rewarded, propensity, settings, violation from exposure"))
                .containsExactly("t|shown|t|40000|5000|0|40000|t|t|0.5|1|f");
    }

    @Test
    void anOrderToldBeforeThePageIsHeldForItsVisitorAcrossBatches() throws SQLException {
        String visitor = visitor(1);
        told(MALL, new OrderEvent.Confirmed(id(6), NOON, "o-1", new Money(45_000, "KRW")));
        page(
                MALL,
                visitor,
                NOON,
                viewed(1, NOON),
                event("triggered", 2, NOON + 1, 1, trigger(token(MALL, visitor, 1, Arm.HELD_OUT))));
        page(MALL, visitor, NOON, event("order-placed", 5, NOON + MINUTE, 1, order("o-1", 50_000)));
        fold(1);
        assertThat(query("select arm, outcome_amount from exposure")).containsExactly("held-out|45000");
    }

    @Test
    void theSameOrderNumberInTwoMallsIsTwoOrders() throws SQLException {
        for (Mall mall : List.of(MALL, OTHER)) {
            page(
                    mall,
                    visitor(1),
                    NOON,
                    viewed(1, NOON),
                    event("triggered", 2, NOON + 1, 1, trigger(token(mall, visitor(1), 1, Arm.SHOWN))));
            page(
                    mall,
                    visitor(1),
                    NOON,
                    event(
                            "order-placed",
                            5,
                            NOON + MINUTE,
                            1,
                            order("o-1", mall.id().value() * 1000)));
        }
        fold(log.size());
        assertThat(query("select mall, outcome_amount from exposure order by mall"))
                .containsExactly("1|1000", "2|2000");
    }

    @Test
    void anEventTheEdgeDidNotTakeIsNotFolded() throws SQLException {
        append(
                MALL,
                Key.Kind.VISITOR,
                visitor(1),
                NOON,
                0b10,
                beacon(MALL, visitor(1), NOON, viewed(1, NOON), viewed(2, NOON)),
                Source.PAGE);
        fold(1);
        assertThat(query("select page_views from session")).containsExactly("1");
    }

    @Test
    void theBrowsersClockIsCorrectedByTheEnvelope() throws SQLException {
        log.add(new Logged(
                Position.of(1),
                new Entry(
                        MALL.id(),
                        new Key(Key.Kind.VISITOR, visitor(1)),
                        NOON,
                        NOON - 5,
                        0,
                        beacon(MALL, visitor(1), 5, viewed(1, 5)).getBytes(StandardCharsets.UTF_8),
                        Source.PAGE)));
        fold(1);
        assertThat(query("select day from session")).containsExactly("2026-11-22");
    }

    @Test
    void aBeaconSentTwiceIsCountedOnce() throws SQLException {
        for (int i = 0; i < 3; i++) page(MALL, visitor(1), NOON, viewed(1, NOON));
        fold(2);
        assertThat(query("select page_views from session")).containsExactly("1");
        assertThat(refused).isEqualTo(Map.of(Refusal.DUPLICATE, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aLogFoldedInAnyPiecesGivesTheSameTables(int seed) throws SQLException {
        randomLog(new Random(seed));
        fold(log.size());
        List<String> whole = tables();
        empty();
        random.setSeed(seed);
        fold(0);
        assertThat(tables()).isEqualTo(whole).hasSizeGreaterThan(40);
    }

    @Test
    void foldingGoesOnWhereItWasAfterAFailure() throws SQLException {
        randomLog(new Random(3));
        fold(log.size());
        List<String> whole = tables();
        empty();
        FailingOnce failing = new FailingOnce(worker, 4);
        SessionFold fold = fold(failing.source());
        int at = 0;
        int failures = 0;
        Position position = fold.position();
        while (at < log.size()) {
            int to = Math.min(log.size(), at + 5);
            try {
                fold.take(log.subList(at, to));
                at = to;
            } catch (SQLException _) {
                failures++;
                position = fold.position();
                at = (int) position.number();
            }
        }
        assertThat(failures).isEqualTo(1);
        assertThat(tables()).isEqualTo(whole);
    }

    @Test
    void anIdAnotherVisitorHasUsedTouchesNotThatVisitorsSession() throws SQLException {
        page(MALL, visitor(1), NOON, viewed(1, NOON));
        page(MALL, visitor(2), NOON, viewed(1, NOON), viewed(2, NOON));
        fold(2);
        assertThat(query("select visitor, page_views from session")).containsExactly(visitor(1) + "|1");
    }

    @Test
    void aTrailIsLetGoWithTheLogsDaysAndItsSessionStays() throws SQLException {
        long yesterday = NOON - 24 * 60 * MINUTE;
        page(MALL, visitor(1), yesterday, viewed(1, yesterday));
        page(MALL, visitor(2), NOON, viewed(2, NOON));
        fold(log.size());
        var retention = new TrailRetention(worker, new TestMalls(MALL, OTHER));
        retention.dropBefore(LocalDate.of(2026, 11, 22));
        assertThat(query("select day, trail is null from session order by day"))
                .containsExactly("2026-11-21|t", "2026-11-22|f");
        retention.dropBefore(LocalDate.of(2026, 11, 23));
        assertThat(query("select count(trail) from session")).containsExactly("0");
    }

    @Test
    void aSecondFoldThatRunsByMistakeWritesNothing() throws SQLException {
        page(MALL, visitor(1), NOON, viewed(1, NOON));
        page(MALL, visitor(1), NOON, viewed(2, NOON));
        SessionFold first = fold(worker);
        SessionFold second = fold(worker);
        first.position();
        second.position();
        first.take(log.subList(0, 1));
        assertThatThrownBy(() -> second.take(log.subList(0, 2))).isInstanceOf(IllegalStateException.class);
        assertThat(query("select page_views from session")).containsExactly("1");
    }

    @Test
    void aSessionThatTimeHasEndedIsAnnounced() throws SQLException {
        page(MALL, visitor(1), NOON, viewed(1, NOON));
        SessionFold fold = fold(worker);
        fold.position();
        fold.take(log);
        assertThat(query("select closed from session")).containsExactly("f");
        fold.take(List.of());
        assertThat(query("select closed from session")).containsExactly("t");
    }

    @Test
    void aMallThatIsNotKnownYetHoldsTheFoldUpInsteadOfLosingItsEvents() throws SQLException {
        Mall unheardOf = TestMalls.mall(3, "three");
        page(unheardOf, visitor(1), NOON, viewed(1, NOON));
        SessionFold fold = fold(worker);
        fold.position();
        assertThatThrownBy(() -> fold.take(log)).hasMessageContaining("not known yet");
        assertThat(query("select * from fold_position")).isEmpty();
    }

    /// Folds the log in pieces of a size, or of random sizes where it is 0.
    private void fold(int piece) throws SQLException {
        SessionFold fold = fold(worker);
        fold.position();
        for (int at = 0; at < log.size(); ) {
            int to = Math.min(log.size(), at + (piece == 0 ? 1 + random.nextInt(20) : piece));
            fold.take(log.subList(at, to));
            at = to;
            if (piece == 0 && random.nextInt(5) == 0) fold.position(); // as after a restart: nothing kept
        }
    }

    private SessionFold fold(DataSource source) {
        return new SessionFold(
                source,
                new TestMalls(MALL, OTHER),
                Clock.systemUTC(),
                (refusal, n) -> refused.merge(refusal, n, Integer::sum));
    }

    /// Some visitors who view, leave, click and order in any order, with resent beacons among them.
    private void randomLog(Random dice) {
        List<Runnable> resend = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Mall mall = dice.nextBoolean() ? MALL : OTHER;
            String visitor = visitor(dice.nextInt(20));
            long at = NOON + i * MINUTE / 2 - dice.nextInt(20) * MINUTE;
            int who = mall.id().value() * 100_000 + Math.floorMod(visitor.hashCode(), 1_000) * 100;
            int view = who + dice.nextInt(5);
            int plan = who + dice.nextInt(4);
            String token = token(mall, visitor, plan, plan % 5 == 0 ? Arm.HELD_OUT : Arm.SHOWN);
            int n = 1000 + i;
            String event = switch (dice.nextInt(8)) {
                case 0, 1 -> viewed(view, at);
                case 2 ->
                    event(
                            "dwelled",
                            n,
                            at,
                            view,
                            "\"visibleMs\":" + dice.nextInt(9_000) + ",\"activeMs\":1,\"wallMs\":9");
                case 3 -> event("triggered", n, at, view, trigger(token));
                case 4 -> event("impressed", n, at, view, token(token));
                case 5 -> event("clicked", n, at, view, token(token) + ",\"block\":\"popular\"");
                case 6 -> event("order-placed", n, at, view, order("o-" + dice.nextInt(12), 1000 + i));
                default -> event("not-shown", n, at, view, "\"trigger\":\"back-hold\",\"reason\":\"TOO_EARLY\"");
            };
            Runnable send = () -> page(mall, visitor, NOON + 200 * MINUTE, event);
            send.run();
            if (dice.nextInt(4) == 0) resend.add(send);
            if (dice.nextInt(6) == 0) {
                var money = new Money(500 + i, "KRW");
                String order = "o-" + dice.nextInt(12);
                told(
                        mall,
                        dice.nextBoolean()
                                ? new OrderEvent.Confirmed(id(n + 5000), at, order, money)
                                : new OrderEvent.Refunded(id(n + 5000), at, order, "r-" + dice.nextInt(3), money));
            }
            if (!resend.isEmpty() && dice.nextInt(5) == 0) resend.removeFirst().run();
        }
    }

    private List<String> tables() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("session", "exposure", "not_shown"))
            rows.addAll(query("select * from " + table + " order by 1, 2"));
        return rows;
    }

    private void page(Mall mall, String visitor, long receivedAt, String... events) {
        append(mall, Key.Kind.VISITOR, visitor, receivedAt, 0, beacon(mall, visitor, receivedAt, events), Source.PAGE);
    }

    private void told(Mall mall, OrderEvent event) {
        byte[] payload = OrdersReader.writeEvent(event);
        append(
                mall,
                Key.Kind.ORDER,
                event.order(),
                event.at(),
                0,
                new String(payload, StandardCharsets.UTF_8),
                Source.ORDER);
    }

    private void append(
            Mall mall, Key.Kind kind, String key, long receivedAt, long skipped, String payload, Source source) {
        Entry entry = new Entry(
                mall.id(),
                new Key(kind, key),
                receivedAt,
                0,
                skipped,
                payload.getBytes(StandardCharsets.UTF_8),
                source);
        log.add(new Logged(Position.of(log.size() + 1), entry));
    }

    private static String beacon(Mall mall, String visitor, long sentAt, String... events) {
        return "{\"v\":1,\"mall\":\"%s\",\"visitor\":\"%s\",\"storage\":\"persistent\",\"device\":\"phone\",\"sentAt\":%d,\"events\":[%s]}"
                .formatted(mall.key().value(), visitor, sentAt, String.join(",", events));
    }

    private static String viewed(int view, long at) {
        return "{\"type\":\"page-viewed\",\"id\":\"%s\",\"at\":%d,\"url\":\"https://one.example/p\",\"referrer\":\"https://feed.example/\",\"template\":\"product\",\"landing\":true}"
                .formatted(id(view), at);
    }

    private static String event(String type, int n, long at, int view, String rest) {
        return "{\"type\":\"%s\",\"id\":\"%s\",\"at\":%d,\"view\":\"%s\",%s}"
                .formatted(type, id(n), at, id(view), rest);
    }

    private static String trigger(String token) {
        return token(token) + ",\"trigger\":\"back-hold\",\"stayMs\":9000";
    }

    private static String token(String token) {
        return "\"token\":\"" + token + "\"";
    }

    private static String order(String order, long amount) {
        return "\"order\":\"" + order + "\",\"amount\":" + amount + ",\"currency\":\"KRW\"";
    }

    private static String token(Mall mall, String visitor, int plan, Arm arm) {
        return new PlanPass(mall.id(), id(plan), new VisitorId(visitor), 0, NOON, NOON, 1, 1, 0.5, arm, "classic", "e1")
                .sign(mall.tokenKey())
                .text();
    }

    private static UUID id(int n) {
        return new UUID(0x019aa9c0_0000_7000L, 0x8000_0000_0000_0000L | n);
    }

    private static String visitor(int n) {
        byte[] bytes = new byte[16];
        bytes[0] = (byte) n;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set app.malls = '1,2'");
            List<String> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(sql)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) values.add(row.getString(i));
                    rows.add(String.join("|", values));
                }
            }
            return rows;
        }
    }
}
