package reload.log.adapter;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;
import reload.log.Entry;

/// Rows of the log in the form COPY BINARY reads, gathered in one buffer that is used again for every group.
///
/// @see "PostgreSQL 18, COPY, Binary Format"
final class CopyRows {
    /// The order of [#add]; everything but the last two columns has a fixed width.
    static final String COPY =
            "copy log (appended_on, \"offset\", mall, key_kind, source, epoch, skew_ms, received_at, skipped, key, payload)"
                    + " from stdin (format binary)";

    private static final int COLUMNS = 11;
    private static final int FIXED = 2 + COLUMNS * 4 + 4 + 8 + 4 + 2 + 2 + 4 + 8 + 8 + 8;
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    /// PostgreSQL counts days from 2000-01-01.
    private static final int POSTGRES_EPOCH_DAY = 10957;

    private byte[] bytes = new byte[256 << 10];
    private int length;

    void begin() {
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        length = HEADER.length;
    }

    /// @param epochDay the day of the append, days since 1970-01-01
    void add(long epochDay, long offset, int epoch, Entry entry) {
        String key = entry.key().value();
        byte[] payload = entry.payload();
        reserve(FIXED + 3 * key.length() + payload.length);
        putShort(COLUMNS);
        putInt(4);
        putInt((int) (epochDay - POSTGRES_EPOCH_DAY));
        putInt(8);
        putLong(offset);
        putInt(4);
        putInt(entry.mall().value());
        putInt(2);
        putShort(entry.key().kind().code());
        putInt(2);
        putShort(entry.source().code());
        putInt(4);
        putInt(epoch);
        putInt(8);
        putLong(entry.skewMs());
        putInt(8);
        putLong(entry.receivedAt());
        putInt(8);
        putLong(entry.skipped());
        putText(key);
        putInt(payload.length);
        System.arraycopy(payload, 0, bytes, length, payload.length);
        length += payload.length;
    }

    void end() {
        reserve(2);
        putShort(-1);
    }

    int length() {
        return length;
    }

    /// Hands over what is gathered and begins to gather anew.
    void sendTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
    }

    private void putText(String text) {
        int at = length + 4;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                putInt(encoded.length);
                System.arraycopy(encoded, 0, bytes, length, encoded.length);
                length += encoded.length;
                return;
            }
            bytes[at + i] = (byte) c;
        }
        putInt(text.length());
        length += text.length();
    }

    private void putShort(int value) {
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void putInt(int value) {
        putShort(value >>> 16);
        putShort(value);
    }

    private void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    private void reserve(int more) {
        if (more > bytes.length - length) bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
}
