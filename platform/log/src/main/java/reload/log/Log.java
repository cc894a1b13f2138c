package reload.log;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// The append-only log. It promises this and nothing more:
///
/// - An append completes only when the entry is durable: no crash of ours or of the store loses it.
/// - Entries of one mall and key are read in the order in which they were appended, if each was appended after the
///   one before had completed, or by the same thread.
/// - What was read once reads the same again, until retention drops it. A reader that goes on from the last
///   position it was given misses nothing, however many append meanwhile.
///
/// A failed append may still be in the log, and an entry may be there twice: readers drop duplicates by event id.
public interface Log extends AutoCloseable {
    /// Appends one entry. Never blocks. The stage completes on the log's own thread: do not block in what follows it.
    ///
    /// @return where the entry stands, or exceptionally [LogUnavailable]
    CompletionStage<Position> append(Entry entry);

    /// Appends one entry as [#append] does, where nobody waits for the answer: it may wait a moment for others to go
    /// out with.
    default CompletionStage<Position> appendUnawaited(Entry entry) {
        return append(entry);
    }

    /// Reads what stands strictly after a position, in order. Blocks on I/O.
    ///
    /// @param max 1 or more; fewer may be returned though more are there, none only at the end of the log
    /// @throws LogUnavailable if the store does not answer
    List<Logged> read(Position from, int max);

    /// The position of the last entry, or of [Position#START] in a log that never had one.
    ///
    /// @throws LogUnavailable if the store does not answer
    Position end();

    /// Takes no more, writes or fails what is waiting, and lets the store go. Blocks while it does.
    @Override
    void close();
}
