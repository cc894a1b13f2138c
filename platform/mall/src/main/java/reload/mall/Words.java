package reload.mall;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// What a mall's reload page says, by language.
public record Words(Sentences ko, Sentences en) {
    public Words {
        requireNonNull(ko, "ko");
        requireNonNull(en, "en");
    }

    /// Every sentence in one language, with our own where the mall wrote none.
    ///
    /// @param locale `ko` or `en`; anything else is read as English
    public Sentences in(String locale) {
        return locale.equals("ko") ? ko.orElse(Sentences.KOREAN) : en.orElse(Sentences.ENGLISH);
    }

    /// What the reload page says. Null or blank means our own words.
    ///
    /// @param resume the title where the shopper has come back
    /// @param endsIn before the time that is left
    /// @param fresh the badge of a product the mall has not had for long
    /// @param best the badge of one of the most viewed
    /// @param lowStock the badge of one of which few pieces are left
    public record Sentences(
            @Nullable String title,
            @Nullable String leave,
            @Nullable String stay,
            @Nullable String snooze,
            @Nullable String productAgain,
            @Nullable String goesWith,
            @Nullable String popular,
            @Nullable String soldOut,
            @Nullable String sale,
            @Nullable String recentlyViewed,
            @Nullable String resume,
            @Nullable String copy,
            @Nullable String copied,
            @Nullable String endsIn,
            @Nullable String close,
            @Nullable String fresh,
            @Nullable String best,
            @Nullable String lowStock) {
        static final Sentences KOREAN = new Sentences(
                "보시던 상품과 어울려요",
                "나가기",
                "계속 보기",
                "7일 동안 보지 않기",
                "보시던 상품",
                "함께 보면 좋은 상품",
                "지금 많이 보는 상품",
                "품절",
                "할인",
                "최근 본 상품",
                "이어서 보기",
                "복사",
                "복사했어요",
                "남은 시간",
                "닫기",
                "신상품",
                "인기",
                "품절 임박");
        static final Sentences ENGLISH = new Sentences(
                "Goes with what you viewed",
                "Leave",
                "Keep looking",
                "Not for 7 days",
                "You were looking at",
                "Goes well with it",
                "Popular right now",
                "Sold out",
                "Sale",
                "Recently viewed",
                "Continue where you were",
                "Copy",
                "Copied",
                "Ends in",
                "Close",
                "New",
                "Popular",
                "Few left");
        /// All left to us.
        public static final Sentences NONE = new Sentences(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);

        Sentences orElse(Sentences own) {
            return new Sentences(
                    either(title, own.title),
                    either(leave, own.leave),
                    either(stay, own.stay),
                    either(snooze, own.snooze),
                    either(productAgain, own.productAgain),
                    either(goesWith, own.goesWith),
                    either(popular, own.popular),
                    either(soldOut, own.soldOut),
                    either(sale, own.sale),
                    either(recentlyViewed, own.recentlyViewed),
                    either(resume, own.resume),
                    either(copy, own.copy),
                    either(copied, own.copied),
                    either(endsIn, own.endsIn),
                    either(close, own.close),
                    either(fresh, own.fresh),
                    either(best, own.best),
                    either(lowStock, own.lowStock));
        }

        public Sentences withTitle(@Nullable String changed) {
            return new Sentences(
                    changed,
                    leave,
                    stay,
                    snooze,
                    productAgain,
                    goesWith,
                    popular,
                    soldOut,
                    sale,
                    recentlyViewed,
                    resume,
                    copy,
                    copied,
                    endsIn,
                    close,
                    fresh,
                    best,
                    lowStock);
        }

        private static @Nullable String either(@Nullable String said, @Nullable String own) {
            return said == null || said.isBlank() ? own : said;
        }
    }
}
