package reload.lab.mall.drawing;

import static reload.lab.mall.drawing.Outline.n;

/// Bags, hats, scarves, gloves and socks.
final class Accessories {
    private Accessories() {}

    static void draw(Drawing drawing, Cut cut, Cloth cloth) {
        switch (cut.kind()) {
            case "tote" -> tote(drawing, cut, cloth);
            case "shoulder-bag" -> shoulderBag(drawing, cut, cloth);
            case "bucket-bag" -> bucketBag(drawing, cloth);
            case "backpack" -> backpack(drawing, cloth);
            case "muffler" -> muffler(drawing, cut, cloth);
            case "beanie" -> beanie(drawing, cut, cloth);
            case "bucket-hat" -> bucketHat(drawing, cloth);
            case "cap" -> cap(drawing, cloth);
            case "beret" -> beret(drawing, cloth);
            case "mittens" -> mittens(drawing, cut, cloth);
            case "socks" -> socks(drawing, cut, cloth);
            case "belt" -> belt(drawing, cloth);
            default -> throw new IllegalArgumentException("no such cut: " + cut.kind());
        }
    }

    private static void handle(Drawing drawing, double half, double top, double bottom, Tint colour, double width) {
        String d = "M" + n(-half) + " " + n(bottom) + "C" + n(-half) + " " + n(top) + " " + n(half) + " " + n(top) + " "
                + n(half) + " " + n(bottom);
        drawing.mark("<g fill='none'><path d='" + d + "' stroke='#2a2030' stroke-width='" + n(width)
                + "' opacity='.25' filter='url(#near)' transform='translate(9 12)'/><path d='" + d + "' stroke='"
                + colour.darker(0.45) + "' stroke-width='" + n(width + 1.6) + "'/><path d='" + d + "' stroke='" + colour
                + "' stroke-width='" + n(width) + "'/><path d='" + d + "' stroke='" + colour.lighter(0.4)
                + "' stroke-width='" + n(width * 0.25) + "' opacity='.5' transform='translate(-2 -2)'/></g>");
    }

    private static void tote(Drawing drawing, Cut cut, Cloth cloth) {
        double w = cut.number("w", 150);
        double h = cut.number("h", 300);
        double top = 430 - h / 2;
        Tint strap =
                cut.is("strap", "leather") ? new Tint("#6a4730") : cloth.dye().darker(0.08);
        handle(drawing, w * 0.46, top - 190, top + 20, strap.darker(0.2), 15);
        drawing.piece(
                "M" + n(-w) + " " + n(top) + "Q0 " + n(top + 8) + " " + n(w) + " " + n(top) + "L" + n(w + 8) + " "
                        + n(top + h - 20) + "Q" + n(w + 8) + " " + n(top + h) + " " + n(w - 12) + " " + n(top + h + 2)
                        + "Q0 " + n(top + h + 10) + " " + n(12 - w) + " " + n(top + h + 2) + "Q" + n(-w - 8) + " "
                        + n(top + h) + " " + n(-w - 8) + " " + n(top + h - 20) + "Z",
                cloth);
        drawing.fold(
                        "M" + n(-w * 0.5) + " " + n(top + 16) + "Q" + n(-w * 0.4) + " " + n(top + h * 0.4) + " "
                                + n(-w * 0.6) + " " + n(top + h * 0.8),
                        14)
                .fold(
                        "M" + n(w * 0.6) + " " + n(top + 10) + "Q" + n(w * 0.46) + " " + n(top + h * 0.5) + " "
                                + n(w * 0.66) + " " + n(top + h),
                        13)
                .fold("M-20 " + n(top + h) + "Q10 " + n(top + h - 60) + " 60 " + n(top + h - 40), 10);
        drawing.stitch(
                "M" + n(-w + 2) + " " + n(top + 20) + "Q0 " + n(top + 28) + " " + n(w - 2) + " " + n(top + 20),
                cloth.line());
        handle(drawing, w * 0.46, top - 160, top + 60, strap, 15);
        for (int side = -1; side <= 1; side += 2) {
            drawing.stitch("M" + n(side * w * 0.46 - 5) + " " + n(top + 34) + "v24h10v-24", strap.lighter(0.4));
        }
        if (cut.has("mark")) {
            Tint ink = cloth.second();
            drawing.mark(
                    "<g transform='translate(0 " + n(top + h * 0.55) + ")' fill='none' stroke='" + ink
                            + "' stroke-width='4' stroke-linecap='round'><path d='M-38 10a38 38 0 0 1 76 0'/><path d='M-64 10H64M-44 26H44M-24 42H24'/></g>");
        } else if (cloth.weave() == Weave.LEATHER) {
            drawing.mark("<rect x='-20' y='" + n(top + 48) + "' width='40' height='13' rx='2' fill='"
                    + cloth.dye().darker(0.2) + "'/><path d='M-10 " + n(top + 55)
                    + "h20' stroke='#c2a15a' stroke-width='2'/>");
        }
    }

