package reload.event.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Strict little readers over Jackson's token stream. A value of the wrong type or out of range reads as null
/// and is skipped whole, so that one bad field costs one event, not the beacon.
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

    /// A number from 0 to 1.
    static @Nullable Double share(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) return skip(in);
        double value = in.getDoubleValue();
        return value >= 0 && value <= 1 ? Double.valueOf(value) : null;
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
        if (in.currentToken() != JsonToken.VALUE_STRING) return skip(in);
        // There are two in each event: hence from the parser's own characters.
        return in.getTextLength() == 36 ? uuid(in.getTextCharacters(), in.getTextOffset()) : null;
    }

    /// @return the UUIDv7 in lower case that these 36 characters are, or null
    static @Nullable UUID uuid(char[] text, int at) {
        if (text[at + 8] != '-' || text[at + 13] != '-' || text[at + 18] != '-' || text[at + 23] != '-') return null;
        long first = hex(text, at, 8);
        long second = hex(text, at + 9, 4);
        long third = hex(text, at + 14, 4);
        long fourth = hex(text, at + 19, 4);
        long fifth = hex(text, at + 24, 12);
        if ((first | second | third | fourth | fifth) < 0) return null;
        boolean versionSeven = third >>> 12 == 7;
        boolean standardVariant = fourth >>> 14 == 0b10;
        return versionSeven && standardVariant
                ? new UUID(first << 32 | second << 16 | third, fourth << 48 | fifth)
                : null;
    }

    /// @return the number that these lower case digits say, negative where one of them is none
    private static long hex(char[] text, int from, int digits) {
        long value = 0;
        for (int i = from; i < from + digits; i++) {
            char c = text[i];
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) return -1;
            value = value << 4 | digit;
        }
        return value;
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
