package reload.event.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reload.event.Beacon;
import reload.event.Device;
import reload.event.LeaveSignal;
import reload.event.OrderEvent;
import reload.event.PageEvent;
import reload.event.Reason;
import reload.event.Storage;
import reload.event.Trigger;

class BeaconReaderTest {
    private static final Path CONTRACT = Path.of(System.getProperty("reload.root"), "contract");
    private static final String HEAD =
            "{\"v\":1,\"mall\":\"demo\",\"visitor\":\"AAECAwQFBgcICQoLDA0ODw\",\"storage\":\"persistent\",\"sentAt\":1,\"events\":[";
    private static final String ID = "\"id\":\"019aa9c0-0000-7000-8000-000000000001\"";
    private static final String VIEW = "\"view\":\"019aa9c0-0000-7000-8000-000000000002\"";

    private static final String TWELVE = "0,1,0.25,0,0,0,0,0,0,0,0,1.0";

    private static Beacon read(String json) throws UnreadableException {
        return BeaconReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] example(String name) throws IOException {
        return Files.readAllBytes(CONTRACT.resolve("examples").resolve(name));
    }

    @Test
    void theContractsExampleIsReadWhole() throws Exception {
        Beacon beacon = BeaconReader.read(example("beacon.json"));
        assertThat(beacon.mall().value()).isEqualTo("demo");
        assertThat(beacon.storage()).isEqualTo(Storage.PERSISTENT);
        assertThat(beacon.device()).isEqualTo(Device.PHONE);
        assertThat(beacon.events()).doesNotContainNull().hasSize(5);
        var viewed = (PageEvent.PageViewed) beacon.events().getFirst();
        assertThat(viewed.landing()).isTrue();
        assertThat(viewed.utm().source()).isEqualTo("kakao");
        var product = ((PageEvent.ProductViewed) beacon.events().get(1)).product();
        assertThat(product.salePrice()).isEqualTo(47_200);
        assertThat(product.categories()).containsExactly("셔츠");
    }