    private static void shoulderBag(Drawing drawing, Cut cut, Cloth cloth) {
        boolean moon = cut.is("shape", "moon");
        double top = 420;
        handle(drawing, moon ? 150 : 128, 96, top + 30, cloth.dye().darker(0.1), moon ? 24 : 14);
        if (moon) {
            drawing.piece(
                    "M-176 " + n(top) + "C-120 " + n(top + 46) + " 120 " + n(top + 46) + " 176 " + n(top) + "C196 "
                            + n(top + 90) + " 110 " + n(top + 168) + " 0 " + n(top + 170) + "C-110 " + n(top + 168)
                            + " -196 " + n(top + 90) + " -176 " + n(top) + "Z",
                    cloth);
            drawing.fold("M-120 " + n(top + 36) + "Q-90 " + n(top + 80) + " -40 " + n(top + 96), 14)
                    .fold("M110 " + n(top + 34) + "Q90 " + n(top + 90) + " 40 " + n(top + 120), 12)
                    .fold("M-30 " + n(top + 44) + "Q0 " + n(top + 70) + " 50 " + n(top + 60), 8);
            drawing.mark("<path d='M-166 " + n(top + 6) + "C-110 " + n(top + 50) + " 110 " + n(top + 50) + " 166 "
                    + n(top + 6) + "' fill='none' stroke='" + cloth.dye().darker(0.5)
                    + "' stroke-width='4'/><path d='M-166 " + n(top + 6) + "C-110 " + n(top + 50) + " 110 "
                    + n(top + 50) + " 166 " + n(top + 6)
                    + "' fill='none' stroke='#c2a15a' stroke-width='2' stroke-dasharray='2 2'/>");
        } else {
            drawing.piece(
                    "M-150 " + n(top - 10) + "H150Q164 " + n(top - 10) + " 164 " + n(top + 8) + "L168 " + n(top + 166)
                            + "Q168 " + n(top + 186) + " 148 " + n(top + 186) + "H-148Q-168 " + n(top + 186) + " -168 "
                            + n(top + 166) + "L-164 " + n(top + 8) + "Q-164 " + n(top - 10) + " -150 " + n(top - 10)
                            + "Z",
                    cloth);
            drawing.piece(
                    "M-158 " + n(top - 12) + "H158L162 " + n(top + 80) + "Q100 " + n(top + 118) + " 0 " + n(top + 120)
                            + "Q-100 " + n(top + 118) + " -162 " + n(top + 80) + "Z",
                    cloth,
                    0,
                    0.9);
            drawing.stitch(
                    "M-154 " + n(top + 76) + "Q-98 " + n(top + 110) + " 0 " + n(top + 112) + "Q98 " + n(top + 110)
                            + " 154 " + n(top + 76),
                    cloth.line());
            drawing.mark("<rect x='-17' y='" + n(top + 98)
                    + "' width='34' height='26' rx='4' fill='#c2a15a' stroke='#8b6f36'/><circle cx='0' cy='"
                    + n(top + 111) + "' r='4' fill='#8b6f36'/>");
        }
    }

