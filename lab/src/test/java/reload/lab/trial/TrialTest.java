package reload.lab.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The long trials of the built application: minutes each, so only with `./reload test --full`.
@Tag("full")
class TrialTest {
    private static final Path ROOT =
            Path.of(System.getProperty("reload.root", "..")).toAbsolutePath();

    @TempDir
    private Path data;

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void twentyKillsOfTheJvmAndFiveOfPostgresLoseNothingAndCountNothingTwice() throws Exception {
        CrashTrial.Outcome outcome = CrashTrial.run(ROOT, data, freePort(), 20, 5, System.out::println);
        System.out.println(outcome);
        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.ofJvm()).isEqualTo(20);
        assertThat(outcome.ofPostgres()).isEqualTo(5);
        assertThat(outcome.repeated()).as("requests a kill has cut off").isPositive();
    }

    @Test
    void hostileInputIsRefusedInTheWordsOfTheContractAndChangesNoHonestFigure() throws Exception {
        HostileTrial.Outcome outcome = HostileTrial.run(ROOT, data, freePort(), 10_000, System.out::println);
        System.out.println(outcome);
        assertThat(outcome.undocumented()).isEmpty();
        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.statuses().keySet())
                .allSatisfy(status -> assertThat(status).isLessThan(500));
    }
}
