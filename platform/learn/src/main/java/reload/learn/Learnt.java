package reload.learn;

import reload.learn.bandit.VariantShares;
import reload.learn.exit.MallModel;
import reload.learn.uplift.Targeting;

/// All that was learnt of a mall and its plans rest on.
///
/// @param leaving how pages sense leaving
/// @param shares of its variants
/// @param targeting whom it pays to show a page
public record Learnt(MallModel leaving, VariantShares shares, Targeting targeting) {
    public static final Learnt NOTHING = new Learnt(MallModel.FIRST, VariantShares.EVEN, Targeting.UNKNOWN);
}
