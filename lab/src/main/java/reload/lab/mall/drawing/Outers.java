package reload.lab.mall.drawing;

import static reload.lab.mall.drawing.Outline.n;

/// Coats, jackets, padded coats and vests.
final class Outers {
    private Outers() {}

    private static final Tint METAL = new Tint("#b9b4ab");

    private static Bodice bodice(Cut cut) {
        double length = cut.number("len", 500);
        double top = 400 - length / 2 + (cut.is("neck", "hood") ? 22 : 6);
        double sleeve = cut.has("vest") ? 0 : 352;
        double angle = cut.number("angle", 11);
        double flare = cut.number("flare", 8);
        return cut.is("fit", "slim")
                ? new Bodice(top, 46, 106, 28, 113, 122, 104, 118 + flare, length, sleeve, angle, 46)
                : new Bodice(top, 48, 126, 36, 134, 138, 131, 134 + flare, length, sleeve * 0.97, angle, 54);
    }

    static void draw(Drawing drawing, Cut cut, Cloth cloth) {
        Bodice b = bodice(cut);
        String neck = cut.word("neck", "notch");
        Cloth trim = cut.has("shearling") ? new Cloth(new Tint("#eadfc9"), Weave.BOUCLE, Tops.SHELL) : cloth;
        boolean rib = cut.has("ribbed");
        if (neck.equals("hood")) {
            hood(drawing, b, cloth, cut.has("fur"));
        }
        Tops.sleeves(drawing, cut, b, cloth, rib);
        if (cut.has("shearling") && !cut.has("vest")) {
            for (boolean flipped : new boolean[] {false, true}) {
                Outline band = b.cuffBand(24, 3);
                drawing.piece(flipped ? band.closedFlipped() : band.closed(), trim);
            }
        }
        double depth = switch (neck) {
            case "notch", "peak" -> 150;
            case "shawl" -> 190;
            case "v" -> 96;
            case "round" -> 34;
            default -> 26;
        };
        Cloth lining = new Cloth(
                cloth.dye().lightness() > 0.5 ? new Tint("#b59c7c") : new Tint("#4a3f3c"), Weave.SATIN, Tops.SHELL);
        b.innerBack(drawing, lining, depth, true);
        drawing.piece(b.body(depth, depth > 60, rib ? 2 : 7, 0).mirrored(), cloth);
        b.bodyFolds(drawing, 8);
        if (b.length() > 420) {
            double h = b.hemY();
            drawing.fold("M70 " + n(h) + "Q64 " + n(h - 110) + " 76 " + n(h - 200), 12);
            drawing.fold("M-66 " + n(h) + "Q-58 " + n(h - 120) + " -72 " + n(h - 190), 12);
        }
        if (rib) {
            double h = b.hemY();
            double w = b.hem();
            drawing.piece(
                    "M" + n(-w) + " " + n(h - 34) + "Q0 " + n(h - 26) + " " + n(w) + " " + n(h - 34) + "L" + n(w - 12)
                            + " " + n(h + 8) + "Q0 " + n(h + 16) + " " + n(12 - w) + " " + n(h + 8) + "Z",
                    cloth.as(Weave.RIB),
                    0,
                    0.8);
        }
        if (cut.has("shearling")) {
            double h = b.hemY();
            double w = b.hem();
            drawing.piece(
                    "M" + n(-w - 2) + " " + n(h - 20) + "Q0 " + n(h - 12) + " " + n(w + 2) + " " + n(h - 20) + "L"
                            + n(w + 2) + " " + n(h + 5) + "Q0 " + n(h + 14) + " " + n(-w - 2) + " " + n(h + 5) + "Z",
                    trim,
                    0,
                    0.8);
        }
        front(drawing, cut, b, cloth, depth, trim);
        pockets(drawing, cut, b, cloth);
        collars(drawing, cut, b, cloth, trim, neck, depth);
        if (cut.has("belt")) {
            belt(drawing, b, cloth);
        }
        if (cut.has("epaulette")) {
            Outline strap = Outline.from(b.neck() + 18, b.top() + 2)
                    .to(b.shoulder() - 4, b.shoulderY() - 4)
                    .to(b.shoulder() - 8, b.shoulderY() + 13)
                    .to(b.neck() + 16, b.top() + 18)
                    .to(b.neck() + 18, b.top() + 2);
            drawing.piece(strap.closed(), cloth, 0, 0.4).piece(strap.closedFlipped(), cloth, 0, 0.4);
            Outline flap = Outline.from(28, b.top() + 40)
                    .to(b.shoulder() - 8, b.shoulderY() + 20)
                    .bend(b.chest() - 22, b.armpitY() + 10, 66, b.armpitY() + 14)
                    .to(34, b.armpitY() - 2);
            drawing.seam(flap.open(), cloth);
        }
    }

