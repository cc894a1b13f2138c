package reload.learn.adapter;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.exit.Following;
import reload.learn.exit.KeptAside;
import reload.learn.exit.PastVisit;
import reload.learn.exit.Propensity;
import reload.learn.exit.SplitVisits;
import reload.learn.exit.Visits;
import reload.learn.judge.Gain;
import reload.learn.judge.Quality;

/// Learns how likely something is to follow a page view, in each mall, from visits that have ended. A large mall gets
/// trees of its own. The small ones give some visits each to trees they share: rows of numbers that name no mall, no
/// product and no visitor, of which nothing but the trees is kept.
///
/// A mall's visits are split as time went. Of the first three fifths come trees, of the fourth the mall's own
/// calibration, and on the last both are judged as they then go to work. They do where they are better than what is at
/// work by more than two standard errors; where nothing is, than the mall's average.
public final class PropensityCourse implements Course {
    private static final int THREADS = 1;
    private static final int SEED = 1;
    /// Visits of all small malls together that trees are grown on.
    private static final int MOST_POOLED = 40_000;
    /// Of each kind among a mall's visits kept aside; with fewer nothing is judged.
    private static final int FEWEST = 20;
    /// By so many standard errors a model must be better: it is tried every day, and one in six of those that are worth
    /// nothing is ahead by one.
    private static final double ERRORS = 2;

    private final Following following;
    private final List<MallId> malls;
    private final PastVisits past;
    private final ModelStore<Propensity> models;
    private final InstantSource clock;
    private final int ownFrom;

    /// @param malls to learn of
    /// @param worker connections as the role worker
    /// @param ownFrom a mall with so many visits in 30 days gets trees of its own
    public PropensityCourse(
            Following following,
            List<MallId> malls,
            DataSource worker,
            ModelStore<Propensity> models,
            InstantSource clock,
            int ownFrom) {
        this.following = following;
        this.malls = List.copyOf(malls);
        this.past = new PastVisits(worker);
        this.models = models;
        this.clock = clock;
        this.ownFrom = ownFrom;
    }

    @Override
    public String kind() {
        return following.kind();
    }

    @Override
    public void learn(Watcher watcher) throws SQLException {
        List<MallId> small = new ArrayList<>();
        for (MallId mall : malls) {
            int visits = past.count(mall);
            if (visits == 0) continue;
            if (visits < ownFrom) small.add(mall);
            else watcher.learnt(learn(visits(mall), mall));
        }
        if (small.isEmpty()) return;
        Outcome shared = learnShared(small);
        for (MallId mall : small) watcher.learnt(calibrate(visits(mall), mall, shared));
    }

    private SplitVisits visits(MallId mall) {
        return SplitVisits.of(past.of(mall), following);
    }

    /// A mall that is large enough to have trees of its own.
    private boolean learn(SplitVisits visits, MallId mall) throws SQLException {
        return switch (PropensityTraining.train(Visits.of(visits.forTrees(), following), SEED, THREADS)) {
            case PropensityTraining.TooLittle _ -> keepUnjudged(visits, mall, null, Outcome.TOO_LITTLE, null);
            case PropensityTraining.Learnt learnt -> judge(visits, mall, visits.calibrated(learnt.propensity()), null);
        };
    }

    /// Trees of all small malls, and whether they may follow those they have.
    private Outcome learnShared(List<MallId> small) throws SQLException {
        List<PastVisit> pool = new ArrayList<>();
        int share = Math.max(1, MOST_POOLED / small.size());
        for (MallId mall : small) {
            List<PastVisit> own = visits(mall).forTrees();
            pool.addAll(own.subList(Math.max(0, own.size() - share), own.size()));
        }
        if (!(PropensityTraining.train(Visits.of(pool, following), SEED, THREADS)
                instanceof PropensityTraining.Learnt learnt)) {
            models.keep(null, tried(pool, models.version(null), null, Outcome.TOO_LITTLE, Map.of(), false), null);
            return Outcome.TOO_LITTLE;
        }
        Propensity fresh = learnt.propensity();
        Gain gain = Gain.NONE;
        for (MallId mall : small) {
            SplitVisits visits = visits(mall);
            if (visits.aside().isEmpty()) continue;
            Propensity before = models.version(null) == 0 ? visits.alwaysAverage() : models.of(null);
            gain = gain.plus(visits.keptAside().gain(fresh, before));
        }
        Map<String, Double> metrics = Map.of("judged", (double) gain.things(), "gain", gain.mean());
        boolean better = gain.exceeds(ERRORS);
        Outcome outcome = better ? Outcome.BETTER : Outcome.NO_BETTER;
        models.keep(
                null, tried(pool, models.version(null), null, outcome, metrics, false), better ? fresh.write() : null);
        return outcome;
    }

