package reload.session;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/// Event ids a key has had, oldest first, with the time they were received: 24 bytes each. At most [#MOST];
/// beyond that the oldest is forgotten, so that a hostile page cannot grow a visitor's state.
///
/// @param packed id (16 bytes) and receivedAt (8 bytes) of each, big-endian
@SuppressWarnings("ArrayRecordComponent") // compared by content below, never changed after it is handed over
public record SeenIds(byte[] packed) {
    static final int MOST = 4_096;
    static final SeenIds NONE = new SeenIds(new byte[0]);
    private static final int ENTRY = 24;

    boolean has(UUID id) {
        ByteBuffer entries = ByteBuffer.wrap(packed);
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        // Newest last, and a duplicate is most often of something recent.
        for (int i = packed.length - ENTRY; i >= 0; i -= ENTRY)
            if (entries.getLong(i + 8) == low && entries.getLong(i) == high) return true;
        return false;
    }

    SeenIds with(UUID id, long receivedAt) {
        int drop = packed.length >= MOST * ENTRY ? ENTRY : 0;
        byte[] more = Arrays.copyOfRange(packed, drop, packed.length + ENTRY);
        ByteBuffer.wrap(more, more.length - ENTRY, ENTRY)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(receivedAt);
        return new SeenIds(more);
    }

    /// Forgets what was received before `time`.
    SeenIds since(long time) {
        ByteBuffer entries = ByteBuffer.wrap(packed);
        int from = 0;
        while (from < packed.length && entries.getLong(from + 16) < time) from += ENTRY;
        return from == 0 ? this : new SeenIds(Arrays.copyOfRange(packed, from, packed.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenIds that && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }
}
