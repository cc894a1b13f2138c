package reload.learn;

import reload.learn.bandit.VariantShares;
import reload.learn.exit.MallModel;

/// All that was learnt of a mall and its plans rest on.
///
/// @param leaving how pages sense leaving
/// @param shares of its variants
public record Learnt(MallModel leaving, VariantShares shares) {
    public static final Learnt NOTHING = new Learnt(MallModel.FIRST, VariantShares.EVEN);
}
