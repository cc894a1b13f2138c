package reload.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Processor time of a process and all it started, from Linux' `/proc`: user and system, the children that
/// ended included.
public final class ProcessTime {
    private static final double MICROS_PER_TICK = 10_000;
    /// Fields of `/proc/PID/stat` behind the name: utime, stime, cutime, cstime.
    private static final int FIRST = 11;

    private ProcessTime() {}

    /// @param own of the process itself, microseconds since it began, in steps of 10,000
    /// @param children of all it started, such as a database beside it
    public record Micros(double own, double children) {
        public double all() {
            return own + children;
        }

        Micros minus(Micros before) {
            return new Micros(own - before.own, children - before.children);
        }

        Micros perRequest(long requests) {
            return new Micros(own / Math.max(1, requests), children / Math.max(1, requests));
        }
    }

    public static Micros of(ProcessHandle root) {
        long[] mine = ticks(root.pid());
        long children = mine[1];
        try (Stream<ProcessHandle> all = root.descendants()) {
            children += all.mapToLong(
                            process -> LongStream.of(ticks(process.pid())).sum())
                    .sum();
        }
        return new Micros(mine[0] * MICROS_PER_TICK, children * MICROS_PER_TICK);
    }

    /// @return of the process itself, and of its children that have ended
    private static long[] ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long own = Long.parseLong(fields[FIRST]) + Long.parseLong(fields[FIRST + 1]);
            return new long[] {own, Long.parseLong(fields[FIRST + 2]) + Long.parseLong(fields[FIRST + 3])};
        } catch (IOException _) {
            return new long[2]; // ended between the listing and the reading; its parent carries its time
        }
    }
}
