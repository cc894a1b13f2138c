package reload.lab.mall.drawing;

import static reload.lab.mall.drawing.Outline.n;

import java.util.List;
import reload.lab.mall.drawing.Photograph.Garment;

/// Pictures that are not of one product: the season's banner, and what neighbours post in the feed.
public final class Scenes {
    private Scenes() {}

    private static final String OPEN = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ";

    private static String filters() {
        return "<filter id='soft' x='-20%' y='-20%' width='140%' height='140%'><feGaussianBlur stdDeviation='5'/></filter><filter id='cast' x='-30%' y='-20%' width='160%' height='140%'><feGaussianBlur stdDeviation='16'/></filter>"
                + "<filter id='near' x='-20%' y='-20%' width='140%' height='140%'><feGaussianBlur stdDeviation='4'/></filter><filter id='haze' x='-20%' y='-20%' width='140%' height='140%'><feGaussianBlur stdDeviation='10'/></filter>";
    }

    /// Clothes on a rail in a room that the last light crosses.
    ///
    /// @param garments from left to right; only such as have shoulders
    /// @param wide 1600 by 680 for desks, else 780 by 1040 for hands
    public static String rail(List<Garment> garments, boolean wide) {
        int w = wide ? 1600 : 780;
        int h = wide ? 680 : 1040;
        double scale = wide ? 0.66 : 0.8;
        double railY = wide ? 92 : 70;
        double floor = wide ? 600 : 850;
        StringBuilder svg = new StringBuilder(OPEN + w + " " + h + "' width='" + w + "' height='" + h
                + "' preserveAspectRatio='xMidYMid slice'><defs>" + filters());
        svg.append(
                        "<linearGradient id='wall' x1='0' y1='0' x2='1' y2='.6'><stop offset='0' stop-color='#d9b48c'/><stop offset='.5' stop-color='#e3c8a6'/><stop offset='1' stop-color='#b4917a'/></linearGradient>")
                .append(
                        "<linearGradient id='floor' x1='0' y1='0' x2='0' y2='1'><stop offset='0' stop-color='#9c7559'/><stop offset='1' stop-color='#7d5a47'/></linearGradient>")
                .append(
                        "<linearGradient id='sun' x1='0' y1='0' x2='1' y2='0'><stop offset='0' stop-color='#ffe3b0' stop-opacity='.95'/><stop offset='1' stop-color='#ffb877' stop-opacity='.5'/></linearGradient>")
                .append(
                        "<linearGradient id='dusk' x1='0' y1='0' x2='0' y2='1'><stop offset='.42' stop-color='#3a2320' stop-opacity='0'/><stop offset='.62' stop-color='#331d1b' stop-opacity='.5'/><stop offset='1' stop-color='#2a1718' stop-opacity='.8'/></linearGradient></defs>");
        svg.append("<rect width='").append(w).append("' height='").append(h).append("' fill='url(#wall)'/>");
        svg.append("<rect y='")
                .append(n(floor))
                .append("' width='")
                .append(w)
                .append("' height='")
                .append(n(h - floor))
                .append("' fill='url(#floor)'/><rect y='")
                .append(n(floor - 14))
                .append("' width='")
                .append(w)
                .append("' height='14' fill='#c9a582'/><path d='M0 ")
                .append(n(floor - 14))
                .append("H")
                .append(w)
                .append("' stroke='#e9cfae' stroke-width='2'/><path d='M0 ")
                .append(n(floor))
                .append("H")
                .append(w)
                .append("' stroke='#6b4a3a' stroke-width='2' opacity='.6'/>");
        // The window's light on the wall: four panes, leaning as a low sun makes them lean.
        double x0 = wide ? 610 : 150;
        double y0 = wide ? 40 : 120;
        double pane = wide ? 250 : 215;
        double tall = wide ? 235 : 255;
        svg.append("<g filter='url(#soft)' fill='url(#sun)' opacity='.72'>");
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < (wide ? 3 : 2); column++) {
                double x = x0 + column * (pane + 16);
                double y = y0 + row * (tall + 16) + column * pane * 0.16;
                svg.append("<path d='M")
                        .append(n(x))
                        .append(" ")
                        .append(n(y))
                        .append("l")
                        .append(n(pane))
                        .append(" ")
                        .append(n(pane * 0.16))
                        .append("v")
                        .append(n(tall))
                        .append("l")
                        .append(n(-pane))
                        .append(" ")
                        .append(n(-pane * 0.16))
                        .append("Z'/>");
            }
        }
        svg.append("</g>");
        svg.append("<g filter='url(#soft)' fill='#ffcf94' opacity='.4'><path d='M")
                .append(n(x0 + 40))
                .append(" ")
                .append(n(floor + 4))
                .append("h")
                .append(n(pane * 2))
                .append("l90 ")
                .append(n(h - floor))
                .append("h")
                .append(n(-pane * 2))
                .append("Z'/></g>");
        svg.append("<path d='M0 ")
                .append(n(railY + 13))
                .append("H")
                .append(w)
                .append("' stroke='#5a3c2e' stroke-width='9' opacity='.28' filter='url(#near)'/><path d='M0 ")
                .append(n(railY))
                .append("H")
                .append(w)
                .append("' stroke='#8a5f42' stroke-width='11'/><path d='M0 ")
                .append(n(railY - 3))
                .append("H")
                .append(w)
                .append("' stroke='#d3a67c' stroke-width='2.5'/>");
        double from = wide ? 700 : 152;
        double step = wide ? 138 : 236;
        for (int i = 0; i < garments.size(); i++) {
            Garment garment = garments.get(i);
            double x = from + i * step;
            double collar = collar(garment.cut());
            double dy = railY + (wide ? 52 : 62) - collar * scale;
            svg.append("<g><path d='M")
                    .append(n(x))
                    .append(" ")
                    .append(n(railY - 6))
                    .append("c9 -9 18 4 8 12c-6 5 -8 8 -8 ")
                    .append(wide ? 22 : 30)
                    .append("' fill='none' stroke='#6f655c' stroke-width='3'/>")
                    .append("<path d='M")
                    .append(n(x - 84 * scale))
                    .append(" ")
                    .append(n(railY + (wide ? 66 : 82)))
                    .append("Q")
                    .append(n(x))
                    .append(" ")
                    .append(n(railY + (wide ? 14 : 16)))
                    .append(" ")
                    .append(n(x + 84 * scale))
                    .append(" ")
                    .append(n(railY + (wide ? 66 : 82)))
                    .append("' fill='none' stroke='#7a5236' stroke-width='10' stroke-linecap='round'/></g>");
            svg.append(Photograph.draw(
                    garment, "h" + i + "x", "translate(" + n(x) + " " + n(dy) + ") scale(" + scale + ")"));
        }
        // Late light once more, over the clothes.
        svg.append("<g filter='url(#haze)' fill='#ffd9a0' opacity='.16'><path d='M")
                .append(n(x0))
                .append(" ")
                .append(n(y0))
                .append("l")
                .append(n(pane * (wide ? 3 : 2)))
                .append(" 80v")
                .append(n(tall * 2))
                .append("l")
                .append(n(-pane * (wide ? 3 : 2)))
                .append(" -80Z'/></g>");
        if (wide) {
            svg.append(
                    "<defs><linearGradient id='side' x1='0' y1='0' x2='1' y2='0'><stop offset='0' stop-color='#2d1a1c' stop-opacity='.55'/><stop offset='.5' stop-color='#2d1a1c' stop-opacity='0'/></linearGradient></defs><rect width='1600' height='680' fill='url(#side)'/>");
        } else {
            svg.append("<rect width='").append(w).append("' height='").append(h).append("' fill='url(#dusk)'/>");
        }
        return svg.append("</svg>").toString();
    }

    /// y of the point where a garment hangs from, before scaling.
    private static double collar(Cut cut) {
        return switch (cut.kind()) {
            case "coat", "puffer" -> 400 - cut.number("len", 500) / 2 + 6;
            case "dress" -> 400 - cut.number("len", 540) / 2 + (cut.is("neck", "turtle") ? 20 : 4);
            default -> 400 - cut.number("len", 372) / 2 - 4;
        };
    }

    /// Roofs, wires and the sun between them. 600 by 600.
    public static String sunset() {
        return OPEN + "600 600' width='600' height='600'><defs>" + filters()
                + "<linearGradient id='sky' x1='0' y1='0' x2='0' y2='1'><stop offset='0' stop-color='#6f7fa6'/><stop offset='.45' stop-color='#d8a59a'/><stop offset='.75' stop-color='#f3b36b'/></linearGradient></defs><rect width='600' height='600' fill='url(#sky)'/>"
                + "<circle cx='372' cy='352' r='120' fill='#ffdf9e' opacity='.55' filter='url(#haze)'/><circle cx='372' cy='352' r='56' fill='#fff0c4'/><g filter='url(#haze)' fill='#f7d2b4' opacity='.7'><ellipse cx='150' cy='190' rx='190' ry='16'/><ellipse cx='470' cy='140' rx='170' ry='12'/><ellipse cx='300' cy='250' rx='240' ry='10'/></g>"
                + "<path d='M0 430L70 400L150 424L230 380L330 420L420 392L520 426L600 398V600H0Z' fill='#8a6a74'/><path d='M0 470H90V440L140 410L190 440V480H260V452H350V486H420L470 452L530 486H600V600H0Z' fill='#5d4a5a'/><path d='M0 530L60 500H180L220 532H300V510H400V540L470 512H560L600 536V600H0Z' fill='#3c3344'/>"
                + "<g fill='#ffcf7a'><rect x='150' y='446' width='10' height='12'/><rect x='296' y='466' width='9' height='11'/><rect x='334' y='466' width='9' height='11'/><rect x='76' y='520' width='12' height='14'/><rect x='340' y='526' width='11' height='13'/><rect x='500' y='528' width='12' height='13'/></g>"
                + "<g stroke='#2c2634' fill='none' stroke-width='2.4'><path d='M94 600V250M70 276H118M76 300H112' stroke-width='6'/><path d='M0 262Q50 296 94 276Q300 350 600 236M0 290Q50 318 94 300Q310 372 600 270'/></g><g fill='#2c2634'><path d='M214 326q6-9 12 0q-2 8-6 9q-5-2-6-9z'/><path d='M240 332q6-9 12 0q-2 8-6 9q-5-2-6-9z'/></g></svg>";
    }

    /// A cup on a sill. 600 by 600.
    public static String cup() {
        return OPEN + "600 600' width='600' height='600'><defs>" + filters()
                + "<linearGradient id='bg' x1='0' y1='0' x2='1' y2='1'><stop offset='0' stop-color='#e9d6b8'/><stop offset='1' stop-color='#b08e72'/></linearGradient><linearGradient id='mug' x1='0' y1='0' x2='1' y2='0'><stop offset='0' stop-color='#f7efe2'/><stop offset='.6' stop-color='#e2d3bd'/><stop offset='1' stop-color='#b9a389'/></linearGradient></defs><rect width='600' height='600' fill='url(#bg)'/>"
                + "<g filter='url(#haze)' fill='#fff1cf' opacity='.7'><path d='M-40 0H180L420 600H160Z'/><path d='M240 0H330L570 600H480Z'/></g><rect y='430' width='600' height='170' fill='#8a6146'/><path d='M0 430H600' stroke='#c89b75' stroke-width='5'/><path d='M0 480H600M0 540H600' stroke='#6f4a34' stroke-width='2' opacity='.5'/><g filter='url(#haze)' fill='#ffd79a' opacity='.4'><path d='M330 434H470L600 600H420Z'/></g>"
                + "<ellipse cx='352' cy='492' rx='190' ry='26' fill='#3a2418' opacity='.45' filter='url(#haze)'/><ellipse cx='300' cy='480' rx='168' ry='30' fill='#d9c7ae'/><ellipse cx='300' cy='474' rx='168' ry='28' fill='#f1e6d5'/><ellipse cx='300' cy='474' rx='98' ry='14' fill='#cbb79c'/>"
                + "<path d='M404 340c70 -12 84 84 -8 96' fill='none' stroke='#cdb99f' stroke-width='20'/><path d='M182 300C184 420 214 474 300 474C386 474 416 420 418 300Z' fill='url(#mug)'/><ellipse cx='300' cy='300' rx='118' ry='26' fill='#efe3d0'/><ellipse cx='300' cy='303' rx='106' ry='21' fill='#a8713c'/><path d='M300 290c-26 0 -36 14 0 26c36 -12 26 -26 0 -26z' fill='#f0d9b0'/><path d='M236 306q64 22 128 0' stroke='#c99660' stroke-width='4' fill='none'/>"
                + "<g fill='none' stroke='#fffaf0' stroke-width='10' stroke-linecap='round' opacity='.55' filter='url(#soft)'><path d='M270 260q-24 -44 6 -84q20 -40 -4 -74M330 256q22 -40 -4 -76q-18 -34 6 -66'/></g><circle cx='120' cy='462' r='34' fill='#d9a441'/><circle cx='110' cy='452' r='12' fill='#f0c76d' opacity='.8'/><path d='M120 428q6 -12 18 -14' stroke='#5d6b3c' stroke-width='5' fill='none'/></svg>";
    }

    /// A cat in a square of light. 600 by 600.
    public static String cat() {
        return OPEN + "600 600' width='600' height='600'><defs>" + filters()
                + "<linearGradient id='f' x1='0' y1='0' x2='1' y2='1'><stop offset='0' stop-color='#c89f78'/><stop offset='1' stop-color='#8b6449'/></linearGradient></defs><rect width='600' height='600' fill='url(#f)'/><g stroke='#7a543c' stroke-width='2.4' opacity='.5'><path d='M0 120H600M0 260H600M0 400H600M0 540H600M180 0V120M420 120V260M130 260V400M380 400V540M240 540V600'/></g>"
                + "<g fill='#ffdf9f' opacity='.8' filter='url(#soft)'><path d='M90 130L300 100L340 300L130 340Z'/><path d='M316 98L510 70L560 260L356 298Z'/><path d='M134 356L344 316L384 520L176 566Z'/><path d='M360 314L564 276L600 470L400 516Z'/></g><path d='M170 486C150 380 220 300 330 306C440 312 500 380 480 470C470 530 390 556 310 552C230 550 180 530 170 486Z' fill='#3a2418' opacity='.4' transform='translate(26 26)' filter='url(#haze)'/>"
                + "<path d='M160 470C140 360 216 284 330 292C446 300 506 372 482 464C466 524 386 548 306 544C226 540 172 520 160 470Z' fill='#e0903f'/><path d='M470 420C520 440 520 510 450 528C380 548 300 540 262 520' fill='none' stroke='#d27f30' stroke-width='34' stroke-linecap='round'/><g stroke='#b8651f' stroke-width='13' stroke-linecap='round' fill='none' opacity='.8'><path d='M330 300q10 34 -4 62M378 306q16 34 4 64M424 332q18 30 8 60M284 304q0 28 -10 46'/></g>"
                + "<path d='M150 420C130 372 150 330 176 300L206 330Q230 320 256 332L290 306C306 344 306 390 290 420C270 462 176 466 150 420Z' fill='#eba253'/><path d='M180 312l18 22l-24 8zM286 318l-20 20l24 8z' fill='#f3c6a0'/><path d='M178 396q14 10 26 0M240 396q14 10 26 0' stroke='#4a2c17' stroke-width='5' fill='none' stroke-linecap='round'/><path d='M214 416h14l-7 9z' fill='#9c4f38'/><path d='M221 425q-8 12 -18 8M221 425q8 12 18 8' stroke='#4a2c17' stroke-width='3.4' fill='none' stroke-linecap='round'/><g stroke='#fff3df' stroke-width='2.4' opacity='.9'><path d='M190 424l-46 -8M190 432l-44 10M252 424l46 -8M252 432l44 10'/></g><path d='M196 440q26 20 52 0q-8 40 -26 40t-26 -40z' fill='#fbe6cb'/></svg>";
    }

    /// The label's mark: a low sun over three lines of ground. 64 by 64.
    public static String icon() {
        return OPEN
                + "64 64' width='64' height='64'><rect width='64' height='64' rx='14' fill='#f6ead9'/><path d='M16 36a16 16 0 0 1 32 0z' fill='#c8632f'/><path d='M8 36H56M16 45H48M24 54H40' stroke='#c8632f' stroke-width='3.4' stroke-linecap='round'/></svg>";
    }
}
