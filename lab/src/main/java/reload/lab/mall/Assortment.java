package reload.lab.mall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import reload.lab.mall.Product.Colour;
import reload.lab.mall.Product.Feel;
import reload.lab.mall.drawing.Cloth;
import reload.lab.mall.drawing.Cut;
import reload.lab.mall.drawing.Photograph.Garment;
import reload.lab.mall.drawing.Tint;
import reload.lab.mall.drawing.Weave;

/// Everything the mall sells, in the order it was cut. The same on every machine and at every start.
public final class Assortment {
    private static final long SEASON = 2026_11L;
    private static final Map<Category, List<Category>> GOES_WITH = Map.of(
            Category.OUTER, List.of(Category.KNIT, Category.PANTS, Category.GOODS),
            Category.KNIT, List.of(Category.PANTS, Category.OUTER, Category.GOODS),
            Category.SHIRT, List.of(Category.PANTS, Category.KNIT, Category.GOODS),
            Category.TOP, List.of(Category.PANTS, Category.OUTER, Category.GOODS),
            Category.PANTS, List.of(Category.KNIT, Category.OUTER, Category.GOODS),
            Category.SKIRT, List.of(Category.KNIT, Category.OUTER, Category.GOODS),
            Category.DRESS, List.of(Category.OUTER, Category.GOODS, Category.KNIT),
            Category.GOODS, List.of(Category.OUTER, Category.KNIT, Category.GOODS));

    private final List<Product> products;
    private final Map<String, Product> byId = new HashMap<>();

    private Assortment(List<Product> products) {
        this.products = List.copyOf(products);
        for (Product product : products) {
            byId.put(product.id(), product);
        }
    }

    /// The assortment of early winter 2026.
    public static Assortment earlyWinter() {
        Map<String, Colour> dyes = new LinkedHashMap<>();
        for (String line : Styles.DYES.lines().toList()) {
            String[] words = line.split(" ");
            Tint tint = new Tint(words[2]);
            dyes.put(words[0], new Colour(words[1], new Cloth(tint, Weave.PLAIN, tint)));
        }
        List<Product> products = new ArrayList<>();
        for (String line : Styles.STYLES.lines().toList()) {
            String[] fields = line.split("\\|");
            String[] cloths = fields[6].split(";");
            for (int i = 0; i < cloths.length; i++) {
                products.add(product(products.size() + 1, fields, cloths[i].split(":"), i, dyes));
            }
        }
        return new Assortment(products);
    }

    private static Product product(int number, String[] fields, String[] cloth, int variant, Map<String, Colour> dyes) {
        SplittableRandom dice = new SplittableRandom(SEASON + number * 7919L);
        Category category = Category.of(fields[0]).orElseThrow();
        String name = fields[1] + " " + cloth[0] + " " + fields[2];
        long base = Long.parseLong(fields[3]);
        long price = Math.round(base * (1 + new double[] {0, 0.08, -0.04, 0.12}[variant % 4]) / 1000) * 1000;
        int[] discounts = {10, 15, 20, 20, 25, 30, 40};
        Long salePrice = dice.nextInt(100) < 36
                ? (Long) (price * (100 - discounts[dice.nextInt(discounts.length)]) / 100 / 100 * 100)
                : null;
        String[] keys = fields[7].split(" ");
        List<Colour> colours = new ArrayList<>();
        int count = Math.min(keys.length, 3 + variant % 2);
        for (int i = 0; i < count; i++) {
            Colour dye = find(dyes, keys[(variant + i) % keys.length]);
            Weave weave = Weave.of(cloth[1]);
            Tint main = dye.cloth().dye();
            Tint second = cloth.length > 2 ? find(dyes, cloth[2]).cloth().dye() : contrast(main);
            if (second.equals(main)) {
                second = contrast(main);
            }
            colours.add(new Colour(dye.name(), new Cloth(main, weave, second)));
        }
        int stock = dice.nextInt(100) < 6 ? 0 : dice.nextInt(100) < 12 ? 1 + dice.nextInt(3) : 8 + dice.nextInt(60);
        int sold = (int) Math.round(Math.exp(dice.nextDouble(1.2, 5.6)));
        return new Product(
                "p-" + number,
                number,
                category,
                name,
                price,
                salePrice,
                Cut.parse(fields[4] + mark(cloth[0])),
                colours,
                stock,
                fields[5],
                fields[8],
                Fitting.measures(category, fields[4], dice),
                feel(category, colours.getFirst().cloth().weave(), dice),
                Reviews.of(category, colours, number, (int) (2 + Math.pow(sold, 0.62)), dice),
                dice.nextInt(1000),
                sold);
    }

    private static Colour find(Map<String, Colour> dyes, String key) {
        Colour dye = dyes.get(key);
        if (dye == null) {
            throw new IllegalArgumentException("no such dye: " + key);
        }
        return dye;
    }

    private static Tint contrast(Tint tint) {
        return new Tint(tint.isLight() ? "#4a4540" : "#e6dcc8");
    }

