package reload.event.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Strict little readers over Jackson's token stream. A value of the wrong type or out of range reads as null and is
/// skipped whole,
/// so that one bad field costs one event, not the beacon.
final class Json {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(16_384)
                    .maxNumberLength(32)
                    .maxNameLength(128)
                    .build())
            .build();

    private Json() {}

    static @Nullable String text(JsonParser in, int min, int max) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) return skip(in);
        int length = in.getTextLength();
        if (length < min || length > max) return null;
        String text = in.getText();
        // PostgreSQL's text cannot hold it, and no honest page sends it.
        return text.indexOf('\0') >= 0 ? null : text;
    }

    static @Nullable Long whole(JsonParser in, long min, long max) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) return skip(in);
        JsonParser.NumberType type = in.getNumberType();
        if (type == JsonParser.NumberType.BIG_INTEGER) return null;
        long value = in.getLongValue();
        return value < min || value > max ? null : Long.valueOf(value);
    }

    static @Nullable Boolean yesOrNo(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> skip(in);
        };
    }

    /// @return a UUIDv7 in lower case, or null
    static @Nullable UUID uuid(JsonParser in) throws IOException {
        String text = text(in, 36, 36);
        return text == null ? null : uuid(text);
    }

    static @Nullable UUID uuid(String text) {
        if (text.length() != 36) return null;
        long high = 0;
        long low = 0;
        int digits = 0;
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(i);
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (c != '-') return null;
                continue;
            }
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) return null;
            if (digits < 16) high = high << 4 | digit;
            else low = low << 4 | digit;
            digits++;
        }
        boolean versionSeven = (high >>> 12 & 0xf) == 7;
        boolean standardVariant = low >>> 62 == 0b10;
        return versionSeven && standardVariant ? new UUID(high, low) : null;
    }

    static <T> @Nullable T skip(JsonParser in) throws IOException {
        in.skipChildren();
        return null;
    }

    static boolean isCurrency(@Nullable String text) {
        if (text == null || text.length() != 3) return false;
        for (int i = 0; i < 3; i++) if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') return false;
        return true;
    }
}