    private static void front(Drawing drawing, Cut cut, Bodice b, Cloth cloth, double depth, Cloth trim) {
        double from = b.top() + depth;
        double to = b.hemY() + (cut.has("ribbed") ? 10 : 6);
        String close = cut.word("close", "single");
        double overlap = close.equals("double")
                ? 40
                : close.equals("zip") || close.equals("snap") || close.equals("open") ? 0 : 13;
        drawing.mark("<path d='M" + n(overlap + 4) + " " + n(from) + "V" + n(to)
                + "' stroke='#1c1722' stroke-width='8' opacity='.3' filter='url(#soft)'/>");
        Tint button = cut.is("button", "shell")
                ? Tops.SHELL
                : cut.is("button", "gold")
                        ? new Tint("#c2a15a")
                        : cloth.dye().lightness() < 0.3 ? cloth.dye().lighter(0.16) : Tops.HORN;
        switch (close) {
            case "zip" -> {
                drawing.mark("<path d='M0 " + n(from) + "V" + n(to) + "' stroke='"
                        + cloth.dye().darker(0.4) + "' stroke-width='9'/><path d='M0 " + n(from) + "V" + n(to)
                        + "' stroke='" + METAL + "' stroke-width='4' stroke-dasharray='2 1.6'/><path d='M-4 "
                        + n(from + 8) + "h8l-1 9h-6zM-2 " + n(from + 17) + "h4v16h-4z' fill='" + METAL
                        + "' stroke='#77726a' stroke-width='.8'/>");
                drawing.stitch("M12 " + n(from) + "V" + n(to - 4) + "M-12 " + n(from) + "V" + n(to - 4), cloth.line());
            }
            case "toggle" -> {
                drawing.seam("M" + n(overlap) + " " + n(from) + "V" + n(to), cloth);
                for (int i = 0; i < 4; i++) {
                    double y = b.top() + 62 + i * 72;
                    drawing.mark("<g fill='none' stroke='#3b2a20' stroke-width='3'><path d='M-42 " + n(y - 5)
                            + "H8M-42 " + n(y + 5) + "H8M44 " + n(y - 5) + "H18M44 " + n(y + 5)
                            + "H18'/></g><rect x='-50' y='" + n(y - 9)
                            + "' width='14' height='18' rx='2' fill='#4a3426'/><rect x='40' y='" + n(y - 9)
                            + "' width='14' height='18' rx='2' fill='#4a3426'/><rect x='-4' y='" + n(y - 5)
                            + "' width='32' height='10' rx='5' fill='#b98e58' stroke='#6d4d2c'/><path d='M1 "
                            + n(y - 2.5) + "h20' stroke='#e9cf9f' stroke-width='1.5' opacity='.8'/>");
                }
            }
            case "double" -> {
                drawing.seam("M" + n(overlap) + " " + n(from - 30) + "V" + n(to), cloth);
                int rows = (int) cut.number("buttons", 3);
                for (int i = 0; i < rows; i++) {
                    double y = from + 18 + i * 62;
                    drawing.button(-26, y, 7.5, button).button(26, y, 7.5, button);
                }
            }
            case "hidden" -> {
                drawing.seam("M" + n(overlap) + " " + n(from) + "V" + n(to), cloth);
                drawing.stitch(
                        "M-14 " + n(from + 16) + "V" + n(to - 80) + "Q-14 " + n(to - 66) + " 0 " + n(to - 62),
                        cloth.line());
                drawing.button(0, from + 10, 6.5, button);
            }
            case "snap" -> {
                drawing.seam("M11 " + n(from) + "V" + n(to) + "M-11 " + n(from) + "V" + n(to), cloth);
                for (int i = 0; i < (int) cut.number("buttons", 5); i++) {
                    double y = from + 16 + i * (to - from - 40) / (cut.number("buttons", 5) - 1);
                    drawing.mark("<circle cx='0' cy='" + n(y) + "' r='5' fill='" + METAL.darker(0.2)
                            + "'/><circle cx='-.6' cy='" + n(y - 0.8) + "' r='3.4' fill='" + METAL.lighter(0.3)
                            + "'/>");
                }
            }
            case "open" -> drawing.seam("M0 " + n(from) + "V" + n(to), cloth);
            default -> {
                drawing.seam("M" + n(overlap) + " " + n(from) + "V" + n(to), cloth);
                int count = (int) cut.number("buttons", 3);
                double step = b.length() > 420 ? 82 : (to - from - 60) / Math.max(1, count - 1);
                for (int i = 0; i < count; i++) {
                    drawing.button(0, from + 22 + i * step, 7.5, button);
                }
            }
        }
        if (cut.has("shearling")) {
            drawing.piece("M-12 " + n(from) + "H10V" + n(to) + "H-12Z", trim, 0, 0.7);
        }
    }