    private static void bucketBag(Drawing drawing, Cloth cloth) {
        double top = 330;
        handle(drawing, 104, 96, top + 26, cloth.dye().darker(0.12), 12);
        drawing.piece(
                "M-112 " + n(top) + "Q0 " + n(top + 22) + " 112 " + n(top) + "L146 " + n(top + 240) + "Q150 "
                        + n(top + 268) + " 118 " + n(top + 274) + "Q0 " + n(top + 290) + " -118 " + n(top + 274)
                        + "Q-150 " + n(top + 268) + " -146 " + n(top + 240) + "Z",
                cloth);
        for (double x : new double[] {-84, -52, -20, 14, 48, 82}) {
            drawing.fold(
                    "M" + n(x) + " " + n(top + 10) + "Q" + n(x * 1.05) + " " + n(top + 60) + " " + n(x * 1.2) + " "
                            + n(top + 130),
                    9);
        }
        drawing.mark("<path d='M-118 " + n(top + 44) + "Q0 " + n(top + 66) + " 118 " + n(top + 44) + "' stroke='"
                + cloth.dye().darker(0.4) + "' stroke-width='5' fill='none'/><path d='M0 " + n(top + 58)
                + "q-20 50 -14 92M2 " + n(top + 58) + "q22 40 20 80' stroke='"
                + cloth.dye().darker(0.3) + "' stroke-width='5' fill='none' stroke-linecap='round'/>");
        drawing.seam("M-144 " + n(top + 226) + "Q0 " + n(top + 246) + " 144 " + n(top + 226), cloth);
    }

    private static void backpack(Drawing drawing, Cloth cloth) {
        handle(drawing, 30, 150, 236, cloth.dye().darker(0.2), 14);
        drawing.piece(
                "M-120 330C-124 230 -70 214 0 214C70 214 124 230 120 330L130 560Q130 592 96 594H-96Q-130 592 -130 560Z",
                cloth);
        drawing.fold("M-90 260Q-104 340 -92 420", 10).fold("M92 262Q104 330 96 400", 10);
        drawing.piece(
                "M-92 430H92Q104 430 104 444L106 548Q106 566 86 566H-86Q-106 566 -106 548L-104 444Q-104 430 -92 430Z",
                cloth,
                0,
                0.8);
        drawing.mark(
                "<path d='M-84 446H84' stroke='" + cloth.dye().darker(0.5)
                        + "' stroke-width='5'/><path d='M-84 446H84' stroke='#b9b4ab' stroke-width='2' stroke-dasharray='2 2'/><path d='M-104 300C-100 250 -60 240 0 240C60 240 100 250 104 300' fill='none' stroke='"
                        + cloth.dye().darker(0.5)
                        + "' stroke-width='4'/><rect x='-18' y='486' width='36' height='14' rx='2' fill='#efe6d3'/><path d='M-9 493h18' stroke='#6b5a4a' stroke-width='2'/>");
    }

    private static void muffler(Drawing drawing, Cut cut, Cloth cloth) {
        StringBuilder fringe = new StringBuilder();
        for (double x = -96; x <= -14; x += 7) {
            fringe.append("M")
                    .append(n(x))
                    .append(" 612q")
                    .append(x % 2 == 0 ? "3" : "-3")
                    .append(" 24 1 ")
                    .append(n(44 + Math.abs(x) % 9));
        }
        for (double x = 24; x <= 106; x += 7) {
            fringe.append("M")
                    .append(n(x))
                    .append(" 560q")
                    .append(x % 2 == 0 ? "-3" : "3")
                    .append(" 24 1 ")
                    .append(n(44 + x % 9));
        }
        if (!cut.has("plain-end")) {
            drawing.mark("<path d='" + fringe
                    + "' fill='none' stroke='#2a2030' stroke-width='5' opacity='.22' transform='translate(8 10)' filter='url(#near)'/><path d='"
                    + fringe + "' fill='none' stroke='" + cloth.dye().darker(0.2)
                    + "' stroke-width='4.6' stroke-linecap='round'/><path d='" + fringe + "' fill='none' stroke='"
                    + cloth.dye().lighter(0.12) + "' stroke-width='2.4' stroke-linecap='round'/>");
        }
        drawing.piece("M18 300C30 380 20 470 20 566Q64 574 110 564C114 460 112 380 92 290Z", cloth, -2, 1);
        drawing.fold("M62 330Q74 430 60 556", 12);
        drawing.piece("M-88 300C-110 400 -98 510 -102 616Q-56 626 -8 616C-10 510 -4 400 -10 300Z", cloth, 3, 1);
        drawing.fold("M-50 330Q-64 450 -48 610", 13).fold("M-78 380Q-84 440 -80 520", 8);
        drawing.piece(
                "M-126 214C-128 160 -70 140 0 140C74 140 130 162 128 216C126 282 70 322 4 322C-66 322 -124 280 -126 214Z",
                cloth,
                82,
                1);
        drawing.fold("M-110 240Q-40 300 60 290", 14)
                .fold("M-112 206Q-30 262 104 250", 12)
                .fold("M-90 276Q-30 312 40 312", 9);
        drawing.piece(
                "M-70 196C-60 172 -30 164 0 164C36 164 66 174 72 196C52 216 30 222 0 222C-30 222 -54 214 -70 196Z",
                cloth.darker(0.42),
                0,
                0.6);
        drawing.piece("M-98 268C-60 250 0 262 22 300C32 330 6 352 -26 350C-66 346 -104 318 -98 268Z", cloth, 40, 0.9);
        drawing.fold("M-70 282Q-30 290 0 326", 9);
        if (cut.has("plain-end")) {
            drawing.stitch("M-100 602Q-56 612 -9 602M22 552Q64 560 108 550", cloth.line());
        }
    }

