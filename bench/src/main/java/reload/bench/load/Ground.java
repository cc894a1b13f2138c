package reload.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import reload.lab.shopper.adapter.Console;
import reload.lab.trial.RunningReload;

/// A Reload of its own to measure, on the project's disk and on free ports, with one mall in it; gone when
/// closed.
public final class Ground implements AutoCloseable {
    public static final String MALL = "bench";
    public static final String ORIGIN = "https://bench.example";

    private final Path root;
    private final Path data;
    private RunningReload reload;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Ground(Path root, Path data, String roles) throws IOException, InterruptedException {
        this.root = root;
        this.data = data;
        reload = running(roles);
    }

    /// @param roles what the process does, such as `edge,console`
    public static Ground prepare(String roles) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("reload.root", "")).toAbsolutePath();
        Path place = root.resolve(".reload");
        Files.createDirectories(place);
        Ground ground = new Ground(root, Files.createTempDirectory(place, "bench"), roles);
        ground.console().openMall(MALL, ORIGIN, "KRW", "Asia/Seoul", false);
        return ground;
    }

    /// Stops it and starts it with other roles, on what it has.
    public void turnTo(String roles) throws IOException, InterruptedException {
        reload.close();
        reload = running(roles);
    }

    private RunningReload running(String roles) throws IOException, InterruptedException {
        return RunningReload.start(
                root,
                data,
                freePort(),
                List.of(
                        "-Dreload.demo=true",
                        "-Dreload.roles=" + roles,
                        "-Dreload.limits.per-address=0",
                        "-Dreload.limits.per-mall=0"));
    }

    public RunningReload reload() {
        return reload;
    }

    public String host() {
        return "localhost:" + reload.url().getPort();
    }

    public Console console() {
        return Console.signIn(client, reload.url(), RunningReload.EMAIL, RunningReload.PASSWORD);
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        reload.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
