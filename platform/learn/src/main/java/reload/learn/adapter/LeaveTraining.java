package reload.learn.adapter;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.event.Beacon;
import reload.event.MallId;
import reload.event.PageEvent;
import reload.event.adapter.BeaconReader;
import reload.event.adapter.UnreadableException;
import reload.learn.adapter.Models.Tried;
import reload.learn.exit.LeaveLearning;
import reload.learn.exit.LeaveLearning.Quality;
import reload.learn.exit.LeaveModel;
import reload.learn.exit.LeaveWatch;
import reload.learn.exit.Sign;
import reload.log.Entry;
import reload.log.Log;
import reload.log.Logged;
import reload.log.Position;
import reload.log.Source;

/// Learns all malls' leave models from the log, once a day and when asked: one reading of the log gathers
/// each mall's latest signs; all of them together say what to believe of a mall beforehand, and then each
/// mall speaks for itself. One training at a time, on a thread that others go before.
public final class LeaveTraining implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaveTraining.class);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final int BATCH = 500;
    /// Of each mall: some weeks of an ordinary one. Keeps memory bounded, and the model young.
    private static final int MOST_SIGNS = 4_000;
    /// Of these the malls together give at most so many each to what is believed beforehand.
    private static final int MOST_POOLED = 400;

    private static final int GROUPS = 5;

    private final Log log;
    private final Models models;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread daily = Thread.ofPlatform()
            .daemon()
            .name("train")
            .priority(Thread.MIN_PRIORITY)
            .unstarted(this::daily);
    private volatile Progress progress = new Progress("NEVER", 0, 0, 0, null);

    public LeaveTraining(Log log, Models models, InstantSource clock) {
        this.log = log;
        this.models = models;
        this.clock = clock;
    }

    /// How far the training is.
    ///
    /// @param phase `NEVER`, `READING`, `LEARNING`, `DONE` or `FAILED`
    /// @param entries of the log read so far
    /// @param malls learnt so far
    /// @param better of them with a better model than before
    public record Progress(
            String phase,
            long entries,
            int malls,
            int better,
            @Nullable String failure) {}

    public Progress progress() {
        return progress;
    }

    /// Trains once a day from now on.
    public LeaveTraining start() {
        daily.start();
        return this;
    }

    private void daily() {
        try {
            while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) train();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Begins to train all malls; [#progress] says how far it is.
    public Progress begin() {
        Progress begun = new Progress("READING", 0, 0, 0, null);
        progress = begun;
        Thread.ofPlatform()
                .daemon()
                .name("train-on-request")
                .priority(Thread.MIN_PRIORITY)
                .start(this::train);
        return begun;
    }

    /// Trains all malls. Blocks; a second caller waits and trains again.
    public synchronized Progress train() {
        try {
            progress = new Progress("READING", 0, 0, 0, null);
            Map<MallId, Deque<Sign>> signs = new HashMap<>();
            Position to = gather(signs);
            List<LeaveModel> beliefs = beliefs(signs);
            int malls = 0;
            int better = 0;
            for (var mall : signs.entrySet()) {
                if (learn(mall.getKey(), List.copyOf(mall.getValue()), beliefs.get(group(mall.getKey())), to)) better++;
                progress = new Progress("LEARNING", progress.entries, ++malls, better, null);
            }
            progress = new Progress("DONE", progress.entries, malls, better, null);
            LOG.info("models trained entries={} malls={} better={}", progress.entries, malls, better);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("models not trained, those at work stay reason={}", e.toString());
            progress = new Progress("FAILED", progress.entries, progress.malls, progress.better, e.getMessage());
        }
        return progress;
    }

    private Position gather(Map<MallId, Deque<Sign>> signs) {
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
                watch(watch, entry);
            }
            entries += read.size();
            long time = latest;
            watches.values().forEach(watch -> watch.passed(time));
            progress = new Progress("READING", entries, 0, 0, null);
        }
        return at;
    }

    private static void watch(LeaveWatch watch, Entry entry) {
        Beacon beacon;
        try {
            beacon = BeaconReader.read(entry.payload());
        } catch (UnreadableException _) {
            return; // The edge lets only readable beacons in.
        }
        for (int i = 0; i < beacon.events().size(); i++) {
            PageEvent event = beacon.events().get(i);
            if (event == null || (entry.skipped() >>> i & 1) == 1) continue;
            long at = Math.min(event.at() + entry.skewMs(), entry.receivedAt());
            watch.saw(beacon.visitor(), at, event);
        }
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
        LeaveLearning learnt = LeaveLearning.learn(signs, believed, atWork.leave());
        int parent = atWork.version();
        switch (learnt) {
            case LeaveLearning.TooLittle _ ->
                models.keep(mall, tried(signs, parent, to, "TOO_LITTLE", null, null), null);
            case LeaveLearning.NoBetter none ->
                models.keep(mall, tried(signs, parent, to, "NO_BETTER", none.tried(), none.atWork()), null);
            case LeaveLearning.Better better ->
                models.keep(mall, tried(signs, parent, to, "BETTER", better.tried(), better.atWork()), better.model());
        }
        return learnt instanceof LeaveLearning.Better;
    }

    private Tried tried(
            List<Sign> signs,
            int parent,
            Position to,
            String outcome,
            @Nullable Quality tried,
            @Nullable Quality atWork) {
        return new Tried(
                0,
                clock.millis(),
                signs.stream().mapToLong(Sign::at).min().stream()
                        .boxed()
                        .findFirst()
                        .orElse(null),
                signs.stream().mapToLong(Sign::at).max().stream()
                        .boxed()
                        .findFirst()
                        .orElse(null),
                to.text(),
                signs.size(),
                parent,
                outcome,
                tried == null ? null : tried.logLoss(),
                atWork == null ? null : atWork.logLoss(),
                tried == null ? null : tried.areaUnderRoc(),
                tried == null ? null : tried.calibrationError(),
                tried == null ? null : tried.calibrationBand(),
                atWork != null && atWork.hasDrifted(),
                outcome.equals("BETTER"));
    }

    /// Ends the daily training; one that is under way may end with the process.
    @Override
    public void close() {
        closing.countDown();
    }
}