    private static void beanie(Drawing drawing, Cut cut, Cloth cloth) {
        if (cut.has("pompom")) {
            drawing.piece(
                    "M0 214C-26 214 -48 236 -48 262C-48 290 -26 308 0 308C28 308 48 290 48 262C48 236 28 214 0 214Z",
                    new Cloth(cloth.second(), Weave.BOUCLE, cloth.dye()));
        }
        drawing.piece("M-150 470C-158 350 -90 282 0 280C90 282 158 350 150 470Q0 500 -150 470Z", cloth);
        for (double x : new double[] {-96, -56, -16, 26, 66, 104}) {
            drawing.fold("M" + n(x * 0.2) + " 290Q" + n(x * 0.9) + " 340 " + n(x) + " 460", 8);
        }
        drawing.piece(
                "M-160 442Q0 474 160 442C168 470 168 506 160 532Q0 566 -160 532C-168 506 -168 470 -160 442Z",
                cloth.as(cloth.weave() == Weave.CHUNKY ? Weave.CHUNKY : Weave.RIB));
        drawing.mark(
                "<rect x='78' y='486' width='34' height='26' rx='2' fill='#efe6d3' transform='rotate(-4 95 499)'/><path d='M85 500a10 10 0 0 1 20 0M82 503h26' stroke='#6b5a4a' stroke-width='2' fill='none'/>");
    }

    private static void bucketHat(Drawing drawing, Cloth cloth) {
        drawing.piece("M-118 420C-170 452 -204 498 -206 530C-130 574 130 574 206 530C204 498 170 452 118 420Z", cloth);
        drawing.fold("M-150 460Q-170 500 -160 540", 10).fold("M140 456Q160 500 150 540", 10);
        drawing.stitch("M-178 488Q0 556 178 488M-192 508Q0 574 192 508", cloth.line());
        drawing.piece(
                "M-122 440C-124 380 -112 316 -96 300C-50 278 50 278 96 300C112 316 124 380 122 440Q0 484 -122 440Z",
                cloth);
        drawing.fold("M-60 310Q-72 380 -60 450", 9).fold("M70 306Q78 370 66 450", 9);
        drawing.seam("M-94 306Q0 336 94 306", cloth);
    }

    private static void cap(Drawing drawing, Cloth cloth) {
        drawing.piece("M-142 450C-150 340 -84 272 0 270C84 272 150 340 142 450Q0 424 -142 450Z", cloth);
        drawing.fold("M-90 320Q-110 380 -104 430", 9).fold("M90 316Q112 370 106 430", 9);
        drawing.seam("M0 271V432M-66 294Q-60 370 -74 436M66 294Q60 370 74 436", cloth);
        drawing.piece(
                "M-146 446Q0 414 146 446C176 470 190 512 184 534Q0 466 -184 534C-190 512 -176 470 -146 446Z", cloth);
        drawing.stitch("M-160 478Q0 430 160 478M-170 496Q0 446 170 496M-177 514Q0 458 177 514", cloth.line());
        drawing.mark(
                "<circle cx='0' cy='270' r='8' fill='" + cloth.dye().darker(0.2)
                        + "'/><g transform='translate(0 366) scale(.6)' fill='none' stroke='" + cloth.second()
                        + "' stroke-width='6' stroke-linecap='round'><path d='M-34 22a34 34 0 0 1 68 0'/><path d='M-58 22H58M-40 40H40'/></g>");
    }

