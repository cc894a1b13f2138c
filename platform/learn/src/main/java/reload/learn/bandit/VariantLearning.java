package reload.learn.bandit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import reload.event.Arm;
import reload.event.Variant;
import reload.learn.judge.Judged;
import reload.learn.judge.OffPolicy;
import reload.learn.judge.Policy;
import reload.learn.judge.Round;

/// What a mall's rounds say of its variants, and what share of the visitors each deserves.
///
/// @param seen one a variant: all its rounds
/// @param guarded pages with surely fewer buyers than nothing brings: kept to the least share
/// @param hasChanged whether shoppers came to like something else on the way
public record VariantLearning(
        List<String> variants, VariantShares shares, List<Malls.Seen> seen, Set<String> guarded, boolean hasChanged) {
    /// Least share of each variant, so that each stays known.
    public static final double FLOOR = 0.05;
    /// Standard errors: looked at every hour.
    private static final double SURELY = 3.5;
    /// As many rounds of a page shown to everybody must tell as much.
    private static final double FEWEST = 200;

    /// Plays the rounds again, in the order given. The hold-out went through what "nothing" is, and speaks for it.
    ///
    /// @param variants the mall's pages, and [Variant#NOTHING] where it competes
    /// @param priors one a variant: see [Malls]
    /// @param rounds drawn among these variants; of others they are passed over
    public static VariantLearning learn(List<String> variants, List<Beta> priors, List<Round> rounds) {
        Bandit bandit = new Bandit(priors, FLOOR);
        long[] played = new long[variants.size()];
        long[] rewarded = new long[variants.size()];
        boolean changed = false;
        for (Round round : rounds) {
            int variant = variants.indexOf(round.arm() == Arm.HELD_OUT ? Variant.NOTHING : round.variant());
            if (variant < 0) continue;
            played[variant]++;
            if (round.rewarded()) rewarded[variant]++;
            changed |= bandit.observe(variant, round.rewarded());
        }
        Set<String> guarded = guarded(variants, rounds);
        if (guarded.size() == variants.size()) guarded = Set.of(); // something must be shown
        Set<String> kept = guarded;
        Shares shares = bandit.shares(variant -> kept.contains(variants.get(variant)));
        List<Malls.Seen> seen = new ArrayList<>();
        for (int i = 0; i < played.length; i++) seen.add(new Malls.Seen(played[i], rewarded[i]));
        return new VariantLearning(variants, VariantShares.of(variants, shares), seen, guarded, changed);
    }

    /// A page may be looked at and cost orders: weighted by the chances they were drawn with, so that whom it was
    /// shown to does not matter.
    private static Set<String> guarded(List<String> variants, List<Round> rounds) {
        Set<String> guarded = new TreeSet<>();
        OffPolicy nothing = Judged.orders(Policy.NOBODY, rounds);
        if (nothing == null || nothing.snips().value() * nothing.effective() < Judged.FEWEST) return guarded;
        for (String variant : variants) {
            if (variant.equals(Variant.NOTHING)) continue;
            OffPolicy page = Judged.orders(Policy.showing(List.of(variant)), rounds);
            if (page == null || page.effective() < FEWEST) continue;
            double gap = nothing.snips().value() - page.snips().value();
            if (gap > SURELY * Math.hypot(error(nothing), error(page))) guarded.add(variant);
        }
        return guarded;
    }

    private static double error(OffPolicy judged) {
        return judged.snips().standardError();
    }
}
