package reload.lab.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The built application, run as a process of its own on a data directory of its own.
public final class RunningReload implements AutoCloseable {
    /// What a fresh installation with the demo lets in.
    public static final String EMAIL = "demo@reload.localhost";

    public static final String PASSWORD = "reload-demo";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path root;
    private final Path data;
    private final int port;
    private final List<String> options;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private Process process;

    private RunningReload(Path root, Path data, int port, List<String> options) throws IOException {
        this.root = root;
        this.data = data;
        this.port = port;
        this.options = options;
        process = launch();
    }

    /// Starts it and waits until it is ready.
    ///
    /// @param root of the project, built
    /// @param data an empty directory, or one it ran on before
    /// @param options for the JVM
    /// @throws IOException if it is not built, or ends while starting; its words are in `data/app.log`
    public static RunningReload start(Path root, Path data, int port, List<String> options)
            throws IOException, InterruptedException {
        RunningReload reload = new RunningReload(root, data, port, options);
        try {
            reload.awaitReady();
        } catch (IOException | InterruptedException e) {
            reload.close();
            throw e;
        }
        return reload;
    }

    private Process launch() throws IOException {
        Path jar = root.resolve("app/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) throw new IOException("the application is not built: " + root.relativize(jar));
        Files.createDirectories(data);
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx512m");
        command.add("-XX:+UseShenandoahGC");
        command.add("-XX:ShenandoahGCMode=generational");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dreload.root=" + root);
        command.add("-Dreload.data=" + data);
        command.add("-Dquarkus.http.port=" + port);
        command.addAll(options);
        command.add("-jar");
        command.add(jar.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("app.log").toFile()))
                .start();
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /// Kills the JVM as a crash would, and starts it again on what is left.
    public void crashAndStartAgain() throws IOException, InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        process = launch();
        awaitReady();
    }

    /// Kills the PostgreSQL beside the JVM: the server and every backend of it.
    public void crashPostgres() throws IOException {
        Optional<ProcessHandle> postmaster = postmaster();
        if (postmaster.isEmpty()) throw new IOException("no PostgreSQL is running beside the application");
        postmaster.get().destroyForcibly();
    }

    /// The server process of the embedded PostgreSQL, by the file it keeps in its data directory.
    public Optional<ProcessHandle> postmaster() throws IOException {
        try (var files = Files.find(data, 6, (file, _) -> file.endsWith("postmaster.pid"))) {
            Optional<Path> file = files.findFirst();
            if (file.isEmpty()) return Optional.empty();
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(file.get()).getFirst().strip()));
        }
    }

    public void awaitReady() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive())
                throw new IOException("the application ended while starting; see " + data.resolve("app.log"));
            if (isReady()) return;
            Thread.sleep(100);
        }
        throw new IOException("the application is not ready after " + PATIENCE.toSeconds() + " s");
    }

    boolean isReady() throws InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(url().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false; // not listening yet, or no longer
        }
    }

    /// Stops it in order, its PostgreSQL included.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, java.util.concurrent.TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
