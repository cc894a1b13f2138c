package reload.lab.mall.drawing;

import static reload.lab.mall.drawing.Outline.n;

/// The measures everything with shoulders shares, and the pieces cut from them. x is half a width; y grows downwards.
///
/// @param top y of the point where neck and shoulder meet
/// @param neck half the neck's width
/// @param shoulder half the shoulder width
/// @param slope how far the shoulder falls
/// @param armhole how far below `top` the armpit lies
/// @param sleeve length along the arm; 0 for none
/// @param angle of the arm from straight down, degrees
/// @param bicep width of the sleeve where it begins below the arm
/// @param cuff width of the sleeve at its end
record Bodice(
        double top,
        double neck,
        double shoulder,
        double slope,
        double chest,
        double armhole,
        double waist,
        double hem,
        double length,
        double sleeve,
        double angle,
        double cuff) {

    double shoulderY() {
        return top + slope;
    }

    double armpitY() {
        return top + armhole;
    }

    double hemY() {
        return top + length;
    }

    /// The body without its neckline: shoulder, armhole, side, hem.
    ///
    /// @param neckDepth how far the neckline falls at the front
    /// @param hemDip how far the hem falls (or, negative, rises) at the middle
    Outline body(double neckDepth, boolean pointed, double hemDip, double sideRise) {
        Outline outline = Outline.from(0, top + neckDepth);
        if (pointed) {
            outline.curve(neck * 0.45, top + neckDepth * 0.55, neck * 0.85, top + neckDepth * 0.2, neck, top);
        } else {
            outline.curve(neck * 0.62, top + neckDepth, neck * 0.98, top + neckDepth * 0.55, neck, top);
        }
        outline.curve(
                neck + (shoulder - neck) * 0.35,
                top + slope * 0.2,
                neck + (shoulder - neck) * 0.75,
                top + slope * 0.6,
                shoulder,
                shoulderY());
        double ax = chest;
        outline.curve(shoulder - 9, shoulderY() + (armhole - slope) * 0.45, ax - 13, armpitY() - 16, ax, armpitY());
        double middle = armpitY() + (hemY() - armpitY()) * 0.45;
        outline.curve(chest - 2, armpitY() + 30, waist, middle - 40, waist, middle);
        outline.curve(waist, middle + 40, hem - 2, hemY() - 50, hem, hemY() - sideRise);
        outline.curve(
                hem * 0.72, hemY() - sideRise * 0.25 + hemDip * 0.7, hem * 0.4, hemY() + hemDip, 0, hemY() + hemDip);
        return outline;
    }

    /// The wearer's left sleeve; mirror it for the other.
    Outline arm() {
        double[] end = wrist(sleeve, 0);
        double[] inner = wrist(sleeve, cuff);
        double radians = Math.toRadians(angle);
        double dx = Math.sin(radians);
        double dy = Math.cos(radians);
        double bulge = 9;
        return Outline.from(shoulder - 34, shoulderY() - 2)
                .to(shoulder - 2, shoulderY())
                .curve(
                        shoulder + dx * sleeve * 0.2 + dy * bulge,
                        shoulderY() + dy * sleeve * 0.16,
                        shoulder + dx * sleeve * 0.62 + dy * (bulge - 3),
                        shoulderY() + dy * sleeve * 0.62,
                        end[0],
                        end[1])
                .bend((end[0] + inner[0]) / 2 + dx * 5, (end[1] + inner[1]) / 2 + dy * 5, inner[0], inner[1])
                .curve(
                        inner[0] - dx * sleeve * 0.3,
                        inner[1] - dy * sleeve * 0.3,
                        chest + dx * 20,
                        armpitY() + 34,
                        chest - 2,
                        armpitY() - 4)
                .to(chest - 44, armpitY() - 20);
    }

    /// A point on the sleeve: `along` from the shoulder, `across` from its outer edge.
    double[] wrist(double along, double across) {
        double radians = Math.toRadians(angle);
        return new double[] {
            shoulder - 2 + Math.sin(radians) * along - Math.cos(radians) * across,
            shoulderY() + Math.cos(radians) * along + Math.sin(radians) * across
        };
    }

    /// The end of the sleeve as a band `depth` wide, a little fuller or narrower by `ease` on each edge.
    Outline cuffBand(double depth, double ease) {
        double[] a = wrist(sleeve - depth, -ease);
        double[] b = wrist(sleeve + 3, -ease * 0.4);
        double[] c = wrist(sleeve + 3, cuff + ease * 0.4);
        double[] d = wrist(sleeve - depth, cuff + ease);
        double[] bc = wrist(sleeve + 8, cuff / 2);
        double[] da = wrist(sleeve - depth + 5, cuff / 2);
        return Outline.from(a[0], a[1])
                .to(b[0], b[1])
                .bend(bc[0], bc[1], c[0], c[1])
                .to(d[0], d[1])
                .bend(da[0], da[1], a[0], a[1]);
    }

    /// Folds where an arm bends and where it hangs from the shoulder.
    void armFolds(Drawing drawing, boolean flipped) {
        double[][][] lines = {
            {wrist(sleeve * 0.42, cuff * 1.25), wrist(sleeve * 0.46, cuff * 0.6), wrist(sleeve * 0.54, cuff * 0.25)},
            {wrist(sleeve * 0.56, cuff * 1.1), wrist(sleeve * 0.57, cuff * 0.6), wrist(sleeve * 0.62, cuff * 0.3)},
            {wrist(sleeve * 0.16, cuff * 1.1), wrist(sleeve * 0.3, cuff * 0.75), wrist(sleeve * 0.5, cuff * 0.8)},
            {wrist(sleeve * 0.85, cuff * 0.2), wrist(sleeve * 0.88, cuff * 0.5), wrist(sleeve * 0.83, cuff * 0.85)}
        };
        for (double[][] p : lines) {
            Outline line = Outline.from(p[0][0], p[0][1]).bend(p[1][0], p[1][1], p[2][0], p[2][1]);
            drawing.fold(flipped ? line.openFlipped() : line.open(), 8);
        }
    }

    /// Folds that run from the armpits and hang from the chest.
    void bodyFolds(Drawing drawing, double lean) {
        double a = armpitY();
        double h = hemY();
        drawing.fold(
                "M" + n(chest - 4) + " " + n(a + 8) + "Q" + n(chest - 40) + " " + n(a + 26) + " " + n(chest - 62) + " "
                        + n(a + 84),
                9);
        drawing.fold(
                "M" + n(4 - chest) + " " + n(a + 8) + "Q" + n(46 - chest) + " " + n(a + 30) + " " + n(58 - chest) + " "
                        + n(a + 90),
                9);
        drawing.fold(
                "M" + n(waist - 22) + " " + n(h - 4) + "Q" + n(waist - 34 + lean) + " " + n(h - 70) + " "
                        + n(waist - 52) + " " + n(h - 130),
                10);
        drawing.fold(
                "M" + n(34 - waist) + " " + n(h - 4) + "Q" + n(38 - waist + lean) + " " + n(h - 60) + " "
                        + n(60 - waist) + " " + n(h - 110),
                10);
        drawing.fold(
                "M" + n(14 + lean) + " " + n(h - 6) + "Q" + n(6) + " " + n(h - 70) + " " + n(18 + lean) + " "
                        + n(h - 150),
                9);
    }

    /// The inside of the back, seen through the neckline, with the label sewn in.
    void innerBack(Drawing drawing, Cloth cloth, double neckDepth, boolean label) {
        String d = "M" + n(-neck - 2) + " " + n(top) + "C" + n(-neck * 0.6) + " " + n(top - 9) + " " + n(neck * 0.6)
                + " " + n(top - 9) + " " + n(neck + 2) + " " + n(top) + "L" + n(neck * 0.75) + " "
                + n(top + neckDepth + 6) + "L" + n(-neck * 0.75) + " " + n(top + neckDepth + 6) + "Z";
        drawing.piece(d, cloth.darker(0.3), 0, 0.5);
        if (label && neckDepth > 20) {
            drawing.mark(
                    "<rect x='-13' y='" + n(top + 1) + "' width='26' height='11' rx='1' fill='#f4efe4'/><path d='M-7 "
                            + n(top + 7) + "h14' stroke='#6b5a4a' stroke-width='1.6'/>");
        }
    }
}
