package reload.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static reload.recommend.Shoppers.MINUTE;
import static reload.recommend.Shoppers.NOON;

import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reload.recommend.Query.View;

class RehearsalTest {
    /// Shoppers of ten aisles of six products: nearly always the next product of the aisle comes next, round and round.
    static Learner walkers(int sessions, long seed) {
        var random = new SplittableRandom(seed);
        var learner = new Learner();
        for (int session = 0; session < sessions; session++) {
            int aisle = random.nextInt(10);
            int place = random.nextInt(6);
            int length = 2 + random.nextInt(4);
            for (int i = 0; i < length; i++) {
                String product = "p-" + aisle + "-" + place;
                learner.observe(Shoppers.viewed(session, product, NOON + session * MINUTE + i));
                place = random.nextInt(20) == 0 ? random.nextInt(6) : (place + 1) % 6;
            }
        }
        return learner;
    }

    @Test
    void whatCannotBeKnownBeforeIsNotHit() {
        var learner = new Learner();
        for (int session = 0; session < 200; session++)
            Shoppers.session(learner, session, NOON + session * MINUTE, "a-" + session, "b-" + session);
        var rehearsal = Rehearsal.of(learner, View.ALL);
        assertThat(rehearsal.judge(RankingModel.UNTRAINED).hitRate()).isZero();
    }

    @Test
    void inAMallWhereOrderIsAllTheRightProductComesNearlyFirst() {
        var rehearsal = Rehearsal.of(walkers(600, 1), View.NEW_ONLY);
        var judged = rehearsal.judge(new RankingModel(rehearsal.choose(), View.NEW_ONLY, null));
        assertThat(judged.hitRate()).isGreaterThan(0.9);
        assertThat(judged.meanReciprocalRank()).isGreaterThan(0.85);
    }

    @Test
    void whereOrderIsAllAPresetThatFollowsIsChosen() {
        assertThat(Rehearsal.of(walkers(600, 2), View.NEW_ONLY).choose()).isNotEqualTo(Preset.EQUAL);
    }

    @Test
    void aMallWithoutAPastStaysWithTheFirstPreset() {
        var rehearsal = Rehearsal.of(new Learner(), View.NEW_ONLY);
        assertThat(rehearsal.moments()).isZero();
        assertThat(rehearsal.choose()).isEqualTo(RankingModel.UNTRAINED.preset());
        assertThat(rehearsal.examples(Preset.WANDERING, 10_000)).isNull();
    }

    @Test
    void everyGroupOfExamplesHoldsExactlyOneProductThatCameNext() {
        var examples = Objects.requireNonNull(
                Rehearsal.of(walkers(400, 3), View.NEW_ONLY).examples(Preset.FOLLOWING, 10_000));
        int at = 0;
        for (int size : Objects.requireNonNull(examples.groups())) {
            float sum = 0;
            for (int i = 0; i < size; i++) sum += examples.labels()[at + i];
            assertThat(sum).isEqualTo(1);
            at += size;
        }
        assertThat(at).isEqualTo(examples.size());
        assertThat(examples.features()).isEqualTo(Features.NAMES.size());
    }

    @Test
    void anOrderedProductCountsAsSixViewedOnes() {
        var learner = new Learner();
        for (int session = 0; session < 40; session++) {
            long at = NOON + session * MINUTE;
            learner.observe(Shoppers.viewed(session, "shirt", at));
            learner.observe(Shoppers.viewed(session, "denim", at + 1));
            learner.observe(Shoppers.observed(session, "denim", Interest.ORDERED, at + 2));
        }
        var examples =
                Objects.requireNonNull(Rehearsal.of(learner, View.NEW_ONLY).examples(Preset.WANDERING, 10_000));
        assertThat(examples.weights()).containsOnly(6f);
    }

    @Test
    void beingSurelyBetterTakesMoreThanLuck() {
        double[] worse = new double[200];
        double[] lucky = new double[200];
        double[] better = new double[200];
        var random = new SplittableRandom(4);
        for (int i = 0; i < worse.length; i++) {
            worse[i] = random.nextDouble();
            lucky[i] = worse[i] + 0.1 * random.nextDouble() - 0.05;
            better[i] = worse[i] + 0.1 * random.nextDouble();
        }
        var other = new Judgement(1, worse);
        assertThat(new Judgement(1, lucky).isSurelyBetterThan(other)).isFalse();
        assertThat(new Judgement(1, better).isSurelyBetterThan(other)).isTrue();
        assertThat(other.isSurelyBetterThan(new Judgement(1, better))).isFalse();
        assertThat(other.isSurelyBetterThan(other)).isFalse();
    }
}
