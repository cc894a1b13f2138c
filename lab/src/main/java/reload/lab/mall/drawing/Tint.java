package reload.lab.mall.drawing;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// A colour as `#rrggbb`, and what light and shade do to it.
///
/// @param hex six hexadecimal digits after a `#`
public record Tint(String hex) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    /// Shade is never black and light never white here: both carry the late sun's colour.
    private static final int SHADE = 0x1c1722;

    private static final int LIGHT = 0xfff8ea;

    public Tint {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a colour: " + hex);
        }
    }

    Tint darker(double share) {
        return mixed(SHADE, share);
    }

    Tint lighter(double share) {
        return mixed(LIGHT, share);
    }

    Tint towards(Tint other, double share) {
        return mixed(Integer.parseInt(other.hex.substring(1), 16), share);
    }

    /// Perceived lightness, 0 (black) to 1 (white).
    double lightness() {
        int rgb = rgb();
        return (0.299 * (rgb >> 16) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255)) / 255;
    }

    /// Whether dark marks show better on it than light ones.
    public boolean isLight() {
        return lightness() > 0.6;
    }

    private int rgb() {
        return Integer.parseInt(hex.substring(1), 16);
    }

    private Tint mixed(int target, double share) {
        int rgb = rgb();
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = rgb >> shift & 255;
            int to = target >> shift & 255;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return new Tint("#" + HexFormat.of().toHexDigits(mixed, 6));
    }

    @Override
    public String toString() {
        return hex;
    }
}
