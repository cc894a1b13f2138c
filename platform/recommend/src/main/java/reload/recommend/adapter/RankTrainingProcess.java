package reload.recommend.adapter;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.postgresql.Driver;
import org.slf4j.Logger;
import reload.event.MallId;
import reload.learn.adapter.Course;
import reload.learn.adapter.ModelStore;
import reload.learn.adapter.TrainingProcess;
import reload.log.adapter.Login;
import reload.mall.Mall;
import reload.recommend.RankingModel;

/// [RankTraining] in a process of its own.
public final class RankTrainingProcess {
    private static final List<Class<?>> USES = List.of(
            RankTrainingProcess.class,
            ModelStore.class,
            Mall.class,
            Login.class,
            MallId.class,
            LGBMBooster.class,
            Driver.class,
            Logger.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class);

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
                USES,
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
