package reload.session.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import reload.session.OrderState;
import reload.session.VisitorState;

/// States as bytes: one byte of version, then CBOR (RFC 8949) of the records by field name. A field may be added
/// (it reads as null, zero or an empty list from old bytes) or dropped; a change of meaning needs a new
/// version. Golden files of every version are read in a test.
final class StateCodec {
    private static final byte VERSION = 4;
    private static final CBORMapper MAPPER = CBORMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();
    private static final ObjectReader VISITOR = MAPPER.readerFor(VisitorState.class);
    private static final ObjectReader ORDER = MAPPER.readerFor(OrderState.class);
    private static final ObjectWriter WRITER = MAPPER.writer();

    private StateCodec() {}

    static byte[] write(Object state) {
        try {
            byte[] cbor = WRITER.writeValueAsBytes(state);
            byte[] bytes = new byte[cbor.length + 1];
            bytes[0] = VERSION;
            System.arraycopy(cbor, 0, bytes, 1, cbor.length);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("a state of plain values can always be written", e);
        }
    }

    static VisitorState visitor(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == 1) return visitorOfVersionOne(bytes);
        return read(VISITOR, bytes);
    }

    /// Then every trigger interrupted, and the last says when. A chance whose exposure is forgotten was taken long ago.
    private static VisitorState visitorOfVersionOne(byte[] bytes) {
        try {
            ObjectNode state = (ObjectNode) MAPPER.readTree(bytes, 1, bytes.length - 1);
            long interruptedAt = state.path("chances").isEmpty() ? 0 : 1;
            for (JsonNode exposure : state.path("exposures"))
                interruptedAt = Math.max(
                        interruptedAt, exposure.path("moment").path("at").asLong());
            return VISITOR.readValue(state.put("interruptedAt", interruptedAt));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored state cannot be read", e);
        }
    }

    static OrderState order(byte[] bytes) {
        return read(ORDER, bytes);
    }

    private static <T> T read(ObjectReader reader, byte[] bytes) {
        if (bytes.length == 0 || bytes[0] < 1 || bytes[0] > VERSION)
            throw new IllegalStateException("a state of version " + (bytes.length == 0 ? "none" : bytes[0])
                    + ": written by a newer Reload? " + Arrays.toString(Arrays.copyOf(bytes, 4)));
        try {
            return reader.readValue(bytes, 1, bytes.length - 1);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored state cannot be read", e);
        }
    }
}
