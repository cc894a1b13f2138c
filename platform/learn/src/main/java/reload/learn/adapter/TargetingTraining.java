package reload.learn.adapter;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.judge.Round;
import reload.learn.uplift.Targeting;
import reload.learn.uplift.Uplift;
import reload.log.Position;
import reload.mall.Choosing;
import reload.mall.Mall;
import reload.mall.Malls;
import reload.mall.adapter.MallScope;

/// Learns whom it pays to show a page, in malls that choose by uplift, once a day, from the mall's own rounds
/// alone. It goes to work where it says another thing than the one before.
public final class TargetingTraining implements Course {
    private static final String KIND = "uplift";

    private final Malls malls;
    private final Rounds rounds;
    private final ModelStore<Targeting> models;
    private final Supplier<Position> foldedTo;
    private final InstantSource clock;

    /// @param foldedTo how far exposures are told
    public TargetingTraining(
            Malls malls,
            MallScope rows,
            ModelStore<Targeting> models,
            Supplier<Position> foldedTo,
            InstantSource clock) {
        this.malls = malls;
        this.rounds = new Rounds(rows);
        this.models = models;
        this.foldedTo = foldedTo;
        this.clock = clock;
    }

    /// The targetings that were learnt. Blocks.
    ///
    /// @param worker connections as the role worker
    public static ModelStore<Targeting> open(DataSource worker) throws SQLException {
        return ModelStore.open(worker, KIND, Targeting.UNKNOWN, (_, learnt, _) -> Targeting.read(learnt));
    }

    /// How a targeting is spoken of.
    ///
    /// @param effect of showing on the average visitor, minor units
    public record Words(double effect, List<Uplift.Moderator> found) {}

    /// For [Models].
    public static Models.Kind<Targeting> kind(ModelStore<Targeting> store) {
        return new Models.Kind<>(
                store,
                targeting -> new Words(
                        targeting.uplift().effect(), targeting.uplift().found()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void learn(Watcher watcher) throws SQLException {
        for (Mall mall : malls.all())
            if (mall.settings().choosing().whom() == Choosing.Whom.UPLIFT) watcher.learnt(learn(mall));
    }

    private boolean learn(Mall mall) throws SQLException {
        List<Round> own = rounds.sinceARule(mall.id());
        Targeting learnt = learnt(own);
        if (learnt == null) {
            models.keep(mall.id(), tried(mall.id(), own, Outcome.TOO_LITTLE, Map.of()), null);
            return false;
        }
        boolean same = saysTheSame(
                learnt.uplift(),
                models.of(mall.id()).uplift(),
                mall.settings().choosing().cost());
        Outcome outcome = same ? Outcome.NO_BETTER : Outcome.BETTER;
        models.keep(mall.id(), tried(mall.id(), own, outcome, metrics(learnt.uplift())), same ? null : learnt.write());
        return !same;
    }

    private static @Nullable Targeting learnt(List<Round> own) {
        try {
            return Targeting.learn(own);
        } catch (IllegalArgumentException _) {
            return null; // too few on a side
        }
    }

    private static boolean saysTheSame(Uplift learnt, Uplift atWork, double cost) {
        return learnt.found().isEmpty() && atWork.found().isEmpty() && learnt.policy(cost) == atWork.policy(cost);
    }

    private static Map<String, Double> metrics(Uplift learnt) {
        Map<String, Double> metrics = new HashMap<>();
        metrics.put("effect", learnt.effect());
        metrics.put("effectLow", learnt.sure().low());
        metrics.put("effectHigh", learnt.sure().high());
        for (Uplift.Moderator one : learnt.found()) {
            metrics.put("slope." + one.signal(), one.slope());
            metrics.put("t." + one.signal(), one.t());
        }
        return metrics;
    }

    private Tried tried(MallId mall, List<Round> own, Outcome outcome, Map<String, Double> metrics) {
        return Tried.of(own, clock.millis(), foldedTo.get(), models.version(mall), outcome, metrics, false);
    }
}
