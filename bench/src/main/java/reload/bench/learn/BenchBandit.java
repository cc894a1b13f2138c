package reload.bench.learn;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import reload.learn.bandit.Bandit;
import reload.learn.bandit.Beta;
import reload.learn.bandit.Shares;
import reload.learn.judge.Decided;
import reload.learn.judge.OffPolicy;

/// `./reload bench bandit --train F --test F --out P [--reward visit]`
///
/// Replays the training rows, in ten orders: the bandit draws an arm, and where the row has just that arm the
/// round counts and is learnt from. Prints what a round then brought, beside even shares, Thompson sampling
/// without floor or watchfulness, and the best single arm. Then learns from all training rows and writes
/// `row_id,prob` of every test row: the chance with which it would have taken the row's arm.
///
/// @see "Li, Chu, Langford and Wang, Unbiased offline evaluation of contextual-bandit-based news article
/// recommendation algorithms, WSDM 2011"
public final class BenchBandit {
    private static final int ORDERS = 10;
    private static final double FLOOR = 0.005;
    /// Rounds on the same shares, as between two snapshots of an edge.
    private static final int EVERY = 10;

    private BenchBandit() {}

    public static void main(String[] arguments) throws IOException {
        Options options = Options.read(arguments, "bandit", Set.of("reward"));
        if (options == null) {
            System.exit(2);
            return;
        }
        String reward = options.or("reward", "visit");
        RecordedDecisions train = RecordedDecisions.read(Table.read(options.path("train")), reward, List.of());
        Table testTable = Table.read(options.path("test"));
        RecordedDecisions test = RecordedDecisions.read(testTable, reward, train.arms());
        int arms = train.arms().size();
        if (train.places() == 1) {
            System.out.printf("replay of %,d rows, %d orders%n", train.size(), ORDERS);
            Supplier<Bandit> ours = () -> new Bandit(Collections.nCopies(arms, Beta.UNIFORM), FLOOR);
            line("ours", replays(train, ours, false));
            line("Beta-Thompson", replays(train, () -> new Bandit(Collections.nCopies(arms, Beta.UNIFORM), 0), true));
            line("even shares", evenly(train));
            for (int arm = 0; arm < arms; arm++)
                System.out.printf(
                        Locale.ROOT, "  always %-22s %.4f%n", train.arms().get(arm), rate(train, arm));
        }
        List<Shares> learnt = learn(train);
        write(options, test, learnt);
        judge(train, test, learnt);
    }

    private record Replay(double value, int rounds) {}

    private static void line(String name, List<Replay> replays) {
        double mean = replays.stream().mapToDouble(Replay::value).average().orElseThrow();
        double squares = replays.stream()
                .mapToDouble(replay -> (replay.value - mean) * (replay.value - mean))
                .sum();
        System.out.printf(
                Locale.ROOT,
                "  %-29s %.4f a round (sd %.4f), %,.0f rounds%n",
                name,
                mean,
                Math.sqrt(squares / (replays.size() - 1)),
                replays.stream().mapToInt(Replay::rounds).average().orElseThrow());
    }

