package reload.lab.mall.drawing;

import static reload.lab.mall.drawing.Outline.n;

/// Dresses: a top's shoulders on a skirt.
final class Dresses {
    private Dresses() {}

    static void draw(Drawing drawing, Cut cut, Cloth cloth) {
        double length = cut.number("len", 540);
        double top = 400 - length / 2 + (cut.is("neck", "turtle") ? 20 : 4);
        boolean column = cut.is("shape", "column");
        double waistAt = cut.number("waist", 196);
        double waist = column ? 104 : cut.has("loose") ? 118 : 88;
        double hem = cut.number("hem", column ? 112 : 172);
        double shoulder = cut.has("loose") ? 112 : 97;
        String neck = cut.word("neck", "crew");
        double sleeveLength = switch (cut.word("sleeve", "long")) {
            case "none" -> 0;
            case "short" -> 110;
            case "three" -> 250;
            default -> 340;
        };
        Bodice b = new Bodice(
                top,
                neck.equals("v") || neck.equals("wrap") ? 46 : neck.equals("square") ? 60 : 45,
                shoulder,
                28,
                shoulder + 6,
                112,
                waist,
                hem,
                length,
                sleeveLength,
                14,
                40);
        boolean strap = cut.has("strap");
        double neckDepth = switch (neck) {
            case "v" -> 92;
            case "wrap" -> 128;
            case "square" -> 58;
            case "turtle", "mock" -> 14;
            default -> 34;
        };
        if (strap) {
            Cloth inside = new Cloth(
                    cut.is("inner", "white") ? new Tint("#efe8da") : new Tint("#cdbda4"), Weave.RIB, Tops.SHELL);
            Cut knit = Cut.parse("top neck=turtle fit=slim ribbed len=330 roll=44 lift=" + n(400 - 165 - top + 2));
            Tops.draw(drawing, knit, inside);
        } else {
            Tops.sleeves(drawing, cut, b, cloth, cut.has("ribbed"));
            if (!neck.equals("turtle")) {
                b.innerBack(drawing, cloth, neckDepth, true);
            }
        }
        double waistY = top + waistAt;
        double bottom = top + length;
        boolean pointed = neck.equals("v") || neck.equals("wrap");
        Outline half;
        if (strap) {
            half = Outline.from(0, top + 66)
                    .to(58, top + 62)
                    .to(62, top - 2)
                    .to(84, top + 4)
                    .to(82, top + 70)
                    .curve(84, top + 104, 96, top + 122, shoulder + 2, top + 128);
        } else {
            half = Outline.from(0, top + neckDepth);
            if (neck.equals("square")) {
                half.to(b.neck() - 4, top + neckDepth).to(b.neck(), top);
            } else if (pointed) {
                half.curve(
                        b.neck() * 0.45, top + neckDepth * 0.55, b.neck() * 0.85, top + neckDepth * 0.2, b.neck(), top);
            } else {
                half.curve(b.neck() * 0.62, top + neckDepth, b.neck() * 0.98, top + neckDepth * 0.55, b.neck(), top);
            }
            half.curve(b.neck() + 18, top + 5, shoulder - 20, top + 20, shoulder, b.shoulderY())
                    .curve(shoulder - 9, b.shoulderY() + 42, b.chest() - 12, b.armpitY() - 16, b.chest(), b.armpitY());
        }
        half.curve(b.chest() - 2, b.armpitY() + 34, waist, waistY - 30, waist, waistY);
        if (column) {
            half.curve(waist, waistY + 60, 116, waistY + 80, 116, waistY + 140)
                    .curve(116, waistY + 220, hem, bottom - 90, hem, bottom);
            half.curve(hem * 0.7, bottom + 7, hem * 0.4, bottom + 9, 0, bottom + 9);
        } else {
            half.curve(waist + 12, waistY + 60, hem - 32, bottom - 160, hem, bottom - 14)
                    .curve(hem * 0.9, bottom + 14, hem * 0.8, bottom + 12, hem * 0.7, bottom)
                    .curve(hem * 0.6, bottom - 8, hem * 0.54, bottom + 20, hem * 0.4, bottom + 12)
                    .curve(hem * 0.3, bottom - 2, hem * 0.18, bottom + 2, 0, bottom + 14);
        }
        drawing.piece(half.mirrored(), cloth);
        double a = b.armpitY();
        drawing.fold("M" + n(b.chest() - 4) + " " + n(a + 8) + "Q60 " + n(a + 30) + " 48 " + n(waistY), 8);
        drawing.fold("M" + n(4 - b.chest()) + " " + n(a + 8) + "Q-56 " + n(a + 34) + " -50 " + n(waistY), 8);
        double[] at = {-0.8, -0.52, -0.24, 0.08, 0.36, 0.6, 0.82};
        for (int i = 0; i < at.length; i++) {
            double x = at[i] * hem;
            drawing.fold(
                    "M" + n(x) + " " + n(bottom + 4) + "Q" + n(x * 0.82 + 4) + " " + n(bottom - 150) + " " + n(x * 0.48)
                            + " " + n(waistY + (i % 2 == 0 ? 12 : 70)),
                    column ? 6 : 11);
        }
        if (!column && !cut.has("plain-waist")) {
            drawing.seam(
                    "M" + n(-waist) + " " + n(waistY) + "Q0 " + n(waistY + 12) + " " + n(waist) + " " + n(waistY),
                    cloth);
            for (double x = -waist + 12; x < waist - 6; x += 17) {
                drawing.mark("<path d='M" + n(x) + " " + n(waistY + 9) + "q2 12 " + n(x * 0.05) + " 24' stroke='"
                        + cloth.dye().darker(0.4) + "' stroke-width='2' fill='none' opacity='.3'/>");
            }
        }
        if (cut.has("tiers")) {
            for (double share : new double[] {0.42, 0.74}) {
                double y = waistY + (bottom - waistY) * share;
                double w = waist + (hem - waist) * Math.pow(share, 0.9);
                drawing.seam("M" + n(-w) + " " + n(y) + "Q0 " + n(y + 14) + " " + n(w) + " " + n(y), cloth);
                for (double x = -w + 12; x < w - 6; x += 19) {
                    drawing.mark("<path d='M" + n(x) + " " + n(y + 8) + "q3 13 " + n(x * 0.04) + " 24' stroke='"
                            + cloth.dye().darker(0.4) + "' stroke-width='2' fill='none' opacity='.28'/>");
                }
            }
        }
        if (cut.has("ribbed") && column) {
            drawing.piece(
                    "M" + n(-hem - 1) + " " + n(bottom - 26) + "Q0 " + n(bottom - 18) + " " + n(hem + 1) + " "
                            + n(bottom - 26) + "L" + n(hem) + " " + n(bottom + 4) + "Q0 " + n(bottom + 14) + " "
                            + n(-hem) + " " + n(bottom + 4) + "Z",
                    cloth.rib(),
                    0,
                    0.7);
        }
        if (strap) {
            drawing.button(72, top + 62, 6.5, Tops.HORN).button(-72, top + 62, 6.5, Tops.HORN);
            return;
        }
        necks(drawing, cut, b, cloth, neck, neckDepth);
        if (cut.has("placket")) {
            double to = cut.is("placket", "half") ? waistY : bottom + 10;
            drawing.seam(
                    "M12 " + n(top + neckDepth + 2) + "V" + n(to) + "M-12 " + n(top + neckDepth + 2) + "V" + n(to),
                    cloth);
            Tint colour = cloth.dye().lightness() < 0.4 ? Tops.SHELL : Tops.HORN;
            for (double y = top + neckDepth + 18; y < to - 16; y += 46) {
                drawing.button(0, y, 4.6, colour);
            }
        }
        if (cut.has("belt")) {
            drawing.piece(
                    "M" + n(-waist - 1) + " " + n(waistY - 12) + "Q0 " + n(waistY) + " " + n(waist + 1) + " "
                            + n(waistY - 12) + "V" + n(waistY + 10) + "Q0 " + n(waistY + 22) + " " + n(-waist - 1) + " "
                            + n(waistY + 10) + "Z",
                    cut.is("belt", "leather") ? new Cloth(new Tint("#4a3426"), Weave.LEATHER, Tops.SHELL) : cloth,
                    0,
                    0.7);
            if (cut.is("belt", "leather")) {
                drawing.mark("<rect x='-12' y='" + n(waistY - 11)
                        + "' width='24' height='30' rx='4' fill='none' stroke='#c2a15a' stroke-width='3.4'/>");
            } else {
                drawing.piece(
                        "M14 " + n(waistY + 4) + "C26 " + n(waistY + 50) + " 36 " + n(waistY + 90) + " 32 "
                                + n(waistY + 134) + "L10 " + n(waistY + 136) + "C12 " + n(waistY + 90) + " 8 "
                                + n(waistY + 50) + " 0 " + n(waistY + 8) + "Z",
                        cloth,
                        0,
                        0.6);
                drawing.piece("M-8 " + n(waistY - 8) + "h26q5 13 0 27h-26q-5 -14 0 -27Z", cloth, 0, 0.7);
            }
        }
    }

    private static void necks(Drawing drawing, Cut cut, Bodice b, Cloth cloth, String neck, double depth) {
        double top = b.top();
        double w = b.neck();
        switch (neck) {
            case "wrap" ->
                drawing.seam(
                        "M" + n(w) + " " + n(top) + "C" + n(w * 0.7) + " " + n(top + 50) + " 20 " + n(top + 100)
                                + " -60 " + n(top + 190),
                        cloth);
            case "v" ->
                drawing.stitch(
                        "M" + n(-w - 6) + " " + n(top + 4) + "C" + n(-w * 0.9) + " " + n(top + 30) + " " + n(-w * 0.5)
                                + " " + n(top + depth * 0.7) + " 0 " + n(top + depth + 9) + "C" + n(w * 0.5) + " "
                                + n(top + depth * 0.7) + " " + n(w * 0.9) + " " + n(top + 30) + " " + n(w + 6) + " "
                                + n(top + 4),
                        cloth.line());
            case "collar" -> Tops.collar(drawing, b, cloth, 46);
            default -> {
                Cut asTop = new Cut("top", cut.particulars());
                Tops.neckOf(drawing, asTop, b, cloth, neck, depth);
            }
        }
    }
}
