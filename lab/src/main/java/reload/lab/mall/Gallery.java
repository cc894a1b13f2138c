package reload.lab.mall;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reload.lab.mall.drawing.Photograph;
import reload.lab.mall.drawing.Photograph.Garment;
import reload.lab.mall.drawing.Scenes;

/// Every picture of the mall by its name: `p-17` is the product in its first dye, `p-17-c1` in its second, `p-17-2`
/// in two at once, `p-17-3` close, `p-17-4` worn with other things; `hero`, `hero-wide` and `scene-...` are the
/// season's.
public final class Gallery {
    private static final Pattern OF_PRODUCT = Pattern.compile("(p-[0-9]{1,4})(?:-(c[0-9]|[2-4]))?");

    private final Assortment assortment;

    public Gallery(Assortment assortment) {
        this.assortment = assortment;
    }

    /// @return SVG, or nothing where there is no such picture
    public Optional<String> find(String name) {
        Matcher matcher = OF_PRODUCT.matcher(name);
        if (matcher.matches()) {
            String shot = matcher.group(2) == null ? "" : matcher.group(2);
            return assortment.find(matcher.group(1)).flatMap(product -> shot(product, shot));
        }
        return switch (name) {
            case "hero" -> Optional.of(Scenes.rail(rail(3), false));
            case "hero-wide" -> Optional.of(Scenes.rail(rail(7), true));
            case "scene-sunset" -> Optional.of(Scenes.sunset());
            case "scene-cup" -> Optional.of(Scenes.cup());
            case "scene-cat" -> Optional.of(Scenes.cat());
            case "icon" -> Optional.of(Scenes.icon());
            default -> Optional.empty();
        };
    }

    private Optional<String> shot(Product product, String shot) {
        long seed = product.number() * 97L;
        int colours = product.colours().size();
        return switch (shot) {
            case "" -> Optional.of(Photograph.flat(product.garment(0), seed));
            case "2" ->
                colours < 2
                        ? Optional.empty()
                        : Optional.of(Photograph.pair(product.garment(0), product.garment(1), seed + 11));
            case "3" -> Optional.of(Photograph.close(product.garment(0), seed));
            case "4" -> Optional.of(Photograph.outfit(assortment.outfit(product), seed + 23));
            default -> {
                int colour = shot.charAt(1) - '0';
                yield colour == 0 || colour >= colours
                        ? Optional.empty()
                        : Optional.of(Photograph.flat(product.garment(colour), seed));
            }
        };
    }

    /// What hangs in the season's picture: things with shoulders, in dyes that go together.
    private List<Garment> rail(int count) {
        List<String> wanted = List.of("발마칸", "케이블 라운드", "더블 코트", "셔츠 원피스", "로브 코트", "터틀넥 롱", "옥스퍼드");
        int[] order = count == 3 ? new int[] {2, 1, 0} : new int[] {3, 2, 1, 4, 5, 6, 0};
        return java.util.Arrays.stream(order)
                .mapToObj(i -> assortment.all().stream()
                        .filter(p -> p.name().contains(wanted.get(i)))
                        .findFirst()
                        .orElseThrow())
                .map(p -> p.garment(0))
                .toList();
    }
}
