package reload.learn.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Against simulated malls whose arms' true rates are known.
class BanditTest {
    private static final double FLOOR = 0.005;

    @Test
    void theSharesAreTheChancesToBeBest() {
        // P(Beta(2,1) > Beta(1,1)) = 2/3.
        var shares = Shares.of(List.of(new Beta(2, 1), Beta.UNIFORM), 0);
        assertThat(shares.of()[0]).isEqualTo(2.0 / 3, within(0.001));
        assertThat(Shares.of(Collections.nCopies(4, new Beta(30, 170)), 0).of())
                .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(1e-9));
    }

    @Test
    void noArmGetsLessThanTheFloorAndAllAreDrawnAsOftenAsTheirShares() {
        var shares = Shares.of(List.of(new Beta(500, 500), new Beta(10, 990), new Beta(480, 520)), 0.02);
        assertThat(shares.of()[1]).isEqualTo(0.02, within(1e-9));
        int[] drawn = new int[3];
        for (int i = 0; i < 100_000; i++) drawn[shares.arm((i + 0.5) / 100_000)]++;
        for (int arm = 0; arm < 3; arm++)
            assertThat(drawn[arm]).isCloseTo((int) (shares.of()[arm] * 100_000), within(2));
    }

    /// Beginning as the reference does, with nothing known beforehand; with the experience of twenty malls it is less
    /// still.
    @Test
    void itsRegretIsAtMostThatOfBetaThompson() {
        double pooled = 0;
        double reference = 0;
        double cold = 0;
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] rates = rates(random);
            pooled += regret(new Bandit(pooled(new SplittableRandom(99), 20), FLOOR), rates, 10_000, random.split());
            reference += regret(new Bandit(Collections.nCopies(3, Beta.UNIFORM), 0), rates, 10_000, random.split());
            cold += regret(new Bandit(Collections.nCopies(3, Beta.UNIFORM), FLOOR), rates, 10_000, random.split());
        }
        assertThat(cold).isLessThanOrEqualTo(reference);
        assertThat(pooled).isLessThan(cold);
    }

    @Test
    void withinTwoThousandRoundsOfAChangeTheNewBestArmIsShown() {
        int recovered = 0;
        List<Integer> after = new ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Bandit bandit = new Bandit(Collections.nCopies(3, Beta.UNIFORM), FLOOR);
            play(bandit, new double[] {0.10, 0.15, 0.20}, 8_000, random);
            int rounds = roundsUntil(bandit, new double[] {0.20, 0.15, 0.10}, 0.95, random);
            after.add(rounds);
            if (rounds <= 2_000) recovered++;
        }
        assertThat(recovered).isGreaterThanOrEqualTo(36);
    }

    @Test
    void aNewMallReachesItsBestArmInHalfTheRoundsOfAColdStart() {
        double warm = 0;
        double cold = 0;
        List<Beta> pooled = pooled(new SplittableRandom(99), 20);
        for (int seed = 100; seed < 140; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] rates = rates(random);
            warm += roundsUntil(new Bandit(pooled, FLOOR), rates, 0.95, random.split());
            cold += roundsUntil(new Bandit(Collections.nCopies(3, Beta.UNIFORM), FLOOR), rates, 0.95, random.split());
        }
        assertThat(warm).isLessThanOrEqualTo(cold / 2);
    }

    @Test
    void aSteadyMallIsNotForgotten() {
        int changes = 0;
        for (int seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            changes += play(
                    new Bandit(Collections.nCopies(3, Beta.UNIFORM), FLOOR),
                    new double[] {0.10, 0.15, 0.20},
                    20_000,
                    random);
        }
        assertThat(changes).isLessThanOrEqualTo(3);
    }

    /// The mall's own level, and what each arm adds there: nothing shown, and two variants.
    private static double[] rates(SplittableRandom random) {
        double level = 0.12 + 0.06 * (random.nextDouble() - 0.5);
        return new double[] {
            level, level + 0.03 + 0.02 * (random.nextDouble() - 0.5), level + 0.06 + 0.02 * (random.nextDouble() - 0.5)
        };
    }

    private static List<Beta> pooled(SplittableRandom random, int malls) {
        List<List<Malls.Seen>> seen = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int mall = 0; mall < malls; mall++) {
            double[] rates = rates(random);
            for (int arm = 0; arm < 3; arm++) {
                int rewards = 0;
                for (int i = 0; i < 2_000; i++) if (random.nextDouble() < rates[arm]) rewards++;
                seen.get(arm).add(new Malls.Seen(2_000, rewards));
            }
        }
        return seen.stream().map(Malls::prior).toList();
    }

    /// Shares are worked out anew every ten rounds, as an edge does now and then.
    private static final int EVERY = 10;

    private static double regret(Bandit bandit, double[] rates, int rounds, SplittableRandom random) {
        double best = IntStream.range(0, rates.length)
                .mapToDouble(i -> rates[i])
                .max()
                .orElseThrow();
        double regret = 0;
        Shares shares = bandit.shares();
        for (int round = 0; round < rounds; round++) {
            if (round % EVERY == 0) shares = bandit.shares();
            regret += best - rates[round(bandit, shares, rates, random)];
        }
        return regret;
    }

    private static int play(Bandit bandit, double[] rates, int rounds, SplittableRandom random) {
        int changes = 0;
        Shares shares = bandit.shares();
        for (int i = 0; i < rounds; i++) {
            if (i % EVERY == 0) shares = bandit.shares();
            int arm = shares.arm(random.nextDouble());
            if (bandit.observe(arm, random.nextDouble() < rates[arm])) changes++;
        }
        return changes;
    }

    private static int round(Bandit bandit, Shares shares, double[] rates, SplittableRandom random) {
        int arm = shares.arm(random.nextDouble());
        bandit.observe(arm, random.nextDouble() < rates[arm]);
        return arm;
    }

    /// Rounds until the shares are worth so much of the best arm, on average over 200 rounds.
    private static int roundsUntil(Bandit bandit, double[] rates, double share, SplittableRandom random) {
        double best = IntStream.range(0, rates.length)
                .mapToDouble(i -> rates[i])
                .max()
                .orElseThrow();
        double lately = 0;
        Shares shares = bandit.shares();
        for (int round = 1; round <= 20_000; round++) {
            if (round % EVERY == 0) shares = bandit.shares();
            double worth = 0;
            for (int arm = 0; arm < rates.length; arm++) worth += shares.of()[arm] * rates[arm];
            lately += (worth - lately) / Math.min(round, 200);
            if (round >= 200 && lately >= share * best) return round;
            round(bandit, shares, rates, random);
        }
        return 20_000;
    }
}