    private static void pockets(Drawing drawing, Cut cut, Bodice b, Cloth cloth) {
        double y = b.armpitY() + (b.length() > 420 ? 130 : 84);
        switch (cut.word("pockets", "flap")) {
            case "flap" -> {
                Outline flap = Outline.from(52, y)
                        .to(112, y + 5)
                        .to(111, y + 30)
                        .bend(82, y + 30, 53, y + 25)
                        .to(52, y);
                drawing.piece(flap.closed(), cloth, 0, 0.5).piece(flap.closedFlipped(), cloth, 0, 0.5);
            }
            case "slit" -> {
                Outline slit = Outline.from(84, y - 30)
                        .to(98, y - 26)
                        .to(90, y + 48)
                        .to(76, y + 44)
                        .to(84, y - 30);
                drawing.piece(slit.closed(), cloth, 6, 0.5).piece(slit.closedFlipped(), cloth, -6, 0.5);
            }
            case "patch" -> {
                Outline patch = Outline.from(40, y - 6)
                        .to(112, y - 6)
                        .to(114, y + 70)
                        .bend(112, y + 82, 100, y + 82)
                        .to(52, y + 82)
                        .bend(40, y + 82, 39, y + 70)
                        .to(40, y - 6);
                drawing.piece(patch.closed(), cloth, 0, 0.5).piece(patch.closedFlipped(), cloth, 0, 0.5);
                Outline stitch = Outline.from(44, y + 10).to(110, y + 10);
                drawing.stitch(stitch.open(), cloth.line()).stitch(stitch.openFlipped(), cloth.line());
            }
            case "chest" -> {
                double c = b.armpitY() - 14;
                Outline pocket = Outline.from(30, c)
                        .to(88, c)
                        .to(86, c + 56)
                        .to(59, c + 68)
                        .to(32, c + 56)
                        .to(30, c);
                drawing.piece(pocket.closed(), cloth, 0, 0.4).piece(pocket.closedFlipped(), cloth, 0, 0.4);
                Outline flap = Outline.from(29, c - 2)
                        .to(89, c - 2)
                        .to(88, c + 14)
                        .to(59, c + 24)
                        .to(30, c + 14)
                        .to(29, c - 2);
                drawing.piece(flap.closed(), cloth, 0, 0.5).piece(flap.closedFlipped(), cloth, 0, 0.5);
                drawing.button(59, c + 15, 4.6, METAL).button(-59, c + 15, 4.6, METAL);
                Outline seam = Outline.from(34, c + 68).to(28, b.hemY() - 30);
                Outline seam2 = Outline.from(84, c + 68).to(72, b.hemY() - 30);
                drawing.seam(seam.open() + seam.openFlipped() + seam2.open() + seam2.openFlipped(), cloth);
            }
            default -> {}
        }
    }

