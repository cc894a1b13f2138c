package reload.lab.mall.drawing;

import static reload.lab.mall.drawing.Outline.n;

/// Knitwear, shirts, T-shirts and sweatshirts.
final class Tops {
    private Tops() {}

    static final Tint SHELL = new Tint("#efe6d3");
    static final Tint HORN = new Tint("#5b4433");

    static Bodice bodice(Cut cut) {
        String fit = cut.word("fit", "regular");
        double length = cut.number("len", 372);
        double top = 400 - length / 2 - cut.number("lift", 4);
        double sleeve = switch (cut.word("sleeve", "long")) {
            case "none" -> 0;
            case "cap" -> 62;
            case "short" -> 128;
            case "elbow" -> 190;
            case "three" -> 262;
            default -> 348;
        };
        double neck = switch (cut.word("neck", "crew")) {
            case "boat" -> 74;
            case "square" -> 58;
            case "v", "cardigan", "wrap" -> 46;
            case "turtle" -> 42;
            default -> 47;
        };
        double wide = cut.is("cuffs", "wide") ? 16 : cut.is("cuffs", "bell") ? 30 : 0;
        return switch (fit) {
            case "slim" -> new Bodice(top, neck, 96, 27, 100, 112, 91, 97, length, sleeve, 15, 37 + wide);
            case "loose" -> new Bodice(top, neck, 128, 38, 136, 138, 134, 134, length, sleeve * 0.94, 16, 52 + wide);
            case "boxy" -> new Bodice(top, neck, 122, 32, 130, 132, 129, 130, length, sleeve * 0.96, 18, 50 + wide);
            default -> new Bodice(top, neck, 109, 30, 117, 124, 112, 115, length, sleeve, 15, 44 + wide);
        };
    }

    static void draw(Drawing drawing, Cut cut, Cloth cloth) {
        Bodice b = bodice(cut);
        String neck = cut.word("neck", "crew");
        boolean knitted = cloth.weave().isKnitted() || cut.has("ribbed");
        boolean ribHem = cut.has("ribbed");
        boolean open = neck.equals("cardigan") || neck.equals("round-cardigan");
        double neckDepth = switch (neck) {
            case "v" -> 92;
            case "cardigan" -> 158;
            case "boat" -> 20;
            case "square" -> 52;
            case "turtle", "mock" -> 14;
            case "collar", "polo", "band", "bow", "round-collar" -> 30;
            case "hood" -> 34;
            default -> 38;
        };
        if (neck.equals("hood")) {
            hood(drawing, b, cloth);
        }
        sleeves(drawing, cut, b, cloth, ribHem);
        if (!neck.equals("turtle") && !neck.equals("hood")) {
            b.innerBack(drawing, cloth, neckDepth, true);
        }
        double dip = cut.has("shirttail") ? 12 : ribHem ? 2 : 5;
        double rise = cut.has("shirttail") ? 34 : 0;
        Outline body = b.body(neckDepth, neck.equals("v") || neck.equals("cardigan"), dip, rise);
        drawing.piece(neck.equals("square") ? square(b, neckDepth, dip) : body.mirrored(), cloth);
        b.bodyFolds(drawing, 6);
        if (cut.has("yoke")) {
            drawing.seam(
                    "M" + n(-b.shoulder() + 8) + " " + n(b.shoulderY() + 38) + "Q0 " + n(b.shoulderY() + 52) + " "
                            + n(b.shoulder() - 8) + " " + n(b.shoulderY() + 38),
                    cloth);
        }
        if (ribHem) {
            double h = b.hemY();
            double w = b.hem();
            drawing.piece(
                    "M" + n(-w - 1) + " " + n(h - 30) + "Q0 " + n(h - 22) + " " + n(w + 1) + " " + n(h - 30) + "L"
                            + n(w - 6) + " " + n(h + 6) + "Q0 " + n(h + 16) + " " + n(6 - w) + " " + n(h + 6) + "Z",
                    cloth.rib(),
                    0,
                    0.8);
        } else if (!cut.has("shirttail")) {
            double h = b.hemY();
            drawing.stitch(
                    "M" + n(-b.hem() + 1) + " " + n(h - 12) + "Q0 " + n(h - 5) + " " + n(b.hem() - 1) + " " + n(h - 12),
                    cloth.line());
        }
        necks(drawing, cut, b, cloth, neck, neckDepth, knitted);
        if (open) {
            front(drawing, cut, b, cloth, neckDepth, ribHem);
        }
        if (cut.has("pocket")) {
            chestPocket(drawing, b, cloth, 1);
        }
        if (cut.has("pockets")) {
            chestPocket(drawing, b, cloth, 1);
            chestPocket(drawing, b, cloth, -1);
        }
        if (cut.has("kangaroo")) {
            double y = b.hemY() - 128;
            drawing.piece(
                    "M-58 " + n(y) + "L58 " + n(y) + "L84 " + n(y + 44) + "L84 " + n(y + 92) + "Q0 " + n(y + 100)
                            + " -84 " + n(y + 92) + "L-84 " + n(y + 44) + "Z",
                    cloth,
                    0,
                    0.55);
            drawing.stitch("M-54 " + n(y + 6) + "L54 " + n(y + 6), cloth.line());
        }
        if (cut.has("letter")) {
            lettering(drawing, b, cloth, cut.word("letter", ""));
        }
        if (cut.has("placket")) {
            placket(drawing, cut, b, cloth, neckDepth);
        }
    }

