package reload.learn.adapter;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import reload.event.MallId;
import reload.log.adapter.Login;
import reload.mall.Mall;
import reload.session.Trail;

/// A [Course] in a process of its own: its examples take more memory than an edge should have, LightGBM is native
/// code, and pages go before it. It ends with the process that started it. `main` of the class it starts hands what
/// to learn to [#learn].
///
/// @param kind of the models
/// @param main the class to start
/// @param worker as the role worker
/// @param arguments of `main`
/// @param limit what takes longer is ended; malls that were done by then keep what was learnt
/// @param before done here before it starts
/// @param models refreshed after it
public record TrainingProcess(
        String kind,
        Class<?> main,
        Login worker,
        List<String> arguments,
        Duration limit,
        Before before,
        ModelStore<?> models)
        implements Course {
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final String HEAP = "-Xmx1g";
    /// A class of every jar it needs beside that of `main`.
    private static final List<Class<?>> USES = List.of(
            TrainingProcess.class,
            Trail.class,
            Mall.class,
            Login.class,
            MallId.class,
            LGBMBooster.class,
            Driver.class,
            Logger.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class);

    private static final String LEARNT = "learnt ";
    private static final String FAILED = "failed ";

    /// Something to be done before a training.
    public interface Before {
        Before NOTHING = () -> {};

        void prepare() throws SQLException;
    }

    @Override
    public void learn(Watcher watcher) throws SQLException, IOException, InterruptedException {
        before.prepare();
        Process process = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var isLate = new AtomicBoolean();
        Thread watch = Thread.ofVirtual().start(() -> endAtLimit(process, isLate));
        String failure = null;
        int malls = 0;
        // Its input stays open: where that ends, this process has.
        try (PrintStream to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader from = process.inputReader(StandardCharsets.UTF_8)) {
            to.printf("%s%n%s%n%s%n", worker.url(), worker.user(), worker.password());
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                if (line.startsWith(LEARNT)) {
                    watcher.learnt(Boolean.parseBoolean(line.substring(LEARNT.length())));
                    malls++;
                }
                if (line.startsWith(FAILED)) failure = line.substring(FAILED.length());
            }
            int exit = process.waitFor();
            if (isLate.get())
                throw new IOException(
                        "ended after %d s, its limit, with %d malls done".formatted(limit.toSeconds(), malls));
            if (exit != 0) throw new IOException(failure == null ? "the training ended with " + exit : failure);
        } finally {
            process.destroy();
            watch.interrupt();
        }
        models.refresh();
    }

    private void endAtLimit(Process process, AtomicBoolean isLate) {
        try {
            if (process.waitFor(limit)) return;
            isLate.set(true);
            process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) command.addAll(List.of(NICE.toString(), "-n", "19"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                classPath(),
                main.getName()));
        command.addAll(arguments);
        return command;
    }

    /// Where the classes it needs come from; how the application was packaged does not matter.
    private String classPath() {
        return Stream.concat(Stream.of(main), USES.stream())
                .map(TrainingProcess::home)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String home(Class<?> of) {
        try {
            return Path.of(of.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(of + " comes from nowhere", e);
        }
    }

    /// What the process is there for.
    public interface Learning {
        /// @param worker connections as the role worker
        void learn(DataSource worker, Watcher watcher) throws Exception;
    }

    /// Within the process: learns, and tells the one that started it.
    public static void learn(Learning learning) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var worker = new PGSimpleDataSource();
        worker.setUrl(in.readLine());
        worker.setUser(in.readLine());
        worker.setPassword(in.readLine());
        Thread.ofPlatform().daemon().start(() -> endWith(System.in));
        var watcher = new Watcher() {
            @Override
            public void read(long entries) {}

            @Override
            public void learnt(boolean better) {
                out.println(LEARNT + better);
            }
        };
        try {
            learning.learn(worker, watcher);
        } catch (Exception e) {
            out.println(FAILED + e.toString().lines().findFirst().orElse(""));
            System.exit(1);
        }
    }

    private static void endWith(InputStream parent) {
        try {
            while (parent.read() >= 0) Thread.onSpinWait();
        } catch (IOException _) {
            // Gone, too.
        }
        Runtime.getRuntime().halt(1);
    }
}
