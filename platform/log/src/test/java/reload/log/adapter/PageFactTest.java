package reload.log.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reload.event.Key;
import reload.event.MallId;
import reload.log.Entry;
import reload.log.Source;

class PageFactTest {
    private static final String VISITOR = "AAECAwQFBgcICQoLDA0ODw";

    /// A beacon of one dwell for each time, which are the page's own.
    private static byte[] beacon(long... at) {
        String events = LongStream.of(at).mapToObj("""
                        {"type":"dwelled","id":"019aa9c0-0000-7000-8001-%1$012d","at":%1$d,\
                        "view":"019aa9c0-0000-7000-8001-000000000000","visibleMs":1,"activeMs":1,"wallMs":1}"""::formatted).collect(Collectors.joining(","));
        return """
                {"v":1,"mall":"mall","visitor":"%s","storage":"persistent","sentAt":1,"device":"phone","events":[%s]}""".formatted(VISITOR, events).getBytes(StandardCharsets.UTF_8);
    }

    private static List<PageFact> read(Source source, long receivedAt, long skewMs, long skipped, byte[] payload) {
        Key visitor = new Key(Key.Kind.VISITOR, VISITOR);
        List<PageFact> facts = new ArrayList<>();
        PageFact.read(new Entry(new MallId(1), visitor, receivedAt, skewMs, skipped, payload, source), facts::add);
        return facts;
    }

    @Test
    void eventsComeInOrderByTheServersClockAndNeverLaterThanTheyCameIn() {
        assertThat(read(Source.PAGE, 2_000, 500, 0, beacon(1_000, 1_200, 1_800)))
                .extracting(PageFact::at)
                .containsExactly(1_500L, 1_700L, 2_000L);
    }

    @Test
    void whatWasNotAdmittedIsLeftOut() {
        assertThat(read(Source.PAGE, 9_000, 0, 0b101, beacon(1_000, 2_000, 3_000)))
                .extracting(PageFact::at)
                .containsExactly(2_000L);
    }

    @Test
    void entriesOfOthersAndUnreadableOnesHoldNone() {
        assertThat(read(Source.ORDER, 9_000, 0, 0, beacon(1_000))).isEmpty();
        assertThat(read(Source.PAGE, 9_000, 0, 0, "{".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