    private static String square(Bodice b, double depth, double dip) {
        Outline o = Outline.from(0, b.top() + depth)
                .to(b.neck() - 4, b.top() + depth)
                .to(b.neck(), b.top())
                .to(b.shoulder(), b.shoulderY())
                .curve(b.shoulder() - 9, b.shoulderY() + 44, b.chest() - 13, b.armpitY() - 16, b.chest(), b.armpitY())
                .curve(b.chest() - 2, b.armpitY() + 50, b.waist(), b.hemY() - 120, b.hem(), b.hemY())
                .curve(b.hem() * 0.7, b.hemY() + dip, b.hem() * 0.4, b.hemY() + dip, 0, b.hemY() + dip);
        return o.mirrored();
    }

    static void sleeves(Drawing drawing, Cut cut, Bodice b, Cloth cloth, boolean rib) {
        if (b.sleeve() == 0) {
            return;
        }
        Outline arm = cut.has("puff") ? puff(b) : b.arm();
        for (boolean flipped : new boolean[] {false, true}) {
            drawing.piece(flipped ? arm.closedFlipped() : arm.closed(), cloth, flipped ? b.angle() : -b.angle(), 1);
            if (b.sleeve() > 200) {
                b.armFolds(drawing, flipped);
            }
            if (rib) {
                Outline band = b.cuffBand(cut.has("deep-cuff") ? 58 : 34, cut.has("puff") ? 0 : 1);
                drawing.piece(
                        flipped ? band.closedFlipped() : band.closed(),
                        cloth.rib(),
                        flipped ? b.angle() : -b.angle(),
                        0.8);
            } else if (cut.has("cuffed")) {
                Outline band = b.cuffBand(30, 1);
                drawing.piece(
                        flipped ? band.closedFlipped() : band.closed(), cloth, flipped ? b.angle() : -b.angle(), 0.6);
                double[] at = b.wrist(b.sleeve() - 13, b.cuff() * 0.72);
                drawing.button(flipped ? -at[0] : at[0], at[1], 3.4, SHELL);
            } else {
                double[] from = b.wrist(b.sleeve() - 12, 0);
                double[] to = b.wrist(b.sleeve() - 12, b.cuff());
                Outline line = Outline.from(from[0], from[1]).to(to[0], to[1]);
                drawing.stitch(flipped ? line.openFlipped() : line.open(), cloth.line());
            }
        }
    }

    private static Outline puff(Bodice b) {
        double[] end = b.wrist(b.sleeve(), 2);
        double[] inner = b.wrist(b.sleeve(), b.cuff() - 2);
        double[] out = b.wrist(b.sleeve() * 0.72, -34);
        double[] in = b.wrist(b.sleeve() * 0.72, b.cuff() + 26);
        return Outline.from(b.shoulder() - 34, b.shoulderY() - 2)
                .to(b.shoulder() - 6, b.shoulderY() - 2)
                .curve(b.shoulder() + 34, b.shoulderY() - 12, out[0], out[1] - 60, out[0] - 2, out[1])
                .curve(out[0] + 2, out[1] + 30, end[0] + 8, end[1] - 20, end[0], end[1])
                .to(inner[0], inner[1])
                .curve(inner[0] - 8, inner[1] - 22, in[0], in[1] + 20, in[0], in[1] - 10)
                .curve(in[0], in[1] - 60, b.chest() + 10, b.armpitY() + 26, b.chest() - 2, b.armpitY() - 4)
                .to(b.chest() - 44, b.armpitY() - 20);
    }

