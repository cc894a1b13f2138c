package reload.event;

import java.util.regex.Pattern;

/// The public name of a mall in its pages: 1 to 63 of `a-z 0-9 -`, not starting with a dash.
public record SiteKey(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public SiteKey {
        if (!SHAPE.matcher(value).matches()) throw new IllegalArgumentException("not a site key: " + value);
    }
}
