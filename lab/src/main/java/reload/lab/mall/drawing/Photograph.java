package reload.lab.mall.drawing;

import static reload.lab.mall.drawing.Outline.n;

import java.util.List;
import java.util.SplittableRandom;

/// A picture of our clothes: cloth on a tinted ground, with the window's low light across it. 600 by 800.
public final class Photograph {
    private Photograph() {}

    /// One garment in a picture.
    ///
    /// @param cut how it is cut
    /// @param cloth what it is made of
    public record Garment(Cut cut, Cloth cloth) {}

    private static final List<Tint> GROUNDS = List.of(
            new Tint("#e6dccb"),
            new Tint("#d9cfc4"),
            new Tint("#dcd5cf"),
            new Tint("#cfd3cf"),
            new Tint("#d8c7b6"),
            new Tint("#d3cbd1"),
            new Tint("#c9d0d4"),
            new Tint("#e2d1c3"),
            new Tint("#cdc9b8"),
            new Tint("#dfd8d2"));

    private static final List<Tint> DEEP_GROUNDS = List.of(
            new Tint("#b9a896"), new Tint("#a9aca6"), new Tint("#b6a3a0"), new Tint("#a3abb3"), new Tint("#b3a88d"));

    /// The garment alone.
    ///
    /// @param seed fixes the ground and how the garment lies
    public static String flat(Garment garment, long seed) {
        return scene(ground(garment.cloth().dye(), seed), seed, lay(garment, "a", seed, 300, 0, 1), "0 0 600 800");
    }

    /// The garment's upper middle, close enough to see the weave.
    public static String close(Garment garment, long seed) {
        String view = switch (garment.cut().kind()) {
            case "pants", "skirt" -> "180 110 240 320";
            case "top", "coat", "puffer", "dress" -> "195 130 240 320";
            default -> "165 300 270 360";
        };
        return scene(ground(garment.cloth().dye(), seed), seed, lay(garment, "a", seed, 300, 0, 1), view);
    }

    /// Two of one cut in two dyes, side by side.
    public static String pair(Garment front, Garment back, long seed) {
        return scene(
                ground(front.cloth().dye(), seed),
                seed,
                lay(back, "a", seed + 1, 205, 60, 0.74) + lay(front, "b", seed, 390, 150, 0.74),
                "0 0 600 800");
    }

    /// The garment with what goes with it.
    ///
    /// @param garments one to three; the first is the picture's subject
    public static String outfit(List<Garment> garments, long seed) {
        StringBuilder laid = new StringBuilder();
        double[][] places = {{196, 30, 0.64}, {428, 172, 0.58}, {206, 462, 0.42}};
        for (int i = Math.min(garments.size(), places.length) - 1; i >= 0; i--) {
            laid.append(lay(
                    garments.get(i),
                    "abc".substring(i, i + 1),
                    seed + i * 7L,
                    places[i][0],
                    places[i][1],
                    places[i][2]));
        }
        return scene(ground(garments.getFirst().cloth().dye(), seed + 5), seed, laid.toString(), "0 0 600 800");
    }

    private static String lay(Garment garment, String prefix, long seed, double x, double y, double scale) {
        double lean = new SplittableRandom(seed).nextDouble(-2.2, 2.2);
        double size = scale * fill(garment.cut());
        // Scaled about the middle of its place, wherever that place is.
        double down = y + 400 * (scale - size);
        return draw(
                garment,
                prefix,
                "translate(" + n(x) + " " + n(down) + ") scale(" + Drawing.n2(size) + ") rotate(" + n(lean)
                        + " 0 400)");
    }

    /// How much larger a garment is laid than it is drawn, so that each fills its picture alike.
    private static double fill(Cut cut) {
        return switch (cut.kind()) {
            case "top" -> cut.is("neck", "hood") || cut.is("neck", "turtle") ? 1.22 : 1.3;
            case "coat", "puffer" -> cut.number("len", 500) > 420 ? 1.18 : 1.26;
            case "skirt" -> cut.number("len", 430) > 300 ? 1.22 : 1.5;
            case "pants" -> 1.14;
            case "dress" -> 1.14;
            case "beanie", "bucket-hat", "cap", "beret", "belt" -> 1.18;
            default -> 1.1;
        };
    }

    /// The garment with its shadow, to be placed by `transform`.
    ///
    /// @param prefix keeps its ids apart from those of others in the same picture
    static String draw(Garment garment, String prefix, String transform) {
        Drawing drawing = new Drawing(prefix);
        Cut cut = garment.cut();
        Cloth cloth = garment.cloth();
        switch (cut.kind()) {
            case "top" -> Tops.draw(drawing, cut, cloth);
            case "coat" -> Outers.draw(drawing, cut, cloth);
            case "puffer" -> Outers.puffer(drawing, cut, cloth);
            case "pants" -> Bottoms.pants(drawing, cut, cloth);
            case "skirt" -> Bottoms.skirt(drawing, cut, cloth);
            case "dress" -> Dresses.draw(drawing, cut, cloth);
            default -> Accessories.draw(drawing, cut, cloth);
        }
        return drawing.done(transform);
    }

    private static Tint ground(Tint dye, long seed) {
        SplittableRandom dice = new SplittableRandom(seed * 31 + 7);
        List<Tint> grounds = dye.lightness() > 0.78 ? DEEP_GROUNDS : GROUNDS;
        return grounds.get(dice.nextInt(grounds.size()));
    }

    private static String scene(Tint ground, long seed, String things, String view) {
        SplittableRandom dice = new SplittableRandom(seed * 17 + 3);
        double slide = dice.nextDouble(-90, 90);
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='" + view + "' width='600' height='800'>"
                + light(ground) + "<rect width='600' height='800' fill='url(#g)'/>"
                + "<g filter='url(#haze)' fill='#fff3da' opacity='.42'><path d='M" + n(-80 + slide) + " 60L"
                + n(190 + slide) + " -60L" + n(420 + slide) + " 860L" + n(120 + slide) + " 860Z'/><path d='M"
                + n(240 + slide) + " -60L" + n(350 + slide) + " -60L" + n(600 + slide) + " 860L" + n(470 + slide)
                + " 860Z'/></g>" + things
                + "<g filter='url(#haze)' fill='#ffefcf' opacity='.1'><path d='M" + n(-80 + slide) + " 60L"
                + n(190 + slide) + " -60L" + n(420 + slide) + " 860L" + n(120 + slide)
                + " 860Z'/></g><rect width='600' height='800' fill='url(#v)'/></svg>";
    }

    private static String light(Tint ground) {
        return "<defs><linearGradient id='g' x1='0' y1='0' x2='1' y2='1'><stop offset='0' stop-color='"
                + ground.lighter(0.3) + "'/><stop offset='.55' stop-color='" + ground
                + "'/><stop offset='1' stop-color='" + ground.darker(0.12)
                + "'/></linearGradient><radialGradient id='v' cx='.42' cy='.4' r='.85'><stop offset='.6' stop-color='#2a2030' stop-opacity='0'/><stop offset='1' stop-color='#2a2030' stop-opacity='.14'/></radialGradient>"
                + filter("soft", 5) + filter("cast", 15) + filter("near", 4) + filter("haze", 14) + "</defs>";
    }

    private static String filter(String id, int blur) {
        return "<filter id='" + id + "' x='-20%' y='-20%' width='140%' height='140%'><feGaussianBlur stdDeviation='"
                + blur + "'/></filter>";
    }
}
