package reload.learn.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.Variant;

/// What one policy would have brought per triggered visitor.
///
/// @param share of the rounds at which it shows a page
/// @param buyers among the rounds that were taken as it would have
/// @param reward the chance of a further page view or an order; null with fewer than [#FEWEST] of them
/// @param worth minor units; null with fewer than [#FEWEST] buyers: an interval of so few would be made up
public record Judged(
        String policy,
        double share,
        int buyers,
        @Nullable OffPolicy reward,
        @Nullable OffPolicy worth) {
    public static final int FEWEST = 10;

    /// A policy that shows nothing does what the hold-out went through, whose chance never changes: rounds of visitors
    /// outside it who drew nothing speak for no policy. One that shows a page no round has seen is not judged.
    public static Judged of(String name, Policy policy, List<Round> rounds) {
        List<Chosen> chosen = Chosen.of(policy, rounds);
        double shows = 0;
        for (Round round : rounds) shows += 1 - policy.chances(round).getOrDefault(Variant.NOTHING, 0.0);
        List<Round> taken =
                chosen.stream().filter(Chosen::isTaken).map(Chosen::round).toList();
        int buyers = (int) taken.stream().filter(Round::bought).count();
        long rewarded = taken.stream().filter(Round::rewarded).count();
        return new Judged(
                name,
                shows / Math.max(1, rounds.size()),
                buyers,
                rewarded < FEWEST ? null : judge(chosen, round -> round.rewarded() ? 1 : 0),
                buyers < FEWEST ? null : judge(chosen, Round::spent));
    }

    /// The chance that a visitor buys, however few did; null where no round was taken as the policy would have.
    public static @Nullable OffPolicy orders(Policy policy, List<Round> rounds) {
        List<Chosen> chosen = Chosen.of(policy, rounds);
        if (chosen.size() < 2 || chosen.stream().noneMatch(Chosen::isTaken)) return null;
        return judge(chosen, round -> round.bought() ? 1 : 0);
    }

    /// A round with the chance of each page, of the hold-out, and of drawing nothing, in that order.
    private record Chosen(Round round, int taken, double[] candidate) {
        /// @return empty where the policy shows a page that no round has seen
        static List<Chosen> of(Policy policy, List<Round> rounds) {
            List<String> pages = rounds.stream()
                    .filter(round -> round.arm() == Arm.SHOWN)
                    .map(Round::variant)
                    .filter(variant -> !variant.equals(Variant.NOTHING))
                    .distinct()
                    .toList();
            List<Chosen> chosen = new ArrayList<>();
            for (Round round : rounds) {
                Map<String, Double> chances = policy.chances(round);
                double[] candidate = new double[pages.size() + 2];
                for (int page = 0; page < pages.size(); page++)
                    candidate[page] = chances.getOrDefault(pages.get(page), 0.0);
                candidate[pages.size()] = chances.getOrDefault(Variant.NOTHING, 0.0);
                if (Arrays.stream(candidate).sum() < 1 - 1e-6) return List.of();
                chosen.add(new Chosen(round, taken(round, pages), candidate));
            }
            return chosen;
        }

        private static int taken(Round round, List<String> pages) {
            if (round.arm() == Arm.HELD_OUT) return pages.size();
            return round.variant().equals(Variant.NOTHING) ? pages.size() + 1 : pages.indexOf(round.variant());
        }

        boolean isTaken() {
            return candidate[taken] > 0;
        }
    }

    private static OffPolicy judge(List<Chosen> chosen, ToDoubleFunction<Round> outcome) {
        double[][] means = means(chosen, outcome);
        return OffPolicy.judge(chosen.stream()
                .map(one -> new Decided(
                        one.taken,
                        one.round.propensity(),
                        outcome.applyAsDouble(one.round),
                        one.candidate,
                        means[1 - one.round.half()]))
                .toList());
    }

    /// What each choice brought on average, by half: a round is foretold by the half it is not in.
    private static double[][] means(List<Chosen> chosen, ToDoubleFunction<Round> outcome) {
        int choices = chosen.getFirst().candidate.length;
        double[][] sums = new double[2][choices];
        int[][] counts = new int[2][choices];
        for (Chosen one : chosen) {
            sums[one.round.half()][one.taken] += outcome.applyAsDouble(one.round);
            counts[one.round.half()][one.taken]++;
        }
        for (int half = 0; half < 2; half++)
            for (int choice = 0; choice < choices; choice++) sums[half][choice] /= Math.max(1, counts[half][choice]);
        return sums;
    }
}
