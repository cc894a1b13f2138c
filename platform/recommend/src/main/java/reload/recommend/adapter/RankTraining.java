package reload.recommend.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.event.MallId;
import reload.learn.adapter.Course;
import reload.learn.adapter.ModelStore;
import reload.learn.adapter.Tried;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.trees.Examples;
import reload.learn.trees.Trees;
import reload.recommend.Judgement;
import reload.recommend.Learner;
import reload.recommend.Limits;
import reload.recommend.PastSession;
import reload.recommend.Preset;
import reload.recommend.Query.View;
import reload.recommend.RankingModel;
import reload.recommend.Rehearsal;

/// Learns how each mall's goods are ranked, from what its learner remembers. A large mall gets trees of its own. The
/// small ones give some moments each to trees they share: rows of numbers that name no mall and no product, of
/// which nothing but the trees is kept; each chooses its preset on its own sessions.
///
/// A model goes to work where it is surely better on the mall's own last sessions than the one at work.
/// Shared trees that are surely better on all small malls' last sessions go to work in each whose own last
/// sessions do not speak against it, and in those that have too few to say anything.
public final class RankTraining implements Course {
    private static final Logger LOG = LoggerFactory.getLogger(RankTraining.class);
    private static final int THREADS = 1;
    /// Fewer moments of a mall's own judge nothing.
    private static final int FEWEST_JUDGED = 30;
    /// Of the heap, for examples: they are copied once.
    private static final int SHARE_OF_HEAP = 5;

    private final DataSource worker;
    private final ModelStore<RankingModel> models;
    private final InstantSource clock;
    private final int ownFrom;
    private final int most;

    /// @param worker connections as the role worker
    /// @param ownFrom a mall that remembers so many sessions gets trees of its own
    public RankTraining(DataSource worker, ModelStore<RankingModel> models, InstantSource clock, int ownFrom) {
        this.worker = worker;
        this.models = models;
        this.clock = clock;
        this.ownFrom = ownFrom;
        long room = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / Rehearsal.BYTES_A_MOMENT;
        most = (int) Math.max(RankerTraining.FEWEST_MOMENTS, Math.min(Integer.MAX_VALUE, room));
    }

    @Override
    public String kind() {
        return RankModels.KIND;
    }

    @Override
    public void learn(Watcher watcher) throws SQLException {
        List<MallId> small = new ArrayList<>();
        for (MallId mall : malls()) {
            Learnt learnt = read(mall);
            if (learnt == null) continue;
            if (learnt.learner.sessionCount() >= ownFrom) watcher.learnt(alone(learnt));
            else small.add(mall);
        }
        if (!small.isEmpty()) together(small, watcher);
    }

    /// What one mall's learner remembered when it was last written.
    private record Learnt(MallId mall, String position, Learner learner) {
        Rehearsal rehearsal() {
            return Rehearsal.of(learner, View.NEW_ONLY);
        }

        Window window() {
            List<PastSession> sessions = learner.sessions();
            return sessions.isEmpty()
                    ? new Window(null, null, position, 0)
                    : new Window(sessions.getFirst().at(), sessions.getLast().at(), position, sessions.size());
        }
    }

    /// What was learnt from.
    private record Window(@Nullable Long from, @Nullable Long to, String position, int sessions) {}

    private List<MallId> malls() throws SQLException {
        List<MallId> malls = new ArrayList<>();
        try (Connection connection = worker.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select mall from recommend_snapshot order by mall");
                ResultSet row = select.executeQuery()) {
            while (row.next()) malls.add(new MallId(row.getInt(1)));
        }
        return malls;
    }

