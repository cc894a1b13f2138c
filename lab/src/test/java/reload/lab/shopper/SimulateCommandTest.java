package reload.lab.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reload.lab.shopper.adapter.SimulateCommand;

class SimulateCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return SimulateCommand.run(arguments, new PrintStream(out), new PrintStream(progress));
    }

    @Test
    void theTruthOfWhatTheServerWasToldOverHttpIsPrintedAsOneJsonDocument(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "history\n");
        var mall = new MeasuringMall(0.1);
        int code;
        try (var server = new StandIn(mall, "history")) {
            code = run(
                    "--mall",
                    "sample",
                    "--history-key-file",
                    key.toString(),
                    "--url",
                    server.url().toString(),
                    "--visits",
                    "1500",
                    "--seed",
                    "9",
                    "--until-now");
        }
        assertThat(progress.toString()).contains("done");
        assertThat(code).isZero();
        JsonNode said = new ObjectMapper().readTree(out.toByteArray());
        Truth measured = mall.measured(Truth.NOTHING);
        assertThat(said.path("mall").asText()).isEqualTo("sample");
        assertThat(said.path("sessions").asLong()).isEqualTo(measured.sessions());
        assertThat(said.path("pageViews").asLong()).isEqualTo(measured.pageViews());
        assertThat(said.path("dwellVisibleMsMean").asDouble()).isEqualTo(measured.dwellVisibleMsMean());
        assertThat(said.path("triggered").asLong()).isEqualTo(measured.triggered());
        assertThat(said.path("shown").asLong()).isEqualTo(measured.shown());
        assertThat(said.path("spared").asLong()).isEqualTo(measured.spared());
        assertThat(said.at("/rewards/spared").isNumber()).isTrue();
        assertThat(said.path("heldOut").asLong()).isEqualTo(measured.heldOut());
        assertThat(said.path("impressions").asLong()).isEqualTo(measured.impressions());
        assertThat(said.path("clicks").asLong()).isEqualTo(measured.clicks());
        assertThat(said.path("converted").asLong()).isEqualTo(measured.converted());
        assertThat(said.path("conversionAmount").asLong()).isEqualTo(measured.conversionAmount());
        assertThat(said.path("refundedAmount").asLong()).isEqualTo(measured.refundedAmount());
        assertThat(said.at("/incrementalAmountPerTriggered/estimate").isNumber())
                .isTrue();
    }

    @Test
    void aServerThatRefusesEndsTheCommandWithItsWords(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "wrong");
        try (var server = new StandIn(new MeasuringMall(0.1), "history")) {
            assertThat(run(
                            "--mall",
                            "sample",
                            "--history-key-file",
                            key.toString(),
                            "--url",
                            server.url().toString(),
                            "--visits",
                            "10",
                            "--seed",
                            "9"))
                    .isEqualTo(1);
        }
        assertThat(progress.toString()).contains("403");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--visits 0",
                "--visits many",
                "--vists 10",
                "--seed",
                "--mall a --malls 2",
                "--visits 2 --malls 3"
            })
    void aCallThatMakesNoSenseIsExplained(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(progress.toString()).contains("simulate --visits N");
    }
}