    private static void beret(Drawing drawing, Cloth cloth) {
        drawing.piece(
                "M-110 480C-220 470 -232 380 -150 324C-70 274 90 280 160 336C226 390 200 462 112 482Q0 500 -110 480Z",
                cloth);
        drawing.fold("M-190 400Q-120 350 -20 350", 14)
                .fold("M-120 470Q-60 420 40 430", 14)
                .fold("M180 390Q130 430 70 440", 12);
        drawing.piece(
                "M-112 474Q0 502 114 474Q118 490 112 504Q0 530 -110 504Q-118 490 -112 474Z",
                cloth.as(Weave.RIB),
                0,
                0.7);
        drawing.mark("<path d='M14 292q4 -18 -4 -30' stroke='" + cloth.dye().darker(0.3)
                + "' stroke-width='8' stroke-linecap='round' fill='none'/>");
    }

    private static void mittens(Drawing drawing, Cut cut, Cloth cloth) {
        boolean fingers = cut.has("leather");
        for (int side = -1; side <= 1; side += 2) {
            Outline hand = fingers
                    ? Outline.from(44, 560)
                            .curve(40, 480, 36, 430, 34, 380)
                            .curve(34, 330, 40, 270, 50, 236)
                            .bend(62, 222, 70, 240)
                            .curve(72, 280, 72, 320, 74, 340)
                            .curve(76, 290, 80, 240, 88, 214)
                            .bend(102, 202, 110, 218)
                            .curve(110, 270, 108, 310, 108, 342)
                            .curve(114, 300, 120, 250, 128, 226)
                            .bend(142, 216, 149, 232)
                            .curve(148, 280, 142, 320, 140, 350)
                            .curve(148, 320, 156, 290, 164, 272)
                            .bend(178, 268, 180, 284)
                            .curve(176, 330, 168, 400, 164, 440)
                            .curve(160, 490, 158, 520, 158, 560)
                            .to(44, 560)
                    : Outline.from(44, 520)
                            .curve(38, 440, 34, 340, 50, 268)
                            .curve(66, 216, 130, 212, 148, 262)
                            .curve(160, 310, 164, 340, 160, 372)
                            .curve(178, 350, 200, 346, 206, 372)
                            .curve(206, 410, 178, 440, 164, 470)
                            .to(160, 520)
                            .to(44, 520);
            drawing.piece(side > 0 ? hand.closed() : hand.closedFlipped(), cloth, side * 3.0, 1);
            if (fingers) {
                drawing.fold("M" + n(side * 60.0) + " 400Q" + n(side * 100.0) + " 430 " + n(side * 140.0) + " 410", 8);
                drawing.stitch(
                        "M" + n(side * 72.0) + " 352V430M" + n(side * 108.0) + " 352V430M" + n(side * 138.0)
                                + " 360V424",
                        cloth.line());
                drawing.piece(
                        "M" + n(side * 42.0) + " 540H" + n(side * 160.0) + "V592H" + n(side * 42.0) + "Z",
                        new Cloth(cloth.dye().darker(0.1), Weave.RIB, cloth.second()),
                        0,
                        0.8);
            } else {
                drawing.fold("M" + n(side * 70.0) + " 480Q" + n(side * 84.0) + " 400 " + n(side * 76.0) + " 320", 10);
                drawing.piece(
                        "M" + n(side * 40.0) + " 506H" + n(side * 164.0) + "L" + n(side * 158.0) + " 598H"
                                + n(side * 46.0) + "Z",
                        cloth.rib(),
                        0,
                        0.8);
            }
        }
    }

