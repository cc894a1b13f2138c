package reload.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Processor time of a process and all it started, from Linux' `/proc`: user and system, the children that
/// ended included.
public final class ProcessTime {
    private static final double MICROS_PER_TICK = 10_000;
    /// Fields of `/proc/PID/stat` behind the name: utime, stime, cutime, cstime.
    private static final int FIRST = 11;

    private ProcessTime() {}

    /// @return microseconds since the processes began, in steps of 10,000
    public static double micros(ProcessHandle root) {
        try (Stream<ProcessHandle> all = Stream.concat(Stream.of(root), root.descendants())) {
            return all.mapToLong(process -> ticks(process.pid())).sum() * MICROS_PER_TICK;
        }
    }

    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 0; i < 4; i++) ticks += Long.parseLong(fields[FIRST + i]);
            return ticks;
        } catch (IOException _) {
            return 0; // ended between the listing and the reading; its parent carries its time
        }
    }
}
