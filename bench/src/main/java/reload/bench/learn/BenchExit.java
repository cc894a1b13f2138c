package reload.bench.learn;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import reload.learn.adapter.PropensityTraining;
import reload.learn.adapter.PropensityTraining.Learnt;
import reload.learn.adapter.PropensityTraining.TooLittle;
import reload.learn.adapter.TreeTraining;
import reload.learn.exit.Propensity;
import reload.learn.exit.Visits;
import reload.learn.judge.Bootstrap;
import reload.learn.judge.Scored;
import reload.learn.trees.Examples;
import reload.learn.trees.Recipe;
import reload.learn.trees.Recipe.Objective;
import reload.learn.trees.Trees;
import reload.measure.Interval;

/// `./reload bench exit --train F --test F --out P [--without COLUMN+COLUMN] [--seed N]`
///
/// Trains who buys (a file with `Revenue`) or who leaves after this view (one with `is_last_view`), writes
/// the key of each test row with its chance, and where the test has outcomes prints them beside LightGBM's
/// and beside the best single signal's.
public final class BenchExit {
    private static final int ROUNDS = 1_000;
    private static final int THREADS = 1;

    private BenchExit() {}

    public static void main(String[] arguments) throws IOException {
        Options options = Options.read(arguments, "exit", Set.of("without", "seed"));
        if (options == null) {
            System.exit(2);
            return;
        }
        Table trainTable = Table.read(options.path("train"));
        Table testTable = Table.read(options.path("test"));
        Set<String> without =
                new HashSet<>(Arrays.asList(options.or("without", "").split("\\+")));
        RecordedVisits kind = RecordedVisits.of(trainTable);
        Visits train = kind.read(trainTable, without);
        Visits test = kind.read(testTable, without);
        int seed = Integer.parseInt(options.or("seed", "1"));

        long began = System.nanoTime();
        switch (PropensityTraining.train(train, seed, THREADS)) {
            case TooLittle few -> System.out.printf("too little to learn from: %s%n", few);
            case Learnt learnt -> {
                double trainedS = (System.nanoTime() - began) / 1e9;
                double[] chances = chances(learnt.propensity(), test);
                write(options.path("out"), kind, testTable, chances);
                System.out.printf(
                        Locale.ROOT,
                        "%,d training rows, %.1f s: %d leaves, %d rounds, calibration slope %.3f intercept %.3f%n",
                        train.size(),
                        trainedS,
                        learnt.leaves(),
                        learnt.rounds(),
                        learnt.propensity().calibration().slope(),
                        learnt.propensity().calibration().intercept());
                if (kind.isLabelled(testTable)) compare(learnt, train, test, chances);
                time(learnt.propensity(), test);
            }
        }
    }

    private static double[] chances(Propensity propensity, Visits visits) {
        return IntStream.range(0, visits.size())
                .mapToDouble(i -> propensity.of(visits.row(i)))
                .toArray();
    }

    private static void write(Path out, RecordedVisits kind, Table table, double[] chances) throws IOException {
        try (var lines = new PrintWriter(Files.newBufferedWriter(out))) {
            lines.println(String.join(",", kind.key) + ",score");
            for (int i = 0; i < chances.length; i++) {
                for (String key : kind.key) lines.print(table.text(i, key) + ",");
                lines.println(chances[i]);
            }
        }
    }

    private static void compare(Learnt learnt, Visits train, Visits test, double[] chances) {
        Scored ours = new Scored(chances, test.came());
        Visits recordedTrain = RecordedVisits.recorded(train);
        Visits recordedTest = RecordedVisits.recorded(test);
        Reference reference = lightGbm(recordedTrain, recordedTest);
        Scored lightGbm = new Scored(reference.chances(), test.came());
        int single = bestSignal(recordedTrain);
        Scored one = new Scored(oriented(recordedTrain, recordedTest, single), test.came());
        System.out.printf(Locale.ROOT, "%,d test rows, %,d of them came true%n", test.size(), ours.positives());
        System.out.println(
                "                       AUC (95 %)              PR AUC   F1      log-loss  Brier   ECE    band");
        line("ours", ours, learnt.unseen().bestThreshold());
        line("LightGBM", lightGbm, reference.threshold());
        System.out.printf(
                Locale.ROOT,
                "one signal             %.4f                  %.4f   (%s)%n",
                one.areaUnderRoc(),
                one.averagePrecision(),
                recordedTrain.signals().get(single).name());
        difference("AUC", ours, lightGbm, Scored::areaUnderRoc);
        difference("PR AUC", ours, lightGbm, Scored::averagePrecision);
        System.out.println("most moved by: " + moved(learnt.propensity(), test));
        System.out.println("why the likeliest row is: " + why(learnt.propensity(), test, chances));
    }

    private static void line(String name, Scored scored, double threshold) {
        Interval roc = Bootstrap.interval(
                scored.came().length,
                ROUNDS,
                new SplittableRandom(1),
                places -> scored.at(places).areaUnderRoc());
        System.out.printf(
                Locale.ROOT,
                "%-22s %.4f (%.4f to %.4f) %.4f   %.4f  %.4f    %.4f  %.4f %.4f%n",
                name,
                scored.areaUnderRoc(),
                roc.low(),
                roc.high(),
                scored.averagePrecision(),
                scored.f1(threshold),
                scored.logLoss(),
                scored.brier(),
                scored.calibrationError(),
                scored.calibrationBand(ROUNDS, new SplittableRandom(2)));
    }

