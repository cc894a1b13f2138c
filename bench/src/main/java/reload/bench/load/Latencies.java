package reload.bench.load;

/// Counts of latencies, to the nearest part in 64: enough for a percentile, whatever its size.
public final class Latencies {
    private static final int STEPS = 64;
    private final long[] counts = new long[64 * STEPS];
    private long total;

    /// @param nanos 0 or more
    public void add(long nanos) {
        counts[slot(Math.max(1, nanos))]++;
        total++;
    }

    public long total() {
        return total;
    }

    /// @param share 0.5 for the median
    /// @return milliseconds; 0 where nothing was counted
    public double percentileMs(double share) {
        long rank = (long) Math.ceil(share * total);
        long seen = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            seen += counts[slot];
            if (counts[slot] > 0 && seen >= rank) return value(slot) / 1e6;
        }
        return 0;
    }

    private static int slot(long nanos) {
        int exponent = 63 - Long.numberOfLeadingZeros(nanos);
        long within = exponent >= 6 ? nanos >>> exponent - 6 & 63 : nanos << 6 - exponent & 63;
        return exponent * STEPS + (int) within;
    }

    private static double value(int slot) {
        return Math.scalb(1 + (slot % STEPS + 0.5) / STEPS, slot / STEPS);
    }
}
