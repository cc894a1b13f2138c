package reload.lab.mall.drawing;

import static reload.lab.mall.drawing.Outline.n;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A garment being drawn, layer on layer, around x = 0. Light falls from the upper left, low and warm, as
/// everywhere here.
final class Drawing {
    private final String prefix;
    private final StringBuilder defs = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private final List<String> silhouette = new ArrayList<>();
    private final Map<String, String> patterns = new HashMap<>();
    private final StringBuilder folds = new StringBuilder();
    private String open = "";
    private Cloth openCloth = new Cloth(new Tint("#000000"), Weave.PLAIN, new Tint("#000000"));
    private double openDepth = 1;
    private int ids;

    /// @param prefix keeps the ids of several garments in one picture apart
    Drawing(String prefix) {
        this.prefix = prefix;
    }

    /// Lays a piece of cloth. The folds that follow belong to it, until the next piece.
    Drawing piece(String d, Cloth cloth) {
        return piece(d, cloth, 0, 1);
    }

    /// @param turn degrees by which the weave is turned
    /// @param depth how round it looks: 0 flat to 1 full
    Drawing piece(String d, Cloth cloth, double turn, double depth) {
        finish();
        String id = prefix + ++ids;
        defs.append("<path id='").append(id).append("' d='").append(d).append("'/>");
        defs.append("<clipPath id='")
                .append(id)
                .append("c'><use href='#")
                .append(id)
                .append("'/></clipPath>");
        silhouette.add(id);
        body.append("<g clip-path='url(#")
                .append(id)
                .append("c)'><use href='#")
                .append(id)
                .append("' fill='url(#")
                .append(pattern(cloth, turn))
                .append(")'/>");
        open = id;
        openCloth = cloth;
        openDepth = depth;
        return this;
    }

    /// A fold in the piece last laid: shade on one side of the line, light on the other.
    Drawing fold(String d, double width) {
        double strength = openCloth.weave().isShiny() ? 1.4 : openCloth.weave().isKnitted() ? 0.65 : 0.95;
        double light = 0.26 * strength * (openCloth.dye().lightness() < 0.3 ? 0.6 : 1);
        stroke(d, "#1c1722", width, 0.28 * strength, "");
        String aside = " transform='translate(" + n(-width * 0.75) + " " + n(-width * 0.3) + ")'";
        stroke(d, "#fff8ea", width * 0.75, light, aside);
        return this;
    }

    /// A stroke that swells towards its middle, as a fold does: all of it thin, then its middle again.
    private void stroke(String d, String colour, double width, double opacity, String more) {
        for (int i = 0; i < 2; i++) {
            folds.append("<path pathLength='100' d='")
                    .append(d)
                    .append("' stroke='")
                    .append(colour)
                    .append("' stroke-width='")
                    .append(n(i == 0 ? width * 0.55 : width))
                    .append("' opacity='")
                    .append(n2(i == 0 ? opacity * 0.8 : opacity * 0.75))
                    .append("'")
                    .append(i == 0 ? " stroke-linecap='round'" : " stroke-dasharray='0 20 58 100'")
                    .append(more)
                    .append("/>");
        }
    }

    /// The same fold on both sides.
    Drawing folds(Outline line, double width) {
        return fold(line.open(), width).fold(line.openFlipped(), width);
    }

    private void finish() {
        if (open.isEmpty()) {
            return;
        }
        double shade = openCloth.dye().lightness() > 0.7 ? 0.26 : 0.4;
        double light =
                openCloth.dye().lightness() < 0.3 ? 0.2 : openCloth.weave().isShiny() ? 0.5 : 0.3;
        body.append("<g filter='url(#soft)' fill='none'>").append(folds);
        body.append("<use href='#")
                .append(open)
                .append("' stroke='#1c1722' stroke-width='22' opacity='")
                .append(n2(shade * openDepth))
                .append("' transform='translate(-7 -8)'/>");
        body.append("<use href='#")
                .append(open)
                .append("' stroke='#fff8ea' stroke-width='12' opacity='")
                .append(n2(light * openDepth))
                .append("' transform='translate(5 5)'/></g></g>");
        body.append("<use href='#")
                .append(open)
                .append("' fill='none' stroke='")
                .append(openCloth.dye().darker(0.5))
                .append("' stroke-width='1.1' opacity='.55'/>");
        folds.setLength(0);
        open = "";
    }

