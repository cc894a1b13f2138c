package reload.lab.mall.drawing;

import static reload.lab.mall.drawing.Outline.n;

/// Trousers and skirts.
final class Bottoms {
    private Bottoms() {}

    static void pants(Drawing drawing, Cut cut, Cloth cloth) {
        double length = cut.number("len", 540);
        double top = 400 - length / 2;
        double waist = 84;
        double bottom = top + length;
        double crotch = top + Math.min(178, length * 0.5);
        double outer;
        double inner;
        double knee;
        switch (cut.word("leg", "straight")) {
            case "wide" -> {
                outer = 146;
                inner = 16;
                knee = 132;
            }
            case "boot" -> {
                outer = 126;
                inner = 30;
                knee = 102;
            }
            case "slim" -> {
                outer = 92;
                inner = 42;
                knee = 100;
            }
            case "taper" -> {
                outer = 100;
                inner = 40;
                knee = 118;
            }
            case "balloon" -> {
                outer = 104;
                inner = 34;
                knee = 146;
            }
            default -> {
                outer = 116;
                inner = 32;
                knee = 114;
            }
        }
        boolean denim = cloth.weave() == Weave.DENIM || cut.has("jeans");
        Tint thread = denim && cloth.dye().lightness() < 0.62 ? new Tint("#c08a4e") : cloth.line();
        drawing.mark("<ellipse cx='0' cy='" + n(top + 3) + "' rx='" + n(waist - 4) + "' ry='9' fill='"
                + cloth.dye().darker(0.45) + "'/>");
        double kneeY = top + length * 0.56;
        Outline half = Outline.from(0, top + 8)
                .curve(30, top + 8, 60, top + 5, waist, top)
                .curve(waist + 6, top + 60, 112, top + 110, Math.max(112, knee - 8), top + 170)
                .curve(knee, top + 230, knee, kneeY - 30, knee, kneeY)
                .curve(knee, kneeY + 60, outer, bottom - 90, outer, bottom)
                .bend((outer + inner) / 2, bottom + 7, inner, bottom + 1)
                .curve(inner - 3, bottom - 120, 9, crotch + 90, 0, crotch);
        drawing.piece(half.mirrored(), cloth);
        for (int side = -1; side <= 1; side += 2) {
            String s = side < 0 ? "-" : "";
            drawing.fold(
                    "M" + s + "8 " + n(crotch - 2) + "Q" + s + "36 " + n(crotch + 4) + " " + s + "70 " + n(crotch - 26),
                    10);
            drawing.fold(
                    "M" + s + "8 " + n(crotch + 10) + "Q" + s + "34 " + n(crotch + 34) + " " + s + "52 "
                            + n(crotch + 80),
                    10);
            if (cut.has("crease")) {
                double mid = (outer + inner) / 2;
                drawing.fold(
                        "M" + n(side * 50.0) + " " + n(top + 60) + "Q" + n(side * 66.0) + " " + n(kneeY) + " "
                                + n(side * mid) + " " + n(bottom),
                        5);
            } else {
                drawing.fold(
                        "M" + n(side * (inner + 14)) + " " + n(kneeY - 20) + "Q" + n(side * (knee - 50)) + " "
                                + n(kneeY + 6) + " " + n(side * (knee - 6)) + " " + n(kneeY - 14),
                        9);
                drawing.fold(
                        "M" + n(side * (inner + 16)) + " " + n(kneeY + 40) + "Q" + n(side * (knee - 44)) + " "
                                + n(kneeY + 52) + " " + n(side * (knee - 12)) + " " + n(kneeY + 26),
                        8);
                drawing.fold(
                        "M" + n(side * (outer - 8)) + " " + n(bottom - 40) + "Q" + n(side * (outer - 40)) + " "
                                + n(bottom - 26) + " " + n(side * (inner + 12)) + " " + n(bottom - 44),
                        8);
                drawing.fold(
                        "M" + n(side * (inner + (outer - inner) * 0.6)) + " " + n(bottom) + "Q"
                                + n(side * (inner + (outer - inner) * 0.5)) + " " + n(bottom - 110) + " "
                                + n(side * (knee - 44)) + " " + n(kneeY + 70),
                        9);
            }
        }
        if (cut.has("faded")) {
            drawing.mark("<g filter='url(#haze)' fill='#fff8ea' opacity='.24'><ellipse cx='62' cy='" + n(top + 240)
                    + "' rx='26' ry='96'/><ellipse cx='-62' cy='" + n(top + 240) + "' rx='26' ry='96'/></g>");
        }
        if (cut.has("elastic")) {
            drawing.piece(
                    "M" + n(-waist - 2) + " " + n(top - 1) + "Q0 " + n(top + 11) + " " + n(waist + 2) + " " + n(top - 1)
                            + "L" + n(waist + 5) + " " + n(top + 30) + "Q0 " + n(top + 42) + " " + n(-waist - 5) + " "
                            + n(top + 30) + "Z",
                    cloth.as(Weave.RIB),
                    0,
                    0.8);
            drawing.mark("<g fill='none' stroke='#efe8d8' stroke-width='4' stroke-linecap='round'><path d='M-8 "
                    + n(top + 26) + "q-14 30 -10 66M8 " + n(top + 26) + "q16 26 10 56'/></g>");
        } else {
            drawing.piece(
                    "M" + n(-waist - 1) + " " + n(top - 1) + "Q0 " + n(top + 15) + " " + n(waist + 1) + " " + n(top - 1)
                            + "L" + n(waist + 4) + " " + n(top + 26) + "Q0 " + n(top + 42) + " " + n(-waist - 4) + " "
                            + n(top + 26) + "Z",
                    cloth,
                    0,
                    0.6);
            for (double x : new double[] {-58, 58}) {
                drawing.piece("M" + n(x - 4) + " " + n(top + 1) + "h8v33h-8Z", cloth, 0, 0.3);
            }
            drawing.button(denim ? 0 : -3, top + 22, denim ? 6 : 5.5, denim ? new Tint("#b08a55") : Tops.HORN);
            drawing.seam("M2 " + n(top + 38) + "V" + n(crotch - 4), cloth);
            drawing.stitch(
                    "M26 " + n(top + 37) + "V" + n(crotch - 62) + "Q26 " + n(crotch - 24) + " 4 " + n(crotch - 16),
                    thread);
        }
        if (cut.has("pleats")) {
            for (int side = -1; side <= 1; side += 2) {
                drawing.seam(
                        "M" + n(side * 34.0) + " " + n(top + 37) + "Q" + n(side * 40.0) + " " + n(top + 74) + " "
                                + n(side * 46.0) + " " + n(top + 112) + "M" + n(side * 52.0) + " " + n(top + 35) + "Q"
                                + n(side * 56.0) + " " + n(top + 60) + " " + n(side * 61.0) + " " + n(top + 88),
                        cloth);
            }
        }
        if (denim) {
            Outline scoop = Outline.from(42, top + 36).bend(52, top + 84, 104, top + 88);
            drawing.seam(scoop.open() + scoop.openFlipped(), cloth)
                    .stitch(
                            Outline.from(37, top + 37)
                                            .bend(47, top + 91, 104, top + 95)
                                            .open()
                                    + Outline.from(37, top + 37)
                                            .bend(47, top + 91, 104, top + 95)
                                            .openFlipped(),
                            thread);
            drawing.mark("<g fill='#b08a55'><circle cx='46' cy='" + n(top + 42) + "' r='2.6'/><circle cx='-46' cy='"
                    + n(top + 42) + "' r='2.6'/></g>");
        } else {
            Outline slant = Outline.from(68, top + 33).to(100, top + 108);
            drawing.seam(slant.open() + slant.openFlipped(), cloth);
        }
        if (cut.has("cargo")) {
            double y = top + 260;
            Outline pocket = Outline.from(74, y)
                    .to(Math.max(knee, 112) - 2, y - 6)
                    .to(Math.max(knee, 112) - 2, y + 82)
                    .to(76, y + 86)
                    .to(74, y);
            drawing.piece(pocket.closed(), cloth, 0, 0.6).piece(pocket.closedFlipped(), cloth, 0, 0.6);
            Outline flap = Outline.from(70, y - 4)
                    .to(Math.max(knee, 112), y - 10)
                    .to(Math.max(knee, 112), y + 16)
                    .to(72, y + 24)
                    .to(70, y - 4);
            drawing.piece(flap.closed(), cloth, 0, 0.6).piece(flap.closedFlipped(), cloth, 0, 0.6);
        }
        if (cut.has("turn-up")) {
            Outline up = Outline.from(inner - 3, bottom - 34)
                    .bend((inner + outer) / 2, bottom - 28, outer + 3, bottom - 35)
                    .to(outer + 4, bottom + 4)
                    .bend((inner + outer) / 2, bottom + 12, inner - 4, bottom + 5)
                    .to(inner - 3, bottom - 34);
            Cloth inside = denim ? cloth.dyed(cloth.dye().lighter(0.35)) : cloth;
            drawing.piece(up.closed(), inside, 0, 0.6).piece(up.closedFlipped(), inside, 0, 0.6);
        } else if (cut.has("cuffs")) {
            Outline up = Outline.from(inner + 2, bottom - 30)
                    .to(outer - 2, bottom - 30)
                    .to(outer - 10, bottom + 8)
                    .to(inner + 8, bottom + 8)
                    .to(inner + 2, bottom - 30);
            drawing.piece(up.closed(), cloth.as(Weave.RIB), 0, 0.8)
                    .piece(up.closedFlipped(), cloth.as(Weave.RIB), 0, 0.8);
        } else {
            Outline hem = Outline.from(inner, bottom - 14).bend((inner + outer) / 2, bottom - 8, outer, bottom - 15);
            drawing.stitch(hem.open() + hem.openFlipped(), thread);
        }
        Outline sideSeam = Outline.from(waist + 1, top + 30);
        if (cut.has("stripe-side")) {
            Outline line = sideSeam.curve(104, top + 90, knee - 9, top + 200, knee - 9, kneeY)
                    .curve(knee - 9, kneeY + 80, outer - 9, bottom - 90, outer - 9, bottom);
            drawing.mark("<g fill='none' stroke='" + cloth.second() + "' stroke-width='6'><path d='" + line.open()
                    + "'/><path d='" + line.openFlipped() + "'/></g>");
        }
    }

