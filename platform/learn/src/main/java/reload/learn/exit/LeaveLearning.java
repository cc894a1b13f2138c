package reload.learn.exit;

import java.util.Comparator;
import java.util.List;
import reload.learn.judge.Gain;
import reload.learn.judge.Quality;
import reload.learn.judge.Scored;
import reload.learn.linear.Logistic;

/// Learns a mall's leave model from its own signs, beginning at what is believed beforehand, and says whether
/// it is better than the one at work. The last fifth of the signs is kept aside: on those the new model,
/// learnt from the rest, must be better by more than a standard error. Only then it is learnt from all signs,
/// and may take over.
public sealed interface LeaveLearning {
    /// Too few of a kind: the model at work stays.
    record TooLittle(int left, int stayed, int needed) implements LeaveLearning {}

    /// The model at work stays.
    record NoBetter(Quality atWork, Quality tried) implements LeaveLearning {}

    /// @param model learnt from all signs
    /// @param tried of the model learnt from the earlier signs only
    record Better(LeaveModel model, Quality atWork, Quality tried) implements LeaveLearning {}

    /// Of each kind, left and stayed.
    int FEWEST = 50;

    /// How many signs the beliefs held beforehand weigh against, roughly: a weight's deviation is 0.3 about
    /// them.
    double PRECISION = 4;

    /// Of all signs, a model is raised on so many at least.
    double LEAST_RAISED = 0.05;

    /// A threshold has three decimals.
    double THRESHOLD_STEPS = 1_000;

    /// @param signs of one mall, in any order
    /// @param believed beforehand: of the malls together
    /// @param atWork at present
    static LeaveLearning learn(List<Sign> signs, LeaveModel believed, LeaveModel atWork) {
        int left = (int) signs.stream().filter(Sign::left).count();
        int stayed = signs.size() - left;
        if (Math.min(left, stayed) < FEWEST) return new TooLittle(left, stayed, FEWEST);
        List<Sign> inOrder =
                signs.stream().sorted(Comparator.comparingLong(Sign::at)).toList();
        int cut = inOrder.size() * 4 / 5;
        List<Sign> earlier = inOrder.subList(0, cut);
        List<Sign> aside = inOrder.subList(cut, inOrder.size());
        LeaveModel tried = fit(earlier, believed, PRECISION);
        Quality before = quality(atWork, aside);
        Quality after = quality(tried, aside);
        if (!isBetter(tried, atWork, aside)) return new NoBetter(before, after);
        return new Better(asPatient(fit(inOrder, believed, PRECISION), atWork, inOrder), before, after);
    }

    /// The model raised on no more of these signs than another, so that who learns better whom to interrupt interrupts
    /// nobody more often; but on one sign in twenty at least, or it would be of no use to a mall whose shoppers are
    /// hard to read.
    static LeaveModel asPatient(LeaveModel model, LeaveModel other, List<Sign> signs) {
        long raised = signs.stream()
                .filter(sign -> other.logistic().chance(sign.features()) >= other.threshold())
                .count();
        int most = (int) Math.max(raised, Math.ceil(signs.size() * LEAST_RAISED));
        double[] chances = signs.stream()
                .mapToDouble(sign -> model.logistic().chance(sign.features()))
                .sorted()
                .toArray();
        // Rounded as pages get it, upwards, so that no further sign comes with it.
        double threshold = Math.ceil(chances[chances.length - most] * THRESHOLD_STEPS) / THRESHOLD_STEPS;
        return model.raisedAt(threshold);
    }

    /// The model most likely after these signs.
    ///
    /// @param precision of what is believed, above 0
    static LeaveModel fit(List<Sign> signs, LeaveModel believed, double precision) {
        return LeaveModel.of(
                Logistic.fit(rows(signs), outcomes(signs), new Logistic.Prior(believed.logistic(), precision)));
    }

    private static boolean isBetter(LeaveModel tried, LeaveModel atWork, List<Sign> aside) {
        Gain gain = Gain.NONE;
        for (Sign sign : aside) gain = gain.plus(loss(atWork, sign) - loss(tried, sign));
        return gain.exceeds(1);
    }

    private static double loss(LeaveModel model, Sign sign) {
        double chance = model.logistic().chance(sign.features());
        return -Math.log(Math.max(1e-7, sign.left() ? chance : 1 - chance));
    }

    /// Of a model, on signs it was not learnt from.
    static Quality quality(LeaveModel model, List<Sign> signs) {
        double[] chances = signs.stream()
                .mapToDouble(sign -> model.logistic().chance(sign.features()))
                .toArray();
        return Quality.of(new Scored(chances, outcomes(signs)));
    }

    private static double[][] rows(List<Sign> signs) {
        return signs.stream().map(Sign::features).toArray(double[][]::new);
    }

    private static boolean[] outcomes(List<Sign> signs) {
        boolean[] outcomes = new boolean[signs.size()];
        for (int i = 0; i < outcomes.length; i++) outcomes[i] = signs.get(i).left();
        return outcomes;
    }
}
