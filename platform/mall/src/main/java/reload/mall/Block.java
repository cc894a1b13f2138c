package reload.mall;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reload.event.BlockKind;

/// One part of the reload page.
public sealed interface Block {
    boolean on();

    BlockKind kind();

    /// The product the shopper is about to leave.
    record ProductAgain(boolean on) implements Block {
        @Override
        public BlockKind kind() {
            return BlockKind.PRODUCT_AGAIN;
        }
    }

    /// Goods that go with what this shopper viewed.
    ///
    /// @param size how many, 1 to 12
    record GoesWith(boolean on, int size) implements Block {
        @Override
        public BlockKind kind() {
            return BlockKind.GOES_WITH;
        }
    }

    /// What is popular in the mall.
    ///
    /// @param size how many, 1 to 12
    record Popular(boolean on, int size) implements Block {
        @Override
        public BlockKind kind() {
            return BlockKind.POPULAR;
        }
    }

    /// The mall's own notice: a picture or a text, and where it leads.
    record Banner(
            boolean on,
            @Nullable String image,
            @Nullable String text,
            @Nullable String url) implements Block {
        @Override
        public BlockKind kind() {
            return BlockKind.BANNER;
        }
    }

    /// What the shopper has viewed before this product.
    ///
    /// @param size how many, 1 to 12
    record RecentlyViewed(boolean on, int size) implements Block {
        @Override
        public BlockKind kind() {
            return BlockKind.RECENTLY_VIEWED;
        }
    }

    /// A code that is worth something at the checkout.
    ///
    /// @param endsAt when it stops being good; null where it does not
    record Coupon(
            boolean on,
            @Nullable String text,
            @Nullable String code,
            @Nullable String url,
            @Nullable Instant endsAt) implements Block {
        @Override
        public BlockKind kind() {
            return BlockKind.COUPON;
        }
    }

    /// The time that is left until something really ends.
    record Countdown(
            boolean on, @Nullable String text, @Nullable Instant endsAt) implements Block {
        @Override
        public BlockKind kind() {
            return BlockKind.COUNTDOWN;
        }
    }

    /// What the mall wrote itself.
    record Custom(boolean on, Markup html) implements Block {
        public Custom {
            requireNonNull(html, "html");
        }

        @Override
        public BlockKind kind() {
            return BlockKind.CUSTOM;
        }
    }
}
