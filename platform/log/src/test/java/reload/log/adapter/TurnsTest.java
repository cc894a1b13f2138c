package reload.log.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reload.event.Key;
import reload.event.MallId;
import reload.log.Entry;
import reload.log.Log;
import reload.log.Logged;
import reload.log.Position;
import reload.log.Source;

class TurnsTest {
    /// Ten entries, and how often they were read.
    private static final class Ten implements Log {
        int reads;

        @Override
        public CompletionStage<Position> append(Entry entry) {
            return CompletableFuture.failedStage(new UnsupportedOperationException());
        }

        @Override
        public List<Logged> read(Position from, int max) {
            reads++;
            List<Logged> found = new ArrayList<>();
            for (long at = from.number() + 1; at <= 10 && found.size() < max; at++)
                found.add(new Logged(
                        Position.of(at),
                        new Entry(new MallId(1), new Key(Key.Kind.MALL, "m"), 0, 0, 0, new byte[0], Source.SETTINGS)));
            return found;
        }

        @Override
        public Position end() {
            return Position.of(10);
        }

        @Override
        public void close() {}
    }

    /// Goes to the end of what it is given.
    private static class Going implements Follower.Fold {
        final List<Long> heard = new ArrayList<>();
        Position at = Position.START;

        @Override
        public Position position() {
            return at;
        }

        @Override
        public Position take(List<Logged> entries) {
            entries.forEach(e -> heard.add(e.position().number()));
            if (!entries.isEmpty()) at = entries.getLast().position();
            return at;
        }
    }

    private final Ten log = new Ten();
    private final Turns turns = new Turns(log);

    @Test
    void foldsThatGoAlongTogetherReadTheLogOnce() throws Exception {
        var first = new Going();
        var second = new Going();
        for (int i = 0; i < 3; i++) {
            assertThat(turns.take(first, first.at, 4).entries()).isPositive();
            assertThat(turns.take(second, second.at, 4).entries()).isPositive();
        }
        assertThat(first.heard).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(second.heard).isEqualTo(first.heard);
        assertThat(log.reads).isEqualTo(3);
    }

    @Test
    void aFoldThatIsElsewhereMissesNothing() throws Exception {
        var first = new Going();
        var second = new Going();
        second.at = Position.of(7);
        while (turns.take(first, first.at, 4).entries() > 0) turns.take(second, second.at, 4);
        assertThat(first.heard).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(second.heard).containsExactly(8L, 9L, 10L);
    }

    @Test
    void theEndIsLookedForAnewEachTime() throws Exception {
        var fold = new Going();
        fold.at = Position.of(10);
        assertThat(turns.take(fold, fold.at, 4).entries()).isZero();
        assertThat(turns.take(fold, fold.at, 4).entries()).isZero();
        assertThat(log.reads).isEqualTo(2);
    }

    @Test
    void aFoldThatFailsLeavesItsTurnToTheNext() throws Exception {
        var failing = new Follower.Fold() {
            @Override
            public Position position() {
                return Position.START;
            }

            @Override
            public Position take(List<Logged> entries) {
                throw new IllegalStateException("its store is away");
            }
        };
        assertThatThrownBy(() -> turns.take(failing, Position.START, 4)).hasMessage("its store is away");
        assertThat(turns.take(new Going(), Position.START, 4).to()).isEqualTo(Position.of(4));
    }

    @Test
    void oneFoldsAtATime() throws Exception {
        var inside = new AtomicInteger();
        var together = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            threads.add(Thread.ofPlatform().start(() -> {
                var fold = new Follower.Fold() {
                    @Override
                    public Position position() {
                        return Position.START;
                    }

                    @Override
                    public Position take(List<Logged> entries) {
                        if (inside.incrementAndGet() > 1) together.incrementAndGet();
                        Thread.yield();
                        inside.decrementAndGet();
                        return Position.START;
                    }
                };
                for (int n = 0; n < 200; n++) {
                    try {
                        turns.take(fold, Position.START, 4);
                    } catch (Exception e) {
                        together.incrementAndGet();
                    }
                }
            }));
        for (Thread thread : threads) thread.join();
        assertThat(together).hasValue(0);
    }
}