    /// What is drawn on the chest, where the cloth's name says so.
    private static String mark(String cloth) {
        return cloth.endsWith("작은해")
                ? " letter=small-sun"
                : cloth.endsWith("해무늬")
                        ? " letter=sun"
                        : cloth.endsWith("산무늬") ? " letter=mountain" : cloth.endsWith("새무늬") ? " letter=bird" : "";
    }

    private static Feel feel(Category category, Weave weave, SplittableRandom dice) {
        int thickness = switch (category) {
            case OUTER -> 3 + dice.nextInt(2);
            case KNIT -> weave == Weave.CHUNKY || weave == Weave.CABLE ? 4 : 2 + dice.nextInt(2);
            case SHIRT -> 1 + dice.nextInt(2);
            default -> 2 + dice.nextInt(2);
        };
        int stretch = category == Category.KNIT || weave == Weave.RIB ? 3 : dice.nextInt(3);
        int sheerness = category == Category.SHIRT ? 1 + dice.nextInt(2) : dice.nextInt(2);
        return new Feel(
                thickness, stretch, sheerness, category == Category.OUTER ? 2 + dice.nextInt(3) : 1 + dice.nextInt(3));
    }

    public List<Product> all() {
        return products;
    }

    public Optional<Product> find(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    public List<Product> of(Category category) {
        return products.stream().filter(p -> p.category() == category).toList();
    }

    /// The newest first, each style once so that a shelf does not repeat itself.
    public List<Product> newest(int count) {
        return spread(Comparator.comparingInt(Product::newness).reversed(), p -> true, count);
    }

    public List<Product> bestSelling(int count) {
        return spread(Comparator.comparingInt(Product::sold).reversed(), Product::inStock, count);
    }

    public List<Product> onSale(int count) {
        return spread(
                Comparator.comparingInt(Product::percentOff).reversed(), p -> p.inStock() && p.percentOff() > 0, count);
    }

    private List<Product> spread(Comparator<Product> order, java.util.function.Predicate<Product> wanted, int count) {
        List<Product> chosen = new ArrayList<>();
        for (Product product : products.stream().filter(wanted).sorted(order).toList()) {
            boolean seen = chosen.stream()
                    .anyMatch(c -> c.cut().kind().equals(product.cut().kind())
                            && c.description().equals(product.description()));
            boolean crowded = chosen.stream()
                            .filter(c -> c.category() == product.category())
                            .count()
                    > count / 4;
            if (!seen && !crowded) {
                chosen.add(product);
            }
            if (chosen.size() == count) {
                break;
            }
        }
        return chosen;
    }

    /// What the mall itself would wear with it: one from each shelf that goes with this one.
    public List<Product> wornWith(Product product) {
        List<Product> chosen = new ArrayList<>();
        SplittableRandom dice = new SplittableRandom(product.number() * 31L);
        for (Category category : GOES_WITH.getOrDefault(product.category(), List.of())) {
            List<Product> shelf = of(category).stream()
                    .filter(p -> p.inStock() && !p.equals(product))
                    .toList();
            chosen.add(shelf.get(dice.nextInt(shelf.size())));
        }
        return chosen;
    }

    /// The same style in its other cloths, then its neighbours on the shelf.
    public List<Product> alike(Product product, int count) {
        List<Product> alike = new ArrayList<>();
        for (Product other : of(product.category())) {
            if (!other.equals(product) && other.description().equals(product.description())) {
                alike.add(other);
            }
        }
        for (Product other : bestSelling(products.size())) {
            if (alike.size() < count
                    && other.category() == product.category()
                    && !other.equals(product)
                    && !alike.contains(other)) {
                alike.add(other);
            }
        }
        return List.copyOf(alike.subList(0, Math.min(count, alike.size())));
    }

    /// Products whose name, shelf, dye or fibre has every word of the query; the names first.
    public List<Product> search(String query) {
        List<String> words = List.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        if (words.contains("")) {
            return List.of();
        }
        return products.stream()
                .filter(p -> words.stream().allMatch(w -> text(p).contains(w)))
                .sorted(Comparator.comparingInt((Product p) -> words.stream()
                                        .allMatch(w -> p.name()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(w))
                                ? 0
                                : 1)
                        .thenComparing(Comparator.comparingInt(Product::sold).reversed()))
                .toList();
    }

    private static String text(Product product) {
        StringBuilder text = new StringBuilder(product.name())
                .append(' ')
                .append(product.category().title())
                .append(' ')
                .append(product.fabric());
        for (Colour colour : product.colours()) {
            text.append(' ').append(colour.name());
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /// The product and what is worn with it, for its picture.
    public List<Garment> outfit(Product product) {
        List<Garment> garments = new ArrayList<>();
        garments.add(product.garment(0));
        for (Product other : wornWith(product)) {
            garments.add(other.garment(0));
        }
        return garments.subList(0, 3);
    }
}