    private static void socks(Drawing drawing, Cut cut, Cloth cloth) {
        for (int i = 0; i < 2; i++) {
            double dx = i == 0 ? -92 : 66;
            double dy = i == 0 ? -10 : 26;
            Outline sock = Outline.from(-50 + dx, 200 + dy)
                    .to(44 + dx, 200 + dy)
                    .curve(44 + dx, 300 + dy, 40 + dx, 380 + dy, 46 + dx, 430 + dy)
                    .curve(60 + dx, 470 + dy, 130 + dx, 490 + dy, 140 + dx, 530 + dy)
                    .curve(144 + dx, 570 + dy, 110 + dx, 578 + dy, 70 + dx, 574 + dy)
                    .curve(0 + dx, 570 + dy, -50 + dx, 530 + dy, -52 + dx, 470 + dy)
                    .curve(-52 + dx, 400 + dy, -48 + dx, 300 + dy, -50 + dx, 200 + dy);
            drawing.piece(sock.closed(), cloth);
            drawing.fold(
                            "M" + n(40 + dx) + " " + n(420 + dy) + "Q" + n(10 + dx) + " " + n(440 + dy) + " "
                                    + n(-30 + dx) + " " + n(430 + dy),
                            8)
                    .fold(
                            "M" + n(44 + dx) + " " + n(440 + dy) + "Q" + n(20 + dx) + " " + n(470 + dy) + " "
                                    + n(-20 + dx) + " " + n(480 + dy),
                            8);
            drawing.piece(
                    "M" + n(-52 + dx) + " " + n(194 + dy) + "H" + n(46 + dx) + "V" + n(258 + dy) + "H" + n(-51 + dx)
                            + "Z",
                    cloth.dyed(cut.has("tip") ? cloth.second() : cloth.dye()).as(Weave.RIB),
                    0,
                    0.8);
            if (cut.has("tip")) {
                drawing.piece(
                        "M" + n(104 + dx) + " " + n(486 + dy) + "C" + n(130 + dx) + " " + n(498 + dy) + " "
                                + n(140 + dx) + " " + n(514 + dy) + " " + n(140 + dx) + " " + n(530 + dy) + "C"
                                + n(144 + dx) + " " + n(570 + dy) + " " + n(116 + dx) + " " + n(577 + dy) + " "
                                + n(84 + dx) + " " + n(575 + dy) + "Q" + n(100 + dx) + " " + n(530 + dy) + " "
                                + n(104 + dx) + " " + n(486 + dy) + "Z",
                        cloth.dyed(cloth.second()).as(Weave.KNIT),
                        0,
                        0.7);
            }
        }
    }

    private static void belt(Drawing drawing, Cloth cloth) {
        drawing.mark(
                "<g fill='none'><path d='M-20 560C-190 560 -190 260 0 258C186 260 190 520 40 548' stroke='#2a2030' stroke-width='36' opacity='.26' filter='url(#near)' transform='translate(12 16)'/><path d='M-20 560C-190 560 -190 260 0 258C186 260 190 520 40 548' stroke='"
                        + cloth.dye().darker(0.4)
                        + "' stroke-width='36'/><path d='M-20 560C-190 560 -190 260 0 258C186 260 190 520 40 548' stroke='"
                        + cloth.dye()
                        + "' stroke-width='33'/><path d='M-20 560C-190 560 -190 260 0 258C186 260 190 520 40 548' stroke='"
                        + cloth.dye().lighter(0.3)
                        + "' stroke-width='25' stroke-dasharray='5 4' opacity='.25'/><path d='M-20 560C-190 560 -190 260 0 258C186 260 190 520 40 548' stroke='"
                        + cloth.dye() + "' stroke-width='22'/></g>");
        drawing.piece("M-30 534L150 504Q164 520 156 540L-24 572Z", cloth.as(Weave.LEATHER), -9, 0.8);
        drawing.mark(
                "<g transform='rotate(-9 -20 556)'><rect x='-46' y='528' width='48' height='54' rx='9' fill='none' stroke='#8b6f36' stroke-width='9'/><rect x='-46' y='528' width='48' height='54' rx='9' fill='none' stroke='#d0b36c' stroke-width='6'/><path d='M0 555H-40' stroke='#b9984f' stroke-width='6'/></g><g fill='"
                        + cloth.dye().darker(0.6)
                        + "'><circle cx='60' cy='538' r='3'/><circle cx='88' cy='533' r='3'/><circle cx='116' cy='528' r='3'/></g>");
    }
}