    private @Nullable Learnt read(MallId mall) throws SQLException {
        try (Connection connection = worker.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select position, learnt from recommend_snapshot where mall = ?")) {
            select.setInt(1, mall.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) return null;
                return new Learnt(mall, row.getString(1), Learner.fromBytes(row.getBytes(2), Limits.DEFAULT));
            } catch (IllegalArgumentException e) {
                LOG.warn("recommender not read mall={} reason={}", mall.value(), e.getMessage());
                return null;
            }
        }
    }

    /// A mall that is large enough to learn from its own sessions only.
    private boolean alone(Learnt learnt) throws SQLException {
        Rehearsal rehearsal = learnt.rehearsal();
        var trained = RankerTraining.train(rehearsal, most, THREADS);
        Judgement atWork = rehearsal.judge(models.of(learnt.mall));
        boolean better = trained.judged().isSurelyBetterThan(atWork);
        models.keep(
                learnt.mall,
                tried(
                        learnt.window(),
                        models.version(learnt.mall),
                        null,
                        better ? Outcome.BETTER : Outcome.NO_BETTER,
                        metrics(trained.judged(), atWork)),
                better ? trained.model().toBytes() : null);
        return better;
    }

    /// What one of the small malls says.
    ///
    /// @param fresh of the trees just trained; null where there were none to judge
    /// @param before of the trees they share so far
    /// @param atWork of the mall's model
    private record Said(
            MallId mall,
            Window window,
            Preset preset,
            @Nullable Judgement fresh,
            Judgement before,
            Judgement atWork) {}

    private void together(List<MallId> malls, Watcher watcher) throws SQLException {
        Map<MallId, Preset> presets = new HashMap<>();
        Trees trees = train(malls, presets);
        RankingModel shared = new RankingModel(RankingModel.UNTRAINED.preset(), View.NEW_ONLY, trees);
        List<Said> said = new ArrayList<>();
        for (MallId mall : malls) {
            Learnt learnt = read(mall);
            if (learnt != null) said.add(ask(learnt, presets.get(mall), trees == null ? null : shared));
        }
        boolean accepted = trees != null && keepShared(shared, said);
        for (Said one : said) watcher.learnt(keep(one, accepted));
    }

    /// Trees of a share of every mall's moments; null where they are too few. One mall's sessions at a time are in
    /// memory, so those who judge read them again.
    ///
    /// @param presets gets the one each mall chose: choosing takes longer than reading
    private @Nullable Trees train(List<MallId> malls, Map<MallId, Preset> presets) throws SQLException {
        int share = Math.max(1, most / malls.size());
        List<Examples> examples = new ArrayList<>();
        int moments = 0;
        for (MallId mall : malls) {
            Learnt learnt = read(mall);
            if (learnt == null) continue;
            Rehearsal rehearsal = learnt.rehearsal();
            Preset preset = rehearsal.choose();
            presets.put(mall, preset);
            Examples own = rehearsal.examples(preset, share);
            if (own == null) continue;
            examples.add(own);
            moments += Math.min(share, rehearsal.moments());
        }
        return moments < RankerTraining.FEWEST_MOMENTS
                ? null
                : RankerTraining.trees(Examples.together(examples), THREADS);
    }

    private Said ask(Learnt learnt, @Nullable Preset chosen, @Nullable RankingModel fresh) {
        Rehearsal rehearsal = learnt.rehearsal();
        Preset preset = chosen == null ? rehearsal.choose() : chosen;
        return new Said(
                learnt.mall,
                learnt.window(),
                preset,
                fresh == null ? null : rehearsal.judge(fresh.with(preset)),
                rehearsal.judge(models.of(null).with(preset)),
                rehearsal.judge(models.of(learnt.mall)));
    }

    private boolean keepShared(RankingModel shared, List<Said> said) throws SQLException {
        Judgement fresh = Judgement.together(
                said.stream().map(Said::fresh).filter(Objects::nonNull).toList());
        Judgement before = Judgement.together(said.stream().map(Said::before).toList());
        boolean better = fresh.isSurelyBetterThan(before);
        int sessions = said.stream().mapToInt(one -> one.window.sessions).sum();
        String position = said.getLast().window.position;
        models.keep(
                null,
                tried(
                        new Window(null, null, position, sessions),
                        models.version(null),
                        null,
                        better ? Outcome.BETTER : Outcome.NO_BETTER,
                        metrics(fresh, before)),
                better ? shared.toBytes() : null);
        return better;
    }

    /// Puts the shared trees, with the mall's preset, to work in a mall where that is right.
    ///
    /// @param accepted whether the trees they share are new
    private boolean keep(Said said, boolean accepted) throws SQLException {
        MallId mall = said.mall;
        Judgement tried = accepted && said.fresh != null ? said.fresh : said.before;
        boolean tooLittle = tried.reciprocalRanks().length < FEWEST_JUDGED;
        RankingModel model = models.of(null).with(tooLittle ? RankingModel.UNTRAINED.preset() : said.preset);
        boolean other = !model.equals(models.of(mall));
        boolean better = other
                && (tooLittle
                        || tried.isSurelyBetterThan(said.atWork)
                        || accepted && tried.meanReciprocalRank() >= said.atWork.meanReciprocalRank());
        if (tooLittle && !better) return false;
        Outcome outcome = tooLittle ? Outcome.TOO_LITTLE : better ? Outcome.BETTER : Outcome.NO_BETTER;
        int shared = models.version(null);
        models.keep(
                mall,
                tried(
                        said.window,
                        models.version(mall),
                        shared == 0 ? null : shared,
                        outcome,
                        tooLittle ? Map.of() : metrics(tried, said.atWork)),
                better ? new RankingModel(model.preset(), model.view(), null).toBytes() : null);
        return better;
    }

    private Tried tried(
            Window window, int parent, @Nullable Integer pooled, Outcome outcome, Map<String, Double> metrics) {
        return new Tried(
                0,
                clock.millis(),
                window.from,
                window.to,
                window.position,
                window.sessions,
                parent,
                pooled,
                outcome,
                metrics,
                false,
                false);
    }

    private static Map<String, Double> metrics(Judgement tried, Judgement atWork) {
        return Map.of(
                "judged", (double) tried.reciprocalRanks().length,
                "hitRate", tried.hitRate(),
                "hitRateAtWork", atWork.hitRate(),
                "reciprocalRank", tried.meanReciprocalRank(),
                "reciprocalRankAtWork", atWork.meanReciprocalRank());
    }
}
