package reload.learn.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import reload.event.Arm;
import reload.learn.judge.Judged;
import reload.learn.judge.Policy;
import reload.learn.judge.Round;
import reload.mall.Mall;
import reload.mall.ShowRule;
import reload.mall.adapter.MallScope;

/// What a policy would have brought a mall, from its rounds and the chance with which each was drawn. Its reward is a
/// further page view or an order within the 24 hours after the trigger, its worth what the visitor spent in them.
public final class PolicyJudge {
    private static final String HOLD_OUT = "hold-out";

    private final Rounds rounds;

    public PolicyJudge(MallScope rows) {
        rounds = new Rounds(rows);
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

    /// Judges a rule beside showing everybody and showing nobody, and each page alone where there are several.
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
        return new Judgement(mall.currency(), all.size(), drawn(all), policies);
    }

    private static List<Drawn> drawn(List<Round> all) {
        TreeMap<String, Drawn> drawn = new TreeMap<>();
        for (Round round : all) {
            String name = round.arm() == Arm.HELD_OUT ? HOLD_OUT : round.variant();
            Drawn before = drawn.getOrDefault(name, new Drawn(name, 0, 0, 0));
            drawn.put(name, before.plus(round));
        }
        return List.copyOf(drawn.values());
    }
}
