package reload.decide;

import java.util.ArrayList;
import java.util.List;
import reload.event.Variant;
import reload.learn.bandit.Shares;

/// What a visitor outside the hold-out may be drawn, each with its chance: the mall's pages, and nothing.
///
/// @param variants names, at least one
/// @param shares one each
record Chances(List<String> variants, Shares shares) {
    /// A mall's one page, to everybody.
    static final Chances ONE_PAGE = new Chances(List.of(Variant.CLASSIC), Shares.even(1));

    /// Of visitors who are better let be, so many are shown a page all the same, or nobody would learn when that
    /// changes.
    private static final double SHOWN_ALL_THE_SAME = 0.05;

    /// @param name of the variant
    /// @param chance it was drawn with, above 0 up to 1
    record Drawn(String name, double chance) {}

    /// Likewise, for a visitor for whom showing does not pay.
    Chances spared() {
        List<String> names = new ArrayList<>(variants);
        names.add(Variant.NOTHING);
        double[] of = new double[names.size()];
        for (int page = 0; page < variants.size(); page++) of[page] = shares.of()[page] * SHOWN_ALL_THE_SAME;
        of[variants.size()] = 1 - SHOWN_ALL_THE_SAME;
        return new Chances(names, new Shares(of));
    }

    /// @param uniform from 0 (in) to 1 (out)
    Drawn at(double uniform) {
        int drawn = shares.arm(uniform);
        return new Drawn(variants.get(drawn), shares.of()[drawn]);
    }
}
