package reload.learn.exit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a session knows of itself at each product viewed, gathered as the views come: depth, pace (time on the views so
/// far), and turning back. Times are the logarithm of seconds, since a minute more says much after one and little after
/// twenty.
public final class ViewSignals {
    /// In the order of a row. That a session has lasted longer must not make its end likelier by that alone.
    public static final List<Signal> SIGNALS = List.of(
            Signal.falling("depth.views"),
            Signal.of("pace.last"),
            Signal.of("pace.mean"),
            Signal.of("pace.longest"),
            Signal.of("pace.shortest"),
            Signal.of("pace.before-last"),
            Signal.of("pace.last-against-mean"),
            Signal.of("pace.mean-of-two"),
            Signal.of("pace.spread"),
            Signal.of("depth.time"),
            Signal.of("again.seen-before"),
            Signal.of("again.same"),
            Signal.of("again.share"),
            Signal.of("depth.different"),
            Signal.of("visitor.returning"));

    private static final float UNKNOWN = Float.NaN;

    private final boolean returning;
    private final Set<String> products = new HashSet<>();
    private final List<Double> times = new ArrayList<>();
    private String last = "";
    private double secondsSoFar;
    private int views;

    public ViewSignals(boolean returning) {
        this.returning = returning;
    }

    /// @param product or, of a page without one, what else it is
    /// @param sinceLastMs milliseconds since the session's view before; of the first view it is ignored
    /// @return what is known at this view, one value a signal
    public float[] view(String product, long sinceLastMs) {
        if (views++ > 0) {
            times.add(Math.log1p(Math.max(0, sinceLastMs) / 1000.0));
            secondsSoFar += Math.max(0, sinceLastMs) / 1000.0;
        }
        boolean again = !products.add(product);
        boolean same = product.equals(last);
        last = product;
        int n = times.size();
        double mean = times.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double latest = n == 0 ? Double.NaN : times.getLast();
        double before = n < 2 ? Double.NaN : times.get(n - 2);
        double spread = Math.sqrt(times.stream()
                .mapToDouble(time -> (time - mean) * (time - mean))
                .average()
                .orElse(Double.NaN));
        return new float[] {
            views,
            (float) latest,
            (float) mean,
            (float) times.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN),
            (float) times.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN),
            (float) before,
            n < 2 ? UNKNOWN : (float) (latest - (mean * n - latest) / (n - 1)),
            (float) ((latest + before) / 2),
            n < 2 ? UNKNOWN : (float) spread,
            (float) Math.log1p(secondsSoFar),
            again ? 1 : 0,
            same ? 1 : 0,
            (float) (views - products.size()) / views,
            products.size(),
            returning ? 1 : 0
        };
    }
}
