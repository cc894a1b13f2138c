package reload.mall;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reload.event.BlockKind;
import reload.event.Frequency;
import reload.event.Presentation;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.Variant;
import reload.mall.MallSettings.Acknowledged;
import reload.mall.MallSettings.Page;
import reload.mall.MallSettings.Rules;
import reload.mall.MallSettings.TriggerSettings;
import reload.mall.SettingsProblem.Code;
import reload.mall.Theme.Colours;
import reload.mall.Theme.Scheme;
import reload.mall.Words.Sentences;

/// Every rule about settings, in the order of the fields.
///
/// @param now what has ended by then cannot be published
record SettingsCheck(Instant now, List<SettingsProblem> problems) {
    private static final double MAX_HOLD_OUT = 0.5;
    private static final int MAX_WORDS = 200;
    private static final int MAX_LINK = 2048;
    private static final int MAX_SEARCH_ENGINES = 50;
    private static final int MAX_RADIUS = 32;
    private static final int MAX_SIZE = 12;
    private static final int MAX_VARIANTS = 3;
    private static final long MAX_COST = 1_000_000_000;
    private static final Pattern VARIANT = Pattern.compile("[a-z0-9-]{1,24}");
    private static final Set<Frequency> INTERRUPTING = EnumSet.of(Frequency.VISITOR, Frequency.VISIT, Frequency.DAY);
    private static final Set<Frequency> ANY = EnumSet.allOf(Frequency.class);
    private static final Set<Presentation> FULL = EnumSet.of(Presentation.PAGE, Presentation.SHEET);
    private static final Set<Presentation> BESIDE =
            EnumSet.of(Presentation.SHEET, Presentation.BAR, Presentation.INLINE);
    private static final Set<Presentation> SMALL = EnumSet.of(Presentation.SHEET, Presentation.BAR);
    private static final Set<Presentation> IN_PLACE = EnumSet.of(Presentation.INLINE);
    private static final int MAX_CODE = 64;
    private static final int MAX_BADGE = 40;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern HOST = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\\d{1,5})?");
    /// Nothing that could end the declaration it stands in.
    private static final Pattern FONT = Pattern.compile("[\\p{L}\\p{N} ,.'\"_-]+");
    /// No spaces, no control characters, no backslash (which browsers read as a slash).
    private static final Pattern LINK = Pattern.compile("(https?://[^\\s/?#\\\\]+|/(?!/))[^\\s\\\\\\p{Cntrl}]*");

    List<SettingsProblem> of(MallSettings settings) {
        if (!(settings.holdOutShare() >= 0 && settings.holdOutShare() <= MAX_HOLD_OUT))
            add("holdOutShare", Code.OUT_OF_RANGE);
        choosing(settings.choosing());
        triggers(settings.triggers());
        rules(settings.rules());
        templates(settings.templates());
        searchEngines(settings.searchEngines());
        page(settings.page());
        return List.copyOf(problems);
    }

    private void choosing(Choosing choosing) {
        Set<String> spokenOf = choosing.rule().conditions().keySet();
        for (String name : new TreeSet<>(spokenOf))
            if (!ShowRule.KNOWN_BEFOREHAND.contains(name))
                problems.add(new SettingsProblem("choosing.rule", Code.NOT_ALLOWED, name));
        if (choosing.whom() == Choosing.Whom.RULE && spokenOf.isEmpty()) add("choosing.rule", Code.MISSING);
        inRange("choosing.cost", choosing.cost(), 0, MAX_COST);
    }

    private void triggers(MallSettings.Triggers triggers) {
        trigger("triggers.backHold", Trigger.BACK_HOLD, triggers.backHold());
        Acknowledged acknowledged = triggers.backHold().acknowledged();
        boolean agreed = acknowledged != null && acknowledged.text().equals(Acknowledged.BACK_HOLD_POLICY);
        if (triggers.backHold().on() && !agreed) add("triggers.backHold.acknowledged", Code.NOT_ACKNOWLEDGED);
        trigger("triggers.backLanding", Trigger.BACK_LANDING, triggers.backLanding());
        trigger("triggers.leaveSignal", Trigger.LEAVE_SIGNAL, triggers.leaveSignal());
        trigger("triggers.return", Trigger.RETURN, triggers.returning());
        trigger("triggers.link", Trigger.LINK, triggers.link());
        trigger("triggers.inline", Trigger.INLINE, triggers.inline());
    }

    private void trigger(String at, Trigger trigger, TriggerSettings settings) {
        if (!frequencies(trigger).contains(settings.frequency())) add(at + ".frequency", Code.NOT_FOR_THIS_TRIGGER);
        if (!presentations(trigger).contains(settings.presentation()))
            add(at + ".presentation", Code.NOT_FOR_THIS_TRIGGER);
    }

    /// What interrupts must know an end.
    static Set<Frequency> frequencies(Trigger trigger) {
        return trigger.interrupts() ? INTERRUPTING : ANY;
    }

    /// How a reload page may come up. What the shopper did not ask for never takes the whole screen, but for the
    /// classic one, where the shopper has already turned to leave.
    static Set<Presentation> presentations(Trigger trigger) {
        return switch (trigger) {
            case BACK_HOLD, LINK -> FULL;
            case BACK_LANDING -> BESIDE;
            case LEAVE_SIGNAL, RETURN -> SMALL;
            case INLINE -> IN_PLACE;
        };
    }

    private void rules(Rules rules) {
        inRange("rules.maxStayMs", rules.maxStayMs(), 5_000, 3_600_000);
        inRange("rules.snoozeDays", rules.snoozeDays(), 1, 365);
        inRange("rules.planTtlMs", rules.planTtlMs(), 60_000, 3_600_000);
    }

    private void templates(List<Template> templates) {
        if (templates.isEmpty()) add("templates", Code.MISSING);
        if (Set.copyOf(templates).size() < templates.size()) add("templates", Code.DUPLICATE);
    }

    private void searchEngines(List<String> hosts) {
        if (hosts.size() > MAX_SEARCH_ENGINES) add("searchEngines", Code.TOO_MANY);
        for (int i = 0; i < hosts.size(); i++)
            if (!HOST.matcher(hosts.get(i)).matches()) add("searchEngines[" + i + "]", Code.NOT_A_HOST);
    }

    private void page(Page page) {
        sentences("page.words.ko.", page.words().ko());
        sentences("page.words.en.", page.words().en());
        theme(page.theme());
        blocks("page.blocks", page.blocks());
        if (page.variants().size() > MAX_VARIANTS) add("page.variants", Code.TOO_MANY);
        Set<String> names = new HashSet<>(Set.of(Variant.CLASSIC, Variant.NOTHING, Variant.HOLD_OUT));
        for (int i = 0; i < page.variants().size(); i++) {
            PageVariant variant = page.variants().get(i);
            String at = "page.variants[" + i + "]";
            if (!VARIANT.matcher(variant.name()).matches()) add(at + ".name", Code.NOT_A_NAME);
            else if (!names.add(variant.name())) add(at + ".name", Code.DUPLICATE);
            blocks(at + ".blocks", variant.blocks());
        }
    }

    private void blocks(String field, List<Block> blocks) {
        Set<BlockKind> kinds = EnumSet.noneOf(BlockKind.class);
        boolean anyOn = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String at = field + "[" + i + "]";
            if (!kinds.add(block.kind())) add(at + ".kind", Code.DUPLICATE);
            anyOn |= block.on();
            block(at, block);
        }
        if (!anyOn) add(field, Code.NO_BLOCK);
    }

    private void sentences(String at, Sentences sentences) {
        words(at + "title", sentences.title());
        words(at + "leave", sentences.leave());
        words(at + "stay", sentences.stay());
        words(at + "snooze", sentences.snooze());
        words(at + "productAgain", sentences.productAgain());
        words(at + "goesWith", sentences.goesWith());
        words(at + "popular", sentences.popular());
        words(at + "soldOut", sentences.soldOut());
        badge(at + "sale", sentences.sale());
        words(at + "recentlyViewed", sentences.recentlyViewed());
        words(at + "resume", sentences.resume());
        words(at + "copy", sentences.copy());
        words(at + "copied", sentences.copied());
        words(at + "endsIn", sentences.endsIn());
        words(at + "close", sentences.close());
        badge(at + "fresh", sentences.fresh());
        badge(at + "best", sentences.best());
        badge(at + "lowStock", sentences.lowStock());
    }

    private void theme(Theme theme) {
        colour("page.theme.accent", theme.accent());
        colour("page.theme.background", theme.background());
        colour("page.theme.text", theme.text());
        inRange("page.theme.radius", theme.radius(), 0, MAX_RADIUS);
        link("page.theme.logo", theme.logo());
        String font = theme.font();
        words("page.theme.font", font);
        if (font != null && !FONT.matcher(font).matches()) add("page.theme.font", Code.NOT_A_FONT);
        Colours dark = theme.dark();
        if (dark != null) {
            colour("page.theme.dark.accent", dark.accent());
            colour("page.theme.dark.background", dark.background());
            colour("page.theme.dark.text", dark.text());
        } else if (theme.scheme() != Scheme.LIGHT) add("page.theme.dark", Code.MISSING);
    }

    private void block(String at, Block block) {
        switch (block) {
            case Block.ProductAgain _ -> {}
            case Block.GoesWith goesWith -> inRange(at + ".size", goesWith.size(), 1, MAX_SIZE);
            case Block.Popular popular -> inRange(at + ".size", popular.size(), 1, MAX_SIZE);
            case Block.Banner banner -> {
                link(at + ".image", banner.image());
                words(at + ".text", banner.text());
                link(at + ".url", banner.url());
                if (banner.on() && banner.image() == null && isBlank(banner.text())) add(at + ".image", Code.MISSING);
                if (banner.on() && banner.url() == null) add(at + ".url", Code.MISSING);
            }
            case Block.RecentlyViewed recently -> inRange(at + ".size", recently.size(), 1, MAX_SIZE);
            case Block.Coupon coupon -> {
                words(at + ".text", coupon.text());
                if (coupon.code() != null && coupon.code().length() > MAX_CODE) add(at + ".code", Code.TOO_LONG);
                link(at + ".url", coupon.url());
                if (!coupon.on()) return;
                if (isBlank(coupon.text())) add(at + ".text", Code.MISSING);
                if (isBlank(coupon.code())) add(at + ".code", Code.MISSING);
                if (coupon.endsAt() != null && !coupon.endsAt().isAfter(now)) add(at + ".endsAt", Code.ENDED);
            }
            case Block.Countdown countdown -> {
                words(at + ".text", countdown.text());
                if (!countdown.on()) return;
                if (isBlank(countdown.text())) add(at + ".text", Code.MISSING);
                if (countdown.endsAt() == null) add(at + ".endsAt", Code.MISSING);
                else if (!countdown.endsAt().isAfter(now)) add(at + ".endsAt", Code.ENDED);
            }
            case Block.Custom custom -> {
                Markup markup = custom.html();
                if (markup.html().length() > Markup.LONGEST) add(at + ".html", Code.TOO_LONG);
                for (String refused : markup.refused())
                    problems.add(new SettingsProblem(at + ".html", Code.NOT_ALLOWED, refused));
                if (custom.on() && isBlank(markup.html())) add(at + ".html", Code.MISSING);
            }
        }
    }

    private void inRange(String field, long value, long least, long most) {
        if (value < least || value > most) add(field, Code.OUT_OF_RANGE);
    }

    private void words(String field, @Nullable String words) {
        if (words != null && words.length() > MAX_WORDS) add(field, Code.TOO_LONG);
    }

    /// On a card there is room for a few words.
    private void badge(String field, @Nullable String words) {
        if (words != null && words.length() > MAX_BADGE) add(field, Code.TOO_LONG);
    }

    private void colour(String field, String colour) {
        if (!COLOUR.matcher(colour).matches()) add(field, Code.NOT_A_COLOUR);
    }

    private void link(String field, @Nullable String link) {
        if (link == null) return;
        if (link.length() > MAX_LINK) add(field, Code.TOO_LONG);
        else if (!isLink(link)) add(field, Code.NOT_A_LINK);
    }

    /// Whether it leads to the web or to a page of the mall.
    static boolean isLink(String text) {
        return text.length() <= MAX_LINK && LINK.matcher(text).matches();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void add(String field, Code code) {
        problems.add(new SettingsProblem(field, code));
    }
}
