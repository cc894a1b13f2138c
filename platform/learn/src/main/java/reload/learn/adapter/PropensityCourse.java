package reload.learn.adapter;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.exit.Calibration;
import reload.learn.exit.Following;
import reload.learn.exit.KeptAside;
import reload.learn.exit.PastVisit;
import reload.learn.exit.Propensity;
import reload.learn.exit.VisitSignals;
import reload.learn.exit.Visits;
import reload.learn.judge.Gain;
import reload.learn.judge.Quality;
import reload.learn.judge.Scored;

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
        String position = past.position().text();
        List<MallId> small = new ArrayList<>();
        for (MallId mall : malls) {
            int visits = past.count(mall);
            if (visits == 0) continue;
            if (visits < ownFrom) small.add(mall);
            else watcher.learnt(learn(new Told(past.of(mall), position), mall));
        }
        if (small.isEmpty()) return;
        Outcome shared = learnShared(small, position);
        for (MallId mall : small) watcher.learnt(calibrate(new Told(past.of(mall), position), mall, shared));
    }

    /// What one mall's visits tell, split as time went.
    private final class Told {
        private final List<PastVisit> forTrees;
        private final List<PastVisit> forCalibration;
        private final List<PastVisit> aside;
        private final String position;

        Told(List<PastVisit> visits, String position) {
            int trees = visits.size() * 3 / 5;
            int calibration = visits.size() * 4 / 5;
            forTrees = visits.subList(0, trees);
            forCalibration = visits.subList(trees, calibration);
            aside = visits.subList(calibration, visits.size());
            this.position = position;
        }

        /// The mall's own average over what may be learnt from, as far as there is anything.
        double average() {
            long came = 0;
            long views = 0;
            for (List<PastVisit> part : List.of(forTrees, forCalibration))
                for (PastVisit visit : part)
                    for (boolean one : VisitSignals.came(visit.trail(), following)) {
                        views++;
                        if (one) came++;
                    }
            return following.average(came, views);
        }

        Propensity alwaysAverage() {
            return Propensity.always(average(), VisitSignals.of(following));
        }

        KeptAside aside() {
            return new KeptAside(Visits.of(aside, following));
        }

        /// Trees of all malls, or of earlier visits, believed as this mall's own visits say.
        Propensity calibrated(Propensity of) {
            if (forCalibration.isEmpty()) return of;
            Visits rows = Visits.of(forCalibration, following);
            double[] scores = IntStream.range(0, rows.size())
                    .mapToDouble(i -> of.score(rows.row(i)))
                    .toArray();
            return of.calibrated(of.calibration().movedBy(new Scored(scores, rows.came())));
        }

        Tried tried(
                int parent, @Nullable Integer pooled, Outcome outcome, Map<String, Double> metrics, boolean drifted) {
            int learnt = forTrees.size() + forCalibration.size();
            return new Tried(
                    0,
                    clock.millis(),
                    learnt == 0
                            ? null
                            : forTrees.isEmpty()
                                    ? forCalibration.getFirst().at()
                                    : forTrees.getFirst().at(),
                    learnt == 0 ? null : forCalibration.getLast().at(),
                    position,
                    learnt,
                    parent,
                    pooled,
                    outcome,
                    metrics,
                    drifted,
                    false);
        }
    }

    /// A mall that is large enough to have trees of its own.
    private boolean learn(Told told, MallId mall) throws SQLException {
        return switch (PropensityTraining.train(Visits.of(told.forTrees, following), SEED, THREADS)) {
            case PropensityTraining.TooLittle _ -> keepAverage(told, mall, Outcome.TOO_LITTLE);
            case PropensityTraining.Learnt learnt -> judge(told, mall, told.calibrated(learnt.propensity()), null);
        };
    }

    /// Trees of all small malls, and whether they may follow those they have.
    private Outcome learnShared(List<MallId> small, String position) throws SQLException {
        List<PastVisit> pool = new ArrayList<>();
        int share = Math.max(1, MOST_POOLED / small.size());
        for (MallId mall : small) {
            List<PastVisit> own = new Told(past.of(mall), position).forTrees;
            pool.addAll(own.subList(Math.max(0, own.size() - share), own.size()));
        }
        if (!(PropensityTraining.train(Visits.of(pool, following), SEED, THREADS)
                instanceof PropensityTraining.Learnt learnt)) {
            models.keep(null, shared(pool, position, Outcome.TOO_LITTLE, Map.of()), null);
            return Outcome.TOO_LITTLE;
        }
        Propensity fresh = learnt.propensity();
        Gain gain = Gain.NONE;
        for (MallId mall : small) {
            Told told = new Told(past.of(mall), position);
            if (told.aside.isEmpty()) continue;
            Propensity before = models.version(null) == 0 ? told.alwaysAverage() : models.of(null);
            gain = gain.plus(told.aside().gain(fresh, before));
        }
        Map<String, Double> metrics = Map.of("judged", (double) gain.things(), "gain", gain.mean());
        boolean better = gain.exceeds(ERRORS);
        Outcome outcome = better ? Outcome.BETTER : Outcome.NO_BETTER;
        models.keep(null, shared(pool, position, outcome, metrics), better ? fresh.write() : null);
        return outcome;
    }

    private Tried shared(List<PastVisit> pool, String position, Outcome outcome, Map<String, Double> metrics) {
        return new Tried(
                0,
                clock.millis(),
                pool.stream().map(PastVisit::at).min(Long::compare).orElse(null),
                pool.stream().map(PastVisit::at).max(Long::compare).orElse(null),
                position,
                pool.size(),
                models.version(null),
                null,
                outcome,
                metrics,
                false,
                false);
    }

    /// One of the small malls.
    ///
    /// @param shared what came of the trees they share
    private boolean calibrate(Told told, MallId mall, Outcome shared) throws SQLException {
        int version = models.version(null);
        if (version == 0) return keepAverage(told, mall, shared);
        return judge(told, mall, told.calibrated(models.of(null)), version);
    }

    /// @param pooled the version of the trees that are all malls'; null for the mall's own
    private boolean judge(Told told, MallId mall, Propensity tried, @Nullable Integer pooled) throws SQLException {
        if (told.aside.isEmpty() || told.aside().fewestOfAKind() < FEWEST)
            return pooled == null ? keepAverage(told, mall, Outcome.TOO_LITTLE) : keepShared(told, mall, pooled);
        KeptAside aside = told.aside();
        boolean isFirst = models.version(mall) == 0;
        Propensity average = told.alwaysAverage();
        Propensity atWork = isFirst ? average : models.of(mall);
        boolean better = aside.gain(tried, atWork).exceeds(ERRORS);
        Quality before = aside.quality(atWork);
        Quality after = aside.quality(tried);
        Map<String, Double> metrics = new HashMap<>(after.beside(before));
        metrics.put("average", told.average());
        metrics.put("logLossAverage", aside.quality(average).logLoss());
        byte[] learnt = pooled == null ? tried.write() : tried.calibration().write();
        models.keep(
                mall,
                told.tried(
                        models.version(mall),
                        pooled,
                        better ? Outcome.BETTER : Outcome.NO_BETTER,
                        metrics,
                        !isFirst && before.hasDrifted()),
                better ? learnt : null);
        return better;
    }

    /// With too little of the mall itself, what all malls teach goes to work as it is, unless the mall's own once did.
    private boolean keepShared(Told told, MallId mall, int pooled) throws SQLException {
        Calibration shared = models.of(null).calibration();
        boolean other = !models.of(mall).equals(models.of(null)) && !isOwn(mall);
        models.keep(
                mall,
                told.tried(models.version(mall), pooled, Outcome.TOO_LITTLE, Map.of("average", told.average()), false),
                other ? shared.write() : null);
        return other;
    }

    private boolean isOwn(MallId mall) throws SQLException {
        return models.history(mall).stream().anyMatch(one -> one.atWork() && one.outcome() == Outcome.BETTER);
    }

    private boolean keepAverage(Told told, MallId mall, Outcome outcome) throws SQLException {
        models.keep(
                mall, told.tried(models.version(mall), null, outcome, Map.of("average", told.average()), false), null);
        return false;
    }
}
