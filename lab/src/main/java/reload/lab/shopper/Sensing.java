package reload.lab.shopper;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import reload.event.LeaveSignal;
import reload.lab.shopper.Habits.Sign;

/// What a page makes of signs of leaving: twelve numbers and a score, as `docs/methods/leave-signal.md` has them.
final class Sensing {
    /// At most so many signs are told of a view.
    private static final int TOLD = 3;

    private static final double DEEPER_MS = 25_000;

    /// How far down this shopper reads in the end.
    private final double depth;

    private int told;
    private int hidden;

    Sensing(SplittableRandom random) {
        depth = random.nextDouble(0.5, 1);
    }

    /// What the visit has been so far.
    ///
    /// @param views on which something could be shown
    record Visit(int views, int products, boolean cart, boolean touch) {}

    /// @return the features, or null where the view has told enough
    @Nullable
    List<Double> sense(Sign sign, Page page, Visit visit, SplittableRandom random) {
        if (sign.signal() == LeaveSignal.HIDDEN) hidden++;
        if (told++ >= TOLD) return null;
        double read = depth * (1 - 0.75 * Math.exp(-page.visibleMs / DEEPER_MS));
        boolean fling = sign.signal() == LeaveSignal.FLING;
        double strength = sign.meant() ? random.nextDouble(0.4, 1) : random.nextDouble(0.25, 0.8);
        return DoubleStream.of(
                        fling ? strength : 0,
                        read,
                        page.activeMs / 60_000.0,
                        sign.signal() == LeaveSignal.IDLE ? 1 : 0.1 * random.nextDouble(),
                        (sign.signal() == LeaveSignal.HESITATE ? random.nextInt(4, 7) : random.nextInt(3)) / 6.0,
                        hidden / 3.0,
                        sign.signal() == LeaveSignal.TOP_EXIT ? 1 : 0,
                        visit.touch ? 1 : 0,
                        visit.views / 10.0,
                        visit.products / 10.0,
                        visit.cart ? 1 : 0,
                        fling ? 0.3 * random.nextDouble() : read * random.nextDouble())
                .map(Sensing::unit)
                .boxed()
                .toList();
    }

    /// From 0 to 1, in thousandths.
    static double unit(double value) {
        return Math.round(1_000 * Math.clamp(value, 0, 1)) / 1_000.0;
    }
}
