package reload.learn.adapter;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.judge.Round;
import reload.learn.uplift.Targeting;
import reload.learn.uplift.Uplift;
import reload.mall.Choosing;
import reload.mall.Mall;

/// Learns whom it pays to show a page, in malls that choose by uplift, once a day, from the mall's own rounds
/// alone. It goes to work where it says another thing than the one before.
public final class TargetingTraining implements Course {
    private static final String KIND = "uplift";

    private final RoundCourse<Targeting> course;

    public TargetingTraining(RoundCourse<Targeting> course) {
        this.course = course;
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
        for (Mall mall : course.malls().all())
            if (mall.settings().choosing().whom() == Choosing.Whom.UPLIFT) watcher.learnt(learn(mall));
    }

    private boolean learn(Mall mall) throws SQLException {
        List<Round> own = course.rounds().sinceARule(mall.id());
        Targeting learnt = learnt(own);
        if (learnt == null) {
            course.keep(mall.id(), own, Outcome.TOO_LITTLE, Map.of(), false, null);
            return false;
        }
        Uplift atWork = course.models().of(mall.id()).uplift();
        boolean same =
                saysTheSame(learnt.uplift(), atWork, mall.settings().choosing().cost());
        Outcome outcome = same ? Outcome.NO_BETTER : Outcome.UNJUDGED;
        course.keep(mall.id(), own, outcome, metrics(learnt.uplift()), false, same ? null : learnt.write());
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
}
