package reload.learn.exit;

import java.util.stream.IntStream;
import reload.learn.judge.Gain;
import reload.learn.judge.Quality;
import reload.learn.judge.Scored;

/// The visits a propensity is judged on, which it has not been learnt from.
public final class KeptAside {
    /// Spreads numbers of sessions over all bits: Weyl's step, and the mixing of Steele et al., SplittableRandom.
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private static final long MIX = 0xBF58476D1CE4E5B9L;

    private final Visits visits;
    private final int[] firsts;

    /// @param visits at least one row
    public KeptAside(Visits visits) {
        this.visits = visits;
        firsts = IntStream.range(0, visits.size())
                .filter(i -> i == 0 || visits.sessions()[i] != visits.sessions()[i - 1])
                .toArray();
    }

    /// Of these visits, those in which it came at some view, or those in which it did not at some view: whichever are
    /// fewer.
    public int fewestOfAKind() {
        int came = 0;
        int not = 0;
        for (int visit = 0; visit < firsts.length; visit++) {
            int to = end(visit);
            if (IntStream.range(firsts[visit], to).anyMatch(i -> visits.came()[i])) came++;
            if (IntStream.range(firsts[visit], to).anyMatch(i -> !visits.came()[i])) not++;
        }
        return Math.min(came, not);
    }

    /// Calibration is judged on one view a visit at most: which, is drawn without looking at the visit, since its
    /// views share their end.
    public Quality quality(Propensity propensity) {
        return Quality.of(scored(propensity, IntStream.range(0, visits.size()).toArray()), scored(propensity, drawn()));
    }

    /// What one propensity has over another, visit by visit.
    public Gain gain(Propensity tried, Propensity other) {
        Gain gain = Gain.NONE;
        for (int visit = 0; visit < firsts.length; visit++) {
            double sum = 0;
            for (int i = firsts[visit]; i < end(visit); i++) {
                float[] row = visits.row(i);
                sum += loss(other.of(row), visits.came()[i]) - loss(tried.of(row), visits.came()[i]);
            }
            gain = gain.plus(sum);
        }
        return gain;
    }

    private int end(int visit) {
        return visit + 1 < firsts.length ? firsts[visit + 1] : visits.size();
    }

    /// The first view of half of the visits, the second of a quarter, and so on, where there is one.
    private int[] drawn() {
        return IntStream.range(0, firsts.length)
                .map(visit -> {
                    long mixed = (visit + 1) * STEP;
                    mixed = (mixed ^ mixed >>> 30) * MIX;
                    int place = firsts[visit] + Long.numberOfTrailingZeros(mixed ^ mixed >>> 31);
                    return place < end(visit) ? place : -1;
                })
                .filter(place -> place >= 0)
                .toArray();
    }

    private Scored scored(Propensity propensity, int[] places) {
        double[] chances = new double[places.length];
        boolean[] came = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            chances[i] = propensity.of(visits.row(places[i]));
            came[i] = visits.came()[places[i]];
        }
        return new Scored(chances, came);
    }

    private static double loss(double chance, boolean came) {
        return -Math.log(Math.max(1e-7, came ? chance : 1 - chance));
    }
}
