package reload.recommend.adapter;

import reload.event.MallId;
import reload.recommend.RankingModel;

/// How each mall's evidence is weighed now: its own model, or one of all malls with the preset its own sessions chose,
/// or none that was trained.
@FunctionalInterface
public interface RankingModels {
    /// Every mall begins like this.
    RankingModels UNTRAINED = mall -> RankingModel.UNTRAINED;

    /// Never waits.
    RankingModel of(MallId mall);
}
