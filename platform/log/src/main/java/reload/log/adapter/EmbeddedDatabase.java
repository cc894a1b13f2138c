package reload.log.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/// A real PostgreSQL as our child process, on loopback, its files in one directory of ours.
///
/// It keeps what it acknowledges: `fsync` and its kin are on. A server left over from a killed process is stopped
/// before a new one
/// starts, after making sure that it is this directory's. A server that dies is started again on the same port.
/// [#close] stops it.
///
/// The directory holds `program-*` (the unpacked binaries), `cluster` (the data), `server.log` and a lock that keeps a
/// second process of
/// ours out.
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String VERSION = "18.4.0";
    private static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long LOG_LIMIT = 16 << 20;

    /// For a small machine that also runs the application: little memory, no parallel plans, rare
    /// checkpoints, since the log writes a lot and reads little.
    static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=80",
            "shared_buffers=128MB",
            "work_mem=16MB",
            "maintenance_work_mem=64MB",
            "wal_buffers=16MB",
            "min_wal_size=256MB",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "random_page_cost=1.1",
            "max_parallel_workers_per_gather=0",
            "max_parallel_maintenance_workers=0",
            "jit=off",
            "autovacuum_max_workers=2",
            "autovacuum_naptime=30s",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_line_prefix=%m [%p] %u ",
            "log_checkpoints=off");

    /// Told when the server has died and when it is back. Called on the supervising thread.
    public interface Watcher {
        void died();

        void restarted();
    }

    private final Path directory;
    private final Path cluster;
    private final String password;
    private final FileLock ours;
    private final Path program;
    private final int port;
    private final Watcher watcher;
    private final List<String> settings;
    private final Object turn = new Object();
    private @Nullable Process server; // Guarded by turn.
    private boolean closing; // Guarded by turn.

    private EmbeddedDatabase(
            Path directory,
            String password,
            FileLock ours,
            Path program,
            int port,
            Watcher watcher,
            List<String> settings) {
        this.directory = directory;
        this.cluster = directory.resolve("cluster");
        this.password = password;
        this.ours = ours;
        this.program = program;
        this.port = port;
        this.watcher = watcher;
        this.settings = settings;
    }

    /// Starts the server, making its directory first where there is none. Blocks until it answers: a second
    /// at most times, several on the first start and as long as recovery takes after a crash.
    ///
    /// @param directory where all its files live; created if missing
    /// @param port the port on loopback, or 0 for a free one
    /// @param password the superuser's; the same on every start
    /// @throws IllegalStateException with a sentence for the operator, if it cannot be started
    public static EmbeddedDatabase start(Path directory, int port, String password, Watcher watcher) {
        return start(directory, port, password, watcher, SETTINGS);
    }

    static EmbeddedDatabase start(Path directory, int port, String password, Watcher watcher, List<String> settings) {
        try {
            Path home = Files.createDirectories(directory).toRealPath();
            FileLock ours = lock(home);
            try {
                var database = new EmbeddedDatabase(
                        home, password, ours, unpack(home), port == 0 ? freePort() : port, watcher, settings);
                database.stopLeftOver();
                database.initialise();
                synchronized (database.turn) {
                    database.launch();
                }
                Thread.ofPlatform().name("database-watch").daemon().start(database::supervise);
                return database;
            } catch (IOException | InterruptedException | RuntimeException e) {
                ours.channel().close();
                throw e;
            }
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL in " + directory + " cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
        }
    }

    public int port() {
        return port;
    }

    /// The process of the server, to look at.
    public ProcessHandle process() {
        synchronized (turn) {
            if (server == null) throw new IllegalStateException("PostgreSQL is not running");
            return server.toHandle();
        }
    }

    /// The superuser's way into a database.
    public Login superuser(String database) {
        return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, password);
    }

    /// Stops the server: running transactions are rolled back, everything acknowledged is kept. Blocks until it has
    /// gone.
    @Override
    public void close() {
        synchronized (turn) {
            if (closing) return;
            closing = true;
            if (server != null) stop(server.toHandle());
        }
        try {
            ours.channel().close();
        } catch (IOException e) {
            LOG.debug("lock of the database directory not released", e);
        }
    }

    private void supervise() {
        while (true) {
            Process watched;
            synchronized (turn) {
                if (closing || server == null) return;
                watched = server;
            }
            try {
                int exit = watched.waitFor();
                synchronized (turn) {
                    if (closing) return;
                }
                LOG.error("database died exit={} port={}", exit, port);
                watcher.died();
                restart();
                LOG.info("database restarted port={}", port);
                watcher.restarted();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void restart() throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            synchronized (turn) {
                if (closing) return;
                try {
                    endChildren();
                    launch();
                    return;
                } catch (IOException | IllegalStateException e) {
                    LOG.error("database not restarted attempt={} reason={}", attempt + 1, e.getMessage());
                }
            }
            Thread.sleep(Math.min(5000, 200L << Math.min(attempt, 5)));
        }
    }

    /// Starts the server and waits until it answers.
    private void launch() throws IOException, InterruptedException {
        Path log = directory.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT)
            Files.move(log, directory.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        var command = new ArrayList<String>(List.of("postgres", "-D", cluster.toString(), "-p", String.valueOf(port)));
        for (String setting : settings) Collections.addAll(command, "-c", setting);
        Process started = run(command, ProcessBuilder.Redirect.appendTo(log.toFile()));
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        SQLException last = null;
        while (System.nanoTime() < limit) {
            if (started.waitFor(50, TimeUnit.MILLISECONDS))
                throw new IllegalStateException("PostgreSQL ended at once; " + log + " says why");
            try (Connection connection = superuser(SUPERUSER).connect()) {
                server = started;
                return;
            } catch (SQLException e) {
                last = e;
                if ("28P01".equals(e.getSQLState())) break;
            }
        }
        stop(started.toHandle());
        throw new IllegalStateException(
                last != null && "28P01".equals(last.getSQLState())
                        ? "the database in " + directory + " was made with another secret key"
                        : "PostgreSQL does not answer; " + log + " says why");
    }

    private void initialise() throws IOException, InterruptedException {
        if (Files.exists(cluster)) return;
        Path fresh = directory.resolve("cluster.new");
        deleteTree(fresh);
        Path secret = Files.createTempFile(
                directory,
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Path log = directory.resolve("initdb.log");
        try {
            Files.writeString(secret, password);
            Process initdb = run(
                    List.of(
                            "initdb",
                            "-D",
                            fresh.toString(),
                            "-U",
                            SUPERUSER,
                            "--pwfile=" + secret,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C"),
                    ProcessBuilder.Redirect.to(log.toFile()));
            if (initdb.waitFor() != 0)
                throw new IllegalStateException("PostgreSQL's data directory was not made; " + log + " says why");
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private Process run(List<String> command, ProcessBuilder.Redirect output) throws IOException {
        var whole = new ArrayList<String>();
        // PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, and still owns its files.
        if ("root".equals(System.getProperty("user.name"))) Collections.addAll(whole, "unshare", "-U");
        whole.add(program.resolve("bin").resolve(command.getFirst()).toString());
        whole.addAll(command.subList(1, command.size()));
        var builder = new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(output);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.directory(directory.toFile());
        return builder.start();
    }

    /// Stops the server that a killed process of ours has left running, if there is one.
    private void stopLeftOver() throws IOException, InterruptedException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            List<String> lines = Files.readAllLines(pidFile);
            long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().trim());
            var left = pid > 0 ? ProcessHandle.of(pid).filter(this::isOurs).orElse(null) : null;
            if (left != null) {
                LOG.warn("stopping the database a killed process has left pid={}", pid);
                stop(left);
            }
        }
        endChildren();
        // PostgreSQL would not start while any process has the number in the file. We hold the directory's lock and
        // have just
        // seen that none of its servers is left, so the file speaks of the past.
        Files.deleteIfExists(pidFile);
    }

    /// After a server's sudden death its children end by themselves, but a busy one may take its time, and a
    /// new server does not start beside it.
    private void endChildren() throws InterruptedException {
        for (int i = 0; i < 20 && !children().isEmpty(); i++) Thread.sleep(100);
        for (ProcessHandle child : children()) {
            LOG.warn("ending a child of a dead database pid={}", child.pid());
            child.destroyForcibly();
        }
        for (int i = 0; i < 50 && !children().isEmpty(); i++) Thread.sleep(100);
    }

    private List<ProcessHandle> children() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    /// Whether a process is a PostgreSQL of this very directory: its program is postgres and it stands in our
    /// cluster. A number in a file proves nothing, as numbers are used again.
    private boolean isOurs(ProcessHandle process) {
        Path proc = Path.of("/proc", String.valueOf(process.pid()));
        try {
            return Files.readSymbolicLink(proc.resolve("exe"))
                            .getFileName()
                            .toString()
                            .startsWith("postgres")
                    && Files.isSameFile(proc.resolve("cwd"), cluster);
        } catch (IOException e) {
            return false;
        }
    }

    /// Asks for a fast shutdown (rolls back, checkpoints, ends), and takes the server down if it does not follow.
    private void stop(ProcessHandle process) {
        try {
            run(
                            List.of(
                                    "pg_ctl",
                                    "stop",
                                    "-D",
                                    cluster.toString(),
                                    "-m",
                                    "fast",
                                    "-w",
                                    "-t",
                                    String.valueOf(STOP_LIMIT.toSeconds())),
                            ProcessBuilder.Redirect.DISCARD)
                    .waitFor();
            process.onExit().get(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (IOException | java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.warn("database did not stop in time, killing it pid={}", process.pid());
            process.destroyForcibly();
        }
    }

    private static FileLock lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("another Reload is running on " + home);
        }
        return lock;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Unpacks the binaries once; a half-unpacked directory is never taken for a whole one.
    private static Path unpack(Path home) throws IOException {
        Path whole = home.resolve("program-" + VERSION);
        if (Files.exists(whole)) return whole;
        String machine = switch (System.getProperty("os.name") + "/" + System.getProperty("os.arch")) {
            case "Linux/amd64" -> "x86_64";
            case "Linux/aarch64" -> "arm_64";
            default ->
                throw new IllegalStateException("the embedded PostgreSQL runs on Linux (x86-64, arm64) only;"
                        + " elsewhere give --database URL");
        };
        Path part = home.resolve("program.new");
        deleteTree(part);
        String archive = "/postgres-linux-" + machine + ".txz";
        try (InputStream packed = EmbeddedDatabase.class.getResourceAsStream(archive)) {
            if (packed == null) throw new IllegalStateException(archive + " is missing from the class path");
            try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                    place(tar, entry, part);
            }
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        return whole;
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path part) throws IOException {
        Path file = part.resolve(entry.getName()).normalize();
        if (!file.startsWith(part)) throw new IOException("an entry leaves the archive: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