    /// The same necks on a dress.
    static void neckOf(Drawing drawing, Cut cut, Bodice b, Cloth cloth, String neck, double depth) {
        necks(drawing, cut, b, cloth, neck, depth, cloth.weave().isKnitted());
    }

    private static void necks(
            Drawing drawing, Cut cut, Bodice b, Cloth cloth, String neck, double depth, boolean knitted) {
        double top = b.top();
        double w = b.neck();
        switch (neck) {
            case "turtle" -> {
                double h = cut.number("roll", 58);
                drawing.piece(
                        "M" + n(-w - 3) + " " + n(top + 12) + "C" + n(-w) + " " + n(top - h * 0.4) + " " + n(-w + 3)
                                + " " + n(top - h + 6) + " " + n(-w + 3) + " "
                                + n(top - h) + "Q0 " + n(top - h - 12) + " " + n(w - 3) + " " + n(top - h) + "C"
                                + n(w - 3) + " " + n(top - h + 6) + " " + n(w) + " "
                                + n(top - h * 0.4) + " " + n(w + 3) + " " + n(top + 12) + "Q0 " + n(top + 34) + " "
                                + n(-w - 3) + " " + n(top + 12) + "Z",
                        cloth.rib());
                drawing.fold(
                        "M" + n(-w + 2) + " " + n(top - h * 0.3) + "Q0 " + n(top - h * 0.1) + " " + n(w - 2) + " "
                                + n(top - h * 0.36),
                        6);
                drawing.mark("<ellipse cx='0' cy='" + n(top - h) + "' rx='" + n(w - 4) + "' ry='6.5' fill='"
                        + cloth.dye().darker(0.45) + "'/>");
            }
            case "mock" -> {
                drawing.piece(
                        "M" + n(-w - 4) + " " + n(top + 4) + "L" + n(-w + 1) + " " + n(top - 24) + "Q0 " + n(top - 31)
                                + " " + n(w - 1) + " " + n(top - 24) + "L" + n(w + 4) + " " + n(top + 4) + "Q0 "
                                + n(top + 28) + " " + n(-w - 4) + " " + n(top + 4) + "Z",
                        cloth.rib());
                drawing.mark("<ellipse cx='0' cy='" + n(top - 24) + "' rx='" + n(w - 3) + "' ry='5.5' fill='"
                        + cloth.dye().darker(0.45) + "'/>");
            }
            case "collar", "polo" ->
                collar(drawing, b, neck.equals("polo") ? cloth.rib() : cloth, cut.number("point", 46));
            case "round-collar" ->
                roundCollar(
                        drawing,
                        b,
                        cut.is("collar", "white") ? new Cloth(new Tint("#f3eee2"), Weave.PLAIN, SHELL) : cloth);
            case "band" ->
                drawing.piece(
                        "M" + n(-w - 2) + " " + n(top + 2) + "Q" + n(-w + 4) + " " + n(top - 16) + " " + n(-w + 8) + " "
                                + n(top - 14) + "C" + n(-w * 0.7) + " "
                                + n(top + 14) + " -8 " + n(top + 18) + " 2 " + n(top + 18) + "C8 " + n(top + 18) + " "
                                + n(w * 0.7) + " " + n(top + 14) + " " + n(w - 8)
                                + " " + n(top - 14) + "Q" + n(w - 4) + " " + n(top - 16) + " " + n(w + 2) + " "
                                + n(top + 2) + "C" + n(w * 0.8) + " " + n(top + 26) + " 12 "
                                + n(top + 34) + " 0 " + n(top + 36) + "C-12 " + n(top + 34) + " " + n(-w * 0.8) + " "
                                + n(top + 26) + " " + n(-w - 2) + " " + n(top + 2) + "Z",
                        cloth,
                        0,
                        0.5);
            case "bow" -> {
                drawing.piece(
                        "M" + n(-w - 4) + " " + n(top + 2) + "Q" + n(-w + 2) + " " + n(top - 18) + " " + n(-w + 8) + " "
                                + n(top - 14) + "C-20 " + n(top + 18) + " 20 "
                                + n(top + 18) + " " + n(w - 8) + " " + n(top - 14) + "Q" + n(w - 2) + " " + n(top - 18)
                                + " " + n(w + 4) + " " + n(top + 2) + "C24 "
                                + n(top + 44) + " -24 " + n(top + 44) + " " + n(-w - 4) + " " + n(top + 2) + "Z",
                        cloth,
                        0,
                        0.6);
                double y = top + 36;
                drawing.piece(
                        "M-4 " + n(y) + "C-30 " + n(y + 40) + " -34 " + n(y + 110) + " -30 " + n(y + 168) + "L-4 "
                                + n(y + 160) + "C-6 " + n(y + 100) + " 0 " + n(y + 50) + " 4 " + n(y) + "Z",
                        cloth);
                drawing.piece(
                        "M0 " + n(y) + "C20 " + n(y + 40) + " 30 " + n(y + 90) + " 26 " + n(y + 140) + "L0 "
                                + n(y + 146) + "C6 " + n(y + 90) + " -2 " + n(y + 50) + " -4 " + n(y) + "Z",
                        cloth);
                drawing.piece(
                        "M0 " + n(y) + "C-26 " + n(y - 30) + " -70 " + n(y - 18) + " -72 " + n(y + 4) + "C-72 "
                                + n(y + 24) + " -26 " + n(y + 22) + " 0 " + n(y) + "Z",
                        cloth);
                drawing.piece(
                        "M0 " + n(y) + "C26 " + n(y - 30) + " 66 " + n(y - 22) + " 68 " + n(y - 2) + "C68 " + n(y + 20)
                                + " 26 " + n(y + 20) + " 0 " + n(y) + "Z",
                        cloth);
                drawing.piece("M-10 " + n(y - 10) + "h20q4 11 0 22h-20q-4 -11 0 -22Z", cloth, 0, 0.6);
            }
            case "hood" -> {
                drawing.mark("<g fill='none' stroke='" + (cloth.dye().lightness() > 0.6 ? "#d9cfbb" : "#efe8d8")
                        + "' stroke-width='4.5' stroke-linecap='round'><path d='M-20 " + n(top + 34) + "Q-25 "
                        + n(top + 80) + " -19 " + n(top + 116) + "M20 " + n(top + 34) + "Q26 "
                        + n(top + 70) + " 21 " + n(top + 104) + "'/></g>");
            }
            case "cardigan", "round-cardigan" -> {}
            case "v" ->
                drawing.band(
                        "M" + n(-w) + " " + n(top + 1) + "C" + n(-w * 0.85) + " " + n(top + depth * 0.2) + " "
                                + n(-w * 0.45) + " " + n(top + depth * 0.55) + " 0 " + n(top + depth) + "C"
                                + n(w * 0.45) + " " + n(top + depth * 0.55) + " " + n(w * 0.85) + " "
                                + n(top + depth * 0.2) + " " + n(w) + " " + n(top + 1),
                        cloth,
                        knitted ? 13 : 7);
            case "square" ->
                drawing.stitch(
                        "M" + n(-w - 7) + " " + n(top) + "L" + n(-w - 3) + " " + n(top + depth + 8) + "H" + n(w + 3)
                                + "L" + n(w + 7) + " " + n(top),
                        cloth.line());
            default ->
                drawing.band(
                        "M" + n(-w) + " " + n(top) + "C" + n(-w * 0.98) + " " + n(top + depth * 0.55) + " "
                                + n(-w * 0.62) + " " + n(top + depth) + " 0 " + n(top + depth) + "C" + n(w * 0.62) + " "
                                + n(top + depth) + " " + n(w * 0.98) + " " + n(top + depth * 0.55) + " " + n(w) + " "
                                + n(top),
                        cloth,
                        knitted ? 17 : 12);
        }
    }

