package reload.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reload.catalog.Catalog;
import reload.catalog.Source;
import reload.decide.Plan.PlannedBlock;
import reload.event.BlockKind;
import reload.event.VisitorId;
import reload.mall.Block;
import reload.mall.Markup;
import reload.recommend.Query;
import reload.recommend.Recommended;
import reload.recommend.Recommender;
import reload.recommend.Why;

/// What fills the blocks of a page.
class ShelfTest extends Asking {
    @Test
    void whatWasViewedBeforeComesBackNewestFirst() {
        settings = blocks(new Block.ProductAgain(true), new Block.RecentlyViewed(true, 2), new Block.GoesWith(true, 3));
        ask.recent = List.of("p-1", "p-5", "p-9", "p-7", "unknown");
        ask.bought = List.of("p-9");
        Plan.Offer offer = offer(decide());
        assertThat(offer.blocks().get(1))
                .isEqualTo(new PlannedBlock.Goods(BlockKind.RECENTLY_VIEWED, List.of("p-5", "p-7")));
        assertThat(offer.blocks().get(2).products()).doesNotContain("p-1", "p-5", "p-7", "p-9");
    }

    @Test
    void whatHasEndedIsLeftOut() {
        Instant now = Instant.ofEpochMilli(NOW);
        settings = blocks(
                new Block.Coupon(true, "first", "A", "/c", now.plusMillis(1)),
                new Block.Countdown(true, "tonight", now.plusMillis(1)));
        assertThat(offer(decide()).blocks())
                .containsExactly(
                        new PlannedBlock.Coupon("first", "A", "/c", NOW + 1),
                        new PlannedBlock.Countdown("tonight", NOW + 1));
        settings = blocks(
                new Block.Coupon(true, "always", "B", null, null),
                new Block.Coupon(true, "ended", "A", null, now),
                new Block.Countdown(true, "ended", now),
                new Block.Countdown(true, "no end", null));
        assertThat(offer(decide()).blocks()).containsExactly(new PlannedBlock.Coupon("always", "B", null, null));
    }

    @Test
    void aMallsOwnBlockSpeaksOfTheProductLeftOrIsLeftOut() {
        Markup markup = Markup.of("<p>{product.name}</p>");
        settings = blocks(new Block.Custom(true, markup), new Block.Custom(true, Markup.of("<p>안녕</p>")));
        assertThat(offer(decide()).blocks().getFirst())
                .isEqualTo(new PlannedBlock.Custom(markup, product("p-1", true)));
        ask.product = null;
        assertThat(offer(decide()).blocks()).containsExactly(new PlannedBlock.Custom(Markup.of("<p>안녕</p>"), null));
    }

    @Test
    void aBadgeSaysOnlyWhatIsSo() {
        recommender = Recommender.NONE;
        long old = NOW - 100 * DAY;
        catalog = Catalog.of(List.of(
                badged("p-1", null, 50L, Source.IMPORT, old),
                badged("sale", 900L, 50L, Source.IMPORT, old),
                badged("few", 900L, 5L, Source.IMPORT, old),
                badged("six", null, 6L, Source.IMPORT, old),
                badged("new", null, null, Source.IMPORT, NOW - 14 * DAY + 1),
                badged("not new", null, null, Source.IMPORT, NOW - 14 * DAY),
                badged("found late", null, null, Source.PAGE, NOW - DAY)));
        settings = blocks(new Block.ProductAgain(true), new Block.GoesWith(true, 12));
        assertThat(offer(decide()).badges()).isEqualTo(Map.of("sale", "할인", "few", "품절 임박", "new", "신상품"));
    }

    @Test
    void inANewMallNothingIsNew() {
        recommender = Recommender.NONE;
        catalog = Catalog.of(List.of(
                badged("p-1", null, null, Source.IMPORT, NOW - 15 * DAY),
                badged("p-2", null, null, Source.IMPORT, NOW - 2 * DAY)));
        assertThat(offer(decide()).badges()).isEmpty();
    }

