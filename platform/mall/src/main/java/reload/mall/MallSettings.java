package reload.mall;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reload.event.Frequency;
import reload.event.Presentation;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.Variant;
import reload.event.Wire;

/// What a mall's people decide: when a reload page may come up, and what is on it. Published as numbered versions.
///
/// @param live false: nothing is shown, everything is still measured
/// @param consentRequired whether nothing may be stored or reported before the shopper agreed
/// @param consentFrom who tells the page what the shopper agreed to
/// @param storage the longest memory a page may use once consent is not needed or given
/// @param honourSignals whether Global Privacy Control and Do Not Track count as a no until the shopper says yes
/// @param ga4 whether the page hears what the mall tells Google Analytics 4: products, carts and orders
/// @param holdOutShare share of visitors that are never shown a reload page, 0 to 0.5
/// @param templates the kinds of page on which leaving may bring one up
/// @param searchEngines the mall's own addition to [SearchEngines], as `host` or `host:port`
public record MallSettings(
        boolean live,
        boolean consentRequired,
        ConsentFrom consentFrom,
        Storage storage,
        boolean honourSignals,
        boolean ga4,
        double holdOutShare,
        Choosing choosing,
        Triggers triggers,
        Rules rules,
        List<Template> templates,
        List<String> searchEngines,
        Page page) {
    public MallSettings {
        requireNonNull(consentFrom, "consentFrom");
        requireNonNull(storage, "storage");
        requireNonNull(choosing, "choosing");
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
    /// @param variants further pages, at most 3; the first one's name is [reload.event.Variant#CLASSIC]
    public record Page(Words words, Theme theme, List<Block> blocks, List<PageVariant> variants) {
        public Page {
            requireNonNull(words, "words");
            requireNonNull(theme, "theme");
            blocks = List.copyOf(blocks);
            variants = List.copyOf(variants);
        }

        /// Every page's name, the first one's first.
        public List<String> names() {
            return Stream.concat(Stream.of(Variant.CLASSIC), variants.stream().map(PageVariant::name))
                    .toList();
        }

        /// The blocks of the page of this name.
        public List<Block> blocksOf(String name) {
            for (PageVariant variant : variants) if (variant.name().equals(name)) return variant.blocks();
            return blocks;
        }

        public Page with(Words changed) {
            return new Page(changed, theme, blocks, variants);
        }

        public Page with(Theme changed) {
            return new Page(words, changed, blocks, variants);
        }

        public Page with(List<Block> changed) {
            return new Page(words, theme, changed, variants);
        }

        public Page beside(PageVariant... further) {
            return new Page(words, theme, blocks, List.of(further));
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
                true,
                0.1,
                Choosing.INITIAL,
                Triggers.INITIAL,
                new Rules(60_000, 7, 600_000),
                List.of(Template.PRODUCT),
                List.of(),
                new Page(
                        new Words(Words.Sentences.KOREAN, Words.Sentences.ENGLISH),
                        Theme.light("#0f766e", "#ffffff", "#1a1a1a", 8),
                        List.of(
                                new Block.ProductAgain(true),
                                new Block.GoesWith(true, 6),
                                new Block.Popular(true, 4),
                                new Block.RecentlyViewed(false, 6),
                                new Block.Banner(false, null, null, null),
                                new Block.Coupon(false, null, null, null, null),
                                new Block.Countdown(false, null, null),
                                new Block.Custom(false, Markup.NONE)),
                        List.of()));
    }

    /// What visitors outside the hold-out draw among.
    public List<String> variants() {
        List<String> variants = new ArrayList<>(page.names());
        if (choosing.nothingCompetes()) variants.add(Variant.NOTHING);
        return List.copyOf(variants);
    }

    public MallSettings withLive(boolean changed) {
        return changed(copy -> copy.live = changed);
    }

    public MallSettings withConsentRequired(boolean changed) {
        return changed(copy -> copy.consentRequired = changed);
    }

    public MallSettings withConsentFrom(ConsentFrom changed) {
        return changed(copy -> copy.consentFrom = changed);
    }

    public MallSettings withStorage(Storage changed) {
        return changed(copy -> copy.storage = changed);
    }

    public MallSettings withGa4(boolean changed) {
        return changed(copy -> copy.ga4 = changed);
    }

    public MallSettings withHoldOutShare(double changed) {
        return changed(copy -> copy.holdOutShare = changed);
    }

    public MallSettings withChoosing(Choosing changed) {
        return changed(copy -> copy.choosing = changed);
    }

    public MallSettings withTriggers(Triggers changed) {
        return changed(copy -> copy.triggers = changed);
    }

    public MallSettings withRules(Rules changed) {
        return changed(copy -> copy.rules = changed);
    }

    public MallSettings withTemplates(List<Template> changed) {
        return changed(copy -> copy.templates = changed);
    }

    public MallSettings withSearchEngines(List<String> changed) {
        return changed(copy -> copy.searchEngines = changed);
    }

    public MallSettings withPage(Page changed) {
        return changed(copy -> copy.page = changed);
    }

    private MallSettings changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.settings();
    }

    private static final class Copy {
        private boolean live;
        private boolean consentRequired;
        private ConsentFrom consentFrom;
        private Storage storage;
        private boolean honourSignals;
        private boolean ga4;
        private double holdOutShare;
        private Choosing choosing;
        private Triggers triggers;
        private Rules rules;
        private List<Template> templates;
        private List<String> searchEngines;
        private Page page;

        Copy(MallSettings from) {
            live = from.live;
            consentRequired = from.consentRequired;
            consentFrom = from.consentFrom;
            storage = from.storage;
            honourSignals = from.honourSignals;
            ga4 = from.ga4;
            holdOutShare = from.holdOutShare;
            choosing = from.choosing;
            triggers = from.triggers;
            rules = from.rules;
            templates = from.templates;
            searchEngines = from.searchEngines;
            page = from.page;
        }

        MallSettings settings() {
            return new MallSettings(
                    live,
                    consentRequired,
                    consentFrom,
                    storage,
                    honourSignals,
                    ga4,
                    holdOutShare,
                    choosing,
                    triggers,
                    rules,
                    templates,
                    searchEngines,
                    page);
        }
    }

    /// What is wrong with them, in the order of the fields; empty where they can be published.
    ///
    /// @param now what has ended by then cannot be published
    public List<SettingsProblem> problems(Instant now) {
        return new SettingsCheck(now, new ArrayList<>()).of(this);
    }
}