    /// A shirt collar: two leaves over a stand.
    static void collar(Drawing drawing, Bodice b, Cloth cloth, double point) {
        double top = b.top();
        double w = b.neck();
        drawing.piece(
                "M" + n(-w - 2) + " " + n(top - 2) + "Q0 " + n(top - 22) + " " + n(w + 2) + " " + n(top - 2) + "L"
                        + n(w - 6) + " " + n(top + 8) + "Q0 " + n(top - 4) + " " + n(6 - w) + " " + n(top + 8) + "Z",
                cloth.darker(0.12),
                0,
                0.4);
        Outline leaf = Outline.from(1, top + 31)
                .curve(12, top + 20, w - 16, top + 8, w - 7, top - 10)
                .curve(w - 1, top - 13, w + 6, top - 4, w + 8, top + 6)
                .curve(w + 6, top + 22, w - 2, top + point - 4, w - 8, top + point + 14)
                .curve(w - 22, top + point - 2, 16, top + 40, 1, top + 31);
        drawing.piece(leaf.closed(), cloth, 14, 0.6);
        drawing.piece(leaf.closedFlipped(), cloth, -14, 0.6);
        Outline stitch = Outline.from(8, top + 31)
                .curve(18, top + 38, w - 24, top + point - 6, w - 11, top + point + 6)
                .curve(w - 5, top + point - 8, w + 2, top + 20, w + 3, top + 6);
        drawing.stitch(stitch.open(), cloth.line());
        drawing.stitch(stitch.openFlipped(), cloth.line());
    }

