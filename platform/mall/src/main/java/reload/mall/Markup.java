package reload.mall;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;
import reload.mall.MarkupNode.Part;
import reload.mall.MarkupNode.Part.Placeholder;
import reload.mall.MarkupNode.Text;

/// A small piece of HTML a mall wrote itself, read once: what it says, and what in it may not stand on a page. Only
/// what is allowed becomes a node, so that nothing else can ever reach a shopper. Two are equal if written the same.
public final class Markup {
    /// As UTF-16 characters.
    public static final int LONGEST = 4_096;

    private static final int DEEPEST = 8;
    /// Children of one element.
    private static final int MOST = 100;
    private static final int LONGEST_ALT = 200;
    private static final Safelist ALLOWED = new Safelist()
            .addTags("h2", "p", "b", "i", "ul", "li", "br", "a", "img")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt");
    private static final List<Placeholder> PLACEHOLDERS = List.of(Placeholder.values());

    public static final Markup NONE = new Markup("");

    private final String html;
    private final List<MarkupNode> nodes;
    private final Set<String> refused = new LinkedHashSet<>();
    private boolean speaksOfAProduct;

    private Markup(String html) {
        this.html = html;
        nodes = html.length() > LONGEST
                ? List.of()
                : nodes(Jsoup.parseBodyFragment(html).body(), 0);
    }

    public static Markup of(String html) {
        return html.isEmpty() ? NONE : new Markup(html);
    }

    /// As the mall wrote it.
    public String html() {
        return html;
    }

    public List<MarkupNode> nodes() {
        return nodes;
    }

    /// What was left out because it is not allowed, in the order it stands: `<script>`, `style="..."`,
    /// `{visitor.name}`. Empty where all of it may stand on a page.
    public List<String> refused() {
        return List.copyOf(refused);
    }

    /// Whether it has room for something of the product the shopper is leaving.
    public boolean speaksOfAProduct() {
        return speaksOfAProduct;
    }

    private List<MarkupNode> nodes(Element parent, int depth) {
        List<MarkupNode> read = new ArrayList<>();
        for (Node child : parent.childNodes()) {
            MarkupNode node = switch (child) {
                case TextNode text -> textNode(text);
                case Element element -> element(element, depth);
                case Comment _ -> null;
                default -> {
                    refused.add("<" + child.nodeName() + ">");
                    yield null;
                }
            };
            if (node == null) continue;
            if (read.size() == MOST) refused.add("<" + child.nodeName() + ">");
            else read.add(node);
        }
        return List.copyOf(read);
    }

    private @Nullable MarkupNode textNode(TextNode text) {
        if (text.isBlank()) return null; // the mall's line breaks
        return text(text.text());
    }

    private @Nullable MarkupNode element(Element element, int depth) {
        String tag = element.normalName();
        if (!ALLOWED.isSafeTag(tag) || depth == DEEPEST) {
            refused.add("<" + tag + ">");
            return null;
        }
        for (Attribute attribute : element.attributes())
            if (!ALLOWED.isSafeAttribute(tag, element, attribute)) refused.add(attribute.html());
        Text href = link(element, "href");
        Text src = link(element, "src");
        if (tag.equals("img") && src == null) {
            refused.add("<img>");
            return null;
        }
        boolean described = tag.equals("img") && element.hasAttr("alt");
        if (described && element.attr("alt").length() > LONGEST_ALT) {
            refused.add("alt");
            described = false;
        }
        return new MarkupNode.Element(
                tag, href, src, described ? text(element.attr("alt")) : null, nodes(element, depth + 1));
    }

    /// A link, or room for one of the product's, and nothing between.
    private @Nullable Text link(Element element, String attribute) {
        boolean allowed = element.normalName().equals(attribute.equals("href") ? "a" : "img");
        if (!allowed || !element.hasAttr(attribute)) return null;
        String written = element.attr(attribute);
        Placeholder of = attribute.equals("href") ? Placeholder.URL : Placeholder.IMAGE;
        if (written.equals(of.written())) return text(written);
        if (SettingsCheck.isLink(written)) return new Text(List.of(new Part.Words(written)));
        refused.add(attribute + "=\"" + written + "\"");
        return null;
    }

    private Text text(String written) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int open = written.indexOf('{'); open >= 0; open = written.indexOf('{', open + 1)) {
            Placeholder placeholder = placeholder(written, open);
            if (placeholder == null) continue;
            if (open > from) parts.add(new Part.Words(written.substring(from, open)));
            parts.add(placeholder);
            speaksOfAProduct = true;
            from = open + placeholder.written().length();
        }
        if (from < written.length() || parts.isEmpty()) parts.add(new Part.Words(written.substring(from)));
        return new Text(parts);
    }

    /// Other words in braces are a slip of the pen; a shopper shall not read them.
    private @Nullable Placeholder placeholder(String written, int open) {
        for (Placeholder placeholder : PLACEHOLDERS)
            if (written.startsWith(placeholder.written(), open)) return placeholder;
        int close = written.indexOf('}', open);
        if (close > open && written.substring(open, close).indexOf('.') > 0)
            refused.add(written.substring(open, close + 1));
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Markup markup && markup.html.equals(html);
    }

    @Override
    public int hashCode() {
        return html.hashCode();
    }

    @Override
    public String toString() {
        return html;
    }
}
