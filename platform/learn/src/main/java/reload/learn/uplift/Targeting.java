package reload.learn.uplift;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reload.event.Arm;
import reload.event.Variant;
import reload.learn.judge.Policy;
import reload.learn.judge.Round;
import reload.measure.Interval;

/// Whom it pays to show a page: an [Uplift] of what a visitor spends, by what is known when the plan is made.
public record Targeting(Uplift uplift) {
    /// Nothing is known yet: everybody is shown a page.
    public static final Targeting UNKNOWN =
            new Targeting(new Uplift(0, new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), List.of()));

    /// Changes with [#SIGNALS].
    private static final int LAYOUT = 1;

    private static final List<String> MEDIUMS =
            List.of("none", "organic", "social", "shopping", "referral", "cpc", "email", "message");
    private static final List<String> TEMPLATES = List.of("home", "list", "search", "product");
    private static final List<String> DEVICES = List.of("phone", "tablet");

    static final List<String> SIGNALS = Stream.of(
                    MEDIUMS.stream().map(medium -> "medium=" + medium),
                    TEMPLATES.stream().map(template -> "template=" + template),
                    DEVICES.stream().map(device -> "device=" + device))
            .flatMap(signals -> signals)
            .toList();

    /// Where that cannot be said yet, it shows.
    ///
    /// @param known words by name, as [reload.mall.ShowRule#KNOWN_BEFOREHAND]
    /// @param cost of showing, minor units
    public boolean shows(Map<String, String> known, double cost) {
        return switch (uplift.policy(cost)) {
            case ALL, NOT_YET_KNOWN -> true;
            case NOBODY -> false;
            case WHERE_IT_PAYS -> uplift.of(row(known)) > cost;
        };
    }

    /// As a policy to be judged, the pages evenly where it shows.
    public Policy policy(List<String> pages, double cost) {
        Policy everybody = Policy.showing(pages);
        return round -> (shows(round.known(), cost) ? everybody : Policy.NOBODY).chances(round);
    }

    /// Learns from rounds of which each visitor might have been shown a page. Weighted by the chances they were drawn
    /// with, so that it does not matter to whom earlier targeting showed less. Those who drew nothing speak for
    /// nobody: the hold-out does.
    ///
    /// @throws IllegalArgumentException if fewer than 200 were shown a page, or held out
    public static Targeting learn(List<Round> rounds) {
        List<Round> sides = rounds.stream()
                .filter(round -> round.arm() == Arm.HELD_OUT || !round.variant().equals(Variant.NOTHING))
                .toList();
        double[][] rows = new double[sides.size()][];
        boolean[] treated = new boolean[rows.length];
        double[] outcome = new double[rows.length];
        double[] weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Round round = sides.get(i);
            rows[i] = row(round.known());
            treated[i] = round.arm() == Arm.SHOWN;
            outcome[i] = round.spent();
            weights[i] = 1 / round.propensity();
        }
        return new Targeting(Uplift.learn(new Experiment(SIGNALS, rows, treated, outcome, weights)));
    }

    private static double[] row(Map<String, String> known) {
        String[] path = known.getOrDefault("referral", "").split(" / ", 3);
        String medium = path.length > 1 ? path[1] : "none";
        String template = known.getOrDefault("template", "");
        String device = known.getOrDefault("device", "");
        double[] row = new double[SIGNALS.size()];
        int at = 0;
        for (String one : MEDIUMS) row[at++] = one.equals(medium) ? 1 : 0;
        for (String one : TEMPLATES) row[at++] = one.equals(template) ? 1 : 0;
        for (String one : DEVICES) row[at++] = one.equals(device) ? 1 : 0;
        return row;
    }

    /// As bytes: layout, effect, its interval, count, then each signal's place, mean, slope and t.
    public byte[] write() {
        ByteBuffer out = ByteBuffer.allocate(2 + 3 * 8 + uplift.found().size() * (1 + 3 * 8));
        out.put((byte) LAYOUT).putDouble(uplift.effect());
        out.putDouble(uplift.sure().low()).putDouble(uplift.sure().high());
        out.put((byte) uplift.found().size());
        for (Uplift.Moderator one : uplift.found())
            out.put((byte) one.place())
                    .putDouble(one.mean())
                    .putDouble(one.slope())
                    .putDouble(one.t());
        return out.array();
    }

    /// @throws IllegalArgumentException if these bytes are none of today's signals
    public static Targeting read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int layout = in.get();
            if (layout != LAYOUT) throw new IllegalArgumentException("a targeting of layout " + layout);
            double effect = in.getDouble();
            Interval sure = new Interval(in.getDouble(), in.getDouble());
            List<Uplift.Moderator> found = new ArrayList<>();
            for (int left = in.get(); left > 0; left--) {
                int place = in.get();
                found.add(new Uplift.Moderator(
                        SIGNALS.get(place), place, in.getDouble(), in.getDouble(), in.getDouble()));
            }
            return new Targeting(new Uplift(effect, sure, found));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a targeting is cut short", e);
        }
    }
}
