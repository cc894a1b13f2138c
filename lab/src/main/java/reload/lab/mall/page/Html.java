package reload.lab.mall.page;

import java.util.Locale;
import java.util.Map;

/// HTML written with holes: `{name}` is filled as text, escaped; `{{name}}` is filled with HTML as it is.
final class Html {
    private Html() {}

    /// @param filling names and values in turn
    /// @throws IllegalArgumentException for a hole that nothing fills
    static String fill(String pattern, Object... filling) {
        StringBuilder html = new StringBuilder(pattern.length() * 2);
        int at = 0;
        while (true) {
            int open = pattern.indexOf('{', at);
            if (open < 0) {
                return html.append(pattern, at, pattern.length()).toString();
            }
            html.append(pattern, at, open);
            boolean raw = pattern.startsWith("{{", open);
            String end = raw ? "}}" : "}";
            int close = pattern.indexOf(end, open);
            String name = pattern.substring(open + (raw ? 2 : 1), close);
            String value = value(filling, name);
            html.append(raw ? value : escape(value));
            at = close + end.length();
        }
    }

    private static String value(Object[] filling, String name) {
        for (int i = 0; i < filling.length; i += 2) {
            if (name.equals(filling[i])) {
                return String.valueOf(filling[i + 1]);
            }
        }
        throw new IllegalArgumentException("nothing fills {" + name + "}");
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /// A call of Reload's public function, as a mall's developer writes it.
    static String call(String name, Map<String, ?> said) {
        return "[\"" + name + "\"," + Json.of(said) + "]";
    }

    /// 47,200원
    static String won(long amount) {
        return String.format(Locale.ROOT, "%,d원", amount);
    }

    static String stars(double rating) {
        return String.format(Locale.ROOT, "%.1f", rating);
    }
}