    private static void difference(String what, Scored ours, Scored theirs, ToDoubleFunction<Scored> measure) {
        Interval interval = Bootstrap.interval(
                ours.came().length,
                ROUNDS,
                new SplittableRandom(3),
                places -> measure.applyAsDouble(ours.at(places)) - measure.applyAsDouble(theirs.at(places)));
        System.out.printf(
                Locale.ROOT,
                "%s, ours - LightGBM: %+.4f (95 %% paired bootstrap %+.4f to %+.4f)%n",
                what,
                measure.applyAsDouble(ours) - measure.applyAsDouble(theirs),
                interval.low(),
                interval.high());
    }

    /// @param threshold chosen on the last tenth of the training rows
    private record Reference(double[] chances, double threshold) {}

    /// As LightGBM is mostly used: 31 leaves, rate 0.05, as many rounds as serve the last tenth best, then on
    /// all rows; the mean of three seeds.
    private static Reference lightGbm(Visits train, Visits test) {
        int cut = train.size() * 9 / 10;
        Visits last = train.at(IntStream.range(cut, train.size()).toArray());
        Recipe recipe = Recipe.of(Objective.BINARY).rounds(1_000, 50).threads(THREADS);
        var probe = TreeTraining.train(examples(train.at(IntStream.range(0, cut).toArray())), examples(last), recipe);
        double[] sums = new double[test.size()];
        for (int seed = 1; seed <= 3; seed++) {
            Trees trees = TreeTraining.train(
                    examples(train),
                    recipe.rounds(probe.best(), 50).seeing(0.8, 0.8).seed(seed));
            for (int i = 0; i < sums.length; i++) sums[i] += trees.probability(test.row(i)) / 3;
        }
        double[] known = IntStream.range(0, last.size())
                .mapToDouble(i -> probe.trees().probability(last.row(i)))
                .toArray();
        return new Reference(sums, new Scored(known, last.came()).bestThreshold());
    }

    private static Examples examples(Visits visits) {
        float[] labels = new float[visits.size()];
        for (int i = 0; i < labels.length; i++) labels[i] = visits.came()[i] ? 1 : 0;
        return Examples.of(visits.signals().size(), visits.rows(), labels);
    }

    private static int bestSignal(Visits train) {
        IntToDoubleFunction strength =
                signal -> Math.abs(new Scored(column(train, signal), train.came()).areaUnderRoc() - 0.5);
        int best = 0;
        for (int signal = 1; signal < train.signals().size(); signal++)
            if (strength.applyAsDouble(signal) > strength.applyAsDouble(best)) best = signal;
        return best;
    }

    /// Turned so that more of it means likelier, as in training.
    private static double[] oriented(Visits train, Visits test, int signal) {
        double sign = new Scored(column(train, signal), train.came()).areaUnderRoc() < 0.5 ? -1 : 1;
        return Arrays.stream(column(test, signal)).map(value -> sign * value).toArray();
    }

    /// What is not known counts as 0.
    private static double[] column(Visits visits, int signal) {
        return IntStream.range(0, visits.size())
                .mapToDouble(i -> visits.rows()[i * visits.signals().size() + signal])
                .map(value -> Double.isNaN(value) ? 0 : value)
                .toArray();
    }

    private static String moved(Propensity propensity, Visits test) {
        double[] sums = new double[propensity.signals().size()];
        for (int i = 0; i < test.size(); i++)
            for (Propensity.Share share : propensity.why(test.row(i)).shares())
                sums[propensity.signals().indexOf(share.signal())] += Math.abs(share.logOdds()) / test.size();
        return IntStream.range(0, sums.length)
                .boxed()
                .sorted((a, b) -> Double.compare(sums[b], sums[a]))
                .limit(5)
                .map(k -> String.format(
                        Locale.ROOT, "%s %.2f", propensity.signals().get(k).name(), sums[k]))
                .toList()
                .toString();
    }

    private static String why(Propensity propensity, Visits test, double[] chances) {
        int likeliest = IntStream.range(0, chances.length).reduce(0, (a, b) -> chances[b] > chances[a] ? b : a);
        List<String> shares = propensity.why(test.row(likeliest)).shares().stream()
                .limit(3)
                .map(share ->
                        String.format(Locale.ROOT, "%s %+.2f", share.signal().name(), share.logOdds()))
                .toList();
        return String.format(Locale.ROOT, "%.3f %s", chances[likeliest], shares);
    }

    private static void time(Propensity propensity, Visits test) {
        double sum = 0;
        long began = System.nanoTime();
        for (int i = 0; i < test.size(); i++) sum += propensity.of(test.row(i));
        System.out.printf(
                Locale.ROOT,
                "%.1f microseconds a row, one thread (mean chance %.4f); %,d bytes%n",
                (System.nanoTime() - began) / 1e3 / test.size(),
                sum / test.size(),
                propensity.write().length);
    }
}
