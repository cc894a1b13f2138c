package reload.mall;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reload.event.BlockKind;
import reload.event.Frequency;
import reload.event.Presentation;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.Wire;

/// What a mall's people decide: when a reload page may come up, and what is on it. Published as numbered versions.
///
/// @param live false: nothing is shown, everything is still measured
/// @param consentRequired whether nothing may be stored or reported before the shopper agreed
/// @param consentFrom who tells the page what the shopper agreed to
/// @param storage the longest memory a page may use once consent is not needed or given
/// @param honourSignals whether Global Privacy Control and Do Not Track count as a no until the shopper says yes
/// @param holdOutShare share of visitors that are never shown a reload page, 0 to 0.5
/// @param templates the kinds of page on which leaving may bring one up
/// @param searchEngines the mall's own addition to [SearchEngines], as `host` or `host:port`
public record MallSettings(
        boolean live,
        boolean consentRequired,
        ConsentFrom consentFrom,
        Storage storage,
        boolean honourSignals,
        double holdOutShare,
        Triggers triggers,
        Rules rules,
        List<Template> templates,
        List<String> searchEngines,
        Page page) {
    public MallSettings {
        requireNonNull(consentFrom, "consentFrom");
        requireNonNull(storage, "storage");
        requireNonNull(triggers, "triggers");
        requireNonNull(rules, "rules");
        requireNonNull(page, "page");
        templates = List.copyOf(templates);
        searchEngines = searchEngines.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// Where a page hears of consent.
    public enum ConsentFrom {
        /// The mall's own call of `reload('consent', ...)`.
        API,
        /// Google Consent Mode.
        GOOGLE,
        /// IAB TCF 2.
        TCF;

        public String wire() {
            return Wire.of(this);
        }
    }

    /// @param returning of the trigger `return`
    public record Triggers(
            BackHold backHold, Switch backLanding, Switch leaveSignal, Switch returning, Switch link, Switch inline) {
        public Triggers {
            requireNonNull(backHold, "backHold");
            requireNonNull(backLanding, "backLanding");
            requireNonNull(leaveSignal, "leaveSignal");
            requireNonNull(returning, "return");
            requireNonNull(link, "link");
            requireNonNull(inline, "inline");
        }

        /// What a new mall starts with. `inline` and `link` do nothing before the mall puts a slot or a control in a
        /// page.
        static final Triggers INITIAL = new Triggers(
                new BackHold(false, Frequency.VISITOR, Presentation.PAGE, null),
                new Switch(true, Frequency.VISITOR, Presentation.SHEET),
                new Switch(false, Frequency.VISITOR, Presentation.SHEET),
                new Switch(false, Frequency.VISITOR, Presentation.BAR),
                new Switch(true, Frequency.ALWAYS, Presentation.PAGE),
                new Switch(true, Frequency.ALWAYS, Presentation.INLINE));

        public TriggerSettings of(Trigger trigger) {
            return switch (trigger) {
                case BACK_HOLD -> backHold;
                case BACK_LANDING -> backLanding;
                case LEAVE_SIGNAL -> leaveSignal;
                case RETURN -> returning;
                case LINK -> link;
                case INLINE -> inline;
            };
        }

        public Triggers withBackHold(BackHold changed) {
            return new Triggers(changed, backLanding, leaveSignal, returning, link, inline);
        }
    }

    /// What a mall decides of one trigger.
    public sealed interface TriggerSettings {
        boolean on();

        Frequency frequency();

        Presentation presentation();
    }

    /// The only trigger that touches history, and the only one that needs an owner who knows what search engines
    /// say.
    public record BackHold(
            boolean on,
            Frequency frequency,
            Presentation presentation,
            @Nullable Acknowledged acknowledged) implements TriggerSettings {
        public BackHold {
            requireNonNull(frequency, "frequency");
            requireNonNull(presentation, "presentation");
        }

        /// Turned on as a new mall would have it.
        public static BackHold agreed(Acknowledged acknowledged) {
            return new BackHold(true, Frequency.VISITOR, Presentation.PAGE, acknowledged);
        }

        public BackHold with(@Nullable Acknowledged changed) {
            return new BackHold(on, frequency, presentation, changed);
        }
    }

    public record Switch(boolean on, Frequency frequency, Presentation presentation) implements TriggerSettings {
        public Switch {
            requireNonNull(frequency, "frequency");
            requireNonNull(presentation, "presentation");
        }

        public Switch turned(boolean changed) {
            return new Switch(changed, frequency, presentation);
        }
    }

    /// Who agreed to what when.
    ///
    /// @param text the name of the text that was shown: [#BACK_HOLD_POLICY]
    /// @param by the account's address; the server's word, whatever a client says
    public record Acknowledged(
            String text, @Nullable String by, @Nullable Instant at) {
        public static final String BACK_HOLD_POLICY = "back-hold-policy-1";

        public Acknowledged {
            requireNonNull(text, "text");
        }
    }

    /// The classic rules.
    ///
    /// @param maxStayMs a visit that has been visible for longer is shown nothing
    /// @param snoozeDays how long "not for N days" lasts
    /// @param planTtlMs how long a plan is good for
    public record Rules(long maxStayMs, int snoozeDays, long planTtlMs) {}

    /// @param blocks in the order they stand on the page; each kind at most once
    public record Page(Words words, Theme theme, List<Block> blocks) {
        public Page {
            requireNonNull(words, "words");
            requireNonNull(theme, "theme");
            blocks = List.copyOf(blocks);
        }

        public Page with(Words changed) {
            return new Page(changed, theme, blocks);
        }

        public Page with(Theme changed) {
            return new Page(words, changed, blocks);
        }

        public Page with(List<Block> changed) {
            return new Page(words, theme, changed);
        }
    }

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

    /// The mall's own look. Colours as `#rrggbb`, lower case.
    ///
    /// @param radius corners, CSS pixels, 0 to 32
    /// @param logo address of a picture
    /// @param font a CSS font family list
    /// @param dark colours for the dark; needed where `scheme` may choose them
    public record Theme(
            String accent,
            String background,
            String text,
            int radius,
            @Nullable String logo,
            @Nullable String font,
            Scheme scheme,
            @Nullable Colours dark) {
        public Theme {
            accent = accent.toLowerCase(Locale.ROOT);
            background = background.toLowerCase(Locale.ROOT);
            text = text.toLowerCase(Locale.ROOT);
            requireNonNull(scheme, "scheme");
        }

        /// A look for the light only, without logo and font.
        public static Theme light(String accent, String background, String text, int radius) {
            return new Theme(accent, background, text, radius, null, null, Scheme.LIGHT, null);
        }

        public Theme withLogo(@Nullable String changed) {
            return new Theme(accent, background, text, radius, changed, font, scheme, dark);
        }

        public Theme withFont(@Nullable String changed) {
            return new Theme(accent, background, text, radius, logo, changed, scheme, dark);
        }

        public Theme withDark(Scheme when, @Nullable Colours changed) {
            return new Theme(accent, background, text, radius, logo, font, when, changed);
        }
    }

    /// Which colours a reload page wears.
    public enum Scheme {
        LIGHT,
        DARK,
        /// What the shopper's device prefers.
        AUTO;

        public String wire() {
            return Wire.of(this);
        }
    }

    /// As `#rrggbb`, lower case.
    public record Colours(String accent, String background, String text) {
        public Colours {
            accent = accent.toLowerCase(Locale.ROOT);
            background = background.toLowerCase(Locale.ROOT);
            text = text.toLowerCase(Locale.ROOT);
        }
    }

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
                @Nullable Instant endsAt)
                implements Block {
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

    /// What a new mall starts with: the classic rules, Back not held.
    public static MallSettings initial() {
        return new MallSettings(
                true,
                false,
                ConsentFrom.API,
                Storage.PERSISTENT,
                true,
                0.1,
                Triggers.INITIAL,
                new Rules(60_000, 7, 600_000),
                List.of(Template.PRODUCT),
                List.of(),
                new Page(
                        new Words(Sentences.KOREAN, Sentences.ENGLISH),
                        Theme.light("#0f766e", "#ffffff", "#1a1a1a", 8),
                        List.of(
                                new Block.ProductAgain(true),
                                new Block.GoesWith(true, 6),
                                new Block.Popular(true, 4),
                                new Block.RecentlyViewed(false, 6),
                                new Block.Banner(false, null, null, null),
                                new Block.Coupon(false, null, null, null, null),
                                new Block.Countdown(false, null, null),
                                new Block.Custom(false, Markup.NONE))));
    }

    public MallSettings withLive(boolean changed) {
        return new MallSettings(
                changed,
                consentRequired,
                consentFrom,
                storage,
                honourSignals,
                holdOutShare,
                triggers,
                rules,
                templates,
                searchEngines,
                page);
    }

    public MallSettings withConsentRequired(boolean changed) {
        return new MallSettings(
                live,
                changed,
                consentFrom,
                storage,
                honourSignals,
                holdOutShare,
                triggers,
                rules,
                templates,
                searchEngines,
                page);
    }

    public MallSettings withStorage(Storage changed) {
        return new MallSettings(
                live,
                consentRequired,
                consentFrom,
                changed,
                honourSignals,
                holdOutShare,
                triggers,
                rules,
                templates,
                searchEngines,
                page);
    }

    public MallSettings withHoldOutShare(double changed) {
        return new MallSettings(
                live,
                consentRequired,
                consentFrom,
                storage,
                honourSignals,
                changed,
                triggers,
                rules,
                templates,
                searchEngines,
                page);
    }

    public MallSettings withTriggers(Triggers changed) {
        return new MallSettings(
                live,
                consentRequired,
                consentFrom,
                storage,
                honourSignals,
                holdOutShare,
                changed,
                rules,
                templates,
                searchEngines,
                page);
    }

    public MallSettings withRules(Rules changed) {
        return new MallSettings(
                live,
                consentRequired,
                consentFrom,
                storage,
                honourSignals,
                holdOutShare,
                triggers,
                changed,
                templates,
                searchEngines,
                page);
    }

    public MallSettings withTemplates(List<Template> changed) {
        return new MallSettings(
                live,
                consentRequired,
                consentFrom,
                storage,
                honourSignals,
                holdOutShare,
                triggers,
                rules,
                changed,
                searchEngines,
                page);
    }

    public MallSettings withSearchEngines(List<String> changed) {
        return new MallSettings(
                live,
                consentRequired,
                consentFrom,
                storage,
                honourSignals,
                holdOutShare,
                triggers,
                rules,
                templates,
                changed,
                page);
    }

    public MallSettings withPage(Page changed) {
        return new MallSettings(
                live,
                consentRequired,
                consentFrom,
                storage,
                honourSignals,
                holdOutShare,
                triggers,
                rules,
                templates,
                searchEngines,
                changed);
    }

    /// What is wrong with them, in the order of the fields; empty where they can be published.
    ///
    /// @param now what has ended by then cannot be published
    public List<SettingsProblem> problems(Instant now) {
        return new SettingsCheck(now, new ArrayList<>()).of(this);
    }
}
