package reload.learn.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoredTest {
    /// The worked example of scikit-learn's documentation of roc_auc_score and average_precision_score.
    private static final Scored FOUR =
            new Scored(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});

    @Test
    void ranksAsTheWorkedExampleDoes() {
        assertThat(FOUR.areaUnderRoc()).isEqualTo(0.75);
        assertThat(FOUR.averagePrecision()).isEqualTo(0.8333333333, within(1e-9));
    }

    @Test
    void tiesCountHalf() {
        var tied = new Scored(new double[] {0.5, 0.5, 0.5, 0.5}, new boolean[] {false, true, true, false});
        assertThat(tied.areaUnderRoc()).isEqualTo(0.5);
        assertThat(tied.averagePrecision()).isEqualTo(0.5);
    }

    @Test
    void theBestThresholdTakesBothWithOneMistake() {
        assertThat(FOUR.bestThreshold()).isEqualTo(0.35);
        assertThat(FOUR.f1(0.35)).isEqualTo(0.8);
    }

    @Test
    void chancesThatMeanWhatTheySayStayInTheBandAndBoastsDoNot() {
        SplittableRandom random = new SplittableRandom(1);
        int inside = 0;
        for (int trial = 0; trial < 100; trial++) {
            double[] chances = new double[1_000];
            boolean[] came = new boolean[1_000];
            for (int i = 0; i < came.length; i++) {
                chances[i] = 0.4 * random.nextDouble();
                came[i] = random.nextDouble() < chances[i];
            }
            Scored honest = new Scored(chances, came);
            if (honest.calibrationError() <= honest.calibrationBand(200, random)) inside++;
            for (int i = 0; i < came.length; i++) chances[i] *= 1.5;
            Scored boasting = new Scored(chances, came);
            assertThat(boasting.calibrationError()).isGreaterThan(boasting.calibrationBand(200, random));
        }
        assertThat(inside).isBetween(88, 100);
    }

    @Test
    void aBootstrapIntervalHoldsTheMeanOfNormalsInAbout95Of100() {
        int holds = 0;
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] values = new double[100];
            for (int i = 0; i < values.length; i++) values[i] = random.nextGaussian();
            var interval = Bootstrap.interval(values.length, 400, random, places -> {
                double sum = 0;
                for (int place : places) sum += values[place];
                return sum / places.length;
            });
            if (interval.contains(0)) holds++;
        }
        assertThat(holds).isBetween(180, 198);
    }
}
