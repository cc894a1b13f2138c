package reload.lab.mall.drawing;

import static reload.lab.mall.drawing.Outline.n;

import java.util.Locale;

/// The surfaces our clothes have; each is a small tile repeated over the piece.
public enum Weave {
    PLAIN,
    TWILL,
    MELTON,
    KNIT,
    CHUNKY,
    RIB,
    CABLE,
    STRIPE,
    BRETON,
    PINSTRIPE,
    CHECK,
    GLEN,
    WINDOWPANE,
    TARTAN,
    GINGHAM,
    HERRINGBONE,
    HOUNDSTOOTH,
    CORDUROY,
    DENIM,
    BOUCLE,
    FAIRISLE,
    ARGYLE,
    FLORAL,
    DOT,
    QUILT,
    LEATHER,
    SATIN,
    WAFFLE;

    /// From the assortment's notation.
    public static Weave of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isKnitted() {
        return switch (this) {
            case KNIT, CHUNKY, RIB, CABLE, FAIRISLE, ARGYLE, WAFFLE -> true;
            default -> false;
        };
    }

    boolean isShiny() {
        return this == SATIN || this == LEATHER;
    }

    /// The tile as an SVG pattern, turned by `degrees` so that it runs along a sleeve.
    String pattern(String id, Cloth cloth, double degrees, double scale) {
        Tint dye = cloth.dye();
        Tint dark = dye.darker(0.16);
        Tint darker = dye.darker(0.3);
        Tint light = dye.lighter(dye.lightness() < 0.25 ? 0.12 : 0.22);
        Tint second = cloth.second();
        return switch (this) {
            case PLAIN ->
                tile(
                        id,
                        6,
                        6,
                        degrees,
                        scale,
                        dye,
                        "<path d='M0 3H6M3 0V6' stroke='" + dark + "' stroke-width='.5' opacity='.35'/>");
            case TWILL ->
                tile(
                        id,
                        6,
                        6,
                        degrees,
                        scale,
                        dye,
                        "<path d='M-1 7L7 -1M-1 1L1 -1M5 7L7 5' stroke='" + dark
                                + "' stroke-width='1' opacity='.55'/>");
            case MELTON ->
                tile(
                        id,
                        23,
                        19,
                        degrees,
                        scale,
                        dye,
                        "<g stroke-width='.9' stroke-linecap='round' opacity='.55'><path d='M2 3l4 1M12 2l3 2M19 6l3-1M5 10l3-2M14 11l4 1M1 15l3 1M9 16l4-1M18 16l3 1' stroke='"
                                + dark
                                + "'/><path d='M7 6l3 1M16 4l2 2M3 8l2 1M11 8l2-1M20 10l2 2M6 13l2 1M15 14l2-1' stroke='"
                                + light
                                + "'/></g>");
            case KNIT ->
                tile(
                        id,
                        8,
                        7,
                        degrees,
                        scale,
                        dye,
                        "<path d='M0 0L4 5L8 0M0 7L4 12L8 7' transform='translate(0 -1)' stroke='" + dark
                                + "' stroke-width='1.3' fill='none' opacity='.7'/><path d='M0 3L4 8L8 3' transform='translate(0 -1)' stroke='"
                                + light + "' stroke-width='.8' fill='none' opacity='.5'/>");
            case CHUNKY ->
                tile(
                        id,
                        18,
                        15,
                        degrees,
                        scale,
                        dye,
                        "<path d='M0 0L9 10L18 0M0 15L9 25L18 15' transform='translate(0 -3)' stroke='" + darker
                                + "' stroke-width='2' fill='none' opacity='.6'/><path d='M1 6L9 15L17 6' transform='translate(0 -3)' stroke='"
                                + light + "' stroke-width='2.4' fill='none' opacity='.5' stroke-linecap='round'/>");
            case RIB ->
                tile(
                        id,
                        8,
                        8,
                        degrees,
                        scale,
                        dye,
                        "<rect x='0' width='2.6' height='8' fill='" + darker
                                + "' opacity='.42'/><rect x='4.4' width='1.6' height='8' fill='" + light
                                + "' opacity='.42'/>");
            case CABLE ->
                tile(
                        id,
                        64,
                        48,
                        degrees,
                        scale,
                        dye,
                        "<g fill='none' stroke-linecap='round'><g stroke='" + darker
                                + "' stroke-width='1.2' opacity='.5'><path d='M40 0l3 6 3-6m0 0l3 6 3-6m0 0l3 6 3-6M40 12l3 6 3-6m0 0l3 6 3-6m0 0l3 6 3-6M40 24l3 6 3-6m0 0l3 6 3-6m0 0l3 6 3-6M40 36l3 6 3-6m0 0l3 6 3-6m0 0l3 6 3-6'/></g>"
                                + "<path d='M3 0V48M35 0V48' stroke='" + darker + "' stroke-width='3' opacity='.5'/>"
                                + "<path d='M11 -6C11 8 27 8 27 24C27 40 11 40 11 54' stroke='" + darker
                                + "' stroke-width='13' opacity='.55'/>"
                                + "<path d='M11 -6C11 8 27 8 27 24C27 40 11 40 11 54' stroke='" + dye.lighter(0.06)
                                + "' stroke-width='9'/>"
                                + "<path d='M27 -6C27 8 11 8 11 24C11 40 27 40 27 54' stroke='" + darker
                                + "' stroke-width='13' opacity='.6' stroke-dasharray='34 14' stroke-dashoffset='-8'/>"
                                + "<path d='M27 -6C27 8 11 8 11 24C11 40 27 40 27 54' stroke='" + light
                                + "' stroke-width='8.5'/></g>");
            case STRIPE ->
                tile(
                        id,
                        14,
                        14,
                        degrees,
                        scale,
                        dye,
                        "<rect width='5' height='14' fill='" + second + "'/><path d='M0 3H14M3 0V14' stroke='" + dark
                                + "' stroke-width='.4' opacity='.3'/>");
            case BRETON ->
                tile(id, 40, 30, degrees, scale, dye, "<rect y='4' width='40' height='11' fill='" + second + "'/>");
            case PINSTRIPE ->
                tile(
                        id,
                        22,
                        22,
                        degrees,
                        scale,
                        dye,
                        "<path d='M11 0V22' stroke='" + second + "' stroke-width='1.1' opacity='.75'/>");
            case CHECK ->
                tile(
                        id,
                        56,
                        56,
                        degrees,
                        scale,
                        dye,
                        "<g fill='" + second
                                + "' opacity='.42'><rect width='24' height='56'/><rect width='56' height='24'/></g><g stroke='"
                                + light + "' stroke-width='1.4' opacity='.6'><path d='M40 0V56M0 40H56'/></g>");
            case GLEN ->
                tile(
                        id,
                        52,
                        52,
                        degrees,
                        scale,
                        dye,
                        "<g stroke='" + darker
                                + "' opacity='.55'><path d='M2 0V52M6 0V52M10 0V52M14 0V52M18 0V52M22 0V52' stroke-width='1.5'/><path d='M0 2H52M0 6H52M0 10H52M0 14H52M0 18H52M0 22H52' stroke-width='1.5' opacity='.8'/></g><path d='M38 0V52M0 38H52' stroke='"
                                + second + "' stroke-width='1.3' opacity='.8'/>");
            case WINDOWPANE ->
                tile(
                        id,
                        62,
                        62,
                        degrees,
                        scale,
                        dye,
                        "<path d='M31 0V62M0 31H62' stroke='" + second + "' stroke-width='2' opacity='.75'/>");
            case TARTAN ->
                tile(
                        id,
                        84,
                        84,
                        degrees,
                        scale,
                        dye,
                        "<g fill='" + second
                                + "' opacity='.6'><rect x='6' width='26' height='84'/><rect y='6' width='84' height='26'/></g><g fill='"
                                + darker
                                + "' opacity='.5'><rect x='48' width='12' height='84'/><rect y='48' width='84' height='12'/></g><path d='M72 0V84M0 72H84M19 0V84M0 19H84' stroke='"
                                + light + "' stroke-width='1.6' opacity='.75'/>");
            case GINGHAM ->
                tile(
                        id,
                        24,
                        24,
                        degrees,
                        scale,
                        dye,
                        "<g fill='" + second
                                + "' opacity='.5'><rect width='12' height='24'/><rect width='24' height='12'/></g>");
            case HERRINGBONE ->
                tile(
                        id,
                        20,
                        10,
                        degrees,
                        scale,
                        dye,
                        "<path d='M0 10L10 0M-5 5L5 -5M5 15L15 5M20 10L10 0M25 5L15 -5M15 15L5 5' stroke='none'/><g stroke='"
                                + darker
                                + "' stroke-width='1.7' opacity='.6' fill='none'><path d='M0 -5L10 5L20 -5M0 0L10 10L20 0M0 5L10 15L20 5'/></g><g stroke='"
                                + light
                                + "' stroke-width='1.1' opacity='.45' fill='none'><path d='M0 -2.5L10 7.5L20 -2.5M0 2.5L10 12.5L20 2.5M0 7.5L10 17.5L20 7.5'/></g>");
            case HOUNDSTOOTH ->
                tile(
                        id,
                        24,
                        24,
                        degrees,
                        scale,
                        dye,
                        "<path d='M0 0H12V12H24V24H18L12 18V24H6L12 18V12L6 18H0V12L6 6H0ZM12 0H18L12 6ZM0 24L6 18H0Z' fill='"
                                + second + "' opacity='.85'/>");
            case CORDUROY ->
                tile(
                        id,
                        7,
                        12,
                        degrees,
                        scale,
                        dye,
                        "<rect width='2' height='12' fill='" + darker
                                + "' opacity='.6'/><rect x='3.6' width='1.6' height='12' fill='" + light
                                + "' opacity='.4'/><path d='M2 3H7M2 9H7' stroke='" + dark
                                + "' stroke-width='.5' opacity='.5'/>");
            case DENIM ->
                tile(
                        id,
                        9,
                        9,
                        degrees,
                        scale,
                        dye,
                        "<path d='M-1 10L10 -1M-1 5.5L5.5 -1M3.5 10L10 3.5' stroke='" + light
                                + "' stroke-width='.8' opacity='.4'/><path d='M-1 7.5L7.5 -1M1.5 10L10 1.5' stroke='"
                                + darker + "' stroke-width='.9' opacity='.4'/>");
            case BOUCLE ->
                tile(
                        id,
                        34,
                        34,
                        degrees,
                        scale,
                        dye,
                        "<g fill='none' stroke-linecap='round' stroke-width='2.6'><path d='M3 8q4-7 8 0M15 4q5-5 7 2M26 10q4-7 8-1M2 20q5-7 8 0M14 16q4-6 8 1M24 22q5-7 8 0M6 31q4-7 9-1M18 29q4-7 8 0' stroke='"
                                + darker
                                + "' opacity='.34'/><path d='M2 5q4-6 8 0M14 10q4-6 8 0M27 5q3-4 7 0M5 15q4-5 8 0M17 23q4-6 7 0M28 17q3-4 7 0M1 27q4-5 7 0M27 30q3-5 7 0' stroke='"
                                + light + "' opacity='.7'/></g>");
            case FAIRISLE ->
                tile(
                        id,
                        48,
                        92,
                        degrees,
                        scale,
                        dye,
                        "<g fill='" + second
                                + "'><path d='M24 6l6 6-6 6-6-6zM0 6l6 6-6 6zM48 6l-6 6 6 6z'/><path d='M10 11h4v4h-4zM34 11h4v4h-4z'/><rect y='24' width='48' height='3'/><path d='M0 32h6v4h-6zM12 32h6v4h-6zM24 32h6v4h-6zM36 32h6v4h-6z'/><path d='M0 46L12 58L24 46L36 58L48 46V52L36 64L24 52L12 64L0 52Z'/><path d='M0 70h6v4h-6zM12 70h6v4h-6zM24 70h6v4h-6zM36 70h6v4h-6z'/><rect y='80' width='48' height='3'/></g><path d='M0 0L4 4L8 0M8 0l4 4 4-4M16 0l4 4 4-4M24 0l4 4 4-4M32 0l4 4 4-4M40 0l4 4 4-4M0 40l4 4 4-4M8 40l4 4 4-4M16 40l4 4 4-4M24 40l4 4 4-4M32 40l4 4 4-4M40 40l4 4 4-4' stroke='"
                                + darker + "' opacity='.25' fill='none'/>");
            case ARGYLE ->
                tile(
                        id,
                        70,
                        100,
                        degrees,
                        scale,
                        dye,
                        "<path d='M35 0L70 50L35 100L0 50Z' fill='" + second
                                + "' opacity='.8'/><path d='M0 0L70 100M70 0L0 100' stroke='" + light
                                + "' stroke-width='1.4' stroke-dasharray='4 3'/>");
            case FLORAL ->
                tile(
                        id,
                        58,
                        66,
                        degrees,
                        scale,
                        dye,
                        flower(14, 16, 1, second, light) + flower(42, 46, 1.15, second, light)
                                + flower(46, 10, 0.55, light, second)
                                + flower(12, 50, 0.6, light, second) + "<g stroke='"
                                + darker.towards(new Tint("#5c6b4a"), 0.5)
                                + "' fill='none' stroke-width='1.3' opacity='.8'><path d='M18 24q6 8 2 16M44 34q-6-8-14-8M46 58q4 4 10 4'/></g>");
            case DOT ->
                tile(
                        id,
                        24,
                        24,
                        degrees,
                        scale,
                        dye,
                        "<g fill='" + second
                                + "'><circle cx='6' cy='6' r='2.7'/><circle cx='18' cy='18' r='2.7'/></g>");
            case QUILT ->
                tile(
                        id,
                        44,
                        44,
                        degrees,
                        scale,
                        dye,
                        "<path d='M22 0L44 22L22 44L0 22Z' fill='" + light
                                + "' opacity='.18'/><path d='M0 22L22 0L44 22L22 44Z' stroke='" + darker
                                + "' stroke-width='1.6' fill='none' opacity='.75'/><path d='M3 22L22 3L41 22' stroke='"
                                + light
                                + "' stroke-width='1.6' fill='none' opacity='.45'/>");
            case LEATHER ->
                tile(
                        id,
                        30,
                        26,
                        degrees,
                        scale,
                        dye,
                        "<g stroke='" + dark
                                + "' stroke-width='.8' fill='none' opacity='.4'><path d='M2 5q4 3 8 0M14 3q5 4 9 1M25 8q3 3 6 0M6 13q4 3 8-1M18 14q4 3 9 0M1 20q4 3 7 0M12 22q4 2 8-1M23 22q3 2 6 0'/></g>");
            case SATIN ->
                tile(
                        id,
                        4,
                        4,
                        degrees,
                        scale,
                        dye,
                        "<path d='M0 2H4' stroke='" + light + "' stroke-width='.5' opacity='.3'/>");
            case WAFFLE ->
                tile(
                        id,
                        14,
                        14,
                        degrees,
                        scale,
                        dye,
                        "<path d='M0 0H14V14' stroke='" + light
                                + "' stroke-width='2.2' fill='none' opacity='.55'/><rect x='3' y='3' width='8' height='8' rx='2' fill='"
                                + darker + "' opacity='.3'/>");
        };
    }

    private static String flower(double x, double y, double size, Tint petal, Tint heart) {
        StringBuilder petals = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            petals.append("<ellipse cx='0' cy='-5.2' rx='3.4' ry='4.6' transform='rotate(")
                    .append(i * 72)
                    .append(")'/>");
        }
        return "<g transform='translate(" + n(x) + " " + n(y) + ") scale(" + size + ")' fill='" + petal + "'>" + petals
                + "<circle r='2.6' fill='" + heart + "'/></g>";
    }

    private static String tile(
            String id, int width, int height, double degrees, double scale, Tint ground, String marks) {
        String turn = degrees == 0 ? "" : "rotate(" + n(degrees) + ")";
        String size = scale == 1 ? "" : "scale(" + scale + ")";
        return "<pattern id='" + id + "' width='" + width + "' height='" + height
                + "' patternUnits='userSpaceOnUse' patternTransform='" + turn + size + "'><rect width='" + width
                + "' height='" + height + "' fill='" + ground + "'/>" + marks + "</pattern>";
    }
}