    /// A seam: a thin line pressed into the cloth.
    Drawing seam(String d, Cloth cloth) {
        finish();
        body.append("<path d='")
                .append(d)
                .append("' fill='none' stroke='")
                .append(cloth.line())
                .append("' stroke-width='1.5' opacity='.6'/>");
        return this;
    }

    /// Top-stitching in `thread`.
    Drawing stitch(String d, Tint thread) {
        finish();
        body.append("<path d='")
                .append(d)
                .append("' fill='none' stroke='")
                .append(thread)
                .append("' stroke-width='1.4' stroke-dasharray='5 3' opacity='.75'/>");
        return this;
    }

    /// A knitted band that follows a line: necklines and front edges. Ribs run across it.
    Drawing band(String d, Cloth cloth, double width) {
        finish();
        body.append("<g fill='none'><path d='")
                .append(d)
                .append("' stroke='")
                .append(cloth.dye().darker(0.34))
                .append("' stroke-width='")
                .append(n(width + 2))
                .append("'/><path d='")
                .append(d)
                .append("' stroke='")
                .append(cloth.dye())
                .append("' stroke-width='")
                .append(n(width))
                .append("'/><path d='")
                .append(d)
                .append("' stroke='")
                .append(cloth.dye().darker(0.26))
                .append("' stroke-width='")
                .append(n(width))
                .append("' stroke-dasharray='1.6 3.4' opacity='.6'/></g>");
        return this;
    }

    Drawing button(double x, double y, double radius, Tint colour) {
        finish();
        body.append("<g transform='translate(")
                .append(n(x))
                .append(" ")
                .append(n(y))
                .append(")'><circle cx='1' cy='1.6' r='")
                .append(n(radius))
                .append("' fill='#1c1722' opacity='.35'/><circle r='")
                .append(n(radius))
                .append("' fill='")
                .append(colour)
                .append("'/><circle r='")
                .append(n(radius * 0.72))
                .append("' fill='none' stroke='")
                .append(colour.darker(0.3))
                .append("' stroke-width='.8'/><path d='M-1.6 -1.4h.1M1.6 -1.4h.1M-1.6 1.6h.1M1.6 1.6h.1' stroke='")
                .append(colour.darker(0.6))
                .append("' stroke-width='1.5' stroke-linecap='round'/><path d='M")
                .append(n(-radius * 0.6))
                .append(" ")
                .append(n(-radius * 0.5))
                .append("q")
                .append(n(radius * 0.5))
                .append(" ")
                .append(n(-radius * 0.5))
                .append(" ")
                .append(n(radius))
                .append(" ")
                .append(n(-radius * 0.1))
                .append("' stroke='#fff8ea' stroke-width='.9' fill='none' opacity='.5'/></g>");
        return this;
    }

    /// Anything else, as SVG.
    Drawing mark(String svg) {
        finish();
        body.append(svg);
        return this;
    }

    private String pattern(Cloth cloth, double turn) {
        String key = cloth + "/" + turn;
        String known = patterns.get(key);
        if (known != null) {
            return known;
        }
        String id = prefix + "w" + patterns.size();
        patterns.put(key, id);
        defs.append(cloth.weave().pattern(id, cloth, turn, 1));
        return id;
    }

    /// The finished garment with its shadow, as a group to be placed with `transform`.
    String done(String transform) {
        finish();
        StringBuilder shadow = new StringBuilder();
        for (String id : silhouette) {
            shadow.append("<use href='#").append(id).append("'/>");
        }
        return "<defs>" + defs + "</defs><g transform='" + transform
                + "'><g filter='url(#cast)' fill='#2a2030' opacity='.34' transform='translate(16 20)'>" + shadow
                + "</g><g filter='url(#near)' fill='#2a2030' opacity='.3' transform='translate(4 5)'>" + shadow + "</g>"
                + body + "</g>";
    }

    static String n2(double value) {
        return Double.toString(Math.round(value * 100) / 100.0);
    }
}
