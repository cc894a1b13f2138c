package reload.mall;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reload.event.BlockKind;
import reload.event.Template;

/// What a mall's people decide: when a reload page may come up, and what is on it. Published as numbered versions.
///
/// @param live false: nothing is shown, everything is still measured
/// @param consentRequired whether nothing may be stored or reported before the shopper agreed
/// @param holdOutShare share of visitors that are never shown a reload page, 0 to 0.5
/// @param templates the kinds of page on which a visit may be shown one
/// @param searchEngines the mall's own addition to [SearchEngines], as `host` or `host:port`
public record MallSettings(
        boolean live,
        boolean consentRequired,
        double holdOutShare,
        Triggers triggers,
        Rules rules,
        List<Template> templates,
        List<String> searchEngines,
        Page page) {
    public MallSettings {
        requireNonNull(triggers, "triggers");
        requireNonNull(rules, "rules");
        requireNonNull(page, "page");
        templates = List.copyOf(templates);
        searchEngines = searchEngines.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    public record Triggers(BackHold backHold, BackLanding backLanding) {
        public Triggers {
            requireNonNull(backHold, "backHold");
            requireNonNull(backLanding, "backLanding");
        }
    }

    /// The only trigger that touches history, and the only one that needs an owner who knows what search engines
    /// say.
    public record BackHold(boolean on, @Nullable Acknowledged acknowledged) {}

    public record BackLanding(boolean on) {}

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
    /// @param once whether a visitor has one chance for good
    /// @param snoozeDays how long "not for N days" lasts
    /// @param planTtlMs how long a plan is good for
    public record Rules(long maxStayMs, boolean once, int snoozeDays, long planTtlMs) {}

    /// @param blocks in the order they stand on the page; each kind at most once
    public record Page(Words words, Theme theme, List<Block> blocks) {
        public Page {
            requireNonNull(words, "words");
            requireNonNull(theme, "theme");
            blocks = List.copyOf(blocks);
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
    public record Sentences(
            @Nullable String title,
            @Nullable String leave,
            @Nullable String stay,
            @Nullable String snooze,
            @Nullable String productAgain,
            @Nullable String goesWith,
            @Nullable String popular,
            @Nullable String soldOut,
            @Nullable String sale) {
        static final Sentences KOREAN = new Sentences(
                "보시던 상품과 어울려요", "나가기", "계속 보기", "7일 동안 보지 않기", "보시던 상품", "함께 보면 좋은 상품", "지금 많이 보는 상품", "품절", "할인");
        static final Sentences ENGLISH = new Sentences(
                "Goes with what you viewed",
                "Leave",
                "Keep looking",
                "Not for 7 days",
                "You were looking at",
                "Goes well with it",
                "Popular right now",
                "Sold out",
                "Sale");

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
                    either(sale, own.sale));
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
    public record Theme(
            String accent,
            String background,
            String text,
            int radius,
            @Nullable String logo,
            @Nullable String font) {
        public Theme {
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
    }

    /// What a new mall starts with: the classic rules, Back not held.
    public static MallSettings initial() {
        return new MallSettings(
                true,
                false,
                0.1,
                new Triggers(new BackHold(false, null), new BackLanding(true)),
                new Rules(60_000, true, 7, 600_000),
                List.of(Template.PRODUCT),
                List.of(),
                new Page(
                        new Words(Sentences.KOREAN, Sentences.ENGLISH),
                        new Theme("#0f766e", "#ffffff", "#1a1a1a", 8, null, null),
                        List.of(
                                new Block.ProductAgain(true),
                                new Block.GoesWith(true, 6),
                                new Block.Popular(true, 4),
                                new Block.Banner(false, null, null, null))));
    }

    public MallSettings withTriggers(Triggers changed) {
        return new MallSettings(live, consentRequired, holdOutShare, changed, rules, templates, searchEngines, page);
    }

    public MallSettings withSearchEngines(List<String> changed) {
        return new MallSettings(live, consentRequired, holdOutShare, triggers, rules, templates, changed, page);
    }

    /// What is wrong with them, in the order of the fields; empty where they can be published.
    public List<SettingsProblem> problems() {
        return new SettingsCheck(new ArrayList<>()).of(this);
    }
}
