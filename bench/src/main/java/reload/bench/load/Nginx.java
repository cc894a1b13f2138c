package reload.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// The control: nginx, answering every request with 204 and nothing else.
public final class Nginx implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final InetSocketAddress address;

    private Nginx(Process process, Path folder, InetSocketAddress address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    /// @throws IOException if there is no nginx, or the port is taken
    public static Nginx start(int port) throws IOException {
        Path folder = Files.createTempDirectory("reload-nginx");
        Files.createDirectories(folder.resolve("logs"));
        Path conf = folder.resolve("nginx.conf");
        Files.writeString(conf, """
                daemon off;
                worker_processes 1;
                pid nginx.pid;
                error_log stderr crit;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  keepalive_requests 1000000000;
                  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  server { listen 127.0.0.1:%d; location / { return 204; } }
                }
                """.formatted(port));
        Process process = new ProcessBuilder("nginx", "-p", folder.toString(), "-c", conf.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("logs").resolve("out").toFile())
                .start();
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
        for (int tries = 0; tries < 100 && process.isAlive(); tries++) {
            try (Socket socket = new Socket()) {
                socket.connect(address, 200);
                return new Nginx(process, folder, address);
            } catch (IOException _) {
                pause();
            }
        }
        process.destroy();
        throw new IOException("nginx did not start: "
                + Files.readString(folder.resolve("logs").resolve("out")).strip());
    }

    public InetSocketAddress address() {
        return address;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