    private static void collars(
            Drawing drawing, Cut cut, Bodice b, Cloth cloth, Cloth trim, String neck, double depth) {
        double top = b.top();
        double w = b.neck();
        switch (neck) {
            case "notch", "peak" -> {
                boolean peak = neck.equals("peak");
                Outline lapel = Outline.from(4, top + depth + 6)
                        .curve(10, top + depth * 0.7, w * 0.72, top + 50, w - 4, top + 8)
                        .to(w + 10, top + 30)
                        .to(w + (peak ? 40 : 30), top + (peak ? 38 : 54))
                        .to(w + (peak ? 30 : 26), top + (peak ? 66 : 72))
                        .curve(w + 4, top + depth * 0.7, 40, top + depth * 0.86, 4, top + depth + 6);
                drawing.piece(lapel.closedFlipped(), cloth, 18, 0.7).piece(lapel.closed(), cloth, -18, 0.7);
                Outline collar = Outline.from(0, top - 20)
                        .curve(w * 0.6, top - 20, w, top - 16, w + 6, top - 4)
                        .to(w + 22, top + 22)
                        .to(w + 22, top + 50)
                        .to(w + 6, top + 40)
                        .curve(w - 10, top + 14, w * 0.6, top - 2, 0, top - 3);
                drawing.piece(collar.mirrored(), cloth, 0, 0.7);
            }
            case "shawl" -> {
                Outline shawl = Outline.from(4, top + depth + 4)
                        .curve(14, top + depth * 0.66, w * 0.7, top + 48, w - 6, top - 12)
                        .curve(w, top - 20, w + 14, top - 8, w + 18, top + 6)
                        .curve(w + 44, top + 66, w + 26, top + depth * 0.66, 4, top + depth + 4);
                drawing.piece(shawl.closedFlipped(), trim, 14, 0.9).piece(shawl.closed(), trim, -14, 0.9);
                drawing.piece(
                        "M" + n(-w + 4) + " " + n(top - 12) + "Q0 " + n(top - 30) + " " + n(w - 4) + " " + n(top - 12)
                                + "L" + n(w - 8) + " " + n(top + 2) + "Q0 " + n(top - 10) + " " + n(8 - w) + " "
                                + n(top + 2) + "Z",
                        trim,
                        0,
                        0.6);
            }
            case "balmacaan", "collar" -> Tops.collar(drawing, b, trim, neck.equals("collar") ? 44 : 58);
            case "stand", "puff" -> {
                double h = neck.equals("puff") ? 48 : 36;
                drawing.piece(
                        "M" + n(-w - 6) + " " + n(top + 8) + "C" + n(-w - 10) + " " + n(top - h * 0.5) + " " + n(-w)
                                + " " + n(top - h) + " " + n(-w + 6) + " " + n(top - h) + "Q0 " + n(top - h - 10) + " "
                                + n(w - 6) + " " + n(top - h) + "C" + n(w) + " " + n(top - h) + " " + n(w + 10) + " "
                                + n(top - h * 0.5) + " " + n(w + 6) + " " + n(top + 8) + "Q0 " + n(top + 42) + " "
                                + n(-w - 6) + " " + n(top + 8) + "Z",
                        cut.has("ribbed") && !neck.equals("puff") ? cloth.as(Weave.RIB) : trim);
                drawing.mark("<path d='M0 " + n(top + 24) + "V" + n(top - h - 3) + "' stroke='"
                        + cloth.dye().darker(0.5) + "' stroke-width='2'/>");
            }
            case "round", "v" -> {
                if (cut.has("piped")) {
                    Tint pipe = cloth.second();
                    String d = "M" + n(-w) + " " + n(top) + "C" + n(-w * 0.98) + " " + n(top + depth * 0.55) + " "
                            + n(-w * 0.62) + " " + n(top + depth) + " 0 " + n(top + depth) + "C" + n(w * 0.62) + " "
                            + n(top + depth) + " " + n(w * 0.98) + " " + n(top + depth * 0.55) + " " + n(w) + " "
                            + n(top) + "M0 " + n(top + depth) + "V" + n(b.hemY() + 6);
                    drawing.mark("<path d='" + d + "' fill='none' stroke='" + pipe + "' stroke-width='7'/><path d='" + d
                            + "' fill='none' stroke='" + pipe.darker(0.3)
                            + "' stroke-width='7' stroke-dasharray='1.5 3' opacity='.5'/>");
                } else {
                    drawing.stitch(
                            "M" + n(-w - 8) + " " + n(top + 4) + "C" + n(-w - 4) + " " + n(top + depth * 0.7) + " "
                                    + n(-w * 0.6) + " " + n(top + depth + 11) + " 0 " + n(top + depth + 11) + "C"
                                    + n(w * 0.6) + " " + n(top + depth + 11) + " " + n(w + 4) + " "
                                    + n(top + depth * 0.7) + " " + n(w + 8) + " " + n(top + 4),
                            cloth.line());
                }
            }
            default -> {}
        }
    }

