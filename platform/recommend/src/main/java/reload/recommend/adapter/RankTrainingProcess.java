package reload.recommend.adapter;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import reload.learn.adapter.Course;
import reload.learn.adapter.ModelStore;
import reload.learn.adapter.TrainingProcess;
import reload.log.adapter.Login;
import reload.recommend.RankingModel;

/// [RankTraining] in a process of its own.
public final class RankTrainingProcess {
    private RankTrainingProcess() {}

    /// @param worker as the role worker
    /// @param models refreshed after it
    /// @param ownFrom as [RankTraining] has it
    /// @param limit as [TrainingProcess] has it
    /// @param freshly writes what the recommenders know by now, where this process has them
    public static Course of(
            Login worker,
            ModelStore<RankingModel> models,
            int ownFrom,
            Duration limit,
            TrainingProcess.Before freshly) {
        return new TrainingProcess(
                RankModels.KIND,
                RankTrainingProcess.class,
                worker,
                List.of(Integer.toString(ownFrom)),
                limit,
                freshly,
                models);
    }

    public static void main(String[] arguments) throws IOException {
        int ownFrom = Integer.parseInt(arguments[0]);
        TrainingProcess.learn((worker, watcher) -> {
            try (var models = RankModels.open(worker)) {
                new RankTraining(worker, models, InstantSource.system(), ownFrom).learn(watcher);
            }
        });
    }
}
