package reload.learn.adapter;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import javax.sql.DataSource;
import reload.event.MallId;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.exit.LeaveLearning;
import reload.learn.exit.LeaveModel;
import reload.learn.exit.LeaveWatch;
import reload.learn.exit.MallModel;
import reload.learn.exit.Sign;
import reload.log.Entry;
import reload.log.Log;
import reload.log.Logged;
import reload.log.Position;
import reload.log.Source;
import reload.log.adapter.PageFact;

/// Learns all malls' leave models from the log: one reading of it gathers each mall's latest signs; all of them
/// together say what to believe of a mall beforehand, and then each mall speaks for itself.
public final class LeaveTraining implements Course {
    private static final String KIND = "leave";
    private static final int BATCH = 500;
    /// Of each mall: some weeks of an ordinary one. Keeps memory bounded, and the model young.
    private static final int MOST_SIGNS = 4_000;
    /// Of these the malls together give at most so many each to what is believed beforehand.
    private static final int MOST_POOLED = 400;

    private static final int GROUPS = 5;

    private final Log log;
    private final ModelStore<MallModel> models;
    private final InstantSource clock;

    public LeaveTraining(Log log, ModelStore<MallModel> models, InstantSource clock) {
        this.log = log;
        this.models = models;
        this.clock = clock;
    }

    /// The leave models that were learnt. Blocks.
    ///
    /// @param worker connections as the role worker
    public static ModelStore<MallModel> open(DataSource worker) throws SQLException {
        return ModelStore.open(
                worker, KIND, MallModel.FIRST, (version, learnt, _) -> new MallModel(version, LeaveModel.read(learnt)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void learn(Watcher watcher) throws SQLException {
        Map<MallId, Deque<Sign>> signs = new HashMap<>();
        Position to = gather(signs, watcher);
        List<LeaveModel> beliefs = beliefs(signs);
        for (var mall : signs.entrySet())
            watcher.learnt(learn(mall.getKey(), List.copyOf(mall.getValue()), beliefs.get(group(mall.getKey())), to));
    }

    private Position gather(Map<MallId, Deque<Sign>> signs, Watcher watcher) {
        Map<MallId, LeaveWatch> watches = new HashMap<>();
        Position at = Position.START;
        long entries = 0;
        long latest = 0;
        while (true) {
            List<Logged> read = log.read(at, BATCH);
            if (read.isEmpty()) break;
            for (Logged logged : read) {
                at = logged.position();
                Entry entry = logged.entry();
                latest = Math.max(latest, entry.receivedAt());
                if (entry.source() != Source.PAGE) continue;
                LeaveWatch watch = watches.computeIfAbsent(
                        entry.mall(),
                        mall -> new LeaveWatch(sign -> {
                            Deque<Sign> own = signs.computeIfAbsent(mall, _ -> new ArrayDeque<>());
                            own.addLast(sign);
                            if (own.size() > MOST_SIGNS) own.removeFirst();
                        }));
                PageFact.read(entry, fact -> watch.saw(fact.visitor(), fact.at(), fact.event()));
            }
            entries += read.size();
            long time = latest;
            watches.values().forEach(watch -> watch.passed(time));
            watcher.read(entries);
        }
        return at;
    }

    /// What to believe of a mall beforehand: the hand-set model moved by the signs of other malls, none of
    /// which has more than a share. Malls are in groups, and a group believes what the other groups saw, so
    /// that no mall's signs come back to it as somebody else's.
    private static List<LeaveModel> beliefs(Map<MallId, Deque<Sign>> signs) {
        List<LeaveModel> beliefs = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            List<Sign> others = new ArrayList<>();
            for (var mall : signs.entrySet()) {
                Deque<Sign> own = mall.getValue();
                if (group(mall.getKey()) != group)
                    own.stream().skip(Math.max(0, own.size() - MOST_POOLED)).forEach(others::add);
            }
            beliefs.add(LeaveLearning.fit(others, LeaveModel.DEFAULT, LeaveLearning.PRECISION));
        }
        return beliefs;
    }

    private static int group(MallId mall) {
        return Math.floorMod(mall.value(), GROUPS);
    }

    private boolean learn(MallId mall, List<Sign> signs, LeaveModel believed, Position to) throws SQLException {
        var atWork = models.of(mall);
        switch (LeaveLearning.learn(signs, believed, atWork.leave())) {
            case LeaveLearning.TooLittle _ ->
                models.keep(mall, tried(signs, atWork, to, Outcome.TOO_LITTLE, Map.of(), false), null);
            case LeaveLearning.NoBetter(var before, var after) ->
                models.keep(
                        mall,
                        tried(signs, atWork, to, Outcome.NO_BETTER, after.beside(before), before.hasDrifted()),
                        null);
            case LeaveLearning.Better(var model, var before, var after) -> {
                models.keep(
                        mall,
                        tried(signs, atWork, to, Outcome.BETTER, after.beside(before), before.hasDrifted()),
                        model.write());
                return true;
            }
        }
        return false;
    }

    private Tried tried(
            List<Sign> signs,
            MallModel atWork,
            Position to,
            Outcome outcome,
            Map<String, Double> metrics,
            boolean drifted) {
        LongSummaryStatistics window = signs.stream().mapToLong(Sign::at).summaryStatistics();
        return new Tried(
                0,
                clock.millis(),
                signs.isEmpty() ? null : window.getMin(),
                signs.isEmpty() ? null : window.getMax(),
                to.text(),
                signs.size(),
                atWork.version(),
                null,
                outcome,
                metrics,
                drifted,
                false);
    }
}
