package reload.session.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import reload.session.SampleState;
import reload.session.VisitorState;

class StateCodecTest {
    @Test
    void aStateReadsAsItWasWritten() {
        assertThat(StateCodec.visitor(StateCodec.write(SampleState.VISITOR))).isEqualTo(SampleState.VISITOR);
        assertThat(StateCodec.visitor(StateCodec.write(VisitorState.NEW))).isEqualTo(VisitorState.NEW);
        assertThat(StateCodec.order(StateCodec.write(SampleState.ORDER))).isEqualTo(SampleState.ORDER);
    }

    @Test
    void whatVersionOneWroteIsStillRead() throws IOException {
        assertThat(StateCodec.visitor(golden("visitor-1.cbor"))).isEqualTo(SampleState.VISITOR_1);
        assertThat(StateCodec.order(golden("order-1.cbor"))).isEqualTo(SampleState.ORDER);
    }

    @Test
    void whatVersionTwoWroteIsStillRead() throws IOException {
        assertThat(StateCodec.visitor(golden("visitor-2.cbor"))).isEqualTo(SampleState.VISITOR_2);
        assertThat(StateCodec.order(golden("order-2.cbor"))).isEqualTo(SampleState.ORDER);
    }

    @Test
    void whatVersionThreeWroteIsStillRead() throws IOException {
        assertThat(StateCodec.visitor(golden("visitor-3.cbor"))).isEqualTo(SampleState.VISITOR_3);
        assertThat(StateCodec.order(golden("order-3.cbor"))).isEqualTo(SampleState.ORDER);
    }

    @Test
    void whatVersionFourWroteIsStillRead() throws IOException {
        assertThat(StateCodec.visitor(golden("visitor-4.cbor"))).isEqualTo(SampleState.VISITOR);
        assertThat(StateCodec.order(golden("order-4.cbor"))).isEqualTo(SampleState.ORDER);
    }

    @Test
    void anotherVersionIsRefusedNotGuessed() {
        byte[] bytes = StateCodec.write(VisitorState.NEW);
        bytes[0] = 9;
        assertThatThrownBy(() -> StateCodec.visitor(bytes)).hasMessageContaining("version 9");
        assertThatThrownBy(() -> StateCodec.visitor(new byte[0])).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = StateCodecTest.class.getResourceAsStream("/states/" + name)) {
            return in.readAllBytes();
        }
    }
}
