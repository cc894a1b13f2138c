package reload.mall;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reload.event.BlockKind;
import reload.event.Template;
import reload.mall.MallSettings.Acknowledged;
import reload.mall.MallSettings.Block;
import reload.mall.MallSettings.Page;
import reload.mall.MallSettings.Rules;
import reload.mall.MallSettings.Sentences;
import reload.mall.MallSettings.Theme;
import reload.mall.SettingsProblem.Code;

/// Every rule about settings, in the order of the fields.
record SettingsCheck(List<SettingsProblem> problems) {
    private static final double MAX_HOLD_OUT = 0.5;
    private static final int MAX_WORDS = 200;
    private static final int MAX_LINK = 2048;
    private static final int MAX_SEARCH_ENGINES = 50;
    private static final int MAX_RADIUS = 32;
    private static final int MAX_SIZE = 12;
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
        backHold(settings.triggers().backHold());
        rules(settings.rules());
        templates(settings.templates());
        searchEngines(settings.searchEngines());
        page(settings.page());
        return List.copyOf(problems);
    }

    private void backHold(MallSettings.BackHold backHold) {
        Acknowledged acknowledged = backHold.acknowledged();
        boolean agreed = acknowledged != null && acknowledged.text().equals(Acknowledged.BACK_HOLD_POLICY);
        if (backHold.on() && !agreed) add("triggers.backHold.acknowledged", Code.NOT_ACKNOWLEDGED);
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
        Set<BlockKind> kinds = EnumSet.noneOf(BlockKind.class);
        boolean anyOn = false;
        for (int i = 0; i < page.blocks().size(); i++) {
            Block block = page.blocks().get(i);
            String at = "page.blocks[" + i + "]";
            if (!kinds.add(block.kind())) add(at + ".kind", Code.DUPLICATE);
            anyOn |= block.on();
            block(at, block);
        }
        if (!anyOn) add("page.blocks", Code.NO_BLOCK);
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
        words(at + "sale", sentences.sale());
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
                if (banner.on()
                        && banner.image() == null
                        && (banner.text() == null || banner.text().isBlank())) add(at + ".image", Code.MISSING);
                if (banner.on() && banner.url() == null) add(at + ".url", Code.MISSING);
            }
        }
    }

    private void inRange(String field, long value, long least, long most) {
        if (value < least || value > most) add(field, Code.OUT_OF_RANGE);
    }

    private void words(String field, @Nullable String words) {
        if (words != null && words.length() > MAX_WORDS) add(field, Code.TOO_LONG);
    }

    private void colour(String field, String colour) {
        if (!COLOUR.matcher(colour).matches()) add(field, Code.NOT_A_COLOUR);
    }

    private void link(String field, @Nullable String link) {
        if (link == null) return;
        if (link.length() > MAX_LINK) add(field, Code.TOO_LONG);
        else if (!LINK.matcher(link).matches()) add(field, Code.NOT_A_LINK);
    }

    private void add(String field, Code code) {
        problems.add(new SettingsProblem(field, code));
    }
}
