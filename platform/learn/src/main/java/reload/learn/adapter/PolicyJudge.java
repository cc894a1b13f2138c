package reload.learn.adapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.learn.bandit.VariantShares;
import reload.learn.judge.Judged;
import reload.learn.judge.Policy;
import reload.learn.judge.Round;
import reload.learn.uplift.Targeting;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.ShowRule;
import reload.mall.adapter.MallScope;

/// What a policy would have brought a mall, from its rounds and the chance with which each was drawn. Its reward is a
/// further page view or an order within the 24 hours after the trigger, its worth what the visitor spent in them.
public final class PolicyJudge {
    private final Rounds rounds;
    private final Function<MallId, VariantShares> shares;

    /// @param shares learnt of each mall
    public PolicyJudge(MallScope rows, Function<MallId, VariantShares> shares) {
        rounds = new Rounds(rows);
        this.shares = shares;
    }

    /// What was drawn, as it came: no comparison where shares followed what was learnt.
    ///
    /// @param variant a page, `nothing`, or `hold-out`
    public record Drawn(String variant, long rounds, long rewards, long buyers) {
        Drawn plus(Round round) {
            return new Drawn(
                    variant, rounds + 1, rewards + (round.rewarded() ? 1 : 0), buyers + (round.bought() ? 1 : 0));
        }
    }

    /// @param drawn by variant
    public record Judgement(String currency, int decisions, List<Drawn> drawn, List<Judged> policies) {}

    /// Judges a rule beside showing everybody and showing nobody, each page alone where there are several, the shares
    /// that were learnt, and choosing by uplift at the mall's cost.
    public Judgement judge(Mall mall, ShowRule rule) {
        List<Round> all = rounds.of(mall.id());
        List<String> pages = mall.settings().page().names();
        Policy everybody = Policy.showing(pages);
        List<Judged> policies = new ArrayList<>();
        policies.add(Judged.of("the rule", everybody.where(rule), all));
        policies.add(Judged.of("everybody", everybody, all));
        policies.add(Judged.of("nobody", Policy.NOBODY, all));
        if (pages.size() > 1)
            for (String page : pages) policies.add(Judged.of("only " + page, Policy.showing(List.of(page)), all));
        VariantShares learnt = shares.apply(mall.id());
        if (!learnt.of().isEmpty()) policies.add(Judged.of("learnt shares", policy(learnt, mall.settings()), all));
        Policy uplift = byUplift(all, pages, mall.settings().choosing().cost());
        if (uplift != null) policies.add(Judged.of("by uplift", uplift, all));
        return new Judgement(mall.currency(), all.size(), drawn(all), policies);
    }

    private static Policy policy(VariantShares learnt, MallSettings settings) {
        List<String> variants = settings.variants();
        double[] of = learnt.over(variants).of();
        Map<String, Double> chances = new HashMap<>();
        for (int i = 0; i < of.length; i++) chances.put(variants.get(i), of[i]);
        return _ -> chances;
    }

    /// Each half of the rounds is judged by what the other half taught, as nothing is worth what it says of those it
    /// learnt from.
    private static @Nullable Policy byUplift(List<Round> all, List<String> pages, double cost) {
        try {
            List<Policy> taught = new ArrayList<>();
            for (int half = 0; half < 2; half++) {
                int other = 1 - half;
                taught.add(Targeting.learn(all.stream()
                                .filter(round -> round.half() == other)
                                .toList())
                        .policy(pages, cost));
            }
            return round -> taught.get(round.half()).chances(round);
        } catch (IllegalArgumentException _) {
            return null; // too few on a side
        }
    }

    private static List<Drawn> drawn(List<Round> all) {
        TreeMap<String, Drawn> drawn = new TreeMap<>();
        for (Round round : all) {
            String name = VariantResults.drawn(round);
            Drawn before = drawn.getOrDefault(name, new Drawn(name, 0, 0, 0));
            drawn.put(name, before.plus(round));
        }
        return List.copyOf(drawn.values());
    }
}
