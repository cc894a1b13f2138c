package reload.learn.exit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a session knows of itself at each product viewed, gathered as the views come: pace, breadth, and
/// turning back. Times are the logarithm of seconds, since a minute more says much after one and little after
/// twenty.
public final class ViewSignals {
    /// In the order of a row. That a session has lasted longer must not make its end likelier by that alone.
    public static final List<Signal> SIGNALS = List.of(
            Signal.falling("views"),
            Signal.of("time on the last view"),
            Signal.of("mean time on a view"),
            Signal.of("longest time on a view"),
            Signal.of("shortest time on a view"),
            Signal.of("time on the view before the last"),
            Signal.of("last time against the mean before"),
            Signal.of("mean of the last two times"),
            Signal.of("spread of the times"),
            Signal.of("time so far"),
            Signal.of("viewed before in this session"),
            Signal.of("same as the last view"),
            Signal.of("share of views seen before"),
            Signal.of("products"),
            Signal.of("returning visitor"));

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
