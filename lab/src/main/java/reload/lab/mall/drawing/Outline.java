package reload.lab.mall.drawing;

import java.util.ArrayList;
import java.util.List;

/// An outline drawn stroke by stroke; garments are drawn on the wearer's left half (x above 0) and mirrored.
final class Outline {
    private final double startX;
    private final double startY;
    /// Each stroke is a cubic curve: two control points and an end.
    private final List<double[]> strokes = new ArrayList<>();

    private Outline(double x, double y) {
        startX = x;
        startY = y;
    }

    static Outline from(double x, double y) {
        return new Outline(x, y);
    }

    Outline to(double x, double y) {
        double[] last = end();
        strokes.add(new double[] {
            last[0] + (x - last[0]) / 3,
            last[1] + (y - last[1]) / 3,
            last[0] + (x - last[0]) * 2 / 3,
            last[1] + (y - last[1]) * 2 / 3,
            x,
            y
        });
        return this;
    }

    Outline curve(double c1x, double c1y, double c2x, double c2y, double x, double y) {
        strokes.add(new double[] {c1x, c1y, c2x, c2y, x, y});
        return this;
    }

    /// Bends towards one control point.
    Outline bend(double cx, double cy, double x, double y) {
        double[] last = end();
        return curve(
                last[0] + (cx - last[0]) * 2 / 3,
                last[1] + (cy - last[1]) * 2 / 3,
                x + (cx - x) * 2 / 3,
                y + (cy - y) * 2 / 3,
                x,
                y);
    }

    private double[] end() {
        if (strokes.isEmpty()) {
            return new double[] {startX, startY};
        }
        double[] last = strokes.getLast();
        return new double[] {last[4], last[5]};
    }

    /// As drawn, left open.
    String open() {
        return path(1);
    }

    String closed() {
        return path(1) + "Z";
    }

    /// The mirror image, left open.
    String openFlipped() {
        return path(-1);
    }

    String closedFlipped() {
        return path(-1) + "Z";
    }

    /// Down one side as drawn and up the other as mirrored: one closed, symmetric shape.
    String mirrored() {
        StringBuilder d = new StringBuilder(path(1));
        for (int i = strokes.size() - 1; i >= 0; i--) {
            double[] s = strokes.get(i);
            double fromX = i == 0 ? startX : strokes.get(i - 1)[4];
            double fromY = i == 0 ? startY : strokes.get(i - 1)[5];
            if (i == strokes.size() - 1 && s[4] != 0) {
                d.append('L').append(n(-s[4])).append(' ').append(n(s[5]));
            }
            d.append(cubic(-s[2], s[3], -s[0], s[1], -fromX, fromY));
        }
        return d.append('Z').toString();
    }

    private String path(int side) {
        StringBuilder d = new StringBuilder("M" + n(side * startX) + " " + n(startY));
        for (double[] s : strokes) {
            d.append(cubic(side * s[0], s[1], side * s[2], s[3], side * s[4], s[5]));
        }
        return d.toString();
    }

    private static String cubic(double a, double b, double c, double d, double x, double y) {
        return "C" + n(a) + " " + n(b) + " " + n(c) + " " + n(d) + " " + n(x) + " " + n(y);
    }

    /// A number as SVG wants it: one decimal where it has one. Thousands are written for each picture, so by hand.
    static String n(double value) {
        long tenths = Math.round(value * 10);
        long size = Math.abs(tenths);
        String whole = (tenths < 0 ? "-" : "") + size / 10;
        return size % 10 == 0 ? whole : whole + "." + size % 10;
    }
}
