package reload.mall.adapter;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import reload.log.Entry;
import reload.log.Log;
import reload.log.LogUnavailable;
import reload.log.Logged;
import reload.log.Position;

/// A log that can be away, which the real one cannot on demand.
final class MemoryLog implements Log {
    final List<Entry> entries = new CopyOnWriteArrayList<>();
    volatile boolean away;

    @Override
    public CompletionStage<Position> append(Entry entry) {
        if (away) return CompletableFuture.failedStage(new LogUnavailable(LogUnavailable.Reason.DOWN, 1));
        entries.add(entry);
        return CompletableFuture.completedStage(Position.of(entries.size()));
    }

    @Override
    public List<Logged> read(Position from, int max) {
        throw new UnsupportedOperationException("no test reads from it");
    }

    @Override
    public Position end() {
        return Position.of(entries.size());
    }

    @Override
    public void close() {}
}