    private static void belt(Drawing drawing, Bodice b, Cloth cloth) {
        double y = b.top() + 236;
        double w = b.waist() + 2;
        drawing.piece(
                "M" + n(-w) + " " + n(y) + "Q0 " + n(y + 8) + " " + n(w) + " " + n(y) + "V" + n(y + 26) + "Q0 "
                        + n(y + 34) + " " + n(-w) + " " + n(y + 26) + "Z",
                cloth,
                0,
                0.7);
        drawing.piece(
                "M8 " + n(y + 14) + "C20 " + n(y + 60) + " 34 " + n(y + 110) + " 30 " + n(y + 156) + "L4 " + n(y + 160)
                        + "C8 " + n(y + 110) + " 4 " + n(y + 60) + " -8 " + n(y + 20) + "Z",
                cloth,
                0,
                0.7);
        drawing.piece(
                "M-2 " + n(y + 14) + "C-10 " + n(y + 60) + " -26 " + n(y + 90) + " -36 " + n(y + 124) + "L-58 "
                        + n(y + 112) + "C-40 " + n(y + 80) + " -22 " + n(y + 50) + " -14 " + n(y + 14) + "Z",
                cloth,
                0,
                0.7);
        drawing.piece(
                "M-18 " + n(y - 4) + "Q4 " + n(y - 10) + " 22 " + n(y) + "Q28 " + n(y + 18) + " 18 " + n(y + 36)
                        + "Q-4 " + n(y + 42) + " -18 " + n(y + 32) + "Q-24 " + n(y + 14) + " -18 " + n(y - 4) + "Z",
                cloth,
                20,
                0.9);
    }

