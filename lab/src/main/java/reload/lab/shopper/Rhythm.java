package reload.lab.shopper;

import java.util.Arrays;
import java.util.SplittableRandom;

/// When shoppers arrive: quiet nights, a lunch hour, long evenings, busier Sundays and Mondays.
final class Rhythm {
    private static final double[] OF_HOUR = {
        2.6, 1.6, 1.0, 0.7, 0.6, 0.7, 1.2, 2.2, 3.4, 4.2, 4.8, 5.0, 5.6, 5.2, 4.9, 4.8, 4.7, 4.6, 4.7, 5.2, 6.0, 6.8,
        6.6, 4.6
    };
    /// From Thursday, the weekday of 1970-01-01.
    private static final double[] OF_WEEKDAY = {0.98, 0.94, 0.96, 1.12, 1.08, 1.0, 0.98};

    private final World world;
    private final double[] cumulated;

    Rhythm(World world) {
        this.world = world;
        long offset = world.zoneOffset();
        cumulated = new double[world.days() * 24];
        double sum = 0;
        for (int hour = 0; hour < cumulated.length; hour++) {
            long local = world.start() + hour * World.HOUR + offset;
            int ofDay = (int) Math.floorMod(local / World.HOUR, 24L);
            int weekday = (int) Math.floorMod(Math.floorDiv(local, World.DAY), 7L);
            sum += OF_HOUR[ofDay] * OF_WEEKDAY[weekday];
            cumulated[hour] = sum;
        }
    }

    /// @return a moment of arrival, milliseconds since 1970
    long draw(SplittableRandom random) {
        double u = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, u);
        int hour = Math.min(found >= 0 ? found + 1 : -found - 1, cumulated.length - 1);
        return world.start() + hour * World.HOUR + random.nextLong(World.HOUR);
    }
}