    /// One of the small malls.
    ///
    /// @param shared what came of the trees they share
    private boolean calibrate(SplitVisits visits, MallId mall, Outcome shared) throws SQLException {
        int version = models.version(null);
        if (version == 0) return keepUnjudged(visits, mall, null, shared, null);
        return judge(visits, mall, visits.calibrated(models.of(null)), version);
    }

    /// @param pooled the version of the trees that are all malls'; null for the mall's own
    private boolean judge(SplitVisits visits, MallId mall, Propensity tried, @Nullable Integer pooled)
            throws SQLException {
        if (visits.aside().isEmpty() || visits.keptAside().fewestOfAKind() < FEWEST)
            return pooled == null
                    ? keepUnjudged(visits, mall, null, Outcome.TOO_LITTLE, null)
                    : keepShared(visits, mall, pooled);
        KeptAside aside = visits.keptAside();
        boolean isFirst = models.version(mall) == 0;
        Propensity average = visits.alwaysAverage();
        Propensity atWork = isFirst ? average : models.of(mall);
        boolean better = aside.gain(tried, atWork).exceeds(ERRORS);
        Quality before = aside.quality(atWork);
        Quality after = aside.quality(tried);
        Map<String, Double> metrics = new HashMap<>(after.beside(before));
        metrics.put("average", visits.average());
        metrics.put("logLossAverage", aside.quality(average).logLoss());
        byte[] learnt = pooled == null ? tried.write() : tried.calibration().write();
        models.keep(
                mall,
                tried(
                        visits.learntFrom(),
                        models.version(mall),
                        pooled,
                        better ? Outcome.BETTER : Outcome.NO_BETTER,
                        metrics,
                        !isFirst && before.hasDrifted()),
                better ? learnt : null);
        return better;
    }

    /// With too little of the mall itself, what all malls teach goes to work as it is, unless the mall's own once did.
    private boolean keepShared(SplitVisits visits, MallId mall, int pooled) throws SQLException {
        boolean other = !models.of(mall).equals(models.of(null)) && !isOwn(mall);
        byte[] shared = models.of(null).calibration().write();
        return keepUnjudged(visits, mall, pooled, Outcome.TOO_LITTLE, other ? shared : null);
    }

    private boolean isOwn(MallId mall) throws SQLException {
        return models.history(mall).stream().anyMatch(one -> one.atWork() && one.outcome() == Outcome.BETTER);
    }

    private boolean keepUnjudged(
            SplitVisits visits, MallId mall, @Nullable Integer pooled, Outcome outcome, byte @Nullable [] learnt)
            throws SQLException {
        Map<String, Double> metrics = Map.of("average", visits.average());
        models.keep(mall, tried(visits.learntFrom(), models.version(mall), pooled, outcome, metrics, false), learnt);
        return learnt != null;
    }

    private Tried tried(
            List<PastVisit> from,
            int parent,
            @Nullable Integer pooled,
            Outcome outcome,
            Map<String, Double> metrics,
            boolean drifted)
            throws SQLException {
        LongSummaryStatistics window = from.stream().mapToLong(PastVisit::at).summaryStatistics();
        return new Tried(
                0,
                clock.millis(),
                from.isEmpty() ? null : window.getMin(),
                from.isEmpty() ? null : window.getMax(),
                past.position().text(),
                from.size(),
                parent,
                pooled,
                outcome,
                metrics,
                drifted,
                false);
    }
}
