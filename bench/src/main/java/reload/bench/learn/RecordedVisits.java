package reload.bench.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import reload.learn.exit.Signal;
import reload.learn.exit.ViewSignals;
import reload.learn.exit.Visits;

/// Two kinds of recorded sessions as rows of signals. `UCI`: one row a session with the counts an analytics
/// tool keeps, and whether it bought. `VIEWS`: one row a product view, and whether it was the last.
enum RecordedVisits {
    UCI("Revenue", List.of("row_id")) {
        @Override
        Visits read(Table table, Set<String> without) {
            List<Signal> signals = new ArrayList<>();
            List<double[]> columns = new ArrayList<>();
            for (Signal signal : COUNTED) {
                if (without.contains(signal.name())) continue;
                signals.add(signal);
                columns.add(column(table, signal.name()));
            }
            double[] pages = new double[table.size()];
            double[] seconds = new double[table.size()];
            for (String kind : List.of("Administrative", "Informational", "ProductRelated")) {
                double[] count = table.numbers(kind);
                double[] lasted = table.numbers(kind + "_Duration");
                signals.add(Signal.of("seconds a page, " + kind));
                columns.add(each(table, i -> count[i] > 0 ? lasted[i] / count[i] : Double.NaN));
                for (int i = 0; i < pages.length; i++) {
                    pages[i] += count[i];
                    seconds[i] += lasted[i];
                }
            }
            signals.add(Signal.of("pages"));
            columns.add(pages);
            signals.add(Signal.of("seconds"));
            columns.add(seconds);
            double[] products = table.numbers("ProductRelated");
            signals.add(Signal.of("share of product pages"));
            columns.add(each(table, i -> products[i] / Math.max(1, pages[i])));
            if (!without.contains("ExitRates") && !without.contains("BounceRates")) {
                double[] exits = table.numbers("ExitRates");
                double[] bounces = table.numbers("BounceRates");
                signals.add(Signal.of("exits beyond bounces"));
                columns.add(each(table, i -> exits[i] - bounces[i]));
                signals.add(Signal.of("exit rate times pages"));
                columns.add(each(table, i -> exits[i] * pages[i]));
                signals.add(Signal.of("bounce rate times pages"));
                columns.add(each(table, i -> bounces[i] * pages[i]));
            }
            return visits(
                    signals,
                    columns,
                    came(table),
                    IntStream.range(0, table.size()).toArray());
        }
    },
    VIEWS("is_last_view", List.of("session_id", "step")) {
        @Override
        Visits read(Table table, Set<String> without) {
            int width = ViewSignals.SIGNALS.size();
            float[] rows = new float[table.size() * width];
            Map<String, Integer> numbers = new HashMap<>();
            int[] sessions = new int[table.size()];
            ViewSignals session = new ViewSignals(false);
            for (int i = 0; i < table.size(); i++) {
                String id = table.text(i, "session_id");
                sessions[i] = numbers.computeIfAbsent(id, _ -> numbers.size());
                if (i == 0 || sessions[i] != sessions[i - 1])
                    session = new ViewSignals(table.number(i, "returning_user") > 0);
                float[] row = session.view(table.text(i, "item_id"), (long) table.number(i, "gap_ms"));
                System.arraycopy(row, 0, rows, i * width, width);
            }
            return new Visits(ViewSignals.SIGNALS, rows, came(table), sessions);
        }
    };

    private static final List<Signal> COUNTED = List.of(
            Signal.rising("PageValues"),
            Signal.falling("ExitRates"),
            Signal.of("BounceRates"),
            Signal.of("Administrative"),
            Signal.of("Administrative_Duration"),
            Signal.of("Informational"),
            Signal.of("Informational_Duration"),
            Signal.of("ProductRelated"),
            Signal.of("ProductRelated_Duration"),
            Signal.of("SpecialDay"),
            Signal.of("Weekend"),
            Signal.of("Month"),
            Signal.of("VisitorType"),
            Signal.of("OperatingSystems"),
            Signal.of("Browser"),
            Signal.of("Region"),
            Signal.of("TrafficType"));
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "June", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private final String label;
    final List<String> key;

    RecordedVisits(String label, List<String> key) {
        this.label = label;
        this.key = key;
    }

    static RecordedVisits of(Table table) {
        return table.has("PageValues") || table.has("Revenue") ? UCI : VIEWS;
    }

    abstract Visits read(Table table, Set<String> without);

    boolean isLabelled(Table table) {
        return table.has(label);
    }

    /// Where outcomes are kept back, none.
    boolean[] came(Table table) {
        return isLabelled(table) ? table.flags(label) : new boolean[table.size()];
    }

    private static double[] column(Table table, String name) {
        return switch (name) {
            case "Month" ->
                Arrays.stream(table.texts(name)).mapToDouble(MONTHS::indexOf).toArray();
            case "VisitorType" ->
                Arrays.stream(table.texts(name))
                        .mapToDouble(type -> type.startsWith("New") ? 1 : type.startsWith("Returning") ? 0 : 2)
                        .toArray();
            default -> table.numbers(name);
        };
    }

    private static double[] each(Table table, java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, table.size()).mapToDouble(value).toArray();
    }

    private static Visits visits(List<Signal> signals, List<double[]> columns, boolean[] came, int[] sessions) {
        int width = signals.size();
        float[] rows = new float[came.length * width];
        for (int i = 0; i < came.length; i++)
            for (int k = 0; k < width; k++) rows[i * width + k] = (float) columns.get(k)[i];
        return new Visits(signals, rows, came, sessions);
    }

    /// The signals as they were recorded, without what is worked out of them.
    static Visits recorded(Visits all) {
        int[] kept = IntStream.range(0, all.signals().size())
                .filter(k -> COUNTED.contains(all.signals().get(k)))
                .toArray();
        if (kept.length == 0) return all;
        float[] rows = new float[all.size() * kept.length];
        for (int i = 0; i < all.size(); i++)
            for (int k = 0; k < kept.length; k++)
                rows[i * kept.length + k] = all.rows()[i * all.signals().size() + kept[k]];
        List<Signal> signals = IntStream.of(kept).mapToObj(all.signals()::get).toList();
        return new Visits(signals, rows, all.came(), all.sessions());
    }
}
