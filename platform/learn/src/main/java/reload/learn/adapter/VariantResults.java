package reload.learn.adapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.MallId;
import reload.event.Variant;
import reload.learn.bandit.VariantShares;
import reload.learn.judge.Judged;
import reload.learn.judge.OffPolicy;
import reload.learn.judge.Policy;
import reload.learn.judge.Round;
import reload.learn.judge.WeightCheck;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.adapter.MallScope;

/// What came of each of a mall's pages, and of showing nothing, in rounds that compare.
public final class VariantResults {
    private final Rounds rounds;
    private final Function<MallId, VariantShares> shares;

    /// @param shares learnt of each mall
    public VariantResults(MallScope rows, Function<MallId, VariantShares> shares) {
        rounds = new Rounds(rows);
        this.shares = shares;
    }

    /// Of one variant. Rounds, rewards and buyers are counted as they were drawn; the chances are what would have
    /// come had everybody drawn it.
    ///
    /// @param variant a page, `nothing`, or `hold-out`, which went through what nothing is
    /// @param share of the visitors that are shown something now; null for the hold-out, and for `nothing` where
    /// a rule or the uplift decides it
    /// @param reward the chance of a further page view or an order; null with fewer than [Judged#FEWEST] of them,
    /// and for `nothing`, for which the hold-out speaks
    /// @param orders the chance of an order; null with fewer than [Judged#FEWEST] buyers, and likewise
    public record Came(
            String variant,
            @Nullable Double share,
            int rounds,
            int rewards,
            int buyers,
            @Nullable OffPolicy reward,
            @Nullable OffPolicy orders) {}

    /// @param whom as the mall chooses now, like `shares`: the words of the settings
    /// @param since when the first of the rounds began, milliseconds since 1970; null without any
    /// @param variants the mall's pages in its order, `nothing` where it is or was drawn, and the hold-out
    /// @param weights whether the chances can be believed; null without a round of the hold-out and one outside
    public record Results(
            String whom,
            String shares,
            @Nullable Long since,
            int rounds,
            List<Came> variants,
            @Nullable WeightCheck weights) {}

    /// O(rounds x variants).
    public Results of(Mall mall) {
        MallSettings settings = mall.settings();
        List<Round> all = rounds.comparableByPage(mall);
        Map<String, Double> now = now(mall);
        List<Came> came = new ArrayList<>();
        for (String page : settings.page().names())
            came.add(came(page, now.get(page), all, Policy.showing(List.of(page))));
        Came nothing = came(Variant.NOTHING, now.get(Variant.NOTHING), all, null);
        if (nothing.share != null || nothing.rounds > 0) came.add(nothing);
        came.add(came(Variant.HOLD_OUT, null, all, Policy.NOBODY));
        boolean both = all.stream().anyMatch(round -> round.arm() == Arm.SHOWN);
        OffPolicy check = both ? Judged.orders(Policy.NOBODY, all) : null;
        return new Results(
                settings.choosing().whom().wire(),
                settings.choosing().shares().wire(),
                all.isEmpty() ? null : all.getFirst().at(),
                all.size(),
                came,
                check == null ? null : check.weights());
    }

    private Map<String, Double> now(Mall mall) {
        List<String> variants = mall.settings().variants();
        double[] of = shares.apply(mall.id()).of(mall.settings()).of();
        Map<String, Double> now = new HashMap<>();
        for (int i = 0; i < of.length; i++) now.put(variants.get(i), of[i]);
        return now;
    }

    private static Came came(String variant, @Nullable Double share, List<Round> all, @Nullable Policy alone) {
        List<Round> own =
                all.stream().filter(round -> drawn(round).equals(variant)).toList();
        int buyers = (int) own.stream().filter(Round::bought).count();
        int rewards = (int) own.stream().filter(Round::rewarded).count();
        return new Came(
                variant,
                share,
                own.size(),
                rewards,
                buyers,
                alone == null ? null : Judged.of(variant, alone, all).reward(),
                alone == null || buyers < Judged.FEWEST ? null : Judged.orders(alone, all));
    }

    /// The name of what a round drew.
    static String drawn(Round round) {
        return round.arm() == Arm.HELD_OUT ? Variant.HOLD_OUT : round.variant();
    }
}
