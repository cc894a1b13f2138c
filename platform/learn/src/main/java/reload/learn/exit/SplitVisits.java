package reload.learn.exit;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reload.learn.judge.Scored;

/// A mall's visits as time went: three fifths to grow trees on, one for the mall's own calibration, and the last to
/// judge both on.
public record SplitVisits(
        Following following, List<PastVisit> forTrees, List<PastVisit> forCalibration, List<PastVisit> aside) {
    /// @param visits that have ended, in the order they began
    public static SplitVisits of(List<PastVisit> visits, Following following) {
        int trees = visits.size() * 3 / 5;
        int calibration = visits.size() * 4 / 5;
        return new SplitVisits(
                following,
                visits.subList(0, trees),
                visits.subList(trees, calibration),
                visits.subList(calibration, visits.size()));
    }

    /// All but those kept aside, in their order.
    public List<PastVisit> learntFrom() {
        return Stream.concat(forTrees.stream(), forCalibration.stream()).toList();
    }

    /// The mall's own average over what may be learnt from, as far as there is anything.
    public double average() {
        boolean[] came = Visits.of(learntFrom(), following).came();
        return following.average(
                IntStream.range(0, came.length).filter(i -> came[i]).count(), came.length);
    }

    public Propensity alwaysAverage() {
        return Propensity.always(average(), VisitSignals.of(following));
    }

    /// @throws IllegalArgumentException if there are none
    public KeptAside keptAside() {
        return new KeptAside(Visits.of(aside, following));
    }

    /// Trees of all malls, or of earlier visits, believed as this mall's own visits say.
    public Propensity calibrated(Propensity grown) {
        if (forCalibration.isEmpty()) return grown;
        Visits rows = Visits.of(forCalibration, following);
        double[] scores = IntStream.range(0, rows.size())
                .mapToDouble(i -> grown.score(rows.row(i)))
                .toArray();
        return grown.calibrated(grown.calibration().movedBy(new Scored(scores, rows.came())));
    }
}
