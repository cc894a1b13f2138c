package reload.recommend.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reload.event.VisitorId;
import reload.recommend.Interest;
import reload.recommend.Learner;
import reload.recommend.Observation;
import reload.recommend.Query;
import reload.recommend.Query.View;
import reload.recommend.RankingModel;
import reload.recommend.Rehearsal;
import reload.recommend.adapter.RankerTraining.Trained;

class RankerTrainingTest {
    private static final long NOON = Duration.ofDays(20_000).toMillis();

    /// Shoppers who look at some goods of an aisle that everybody looks at, and then at the one that belongs
    /// to the first: what the presets, which trust the last view most, cannot tell, and trees can.
    static Learner shoppers(int sessions, long seed) {
        var random = new SplittableRandom(seed);
        var learner = new Learner();
        long event = 0;
        for (int session = 0; session < sessions; session++) {
            byte[] bytes = ByteBuffer.allocate(16).putLong(8, session).array();
            var visitor = new VisitorId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            int first = random.nextInt(40);
            String[] viewed = {
                "first-" + first, "any-" + random.nextInt(30), "any-" + random.nextInt(30), "goal-" + first
            };
            for (String product : viewed)
                learner.observe(new Observation(visitor, event++, product, Interest.VIEWED, NOON + event * 1_000));
        }
        return learner;
    }

    private static Trained train(Learner learner) {
        return RankerTraining.train(Rehearsal.of(learner, View.NEW_ONLY), Integer.MAX_VALUE, 1);
    }

    @Test
    void treesThatRankSurelyBetterAreKept() {
        var learner = shoppers(4_200, 1);
        var trained = train(learner);
        assertThat(trained.model().trees()).isNotNull();
        assertThat(Objects.requireNonNull(trained.trees()).meanReciprocalRank())
                .isGreaterThan(trained.preset().meanReciprocalRank());

        var read = RankingModel.fromBytes(trained.model().toBytes());
        assertThat(read).isEqualTo(trained.model());
        var query = Query.goesWith(List.of("any-1", "any-2", "first-3"), null, Set.of(), 5);
        assertThat(learner.snapshot(read).recommend(query))
                .isEqualTo(learner.snapshot(trained.model()).recommend(query));
        assertThat(learner.snapshot(read).recommend(query).getFirst().product()).isEqualTo("goal-3");
    }

    @Test
    void theSameSessionsGiveTheSameModel() {
        assertThat(train(shoppers(4_200, 2)).model())
                .isEqualTo(train(shoppers(4_200, 2)).model());
    }

    @Test
    void withTooLittleToLearnFromThePresetDecidesAlone() {
        var trained = train(shoppers(300, 3));
        assertThat(trained.trees()).isNull();
        assertThat(trained.model().trees()).isNull();
        assertThat(RankingModel.fromBytes(trained.model().toBytes())).isEqualTo(trained.model());
    }

    @Test
    void bytesThatAreNoModelAreRefused() {
        for (byte[] bytes : new byte[][] {{}, {1}, {2, 0, 0}, {1, 99, 0}, {1, 0, 9}, {1, 0, 0, 5, 5}})
            assertThatThrownBy(() -> RankingModel.fromBytes(bytes)).isInstanceOf(IllegalArgumentException.class);
    }
}
