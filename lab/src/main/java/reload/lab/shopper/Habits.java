package reload.lab.shopper;

import static reload.lab.shopper.World.MINUTE;
import static reload.lab.shopper.World.SECOND;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import reload.event.LeaveSignal;

/// How the shoppers of one mall give themselves away, drawn anew for each mall: how often each sign of leaving means
/// nothing, and how often, and how long before, it comes with leaving.
///
/// @param bySignal each sign's habit
record Habits(Map<LeaveSignal, Habit> bySignal) {
    /// Nobody is idle before.
    private static final long IDLE = 30 * SECOND;

    /// @param idlyPerMinute how often it comes without any thought of leaving
    /// @param telling the chance that it comes before leaving
    /// @param leadMs how long before, in the middle
    record Habit(double idlyPerMinute, double telling, long leadMs) {}

    /// A sign, so long after the reading began.
    record Sign(long afterMs, LeaveSignal signal, boolean meant) {}

    static Habits draw(SplittableRandom random) {
        Map<LeaveSignal, Habit> habits = new EnumMap<>(LeaveSignal.class);
        for (LeaveSignal signal : LeaveSignal.values())
            habits.put(
                    signal,
                    switch (signal) {
                        case FLING -> draw(0.3, 1.2, 0.25, 0.55, 1.5, 3, random);
                        case HESITATE -> draw(0.1, 0.5, 0.10, 0.30, 4, 8, random);
                        case IDLE -> draw(0.1, 0.4, 0.10, 0.30, 6, 15, random);
                        case HIDDEN -> draw(0.05, 0.3, 0.05, 0.20, 5, 10, random);
                        case TOP_EXIT -> draw(0.1, 0.6, 0.30, 0.60, 1, 2, random);
                    });
        return new Habits(Map.copyOf(habits));
    }

    private static Habit draw(
            double idlyFrom,
            double idlyTo,
            double tellingFrom,
            double tellingTo,
            double leadFrom,
            double leadTo,
            SplittableRandom random) {
        return new Habit(
                random.nextDouble(idlyFrom, idlyTo),
                random.nextDouble(tellingFrom, tellingTo),
                Math.round(SECOND * random.nextDouble(leadFrom, leadTo)));
    }

    /// The signs of a reading, in order.
    ///
    /// @param leaving whether the shopper leaves at its end
    List<Sign> signs(long readingMs, boolean leaving, boolean touch, SplittableRandom random) {
        List<Sign> signs = new ArrayList<>();
        for (LeaveSignal signal : LeaveSignal.values()) {
            if (signal == LeaveSignal.FLING && !touch || signal == LeaveSignal.TOP_EXIT && touch) continue;
            long earliest = signal == LeaveSignal.IDLE ? IDLE : 0;
            Habit habit = bySignal.getOrDefault(signal, new Habit(0, 0, SECOND));
            double mean = MINUTE / habit.idlyPerMinute;
            for (double at = earliest + mean * random.nextExponential();
                    at < readingMs;
                    at += mean * random.nextExponential()) signs.add(new Sign((long) at, signal, false));
            if (!leaving || !Chance.happens(habit.telling, random)) continue;
            long at = readingMs - Chance.logNormal(habit.leadMs, 0.5, 300, MINUTE, random);
            if (at >= earliest) signs.add(new Sign(at, signal, true));
        }
        signs.sort(Comparator.comparingLong(Sign::afterMs));
        return signs;
    }
}