    /// @param plain without forgetting: beliefs only
    private static List<Replay> replays(RecordedDecisions log, Supplier<Bandit> bandits, boolean plain) {
        List<Replay> replays = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            SplittableRandom random = new SplittableRandom(order);
            int[] rows = Table.shuffled(log.size(), random);
            Bandit bandit = bandits.get();
            double[][] counts = new double[log.arms().size()][2];
            Shares shares = bandit.shares();
            int rounds = 0;
            int rewards = 0;
            for (int row : rows) {
                int arm = shares.arm(random.nextDouble());
                if (arm != log.arm()[row]) continue;
                boolean reward = log.reward()[row];
                rounds++;
                if (reward) rewards++;
                if (plain) {
                    counts[arm][reward ? 0 : 1]++;
                    if (rounds % EVERY == 0) shares = thompson(counts);
                } else {
                    bandit.observe(arm, reward);
                    if (rounds % EVERY == 0) shares = bandit.shares();
                }
            }
            replays.add(new Replay(rewards / (double) rounds, rounds));
        }
        return replays;
    }

    private static Shares thompson(double[][] counts) {
        return Shares.of(
                Arrays.stream(counts)
                        .map(arm -> new Beta(1 + arm[0], 1 + arm[1]))
                        .toList(),
                0);
    }

    private static List<Replay> evenly(RecordedDecisions log) {
        List<Replay> replays = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            SplittableRandom random = new SplittableRandom(order);
            int[] taken = IntStream.range(0, log.size())
                    .filter(row -> random.nextInt(log.arms().size()) == log.arm()[row])
                    .toArray();
            long rewards = Arrays.stream(taken).filter(row -> log.reward()[row]).count();
            replays.add(new Replay(rewards / (double) taken.length, taken.length));
        }
        return replays;
    }

    private static double rate(RecordedDecisions log, int arm) {
        return IntStream.range(0, log.size())
                .filter(row -> log.arm()[row] == arm)
                .mapToDouble(row -> log.reward()[row] ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /// By position. Rows were not drawn by this bandit, so each counts as much as its propensity makes it
    /// speak for: by how often the arm would have been taken evenly.
    private static List<Shares> learn(RecordedDecisions log) {
        int arms = log.arms().size();
        List<Shares> learnt = new ArrayList<>();
        for (int place = 0; place < log.places(); place++) {
            double[] rounds = new double[arms];
            double[] rewards = new double[arms];
            for (int row = 0; row < log.size(); row++) {
                if (log.place()[row] != place) continue;
                double weight = Math.min(1, 1 / (log.propensity()[row] * arms));
                rounds[log.arm()[row]] += weight;
                if (log.reward()[row]) rewards[log.arm()[row]] += weight;
            }
            List<Beta> beliefs = new ArrayList<>();
            for (int arm = 0; arm < arms; arm++) beliefs.add(Beta.UNIFORM.after(rewards[arm], rounds[arm]));
            learnt.add(Shares.of(beliefs, Math.min(FLOOR, 0.1 / arms)));
        }
        return learnt;
    }

    private static Shares at(List<Shares> learnt, int place) {
        return learnt.get(Math.min(place, learnt.size() - 1));
    }

    private static void write(Options options, RecordedDecisions test, List<Shares> learnt) throws IOException {
        try (var lines = new PrintWriter(Files.newBufferedWriter(options.path("out")))) {
            lines.println("row_id,prob");
            for (int row = 0; row < test.size(); row++) {
                int arm = test.arm()[row];
                lines.println(test.ids()[row] + ","
                        + (arm < 0 ? 0 : at(learnt, test.place()[row]).of()[arm]));
            }
        }
    }

    /// What the learnt shares would have brought on the test rows; the model of the doubly robust estimate is
    /// each arm's rate in training.
    private static void judge(RecordedDecisions train, RecordedDecisions test, List<Shares> learnt) {
        double[] rates = IntStream.range(0, train.arms().size())
                .mapToDouble(arm -> rate(train, arm))
                .map(rate -> Double.isNaN(rate) ? 0 : rate)
                .toArray();
        List<Decided> log = new ArrayList<>();
        for (int row = 0; row < test.size(); row++)
            if (test.arm()[row] >= 0)
                log.add(new Decided(
                        test.arm()[row],
                        test.propensity()[row],
                        test.reward()[row] ? 1 : 0,
                        at(learnt, test.place()[row]).of(),
                        rates));
        OffPolicy judged = OffPolicy.judge(log);
        System.out.printf(
                Locale.ROOT,
                "test, %,d rows (worth %,.0f of its own): logged %.4f; learnt shares %s%n",
                judged.decisions(),
                judged.effective(),
                judged.logged().value(),
                learnt.size() == 1 && rates.length < 10
                        ? Arrays.toString(learnt.getFirst().of())
                        : "by position");
        estimate("IPS", judged.ips());
        estimate("SNIPS", judged.snips());
        estimate("doubly robust", judged.doublyRobust());
        System.out.printf(
                Locale.ROOT,
                "  mean weight %.4f, z %.2f: %s%n",
                judged.weights().mean(),
                judged.weights().z(),
                judged.weights().holds() ? "propensities hold" : "PROPENSITIES DO NOT HOLD");
    }

    private static void estimate(String name, OffPolicy.Estimate estimate) {
        System.out.printf(
                Locale.ROOT,
                "  %-15s %.4f (95 %% %.4f to %.4f)%n",
                name,
                estimate.value(),
                estimate.interval().low(),
                estimate.interval().high());
    }
}