    static void hood(Drawing drawing, Bodice b, Cloth cloth, boolean fur) {
        double top = b.top();
        double w = b.neck();
        drawing.piece(
                "M" + n(-w - 26) + " " + n(top + 30) + "C" + n(-w - 44) + " " + n(top - 50) + " -56 " + n(top - 98)
                        + " 0 " + n(top - 100) + "C56 " + n(top - 98) + " " + n(w + 44) + " " + n(top - 50) + " "
                        + n(w + 26) + " " + n(top + 30) + "Q0 " + n(top + 60) + " " + n(-w - 26) + " " + n(top + 30)
                        + "Z",
                fur ? new Cloth(new Tint("#c9b596"), Weave.BOUCLE, Tops.SHELL) : cloth);
        drawing.piece(
                "M" + n(-w + 4) + " " + n(top + 30) + "C" + n(-w - 10) + " " + n(top - 40) + " -34 " + n(top - 68)
                        + " 0 " + n(top - 70) + "C34 " + n(top - 68) + " " + n(w + 10) + " " + n(top - 40) + " "
                        + n(w - 4) + " " + n(top + 30) + "Q0 " + n(top + 52) + " " + n(-w + 4) + " " + n(top + 30)
                        + "Z",
                cloth.plain().darker(0.36),
                0,
                0.7);
    }

    /// Padded coats and vests: baffles, each with its own roundness.
    static void puffer(Drawing drawing, Cut cut, Cloth cloth) {
        Bodice b = bodice(cut);
        double step = cut.number("baffle", 46);
        if (cut.is("neck", "hood")) {
            hood(drawing, b, cloth, cut.has("fur"));
        }
        if (b.sleeve() > 0) {
            Outline arm = b.arm();
            for (boolean flipped : new boolean[] {false, true}) {
                drawing.piece(flipped ? arm.closedFlipped() : arm.closed(), cloth, flipped ? 12 : -12, 1);
                for (double along = step; along < b.sleeve() - 10; along += step) {
                    double[] out = b.wrist(along, -14);
                    double[] in = b.wrist(along + 4, b.cuff() + 46);
                    Outline line = Outline.from(out[0], out[1]).to(in[0], in[1]);
                    baffle(drawing, flipped ? line.openFlipped() : line.open());
                }
                Outline band = b.cuffBand(16, 0);
                drawing.piece(
                        flipped ? band.closedFlipped() : band.closed(),
                        cloth.darker(0.15).as(Weave.RIB),
                        0,
                        0.5);
            }
        }
        b.innerBack(drawing, cloth.darker(0.3), 26, true);
        drawing.piece(b.body(26, false, 5, 0).mirrored(), cloth);
        for (double y = b.top() + step * 1.1; y < b.hemY() - 14; y += step) {
            double w = b.chest() + 16;
            baffle(
                    drawing,
                    "M" + n(-w) + " " + n(y - 3) + "Q" + n(-w / 2) + " " + n(y + 6) + " 0 " + n(y + 4) + "T" + n(w)
                            + " " + n(y - 3));
        }
        for (double y = b.top() + step * 1.1; y < b.hemY() - 14; y += step) {
            for (int side = -1; side <= 1; side += 2) {
                for (int i = 0; i < 4; i++) {
                    double x = side * (22 + i * 27);
                    drawing.fold(
                            "M" + n(x) + " " + n(y + 4) + "q" + n(side * 4.0) + " 8 "
                                    + n(side * (i % 2 == 0 ? 9.0 : 2.0)) + " 14",
                            3.5);
                }
            }
        }
        front(drawing, cut, b, cloth, 26, cloth);
        collars(drawing, cut, b, cloth, cloth, cut.word("neck", "puff"), 26);
        double y = b.hemY() - Math.min(150, b.length() * 0.34);
        Outline slit = Outline.from(76, y).to(96, y + 56);
        drawing.mark("<path d='" + slit.open() + slit.openFlipped() + "' stroke='"
                + cloth.dye().darker(0.5) + "' stroke-width='5'/><path d='" + slit.open() + slit.openFlipped()
                + "' stroke='" + METAL.darker(0.1) + "' stroke-width='1.6' stroke-dasharray='2 1.5'/>");
    }

    private static void baffle(Drawing drawing, String d) {
        drawing.fold(d, 15);
        drawing.fold(d, 6);
    }
}
