package reload.lab.mall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What the tape measure says, size by size, in centimetres.
final class Fitting {
    private Fitting() {}

    static Map<String, List<Double>> measures(Category category, String cut, SplittableRandom dice) {
        Map<String, List<Double>> measures = new LinkedHashMap<>();
        int sizes = category.sizes().size();
        double ease = cut.contains("fit=loose") || cut.contains("fit=boxy") ? 6 : cut.contains("fit=slim") ? -4 : 0;
        switch (category) {
            case OUTER -> {
                put(measures, "어깨", 46 + ease / 2, 1.5, sizes, dice);
                put(measures, "가슴", 54 + ease, 2.5, sizes, dice);
                if (!cut.contains("vest")) {
                    put(measures, "소매", 58, 1, sizes, dice);
                }
                put(measures, "총장", length(cut, 500) * 0.21, 1.5, sizes, dice);
            }
            case KNIT, SHIRT, TOP -> {
                put(measures, "어깨", 43 + ease, 1.5, sizes, dice);
                put(measures, "가슴", 49 + ease, 2.5, sizes, dice);
                if (!cut.contains("sleeve=none")) {
                    put(measures, "소매", cut.contains("sleeve=short") ? 22 : 58, 1, sizes, dice);
                }
                put(measures, "총장", length(cut, 372) * 0.168, 1.5, sizes, dice);
            }
            case PANTS -> {
                put(measures, "허리", 34, 2.5, sizes, dice);
                put(measures, "엉덩이", cut.contains("wide") || cut.contains("balloon") ? 53 : 48, 2.5, sizes, dice);
                put(measures, "허벅지", cut.contains("wide") || cut.contains("balloon") ? 33 : 28, 1.5, sizes, dice);
                put(measures, "밑단", cut.contains("wide") ? 27 : cut.contains("taper") ? 17 : 21, 0.7, sizes, dice);
                put(measures, "총장", 99, 1, sizes, dice);
            }
            case SKIRT -> {
                put(measures, "허리", 33.5, 2.5, sizes, dice);
                put(measures, "엉덩이", 47, 2.5, sizes, dice);
                put(measures, "총장", length(cut, 430) * 0.175, 1, sizes, dice);
            }
            case DRESS -> {
                put(measures, "어깨", 39, 1.2, sizes, dice);
                put(measures, "가슴", 46, 2.5, sizes, dice);
                put(measures, "허리", 38, 2.5, sizes, dice);
                put(measures, "총장", length(cut, 540) * 0.215, 1, sizes, dice);
            }
            case GOODS -> goods(measures, cut, dice);
        }
        return measures;
    }

    private static void goods(Map<String, List<Double>> measures, String cut, SplittableRandom dice) {
        String kind = cut.split(" ")[0];
        switch (kind) {
            case "muffler" -> {
                put(measures, "길이", 210, 0, 1, dice);
                put(measures, "폭", 35, 0, 1, dice);
            }
            case "beanie", "bucket-hat", "cap", "beret" -> {
                put(measures, "둘레", 57, 0, 1, dice);
                put(measures, "깊이", kind.equals("beanie") ? 23 : 17, 0, 1, dice);
            }
            case "mittens", "socks" -> {
                put(measures, "길이", kind.equals("socks") ? 32 : 25, 0, 1, dice);
                put(measures, "폭", 10, 0, 1, dice);
            }
            case "belt" -> {
                put(measures, "길이", 102, 0, 1, dice);
                put(measures, "폭", 2.8, 0, 1, dice);
            }
            default -> {
                put(measures, "가로", 34, 0, 1, dice);
                put(measures, "세로", 29, 0, 1, dice);
                put(measures, "바닥폭", 11, 0, 1, dice);
                put(measures, "끈 길이", 58, 0, 1, dice);
            }
        }
    }

    private static double length(String cut, double otherwise) {
        int at = cut.indexOf("len=");
        return at < 0 ? otherwise : Double.parseDouble(cut.substring(at + 4).split(" ")[0]);
    }

    private static void put(
            Map<String, List<Double>> measures,
            String name,
            double first,
            double step,
            int sizes,
            SplittableRandom dice) {
        double start = Math.round((first + dice.nextDouble(-1, 1)) * 2) / 2.0;
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < sizes; i++) {
            values.add(start + i * step);
        }
        measures.put(name, List.copyOf(values));
    }
}
