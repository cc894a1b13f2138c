package reload.lab.shopper;

import java.time.ZoneId;
import java.time.ZoneOffset;

/// The frame of one simulated mall. Everything that happens in it follows from these values and from the
/// server's plans.
///
/// @param mall the site key
/// @param origin of the mall's pages, such as `https://sim-1.example`
/// @param seed the only source of chance
/// @param visits arrivals to simulate; shoppers who come back on account of what they saw come on top
/// @param days how many days the arrivals spread over
/// @param start the first of these days, milliseconds since 1970
/// @param until what would be received later does not happen, milliseconds since 1970
/// @param buying how readily shoppers buy; 1 is an ordinary mall
public record World(
        String mall,
        String origin,
        long seed,
        int visits,
        int days,
        long start,
        long until,
        ZoneId zone,
        String currency,
        double buying) {
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    public World {
        if (visits < 1 || days < 1) throw new IllegalArgumentException("at least one visit and one day");
        if (buying < 0) throw new IllegalArgumentException("shoppers cannot buy less than nothing");
    }

    /// The plainest world: a Korean mall in winter, nothing cut off.
    public static World of(String mall, long seed, int visits, int days, long start) {
        return new World(
                mall,
                "https://" + mall + ".example",
                seed,
                visits,
                days,
                start,
                Long.MAX_VALUE,
                ZoneId.of("Asia/Seoul"),
                "KRW",
                1);
    }

    /// How far the mall's clock is ahead of UTC; a month has one offset here, which is all the daily rhythm
    /// needs.
    long zoneOffset() {
        return zone.getRules().getStandardOffset(java.time.Instant.ofEpochMilli(start)) instanceof ZoneOffset offset
                ? offset.getTotalSeconds() * SECOND
                : 0;
    }
}