    private static void roundCollar(Drawing drawing, Bodice b, Cloth cloth) {
        double top = b.top();
        double w = b.neck();
        Outline leaf = Outline.from(1, top + 32)
                .curve(16, top + 30, w - 10, top + 18, w - 2, top - 6)
                .curve(w + 4, top - 8, w + 12, top, w + 18, top + 10)
                .curve(w + 20, top + 50, w - 10, top + 74, 30, top + 70)
                .curve(10, top + 68, 2, top + 50, 1, top + 32);
        drawing.piece(leaf.closed(), cloth, 0, 0.6);
        drawing.piece(leaf.closedFlipped(), cloth, 0, 0.6);
    }

    private static void placket(Drawing drawing, Cut cut, Bodice b, Cloth cloth, double depth) {
        double from = b.top() + depth + 4;
        boolean half = cut.is("placket", "half");
        double to = half ? b.top() + 150 : b.hemY() + (cut.has("shirttail") ? 11 : 4);
        drawing.mark("<path d='M13 " + n(from + 2) + "V" + n(to)
                + "' stroke='#1c1722' stroke-width='5' opacity='.12' filter='url(#soft)'/>");
        drawing.seam("M12 " + n(from) + "V" + n(to) + "M-12 " + n(from) + "V" + n(to) + (half ? "H12" : ""), cloth);
        int buttons = half ? 3 : 6;
        Tint colour = cut.is("button", "horn")
                ? HORN
                : cloth.dye().lightness() < 0.35 ? cloth.dye().lighter(0.3) : SHELL;
        for (int i = 0; i < buttons; i++) {
            drawing.button(0, from + 14 + i * (to - from - (half ? 30 : 50)) / (buttons - 1), 4, colour);
        }
    }

    private static void front(Drawing drawing, Cut cut, Bodice b, Cloth cloth, double depth, boolean rib) {
        double top = b.top();
        double w = b.neck();
        double h = b.hemY() + (rib ? 9 : 4);
        boolean vee = cut.is("neck", "cardigan");
        drawing.mark("<path d='M9 " + n(top + depth) + "V" + n(h)
                + "' stroke='#1c1722' stroke-width='7' opacity='.22' filter='url(#soft)'/>");
        double width = cloth.weave().isKnitted() || cut.has("ribbed") ? 18 : 8;
        String right = vee
                ? "M" + n(w) + " " + n(top) + "C" + n(w * 0.85) + " " + n(top + depth * 0.3) + " " + n(w * 0.4) + " "
                        + n(top + depth * 0.65) + " 2 " + n(top + depth) + "V" + n(h)
                : "M" + n(w) + " " + n(top) + "C" + n(w * 0.98) + " " + n(top + depth * 0.55) + " " + n(w * 0.62) + " "
                        + n(top + depth) + " 0 " + n(top + depth);
        String left = vee
                ? "M" + n(-w) + " " + n(top) + "C" + n(-w * 0.85) + " " + n(top + depth * 0.3) + " " + n(-w * 0.4) + " "
                        + n(top + depth * 0.65) + " -2 " + n(top + depth)
                : "M" + n(-w) + " " + n(top) + "C" + n(-w * 0.98) + " " + n(top + depth * 0.55) + " " + n(-w * 0.62)
                        + " " + n(top + depth) + " 0 " + n(top + depth);
        drawing.band(left, cloth, width);
        drawing.band(right, cloth, width);
        if (!vee) {
            drawing.band("M0 " + n(top + depth) + "V" + n(h), cloth, width);
        }
        int buttons = (int) cut.number("buttons", 5);
        Tint colour = cut.is("button", "shell") ? SHELL : cut.is("button", "gold") ? new Tint("#c2a15a") : HORN;
        for (int i = 0; i < buttons; i++) {
            double y = top + depth + 16 + i * (h - top - depth - 34) / Math.max(1, buttons - 1);
            drawing.button(0, y, cut.number("button-size", 6), colour);
        }
        if (cut.has("low-pockets")) {
            Outline pocket = Outline.from(34, h - 118)
                    .to(96, h - 118)
                    .to(96, h - 46)
                    .to(34, h - 46)
                    .to(34, h - 118);
            drawing.piece(pocket.closed(), cloth, 0, 0.5);
            drawing.piece(pocket.closedFlipped(), cloth, 0, 0.5);
            drawing.band("M34 " + n(h - 114) + "H96M-34 " + n(h - 114) + "H-96", cloth, 10);
        }
    }

