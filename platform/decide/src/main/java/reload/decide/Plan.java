package reload.decide;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reload.catalog.CatalogProduct;
import reload.event.BlockKind;
import reload.event.PlanPass;
import reload.event.PlanToken;
import reload.event.Reason;
import reload.event.Trigger;
import reload.learn.exit.LeaveModel;
import reload.mall.MallSettings;
import reload.mall.Markup;
import reload.mall.Theme;
import reload.mall.Words;

/// The answer to a [PlanRequest].
///
/// @param triggers each trigger, and why it is not armed; null where it is
/// @param settings the mall's: the numbers by which the page decides at the moment of leaving
/// @param reason why nothing can be shown; null where something can
/// @param offer null where nothing can be shown
public record Plan(
        Map<Trigger, @Nullable Reason> triggers,
        MallSettings settings,
        @Nullable Reason reason,
        @Nullable Offer offer) {

    public boolean isArmed(Trigger trigger) {
        return triggers.get(trigger) == null;
    }

    /// What is given to an eligible page.
    ///
    /// @param locale `ko` or `en`
    /// @param spares products to put in a card's place, best first
    /// @param products every product named
    /// @param badges what is worth saying of some of them, by id
    /// @param leave how the page is to sense leaving
    public record Offer(
            PlanPass pass,
            PlanToken token,
            String locale,
            Words.Sentences words,
            Theme theme,
            List<PlannedBlock> blocks,
            List<String> spares,
            Map<String, CatalogProduct> products,
            Map<String, String> badges,
            LeaveModel leave) {}

    /// One block of the page with what fills it.
    public sealed interface PlannedBlock {
        BlockKind kind();

        /// The ids of the products on it.
        default List<String> products() {
            return List.of();
        }

        /// @param products at least one
        record Goods(BlockKind kind, List<String> products) implements PlannedBlock {}

        record Banner(
                @Nullable String image,
                @Nullable String text,
                @Nullable String url) implements PlannedBlock {
            @Override
            public BlockKind kind() {
                return BlockKind.BANNER;
            }
        }

        /// @param endsAt milliseconds since 1970
        record Coupon(
                String text,
                String code,
                @Nullable String url,
                @Nullable Long endsAt) implements PlannedBlock {
            @Override
            public BlockKind kind() {
                return BlockKind.COUPON;
            }
        }

        /// @param endsAt milliseconds since 1970
        record Countdown(String text, long endsAt) implements PlannedBlock {
            @Override
            public BlockKind kind() {
                return BlockKind.COUNTDOWN;
            }
        }

        /// @param product what the mall's placeholders stand for; null where there are none
        record Custom(Markup markup, @Nullable CatalogProduct product) implements PlannedBlock {
            @Override
            public BlockKind kind() {
                return BlockKind.CUSTOM;
            }
        }
    }
}