    static void skirt(Drawing drawing, Cut cut, Cloth cloth) {
        double length = cut.number("len", 430);
        double top = 400 - length / 2;
        double waist = 80;
        double bottom = top + length;
        String shape = cut.word("shape", "a");
        double hem = switch (shape) {
            case "h" -> 108;
            case "mermaid" -> 142;
            case "pleats" -> 178;
            case "flare" -> 214;
            case "tiers" -> 184;
            case "wrap" -> 132;
            default -> 158;
        };
        if (length < 300) {
            hem = 92 + (hem - 92) * 0.66;
        }
        drawing.mark("<ellipse cx='0' cy='" + n(top + 3) + "' rx='" + n(waist - 4) + "' ry='9' fill='"
                + cloth.dye().darker(0.45) + "'/>");
        Outline half = Outline.from(0, top + 8).curve(30, top + 8, 60, top + 5, waist, top);
        if (shape.equals("h") || shape.equals("wrap")) {
            half.curve(waist + 10, top + 50, 112, top + 80, 112, top + 140)
                    .curve(113, top + 200, hem, bottom - 120, hem, bottom);
        } else if (shape.equals("mermaid")) {
            half.curve(waist + 12, top + 50, 106, top + 90, 104, top + 160)
                    .curve(102, bottom - 170, 104, bottom - 110, hem, bottom - 4);
        } else {
            half.curve(waist + 14, top + 60, hem - 34, bottom - 200, hem, bottom - (shape.equals("flare") ? 22 : 10));
        }
        if (shape.equals("flare") || shape.equals("tiers") || shape.equals("mermaid")) {
            half.curve(hem * 0.9, bottom + 14, hem * 0.8, bottom + 12, hem * 0.7, bottom)
                    .curve(hem * 0.6, bottom - 8, hem * 0.54, bottom + 20, hem * 0.4, bottom + 12)
                    .curve(hem * 0.3, bottom - 2, hem * 0.18, bottom + 2, 0, bottom + 16);
        } else {
            half.curve(hem * 0.7, bottom + 7, hem * 0.35, bottom + 10, 0, bottom + 10);
        }
        drawing.piece(half.mirrored(), cloth);
        switch (shape) {
            case "pleats" -> {
                for (int i = -6; i <= 6; i++) {
                    double x0 = i * waist / 6.6;
                    double x1 = i * hem / 6.4;
                    drawing.fold(
                            "M" + n(x0) + " " + n(top + 30) + "Q" + n(x0 * 1.2) + " " + n(top + 120) + " " + n(x1) + " "
                                    + n(bottom + 8),
                            9);
                }
                StringBuilder lines = new StringBuilder();
                for (int i = -6; i <= 6; i++) {
                    double x0 = i * waist / 6.6;
                    double x1 = i * hem / 6.4;
                    lines.append("M")
                            .append(n(x0 + 2))
                            .append(" ")
                            .append(n(top + 32))
                            .append("Q")
                            .append(n(x0 * 1.2 + 3))
                            .append(" ")
                            .append(n(top + 120))
                            .append(" ")
                            .append(n(x1 + 5))
                            .append(" ")
                            .append(n(bottom + 6));
                }
                drawing.seam(lines.toString(), cloth);
            }
            case "flare", "a", "tiers" -> {
                double[] at = {-0.78, -0.5, -0.22, 0.1, 0.38, 0.62, 0.84};
                for (int i = 0; i < at.length; i++) {
                    double x = at[i] * hem;
                    drawing.fold(
                            "M" + n(x) + " " + n(bottom + 4) + "Q" + n(x * 0.8 + 4) + " " + n(bottom - length * 0.45)
                                    + " " + n(x * 0.52) + " " + n(top + length * (i % 2 == 0 ? 0.22 : 0.4)),
                            shape.equals("a") ? 8 : 13);
                }
            }
            case "mermaid" -> {
                for (double x : new double[] {-0.7, -0.36, 0.02, 0.4, 0.72}) {
                    drawing.fold(
                            "M" + n(x * hem) + " " + n(bottom + 4) + "Q" + n(x * hem * 0.7) + " " + n(bottom - 60) + " "
                                    + n(x * hem * 0.6) + " " + n(bottom - 150),
                            11);
                }
            }
            case "wrap" -> {
                drawing.fold("M70 " + n(top + 30) + "Q30 " + n(top + 60) + " -40 " + n(top + 74), 9)
                        .fold("M72 " + n(top + 40) + "Q40 " + n(top + 110) + " -30 " + n(top + 170), 10);
                drawing.fold("M46 " + n(top + 40) + "Q56 " + n(bottom - 160) + " 30 " + n(bottom + 8), 12);
            }
            default -> {
                drawing.fold(
                        "M" + n(hem - 20) + " " + n(bottom - 120) + "Q40 " + n(bottom - 90) + " 10 " + n(bottom - 130),
                        8);
                drawing.fold("M-90 " + n(top + 110) + "Q-40 " + n(top + 124) + " 0 " + n(top + 108), 8);
            }
        }
        if (shape.equals("tiers")) {
            for (double share : new double[] {0.36, 0.68}) {
                double y = top + length * share;
                double w = waist + (hem - waist) * Math.pow(share, 0.85) + 2;
                drawing.seam("M" + n(-w) + " " + n(y) + "Q0 " + n(y + 14) + " " + n(w) + " " + n(y), cloth);
                for (double x = -w + 14; x < w - 8; x += 19) {
                    drawing.mark("<path d='M" + n(x) + " " + n(y + 8) + "q3 14 " + n(x * 0.04) + " 26' stroke='"
                            + cloth.dye().darker(0.4) + "' stroke-width='2.2' fill='none' opacity='.3'/>");
                }
            }
        }
        drawing.piece(
                "M" + n(-waist - 1) + " " + n(top - 1) + "Q0 " + n(top + 15) + " " + n(waist + 1) + " " + n(top - 1)
                        + "L" + n(waist + 5) + " " + n(top + 24) + "Q0 " + n(top + 40) + " " + n(-waist - 5) + " "
                        + n(top + 24) + "Z",
                cut.has("elastic") ? cloth.as(Weave.RIB) : cloth,
                0,
                0.6);
        if (cut.has("buttons")) {
            drawing.seam(
                    "M13 " + n(top + 38) + "V" + n(bottom + 8) + "M-13 " + n(top + 38) + "V" + n(bottom + 8), cloth);
            for (double y = top + 22; y < bottom - 20; y += 46) {
                drawing.button(0, y, 6, Tops.HORN);
            }
        }
        if (cut.has("slit")) {
            drawing.mark("<path d='M0 " + n(bottom + 12) + "L-7 " + n(bottom - 120) + "L10 " + n(bottom + 11)
                    + "Z' fill='" + cloth.dye().darker(0.6) + "'/>");
            drawing.seam("M-6 " + n(top + 38) + "L-7 " + n(bottom - 118), cloth);
        }
        if (cut.has("jeans")) {
            Tint thread = new Tint("#c08a4e");
            Outline scoop = Outline.from(40, top + 36).bend(50, top + 80, 104, top + 84);
            drawing.seam(scoop.open() + scoop.openFlipped(), cloth);
            drawing.stitch(
                    Outline.from(35, top + 36).bend(45, top + 86, 104, top + 90).open()
                            + Outline.from(35, top + 36)
                                    .bend(45, top + 86, 104, top + 90)
                                    .openFlipped() + "M-" + n(hem) + " " + n(bottom - 8) + "Q0 " + n(bottom) + " "
                            + n(hem) + " " + n(bottom - 8),
                    thread);
            drawing.button(0, top + 22, 6, new Tint("#b08a55"));
            drawing.stitch(
                    "M24 " + n(top + 36) + "V" + n(top + 90) + "Q24 " + n(top + 122) + " 2 " + n(top + 128), thread);
        }
        if (shape.equals("wrap")) {
            drawing.seam("M66 " + n(top + 32) + "Q72 " + n(bottom - 180) + " 46 " + n(bottom + 8), cloth);
            drawing.button(64, top + 20, 5.5, Tops.HORN).button(38, top + 23, 5.5, Tops.HORN);
        }
        if (cut.has("pocket")) {
            Outline slant = Outline.from(66, top + 32).to(98, top + 98);
            drawing.seam(slant.open() + slant.openFlipped(), cloth);
        }
    }
}
