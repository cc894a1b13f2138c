package reload.bench.learn;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import reload.learn.judge.Bootstrap;
import reload.learn.linear.Logistic;
import reload.learn.uplift.Experiment;
import reload.learn.uplift.Qini;
import reload.learn.uplift.Uplift;
import reload.measure.Interval;

/// `./reload bench uplift --train F --test F --out P [--treat womens|mens|any] [--outcome visit] [--cost C]`
///
/// Learns from the training rows whom an e-mail helps and writes `row_id,uplift` of every test row. Prints
/// the Qini coefficient and the gain of the best 30 %, on the test where it has outcomes and as the mean of
/// ten splits of the training rows (70 % to learn from), beside the one-bit rule, two logistic models, and a
/// response model, which is none.
public final class BenchUplift {
    private static final int SPLITS = 10;
    private static final int ROUNDS = 1_000;
    private static final double BEST = 0.3;

    private BenchUplift() {}

    public static void main(String[] arguments) throws IOException {
        Options options = Options.read(arguments, "uplift", Set.of("treat", "outcome", "cost"));
        if (options == null) {
            System.exit(2);
            return;
        }
        String treat = options.or("treat", "womens");
        String outcome = options.or("outcome", "visit");
        double cost = Double.parseDouble(options.or("cost", "0"));
        MailCampaign train = new MailCampaign(Table.read(options.path("train")));
        MailCampaign test = new MailCampaign(Table.read(options.path("test")));
        Experiment seen = train.experiment(train.places(treat), outcome);

        Uplift learnt = Uplift.learn(seen);
        write(options, test, learnt);
        System.out.printf(
                Locale.ROOT,
                "%,d training rows: treating adds %.4f (95 %% %.4f to %.4f); differs by %s; at a cost of %s treat %s%n",
                seen.size(),
                learnt.effect(),
                learnt.sure().low(),
                learnt.sure().high(),
                learnt.found(),
                cost,
                learnt.policy(cost));
        if (test.table().has(outcome)) {
            Experiment unseen = test.experiment(test.places(treat), outcome);
            System.out.printf(Locale.ROOT, "test, %,d rows%n", unseen.size());
            ranks(seen, unseen).forEach((name, rank) -> onTest(name, unseen, rank));
        }
        overSplits(seen);
    }

    private static void write(Options options, MailCampaign test, Uplift learnt) throws IOException {
        try (var lines = new PrintWriter(Files.newBufferedWriter(options.path("out")))) {
            lines.println("row_id,uplift");
            for (int i = 0; i < test.table().size(); i++)
                lines.println(test.table().text(i, "row_id") + "," + learnt.of(test.row(i)));
        }
    }

    private static Map<String, double[]> ranks(Experiment seen, Experiment unseen) {
        Map<String, double[]> ranks = new LinkedHashMap<>();
        Uplift learnt = Uplift.learn(seen);
        ranks.put("ours", each(unseen, learnt::of));
        ranks.put("one bit", each(unseen, row -> row[MailCampaign.womens()]));
        ranks.put(
                "one bit, ties by recency",
                each(unseen, row -> row[MailCampaign.womens()] - row[MailCampaign.recency()] / 1_000));
        Logistic shown = logistic(seen, side(seen, true));
        Logistic held = logistic(seen, side(seen, false));
        Logistic either = logistic(seen, IntStream.range(0, seen.size()).toArray());
        ranks.put("two logistic models", each(unseen, row -> shown.chance(row) - held.chance(row)));
        ranks.put("response model", each(unseen, either::chance));
        return ranks;
    }

    private static double[] each(Experiment experiment, ToDoubleFunction<double[]> value) {
        return Arrays.stream(experiment.rows()).mapToDouble(value).toArray();
    }

    private static int[] side(Experiment seen, boolean treated) {
        return IntStream.range(0, seen.size())
                .filter(i -> seen.treated()[i] == treated)
                .toArray();
    }

    private static Logistic logistic(Experiment seen, int[] places) {
        Experiment rows = seen.at(places);
        boolean[] came = new boolean[rows.size()];
        for (int i = 0; i < came.length; i++) came[i] = rows.outcome()[i] > 0;
        return Logistic.fit(
                rows.rows(), came, Logistic.Prior.none(seen.signals().size(), 1));
    }

    private static void onTest(String name, Experiment unseen, double[] rank) {
        Interval qini = Bootstrap.interval(
                unseen.size(),
                ROUNDS,
                new SplittableRandom(1),
                places -> Qini.coefficient(unseen.at(places), at(rank, places)));
        Interval gain = Bootstrap.interval(
                unseen.size(),
                ROUNDS,
                new SplittableRandom(1),
                places -> Qini.gainOfBest(unseen.at(places), at(rank, places), BEST));
        System.out.printf(
                Locale.ROOT,
                "  %-25s Qini %.4f (95 %% %.4f to %.4f), best 30 %% gain %.4f (%.4f to %.4f)%n",
                name,
                Qini.coefficient(unseen, rank),
                qini.low(),
                qini.high(),
                Qini.gainOfBest(unseen, rank, BEST),
                gain.low(),
                gain.high());
    }

    private static double[] at(double[] values, int[] places) {
        double[] some = new double[places.length];
        for (int i = 0; i < some.length; i++) some[i] = values[places[i]];
        return some;
    }

    private static void overSplits(Experiment all) {
        Map<String, Splits> methods = new LinkedHashMap<>();
        int treatedAlike = 0;
        for (int split = 0; split < SPLITS; split++) {
            int[] order = Table.shuffled(all.size(), new SplittableRandom(split));
            int cut = (int) (all.size() * 0.7);
            Experiment seen = all.at(Arrays.copyOfRange(order, 0, cut));
            Experiment unseen = all.at(Arrays.copyOfRange(order, cut, order.length));
            if (Uplift.learn(seen).found().isEmpty()) treatedAlike++;
            for (var rank : ranks(seen, unseen).entrySet()) {
                Splits method = methods.computeIfAbsent(rank.getKey(), _ -> new Splits());
                method.qinis[split] = Qini.coefficient(unseen, rank.getValue());
                method.gains[split] = Qini.gainOfBest(unseen, rank.getValue(), BEST);
            }
        }
        System.out.printf("%d splits of the training rows; no difference found in %d%n", SPLITS, treatedAlike);
        methods.forEach((name, method) -> System.out.printf(
                Locale.ROOT,
                "  %-25s Qini mean %.4f (sd %.4f), best 30 %% gain mean %.4f (sd %.4f)%n",
                name,
                mean(method.qinis),
                deviation(method.qinis),
                mean(method.gains),
                deviation(method.gains)));
    }

    /// What a method reached on each split.
    private static final class Splits {
        final double[] qinis = new double[SPLITS];
        final double[] gains = new double[SPLITS];
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }
}
