package reload.mall;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reload.event.Wire;

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
}