    private static void chestPocket(Drawing drawing, Bodice b, Cloth cloth, int side) {
        double x = side * 52;
        double y = b.armpitY() - 22;
        drawing.piece(
                "M" + n(x - 27) + " " + n(y) + "H" + n(x + 27) + "V" + n(y + 50) + "L" + n(x) + " " + n(y + 62) + "L"
                        + n(x - 27) + " " + n(y + 50) + "Z",
                cloth,
                0,
                0.45);
        drawing.stitch("M" + n(x - 23) + " " + n(y + 10) + "H" + n(x + 23), cloth.line());
    }

    /// Small drawn marks of the season instead of words.
    private static void lettering(Drawing drawing, Bodice b, Cloth cloth, String mark) {
        Tint ink = cloth.second();
        double y = b.armpitY() + 6;
        switch (mark) {
            case "sun" ->
                drawing.mark(
                        "<g transform='translate(0 " + n(y) + ")' fill='none' stroke='" + ink
                                + "' stroke-width='3.4' stroke-linecap='round'><path d='M-34 22a34 34 0 0 1 68 0'/><path d='M-58 22H58M-40 36H40M-22 50H22'/></g>");
            case "small-sun" ->
                drawing.mark(
                        "<g transform='translate(52 " + n(y - 18) + ") scale(.42)' fill='none' stroke='" + ink
                                + "' stroke-width='5' stroke-linecap='round'><path d='M-34 22a34 34 0 0 1 68 0'/><path d='M-58 22H58M-40 38H40'/></g>");
            case "mountain" ->
                drawing.mark(
                        "<g transform='translate(0 " + n(y + 20) + ")' fill='none' stroke='" + ink
                                + "' stroke-width='3.2' stroke-linejoin='round' stroke-linecap='round'><path d='M-64 26L-24 -28L4 8L22 -12L60 26Z'/><circle cx='36' cy='-30' r='11'/></g>");
            case "bird" ->
                drawing.mark(
                        "<g transform='translate(0 " + n(y + 10) + ")' fill='none' stroke='" + ink
                                + "' stroke-width='3.6' stroke-linecap='round'><path d='M-40 0q18-20 38 4q20-24 40-4'/><path d='M-10 30q10-12 20 2q12-14 22-2'/><path d='M26 -30q8-9 16 2q9-11 17-2'/></g>");
            default ->
                drawing.mark("<g transform='translate(0 " + n(y + 14) + ")'><circle r='30' fill='" + ink
                        + "'/><path d='M-52 16H52' stroke='" + cloth.dye()
                        + "' stroke-width='5'/><path d='M-52 24H52' stroke='" + ink + "' stroke-width='2.5'/></g>");
        }
    }

    private static void hood(Drawing drawing, Bodice b, Cloth cloth) {
        double top = b.top();
        drawing.piece(
                "M" + n(-b.neck() - 22) + " " + n(top + 26) + "C" + n(-b.neck() - 42) + " " + n(top - 50) + " -52 "
                        + n(top - 92) + " 0 " + n(top - 94) + "C52 " + n(top - 92) + " " + n(b.neck() + 42) + " "
                        + n(top - 50) + " " + n(b.neck() + 22) + " " + n(top + 26) + "Q0 " + n(top + 60) + " "
                        + n(-b.neck() - 22) + " " + n(top + 26) + "Z",
                cloth);
        drawing.piece(
                "M" + n(-b.neck() + 2) + " " + n(top + 22) + "C" + n(-b.neck() - 10) + " " + n(top - 40) + " -34 "
                        + n(top - 64) + " 0 " + n(top - 66) + "C34 " + n(top - 64) + " " + n(b.neck() + 10) + " "
                        + n(top - 40) + " " + n(b.neck() - 2) + " " + n(top + 22) + "Q0 " + n(top + 52) + " "
                        + n(-b.neck() + 2) + " " + n(top + 22) + "Z",
                cloth.plain().darker(0.34),
                0,
                0.7);
    }
}
