package reload.learn.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import reload.event.PageEvent.Sensed;
import reload.learn.exit.LeaveLearning.Better;
import reload.learn.judge.Order;
import reload.learn.judge.Scored;

/// Simulated shoppers, of whom it is known whether they leave: a mall has its own habits (how often a fling,
/// an idle minute or a pointer out at the top means nothing), drawn anew for each, so the malls judged are
/// none the trainer has seen.
class LeaveSimulationTest {
    private static final int FLING = 0;
    private static final int DEPTH = 1;
    private static final int DWELL = 2;
    private static final int IDLE = 3;
    private static final int HESITATION = 4;
    private static final int HIDDEN = 5;
    private static final int TOP_EXIT = 6;
    private static final int TOUCH = 7;
    private static final int VIEWS = 8;
    private static final int CART = 10;

    /// @param meaningless by sign, how often it comes without any thought of leaving, beside how often with
    /// one
    private record Mall(double leaving, double[] meaningless, double reading) {
        static Mall draw(SplittableRandom random) {
            double[] meaningless = random.doubles(5, 0.1, 0.9).toArray();
            return new Mall(0.25 + 0.2 * random.nextDouble(), meaningless, 0.5 + random.nextDouble());
        }

        Sign sign(long at, SplittableRandom random) {
            double[] features = new double[Sensed.FEATURES];
            boolean touch = random.nextDouble() < 0.8;
            double views = Math.min(1, -0.2 * Math.log(1 - random.nextDouble()));
            boolean cart = random.nextDouble() < 0.1;
            double chance = leaving * (1.6 - views) * (cart ? 0.4 : 1);
            boolean leaves = random.nextDouble() < Math.min(0.95, chance);
            double read = Math.min(1, reading * (leaves ? 0.5 + 0.5 * random.nextDouble() : random.nextDouble()));
            features[DEPTH] = read;
            features[DWELL] = Math.min(1, read * (0.3 + random.nextDouble()));
            features[TOUCH] = touch ? 1 : 0;
            features[VIEWS] = views;
            features[CART] = cart ? 1 : 0;
            show(features, FLING, touch, leaves, 0, random);
            show(features, IDLE, true, leaves, 1, random);
            show(features, HESITATION, true, leaves, 2, random);
            show(features, HIDDEN, true, leaves, 3, random);
            show(features, TOP_EXIT, !touch, leaves, 4, random);
            for (int i = 0; i < features.length; i++) features[i] = Math.round(features[i] * 1_000) / 1_000.0;
            return new Sign(at, features, leaves);
        }

        private void show(double[] features, int at, boolean can, boolean leaves, int habit, SplittableRandom random) {
            double strength = leaves ? 0.45 : 0.45 * meaningless[habit];
            if (can && random.nextDouble() < strength) features[at] = 0.4 + 0.6 * random.nextDouble();
        }

        List<Sign> signs(int count, SplittableRandom random) {
            List<Sign> signs = new ArrayList<>();
            for (int i = 0; i < count; i++) signs.add(sign(i, random));
            return signs;
        }
    }

    private static Scored scored(List<Sign> signs, ToDoubleFunction<double[]> score) {
        boolean[] left = new boolean[signs.size()];
        double[] scores = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = signs.get(i).left();
            scores[i] = score.applyAsDouble(signs.get(i).features());
        }
        return new Scored(scores, left);
    }

    /// How many of the tenth of signs a score is surest of were followed by leaving.
    private static double precision(List<Sign> signs, ToDoubleFunction<double[]> score) {
        double[] scores = signs.stream()
                .mapToDouble(one -> score.applyAsDouble(one.features()))
                .toArray();
        int[] order = Order.ascending(scores);
        int count = order.length / 10;
        int left = 0;
        for (int i = order.length - count; i < order.length; i++)
            if (signs.get(order[i]).left()) left++;
        return left / (double) count;
    }

    @Test
    void aLearntModelIsSurerThanEachSingleSignAndThanFiringOnAFling() {
        SplittableRandom random = new SplittableRandom(7);
        List<Sign> others = new ArrayList<>();
        for (int mall = 0; mall < 20; mall++) others.addAll(Mall.draw(random).signs(400, random));
        LeaveModel believed = LeaveLearning.fit(others, LeaveModel.DEFAULT, LeaveLearning.PRECISION);
        double learntPrecision = 0;
        double learntArea = 0;
        double handSetPrecision = 0;
        double singlePrecision = 0;
        double singleArea = 0;
        double flingPrecision = 0;
        int malls = 20;
        for (int m = 0; m < malls; m++) {
            Mall mall = Mall.draw(random);
            List<Sign> own = mall.signs(2_000, random);
            List<Sign> unseen = mall.signs(4_000, random);
            var learnt = LeaveLearning.learn(own, believed, LeaveModel.DEFAULT);
            LeaveModel model = learnt instanceof Better better ? better.model() : LeaveModel.DEFAULT;
            learntPrecision += precision(unseen, by(model)) / malls;
            learntArea += scored(unseen, by(model)).areaUnderRoc() / malls;
            handSetPrecision += precision(unseen, by(LeaveModel.DEFAULT)) / malls;
            double precision = 0;
            double area = 0;
            for (int feature : new int[] {FLING, DEPTH, DWELL, IDLE, HESITATION, HIDDEN, TOP_EXIT}) {
                precision = Math.max(precision, precision(unseen, row -> row[feature]));
                area = Math.max(area, scored(unseen, row -> row[feature]).areaUnderRoc());
            }
            singlePrecision += precision / malls;
            singleArea += area / malls;
            flingPrecision += precision(unseen, row -> row[FLING]) / malls;
        }
        assertThat(learntPrecision)
                .isGreaterThan(handSetPrecision + 0.02)
                .isGreaterThan(singlePrecision + 0.1)
                .isGreaterThan(flingPrecision + 0.2);
        assertThat(learntArea).isGreaterThan(singleArea + 0.08);
    }

    private static ToDoubleFunction<double[]> by(LeaveModel model) {
        return row -> model.score(Arrays.stream(row).boxed().toList());
    }
}
