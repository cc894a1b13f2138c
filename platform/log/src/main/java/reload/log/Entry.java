package reload.log;

import java.util.Arrays;
import java.util.Objects;
import reload.event.Key;
import reload.event.MallId;

/// One accepted request as it is appended: its raw bytes and the envelope the edge put around them. The bytes
/// are shared, not copied: nobody changes them after the entry is made.
///
/// @param key whose history it belongs to; the log keeps the order of entries of one mall and key
/// @param receivedAt the edge's clock, milliseconds since 1970
/// @param skewMs what to add to the sender's times to have the edge's; 0 where the sender has no clock of its own
/// @param skipped bit i is set where event i of the payload was not taken
public record Entry(MallId mall, Key key, long receivedAt, long skewMs, long skipped, byte[] payload, Source source) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Entry that
                && mall.equals(that.mall)
                && key.equals(that.key)
                && receivedAt == that.receivedAt
                && skewMs == that.skewMs
                && skipped == that.skipped
                && source == that.source
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mall, key, receivedAt, source);
    }

    @Override
    public String toString() {
        return "Entry[mall=" + mall.value() + " kind=" + key.kind() + " source=" + source + " bytes=" + payload.length
                + "]";
    }
}