    @Test
    void theThreeMostViewedAreCalledSo() {
        settings = blocks(new Block.Popular(true, 6));
        assertThat(offer(decide()).badges()).isEqualTo(Map.of("p-2", "인기", "p-3", "인기", "p-4", "인기"));
    }

    @Test
    void soldOutBoughtAndUnknownGoodsAreNotOffered() {
        catalog = Catalog.of(
                List.of(product("p-1", true), product("p-2", false), product("p-3", true), product("p-4", true)));
        ask.bought = List.of("p-3");
        Plan.Offer offer = offer(decide());
        assertThat(offer.products().keySet()).containsExactlyInAnyOrder("p-1", "p-4");
    }

    @Test
    void whatTheShopperSentBackIsNotOfferedAgain() {
        catalog = Catalog.of(List.of(product("p-1", true), product("p-3", true), product("p-4", true)));
        recommender = new Recommender() {
            @Override
            public List<Recommended> recommend(Query query) {
                return ranked(query, 20);
            }

            @Override
            public Set<String> returned(VisitorId visitor) {
                return visitor.equals(ask.request().visitor()) ? Set.of("p-3") : Set.of();
            }
        };
        assertThat(offer(decide()).products().keySet()).containsExactlyInAnyOrder("p-1", "p-4");
    }

    @Test
    void inAMallWithoutAPastGoodsOfTheSameCategoryAndPriceGoTogether() {
        recommender = Recommender.NONE;
        Plan.Offer offer = offer(decide());
        assertThat(offer.blocks().stream().map(PlannedBlock::kind))
                .containsExactly(BlockKind.PRODUCT_AGAIN, BlockKind.GOES_WITH); // nothing is popular yet
        assertThat(offer.blocks().getLast().products()).hasSize(6).doesNotContain("p-1");
    }

    @Test
    void otherColoursOfOneProductComeLast() {
        catalog = Catalog.of(List.of(
                product("p-1", true),
                named("dress-1", "린넨 원피스 화이트"),
                named("dress-2", "린넨 원피스 블랙"),
                named("dress-3", "린넨 원피스 베이지"),
                named("hat", "밀짚모자")));
        settings = blocks(new Block.GoesWith(true, 3));
        recommender = query -> Stream.of("dress-1", "dress-2", "dress-3", "hat")
                .filter(id -> !query.exclude().contains(id))
                .map(id -> new Recommended(id, 1, new Why.ViewedTogether("p-1", 3, 1)))
                .toList();
        assertThat(offer(decide()).blocks().getFirst().products()).containsExactly("dress-1", "hat", "dress-2");
    }

    @Test
    void goodsOfTheSameKindComeBeforeWhatIsMerelyPopular() {
        catalog = Catalog.of(List.of(product("p-1", true), product("p-2", true), named("hat", "밀짚모자")));
        settings = blocks(new Block.GoesWith(true, 2));
        recommender = query -> Stream.of("hat")
                .filter(id -> !query.exclude().contains(id))
                .map(id -> new Recommended(id, 1, new Why.Popular(null)))
                .toList();
        assertThat(offer(decide()).blocks().getFirst().products()).containsExactly("p-2", "hat");
    }

    @Test
    void noProductIsOnThePageTwice() {
        List<String> all = new ArrayList<>(offer(decide()).spares());
        offer(decide()).blocks().forEach(block -> all.addAll(block.products()));
        assertThat(all).doesNotHaveDuplicates().contains("p-1");
    }

    @Test
    void aProductThatIsSoldOutIsStillTheProductAgain() {
        recommender = Recommender.NONE;
        catalog = Catalog.of(List.of(product("p-1", false)));
        assertThat(blocks(decide())).containsExactly(BlockKind.PRODUCT_AGAIN);
    }
}
