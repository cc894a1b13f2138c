package reload.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reload.event.Key;
import reload.event.MallId;

/// What every log promises, and nothing that PostgreSQL can do and Apache Kafka cannot: no order between keys, no
/// positions without
/// gaps, no uniqueness.
public abstract class LogContract {
    /// The log under test. What other tests have left in it stays there.
    protected abstract Log log();

    /// The same log after everything that could forget has been killed and started again.
    protected abstract Log logAfterACrash() throws Exception;

    private static final AtomicInteger MALLS = new AtomicInteger(1000);
    private final MallId mall = new MallId(MALLS.incrementAndGet());

    protected Entry entry(String visitor, String payload) {
        return new Entry(
                mall,
                new Key(Key.Kind.VISITOR, visitor),
                1_800_000_000_000L,
                -250,
                0b101,
                payload.getBytes(StandardCharsets.UTF_8),
                Source.PAGE);
    }

    @Test
    void whatIsReadIsWhatWasAppended() {
        Position before = log().end();
        var whole = new Entry(
                mall,
                new Key(Key.Kind.ORDER, "주문-20261122"),
                1_800_000_000_123L,
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                new byte[] {0, -1, 127, '\n', '\\'},
                Source.ORDER);
        Position at = append(whole);
        assertThat(log().read(before, 10)).containsExactly(new Logged(at, whole));
    }

    @Test
    void everyKindOfKeyAndEverySourceComesBackAsItWas() {
        Position before = log().end();
        var appended = new ArrayList<Entry>();
        for (Key.Kind kind : Key.Kind.values())
            for (Source source : Source.values())
                appended.add(new Entry(mall, new Key(kind, "k"), 0, 0, 0, new byte[0], source));
        for (Entry entry : appended) append(entry);
        assertThat(entries(before)).containsExactlyInAnyOrderElementsOf(appended);
    }

    @Test
    void theEntriesOfAKeyAreReadInTheOrderOfTheirAppends() {
        Position before = log().end();
        var acknowledged = new ArrayList<CompletableFuture<Position>>();
        for (int i = 0; i < 500; i++) {
            Entry entry = entry("v" + i % 7, String.valueOf(i));
            var appended = i % 3 == 0 ? log().appendUnawaited(entry) : log().append(entry);
            acknowledged.add(appended.toCompletableFuture());
        }
        acknowledged.forEach(CompletableFuture::join);
        Map<String, List<Integer>> perKey = perKey(entries(before));
        assertThat(perKey).hasSize(7);
        perKey.values().forEach(numbers -> assertThat(numbers).isSorted());
    }

    @Test
    void aLaterEntryOfAKeyHasAGreaterPosition() {
        Position first = append(entry("v", "1"));
        Position second = append(entry("v", "2"));
        assertThat(second.isAfter(first)).isTrue();
        assertThat(log().end()).isGreaterThanOrEqualTo(second);
    }

    @Test
    void aPositionKeptAsTextLeadsToTheSamePlace() {
        Position first = append(entry("v", "1"));
        Position second = append(entry("v", "2"));
        assertThat(log().read(Position.parse(first.text()), 1))
                .extracting(Logged::position)
                .containsExactly(second);
    }

    @Test
    void readingInSmallStepsGivesTheSameAsReadingAtOnce() {
        Position before = log().end();
        for (int i = 0; i < 50; i++) append(entry("v" + i % 3, "entry " + i));
        List<Logged> atOnce = log().read(before, 1000);
        var inSteps = readAll(log(), before, 7);
        assertThat(inSteps).isEqualTo(atOnce);
        assertThat(log().read(before, 1000)).isEqualTo(atOnce);
    }

    @Test
    void afterTheEndThereIsNothing() {
        append(entry("v", "last"));
        assertThat(log().read(log().end(), 10)).isEmpty();
    }

    @Test
    void aReaderMissesNothingWhileManyAppend() throws Exception {
        int appenders = 6;
        int each = 400;
        Position before = log().end();
        var seen = new ArrayList<Logged>();
        var done = new AtomicBoolean();
        Thread reader = Thread.ofPlatform().start(() -> {
            Position at = before;
            while (true) {
                boolean last = done.get();
                List<Logged> step = log().read(at, 64);
                seen.addAll(step);
                if (!step.isEmpty()) at = step.getLast().position();
                else if (last) return;
            }
        });
        var acknowledged = new ConcurrentLinkedQueue<Position>();
        var threads = new ArrayList<Thread>();
        for (int a = 0; a < appenders; a++) {
            int appender = a;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < each; i++) acknowledged.add(append(entry("a" + appender, String.valueOf(i))));
            }));
        }
        for (Thread thread : threads) thread.join();
        done.set(true);
        reader.join();
        assertThat(seen).extracting(Logged::position).containsAll(acknowledged).doesNotHaveDuplicates();
        assertThat(seen).extracting(Logged::position).isSorted();
        Map<String, List<Integer>> perKey =
                perKey(seen.stream().map(Logged::entry).toList());
        assertThat(perKey).hasSize(appenders);
        perKey.values().forEach(numbers -> assertThat(numbers).hasSize(each).isSorted());
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        Position before = log().end();
        var acknowledged = Collections.synchronizedList(new ArrayList<String>());
        Thread appender = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 100_000; i++) {
                String payload = String.valueOf(i);
                try {
                    append(entry("v" + i % 5, payload));
                } catch (RuntimeException e) {
                    return;
                }
                acknowledged.add(payload);
            }
        });
        while (acknowledged.size() < 200) Thread.sleep(5);
        Log again = logAfterACrash();
        appender.join();
        var found = readAll(again, before, 1000).stream()
                .map(logged -> new String(logged.entry().payload(), StandardCharsets.UTF_8))
                .toList();
        assertThat(found).containsAll(acknowledged);
    }

    protected Position append(Entry entry) {
        return log().append(entry).toCompletableFuture().join();
    }

    /// All of this test's entries after a position.
    protected List<Entry> entries(Position from) {
        return readAll(log(), from, 100).stream()
                .map(Logged::entry)
                .filter(entry -> entry.mall().equals(mall))
                .toList();
    }

    /// Everything after a position, read in steps.
    protected static List<Logged> readAll(Log log, Position from, int step) {
        var found = new ArrayList<Logged>();
        List<Logged> some = log.read(from, step);
        while (!some.isEmpty()) {
            found.addAll(some);
            some = log.read(some.getLast().position(), step);
        }
        return found;
    }

    private static Map<String, List<Integer>> perKey(List<Entry> entries) {
        var perKey = new HashMap<String, List<Integer>>();
        for (Entry entry : entries)
            perKey.computeIfAbsent(entry.key().value(), _ -> new ArrayList<>())
                    .add(Integer.parseInt(new String(entry.payload(), StandardCharsets.UTF_8)));
        return perKey;
    }
}
