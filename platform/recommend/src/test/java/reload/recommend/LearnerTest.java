package reload.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reload.recommend.RankingModel.UNTRAINED;
import static reload.recommend.Shoppers.DAY;
import static reload.recommend.Shoppers.MINUTE;
import static reload.recommend.Shoppers.NOON;
import static reload.recommend.Shoppers.everyAnswer;
import static reload.recommend.Shoppers.goesWith;
import static reload.recommend.Shoppers.history;
import static reload.recommend.Shoppers.observed;
import static reload.recommend.Shoppers.popular;
import static reload.recommend.Shoppers.session;
import static reload.recommend.Shoppers.viewed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerTest {
    private final Learner learner = new Learner();

    private static Limits small() {
        return new Limits(16, 8, 6, 6, 4, 3, 5, 4, Duration.ofMinutes(30));
    }

    @Test
    void goodsViewedInTheSameSessionGoTogether() {
        session(learner, 1, NOON, "shirt", "denim");
        session(learner, 2, NOON, "coat", "boots");
        assertThat(goesWith(learner.snapshot(UNTRAINED), "shirt").getFirst()).isEqualTo("denim");
        assertThat(goesWith(learner.snapshot(UNTRAINED), "boots").getFirst()).isEqualTo("coat");
    }

    @Test
    void theMoreSessionsSawItTogetherTheHigherItRanks() {
        session(learner, 1, NOON, "shirt", "belt");
        session(learner, 2, NOON, "shirt", "denim");
        session(learner, 3, NOON, "shirt", "denim");
        assertThat(goesWith(learner.snapshot(UNTRAINED), "shirt")).startsWith("denim", "belt");
    }

    @Test
    void whatCameAfterCountsMoreThanWhatCameBefore() {
        session(learner, 1, NOON, "socks", "shirt", "denim");
        assertThat(goesWith(learner.snapshot(UNTRAINED), "shirt")).containsExactly("denim", "socks");
    }

    @Test
    void aRecentSessionCountsMoreThanAnOldOne() {
        session(learner, 1, NOON, "shirt", "wool");
        session(learner, 2, NOON + 60 * DAY, "shirt", "linen");
        assertThat(goesWith(learner.snapshot(UNTRAINED), "shirt")).containsExactly("linen", "wool");
    }

    @Test
    void theLastViewCountsMoreThanTheFirst() {
        session(learner, 1, NOON, "shirt", "belt");
        session(learner, 2, NOON, "coat", "boots");
        assertThat(goesWith(learner.snapshot(UNTRAINED), "shirt", "coat").getFirst())
                .isEqualTo("belt");
        assertThat(goesWith(learner.snapshot(UNTRAINED), "coat", "shirt").getFirst())
                .isEqualTo("boots");
    }

    @Test
    void itSaysWhichProductSpeaksForItAndInHowManySessions() {
        session(learner, 1, NOON, "shirt", "denim");
        session(learner, 2, NOON, "shirt", "denim");
        var first = learner.snapshot(UNTRAINED)
                .recommend(Query.goesWith(List.of("shirt"), null, Set.of(), 1))
                .getFirst();
        assertThat(first.why()).isEqualTo(new Why.ViewedTogether("shirt", 2, 2));
        assertThat(first.score()).isPositive();
    }

    @Test
    void whatWasOrderedTogetherGoesTogetherAndItSaysSo() {
        for (int visitor = 0; visitor < 2; visitor++) {
            learner.observe(observed(visitor, "shirt", Interest.ORDERED, NOON + visitor));
            learner.observe(observed(visitor, "socks", Interest.ORDERED, NOON + MINUTE + visitor));
        }
        session(learner, 9, NOON, "shirt", "denim");
        var first = learner.snapshot(UNTRAINED)
                .recommend(Query.goesWith(List.of("shirt"), null, Set.of(), 1))
                .getFirst();
        assertThat(first.product()).isEqualTo("socks");
        assertThat(first.why()).isEqualTo(new Why.OrderedTogether("shirt", 2));
    }

    @Test
    void whatNobodyViewedTogetherIsFoundThroughWhatTheyWentOnTo() {
        session(learner, 1, NOON, "shirt", "denim");
        session(learner, 2, NOON, "denim", "belt");
        var answer = learner.snapshot(UNTRAINED).recommend(Query.goesWith(List.of("shirt"), null, Set.of(), 2));
        assertThat(answer).extracting(Recommended::product).containsExactly("denim", "belt");
        assertThat(answer.getLast().why()).isEqualTo(new Why.LeadsOn("shirt"));
    }

    @Test
    void itSaysHowManySessionsWereThisWeek() {
        session(learner, 1, NOON, "shirt", "denim");
        session(learner, 2, NOON + 8 * DAY, "shirt", "denim");
        assertThat(learner.snapshot(UNTRAINED)
                        .recommend(Query.goesWith(List.of("shirt"), null, Set.of(), 1))
                        .getFirst()
                        .why())
                .isEqualTo(new Why.ViewedTogether("shirt", 2, 1));
    }

    @Test
    void whatIsRememberedOfSessionsTeachesTheSame() {
        for (var seen : history(3, 300)) learner.observe(seen);
        var again = learner.beginning();
        for (var session : learner.sessions()) again.learn(session);
        assertThat(again.sessions()).isEqualTo(learner.sessions());
        assertThat(again.past().nextSession()).isEqualTo(learner.past().nextSession());
    }

    @Test
    void thirtyMinutesWithoutASignEndASession() {
        learner.observe(viewed(1, "shirt", NOON));
        learner.observe(viewed(1, "denim", NOON + 30 * MINUTE - 1));
        learner.observe(viewed(2, "coat", NOON));
        learner.observe(viewed(2, "boots", NOON + 30 * MINUTE));
        var answer = learner.snapshot(UNTRAINED).recommend(Query.goesWith(List.of("shirt"), null, Set.of(), 9));
        assertThat(answer.getFirst().why()).isEqualTo(new Why.ViewedTogether("shirt", 1, 1));
        assertThat(learner.snapshot(UNTRAINED).recommend(Query.goesWith(List.of("coat"), null, Set.of(), 9)))
                .extracting(Recommended::why)
                .allMatch(why -> why instanceof Why.Popular);
    }

    @Test
    void theSameEventTwiceIsOneSign() {
        var other = new Learner();
        session(learner, 1, NOON, "shirt", "denim", "belt");
        session(other, 1, NOON, "shirt", "denim", "belt");
        session(other, 1, NOON, "shirt", "denim", "belt");
        assertThat(everyAnswer(other.snapshot(UNTRAINED), 1)).isEqualTo(everyAnswer(learner.snapshot(UNTRAINED), 1));
        assertThat(other.snapshot(UNTRAINED).recommend(Query.goesWith(List.of("denim"), null, Set.of(), 9)))
                .isEqualTo(learner.snapshot(UNTRAINED).recommend(Query.goesWith(List.of("denim"), null, Set.of(), 9)));
    }

    @Test
    void anEarlierTimeOfAVisitorCountsAsTheLastOne() {
        learner.observe(viewed(1, "shirt", NOON + 10 * MINUTE));
        learner.observe(viewed(1, "denim", NOON));
        assertThat(goesWith(learner.snapshot(UNTRAINED), "shirt")).containsExactly("denim");
    }

    @Test
    void aProductThatJoinsAnOlderSessionAfterANewerOneIsFoundInBoth() {
        learner.observe(viewed(1, "shirt", NOON));
        learner.observe(viewed(1, "denim", NOON + 1));
        learner.observe(viewed(2, "coat", NOON + 2));
        learner.observe(viewed(2, "belt", NOON + 3));
        learner.observe(viewed(1, "belt", NOON + 4));
        assertThat(goesWith(learner.snapshot(UNTRAINED), "belt")).containsExactlyInAnyOrder("shirt", "denim", "coat");
        assertThat(learner.snapshot(UNTRAINED)
                        .recommend(Query.goesWith(List.of("belt"), null, Set.of(), 9))
                        .getFirst()
                        .why())
                .isEqualTo(new Why.ViewedTogether("belt", 1, 1));
    }

    @Test
    void popularityHalvesEveryWeek() {
        for (int visitor = 0; visitor < 3; visitor++) session(learner, visitor, NOON, "coat");
        for (int visitor = 10; visitor < 12; visitor++) session(learner, visitor, NOON + 7 * DAY, "linen");
        assertThat(popular(learner.snapshot(UNTRAINED), 2)).containsExactly("linen", "coat");
    }

    @Test
    void anOrderCountsMoreThanACartAndACartMoreThanAView() {
        session(learner, 1, NOON, "viewed");
        learner.observe(observed(2, "carted", Interest.IN_CART, NOON));
        learner.observe(observed(3, "ordered", Interest.ORDERED, NOON));
        assertThat(popular(learner.snapshot(UNTRAINED), 3)).containsExactly("ordered", "carted", "viewed");
    }

    @Test
    void oneVisitorCannotMakeAProductPopularByViewingItOverAndOver() {
        for (int i = 0; i < 40; i++) learner.observe(viewed(1, "mine", NOON + i));
        session(learner, 2, NOON, "theirs");
        session(learner, 3, NOON, "theirs");
        assertThat(popular(learner.snapshot(UNTRAINED), 2)).containsExactly("theirs", "mine");
    }

    @Test
    void whatIsPopularInTheCategoryComesFirstAndThenTheRestOfTheMall() {
        learner.describe("shirt", List.of("tops"));
        session(learner, 1, NOON, "coat");
        session(learner, 2, NOON, "coat");
        session(learner, 3, NOON, "shirt");
        var answer = learner.snapshot(UNTRAINED).recommend(Query.popular("tops", Set.of(), 5));
        assertThat(answer).extracting(Recommended::product).containsExactly("shirt", "coat");
        assertThat(answer).extracting(Recommended::why).containsExactly(new Why.Popular("tops"), new Why.Popular(null));
        assertThat(answer.get(0).score()).isGreaterThan(answer.get(1).score());
    }

    @Test
    void aProductFiledElsewhereLeavesTheOldCategory() {
        learner.describe("shirt", List.of("tops"));
        session(learner, 1, NOON, "shirt");
        learner.describe("shirt", List.of("sale"));
        assertThat(learner.snapshot(UNTRAINED).recommend(Query.popular("tops", Set.of(), 1)))
                .extracting(Recommended::why)
                .containsExactly(new Why.Popular(null));
        assertThat(learner.snapshot(UNTRAINED).recommend(Query.popular("sale", Set.of(), 1)))
                .extracting(Recommended::why)
                .containsExactly(new Why.Popular("sale"));
    }

    @Test
    void excludedGoodsAndInTheNewOnlyViewSeenOnesNeverComeBack() {
        session(learner, 1, NOON, "shirt", "denim", "belt", "shirt");
        var recommender = learner.snapshot(UNTRAINED);
        var all = new Query(List.of("shirt"), null, Set.of("belt"), Query.View.ALL, 9);
        assertThat(Shoppers.products(recommender.recommend(all))).containsExactlyInAnyOrder("shirt", "denim");
        assertThat(Shoppers.products(recommender.recommend(Query.goesWith(List.of("shirt"), null, Set.of("belt"), 9))))
                .containsExactly("denim");
    }

    @Test
    void aSessionOfUnknownGoodsGetsWhatIsPopular() {
        session(learner, 1, NOON, "coat");
        assertThat(goesWith(learner.snapshot(UNTRAINED), "never-seen")).containsExactly("coat");
    }

    @Test
    void aMallWithoutAPastRecommendsNothing() {
        assertThat(goesWith(learner.snapshot(UNTRAINED), "shirt")).isEmpty();
        assertThat(popular(learner.snapshot(UNTRAINED), 5)).isEmpty();
        assertThat(goesWith(Recommender.NONE, "shirt")).isEmpty();
    }

    @Test
    void aQueryForNothingIsRefused() {
        assertThatThrownBy(() -> Query.popular(null, Set.of(), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limitsThatLeaveNoRoomAreRefused() {
        assertThatThrownBy(() -> new Limits(1, 8, 6, 6, 4, 3, 5, 4, Duration.ofMinutes(30)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(16, 8, 6, 6, 4, 3, 5, 4, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goodsOfARefundedOrderAreKnownToHaveBeenSentBackWhicheverIsToldFirst() {
        var shopper = Shoppers.visitor(1);
        learner.ordered("o-1", shopper, List.of("shirt", "denim"));
        learner.ordered("o-2", shopper, List.of("coat"));
        var recommender = learner.snapshot(UNTRAINED);
        assertThat(recommender.returned(shopper)).isEmpty();
        learner.refunded("o-1");
        learner.refunded("o-3");
        learner.ordered("o-3", shopper, List.of("boots"));
        assertThat(recommender.returned(shopper)).containsExactlyInAnyOrder("shirt", "denim", "boots");
        assertThat(recommender.returned(Shoppers.visitor(2))).isEmpty();
        var read = Learner.fromBytes(learner.toBytes(), Limits.DEFAULT);
        assertThat(read.snapshot(UNTRAINED).returned(shopper)).containsExactlyInAnyOrder("shirt", "denim", "boots");
        assertThat(read.toBytes()).isEqualTo(learner.toBytes());
    }

    @Test
    void aSessionToldLateIsStillOneSession() {
        learner.observe(viewed(1, "shirt", NOON));
        learner.observe(viewed(2, "coat", NOON + 50 * MINUTE));
        learner.observe(viewed(1, "denim", NOON + MINUTE));
        assertThat(learner.sessionCount()).isEqualTo(1);
        assertThat(goesWith(learner.snapshot(UNTRAINED), "shirt")).startsWith("denim");
    }

    @Test
    void onlyTheLatestOrdersAreRemembered() {
        var shopper = Shoppers.visitor(1);
        learner.ordered("o-1", shopper, List.of("shirt"));
        learner.refunded("o-1");
        for (int i = 0; i < 500; i++) learner.ordered("later-" + i, Shoppers.visitor(2), List.of("coat"));
        assertThat(learner.snapshot(UNTRAINED).returned(shopper)).isEmpty();
    }

    @Test
    void aSmallMallRemembersTenThousandSessionsAndMoreAsItsGoodsGrow() {
        for (int i = 0; i < 12_000; i++) session(learner, i, NOON + i * MINUTE, "shirt", "denim");
        assertThat(learner.sessionCount()).isEqualTo(10_000);
        for (int i = 0; i < 1_001; i++) learner.describe("p-" + i, List.of());
        for (int i = 0; i < 5_000; i++) session(learner, i, NOON + (20_000 + i) * MINUTE, "coat", "boots");
        assertThat(learner.sessionCount()).isEqualTo(15_000);
        assertThat(learner.sessions())
                .hasSize(15_000)
                .extracting(PastSession::at)
                .isSorted();
        for (int i = 0; i < 10_000; i++) session(learner, i, NOON + (40_000 + i) * MINUTE, "coat", "belt");
        assertThat(learner.sessionCount()).isEqualTo(20_000);
        var read = Learner.fromBytes(learner.toBytes(), Limits.DEFAULT);
        assertThat(read.sessions()).isEqualTo(learner.sessions());
        assertThat(everyAnswer(read.snapshot(UNTRAINED), 1)).isEqualTo(everyAnswer(learner.snapshot(UNTRAINED), 1));
        assertThat(goesWith(learner.snapshot(UNTRAINED), "shirt")).contains("denim");
    }

    @Test
    void whenTheMemoryIsFullTheLeastPopularGoodsAreForgotten() {
        var full = new Learner(small());
        for (int visitor = 0; visitor < 5; visitor++) session(full, visitor, NOON + visitor, "shirt", "denim");
        for (int i = 0; i < 100; i++) session(full, 100 + i, NOON + i * MINUTE, "rare-" + i);
        session(full, 999, NOON + 100 * MINUTE, "shirt", "denim");
        assertThat(goesWith(full.snapshot(UNTRAINED), "shirt").getFirst()).isEqualTo("denim");
        assertThat(popular(full.snapshot(UNTRAINED), 2)).containsExactlyInAnyOrder("shirt", "denim");
        assertThat(full.find("rare-0")).isNull();
    }

    @Test
    void onlyTheLatestSessionsAreRemembered() {
        var full = new Learner(small());
        session(full, 1, NOON, "shirt", "denim");
        for (int i = 0; i < 8; i++) session(full, 10 + i, NOON + i * MINUTE, "coat", "boots");
        // The session is gone; that denim came after shirt is still known.
        assertThat(full.snapshot(UNTRAINED).recommend(Query.goesWith(List.of("denim"), null, Set.of(), 1)))
                .extracting(Recommended::why)
                .containsExactly(new Why.Popular(null));
        assertThat(goesWith(full.snapshot(UNTRAINED), "shirt").getFirst()).isEqualTo("denim");
    }

    @Test
    void aSessionLongerThanTheLimitTeachesNothingMore() {
        var full = new Learner(small());
        session(full, 1, NOON, "a", "b", "c", "d", "e", "f", "g");
        assertThat(full.find("g")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void aPublishedRecommenderDoesNotChangeWhenLearningGoesOn(int every) {
        for (long seed = 0; seed < 10; seed++) {
            for (var limits : List.of(Limits.DEFAULT, small())) {
                var going = new Learner(limits);
                var published = new ArrayList<Recommender>();
                var answers = new ArrayList<List<List<Recommended>>>();
                int i = 0;
                for (var seen : history(seed, 200)) {
                    going.observe(seen);
                    if (i++ % every == 0 && i > 100) {
                        published.add(going.snapshot(UNTRAINED));
                        answers.add(everyAnswer(published.getLast(), seed));
                    }
                }
                for (int j = 0; j < published.size(); j++)
                    assertThat(everyAnswer(published.get(j), seed)).isEqualTo(answers.get(j));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void publishingOftenOrNeverTeachesTheSame(long seed) {
        var random = new SplittableRandom(seed);
        var often = new Learner(small());
        var once = new Learner(small());
        for (var seen : history(seed, 400)) {
            if (random.nextInt(20) == 0) {
                var filed = List.of("c-" + random.nextInt(5));
                often.describe(seen.product(), filed);
                once.describe(seen.product(), filed);
            }
            often.observe(seen);
            often.snapshot(UNTRAINED);
            once.observe(seen);
        }
        assertThat(everyAnswer(often.snapshot(UNTRAINED), seed)).isEqualTo(everyAnswer(once.snapshot(UNTRAINED), seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noAnswerNamesAProductTwiceOrAnExcludedOneAndScoresFall(long seed) {
        var full = new Learner(small());
        history(seed, 300).forEach(full::observe);
        for (var answer : everyAnswer(full.snapshot(UNTRAINED), seed)) {
            assertThat(Shoppers.products(answer)).doesNotHaveDuplicates();
            assertThat(answer).isSortedAccordingTo((one, two) -> Double.compare(two.score(), one.score()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aHistoryLearntInTwoPartsWithARestartBetweenEndsWhereItDoesInOne(long seed) {
        for (var limits : List.of(Limits.DEFAULT, small())) {
            var history = history(seed, 500);
            int cut = new SplittableRandom(seed).nextInt(history.size());
            var inOne = new Learner(limits);
            for (var seen : history) learn(inOne, seen);
            var first = new Learner(limits);
            for (var seen : history.subList(0, cut)) learn(first, seen);
            first.snapshot(UNTRAINED);
            byte[] kept = first.toBytes();
            var second = Learner.fromBytes(kept, limits);
            assertThat(second.toBytes()).isEqualTo(kept);
            for (var seen : history.subList(cut, history.size())) learn(second, seen);
            assertThat(everyAnswer(second.snapshot(UNTRAINED), seed))
                    .isEqualTo(everyAnswer(inOne.snapshot(UNTRAINED), seed));
            assertThat(second.toBytes()).isEqualTo(inOne.toBytes());
        }
    }

    private static void learn(Learner learner, Observation seen) {
        if (seen.event() % 17 == 0) learner.describe(seen.product(), List.of("c-" + seen.event() % 4));
        learner.observe(seen);
    }

    @Test
    void bytesOfAnotherVersionOrCutOffAreRefused() {
        for (var seen : history(1, 100)) learner.observe(seen);
        byte[] kept = learner.toBytes();
        for (int length = 0; length < kept.length; length += 7) {
            byte[] cut = Arrays.copyOf(kept, length);
            assertThatThrownBy(() -> Learner.fromBytes(cut, Limits.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        byte[] longer = Arrays.copyOf(kept, kept.length + 1);
        assertThatThrownBy(() -> Learner.fromBytes(longer, Limits.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
        kept[0] = 10;
        assertThatThrownBy(() -> Learner.fromBytes(kept, Limits.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("written by version 5");
    }

    /// A file that the fourth version wrote. It must be read as long as that version is.
    @Test
    void whatThisVersionWroteIsReadStill() throws IOException {
        byte[] kept;
        try (var file = Objects.requireNonNull(LearnerTest.class.getResourceAsStream("/learnt-v4.bin"))) {
            kept = file.readAllBytes();
        }
        var read = Learner.fromBytes(kept, Limits.DEFAULT);
        var anew = new Learner();
        for (var seen : history(7, 60)) learn(anew, seen);
        assertThat(everyAnswer(read.snapshot(UNTRAINED), 7)).isEqualTo(everyAnswer(anew.snapshot(UNTRAINED), 7));
        assertThat(read.toBytes()).isEqualTo(kept);
    }

    @Test
    void idsThatAreNoProperTextComeBackAsTheyWere() {
        session(learner, 1, NOON, "\ud800", "?", "상품");
        learner.describe("\ud800", List.of("\ud800"));
        learner.describe("?", List.of("?"));
        var read = Learner.fromBytes(learner.toBytes(), Limits.DEFAULT);
        assertThat(goesWith(read.snapshot(UNTRAINED), "?")).containsExactlyInAnyOrder("\ud800", "상품");
        assertThat(read.toBytes()).isEqualTo(learner.toBytes());
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }
}