    @Test
    void theContractsOrdersAreReadAndSurviveTheLog() throws Exception {
        var orders = OrdersReader.read(example("orders.json"));
        assertThat(orders.events()).hasSize(2);
        for (OrderEvent event : orders.events())
            assertThat(OrdersReader.readEvent(OrdersReader.writeEvent(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonIsInTheContract(Reason reason) throws IOException {
        JsonNode reasons =
                new ObjectMapper().readTree(CONTRACT.resolve("reasons.json").toFile());
        assertThat(reasons.findValuesAsText("reason")).contains(reason.name()).hasSize(Reason.values().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{}",
                "{\"v\":1",
                HEAD + "]}",
                HEAD + "{}]} trailing",
                HEAD + "{}",
                "{\"v\":\"1\"}",
                "{\"v\":1,\"mall\":7}",
            })
    void whatIsNotABeaconIsRefusedWithASentence(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnreadableException.class)
                .hasMessageMatching(".{5,}");
    }

    @Test
    void anotherVersionIsRefusedAsSuch() {
        assertThatThrownBy(() -> read(HEAD.replace("\"v\":1", "\"v\":2") + "{}]}"))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        e -> assertThat(e.kind()).isEqualTo(UnreadableException.Kind.UNSUPPORTED_VERSION));
    }

    @Test
    void moreThanFiftyEventsAreRefusedAsSuch() {
        assertThatThrownBy(() -> read(HEAD + "{}" + ",{}".repeat(50) + "]}"))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        e -> assertThat(e.kind()).isEqualTo(UnreadableException.Kind.TOO_MANY_EVENTS));
    }

    @Test
    void deepNestingIsRefusedNotFollowed() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);
        assertThatThrownBy(() -> read(HEAD + "{\"type\":" + deep + "}]}")).isInstanceOf(UnreadableException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "7",
                "null",
                "[[]]",
                "{\"type\":\"unheard-of\"," + ID + ",\"at\":1," + VIEW + "}",
                "{\"type\":\"page-viewed\"," + ID + ",\"at\":1,\"landing\":true}",
                "{\"type\":\"page-viewed\"," + ID + ",\"at\":\"1\",\"url\":\"/\",\"landing\":true}",
                "{\"type\":\"page-viewed\"," + ID + ",\"at\":1,\"url\":{\"a\":[1]},\"landing\":true}",
                "{\"type\":\"page-viewed\",\"id\":\"019aa9c0-0000-4000-8000-000000000001\",\"at\":1,\"url\":\"/\",\"landing\":true}",
                "{\"type\":\"page-viewed\"," + ID + ",\"at\":1,\"url\":\"a\\u0000b\",\"landing\":true}",
                "{\"type\":\"dwelled\"," + ID + ",\"at\":1," + VIEW + ",\"visibleMs\":-1,\"activeMs\":0,\"wallMs\":0}",
                "{\"type\":\"dwelled\"," + ID + ",\"at\":1," + VIEW
                        + ",\"visibleMs\":1e30,\"activeMs\":0,\"wallMs\":0}",
                "{\"type\":\"order-placed\"," + ID + ",\"at\":1," + VIEW
                        + ",\"order\":\"o\",\"amount\":1,\"currency\":\"won\"}",
                "{\"type\":\"not-shown\"," + ID + ",\"at\":1," + VIEW
                        + ",\"trigger\":\"back-hold\",\"reason\":\"WHIM\"}",
            })
    void oneBadEventCostsItselfOnly(String bad) throws Exception {
        String good =
                "{\"type\":\"page-viewed\"," + ID + ",\"at\":1,\"url\":\"/\",\"landing\":true,\"later\":{\"x\":[1]}}";
        Beacon beacon = read(HEAD + bad + "," + good + "]}");
        assertThat(beacon.events()).hasSize(2);
        assertThat(beacon.events().getFirst()).isNull();
        assertThat(beacon.events().getLast()).isInstanceOf(PageEvent.PageViewed.class);
    }

    @Test
    void whatThePageSensedIsReadWithAllItSaw() throws Exception {
        var sensed = (PageEvent.Sensed) read(HEAD + sensed("1", "top-exit", TWELVE, "0.5") + "]}")
                .events()
                .getFirst();
        assertThat(sensed.signal()).isEqualTo(LeaveSignal.TOP_EXIT);
        assertThat(sensed.features()).hasSize(12).startsWith(0.0, 1.0, 0.25);
        assertThat(sensed.score()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | top-exit | " + TWELVE + "                        | 0.5",
                "1 | shrug    | " + TWELVE + "                        | 0.5",
                "1 | top-exit | 0,1,0.25,0,0,0,0,0,0,0,0              | 0.5",
                "1 | top-exit | " + TWELVE + ",0                      | 0.5",
                "1 | top-exit | 0,1,0.25,0,0,0,0,0,0,0,0,1.01         | 0.5",
                "1 | top-exit | 0,1,0.25,0,0,0,0,0,0,0,0,-0.01        | 0.5",
                "1 | top-exit | 0,1,0.25,0,0,0,0,0,0,0,0,null         | 0.5",
                "1 | top-exit | 0,1,0.25,0,0,0,0,0,0,0,0,\"1\"        | 0.5",
                "1 | top-exit | 0,1,0.25,0,0,0,0,0,0,0,0,[1]          | 0.5",
                "1 | top-exit | 0,1,0.25,0,0,0,0,0,0,0,0,1e999        | 0.5",
                "1 | top-exit | " + TWELVE + "                        | 1e999",
                "1 | top-exit | " + TWELVE + "                        | 1.5",
                "1 | top-exit | " + TWELVE + "                        | \"0.5\"",
                "1 | top-exit | " + TWELVE + "                        | null",
            })
    void whatIsSensedIsTwelveSharesAndAScoreOrNothing(String v, String signal, String features, String score)
            throws Exception {
        assertThat(read(HEAD + sensed(v, signal, features, score) + "]}").events())
                .containsExactly((PageEvent) null);
    }

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void everyTriggerCanBeReported(Trigger trigger) throws Exception {
        String notShown = "{\"type\":\"not-shown\"," + ID + ",\"at\":1," + VIEW + ",\"trigger\":\"" + trigger.wire()
                + "\",\"reason\":\"NO_PLAN\"}";
        assertThat(read(HEAD + notShown + "]}").events()).doesNotContainNull();
    }

    private static String sensed(String v, String signal, String features, String score) {
        return "{\"type\":\"sensed\",\"v\":" + v + "," + ID + ",\"at\":1," + VIEW + ",\"signal\":\"" + signal
                + "\",\"features\":[" + features + "],\"score\":" + score + "}";
    }

    @Test
    void noMutationOfAValidBeaconBreaksTheReader() throws Exception {
        byte[] valid = example("beacon.json");
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            byte[] mutated = valid.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--)
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            byte[] cut =
                    random.nextInt(4) == 0 ? java.util.Arrays.copyOf(mutated, random.nextInt(mutated.length)) : mutated;
            assertThatCode(() -> {
                        try {
                            BeaconReader.read(cut);
                        } catch (UnreadableException _) {
                            // refused, as it should be
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }
}
