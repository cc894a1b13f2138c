package reload.lab.shopper;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import reload.event.Product;

/// What a simulated mall sells: a fixed range of clothes with prices that spread as prices do.
final class Goods {
    private static final List<String> KINDS = List.of("셔츠", "니트", "데님", "원피스", "코트", "스니커즈", "가방", "모자", "스커트", "가디건");
    private static final List<String> LOOKS =
            List.of("린넨", "코튼", "울", "와이드", "크롭", "오버핏", "플리츠", "체크", "스트라이프", "베이직", "퀼팅", "코듀로이");

    private final List<Product> products = new ArrayList<>();

    /// @param origin of the mall, for the products' addresses
    Goods(String origin, String currency, SplittableRandom random) {
        for (int kind = 0; kind < KINDS.size(); kind++) {
            for (int look = 0; look < LOOKS.size(); look++) {
                String id = "s-" + (1 + kind * LOOKS.size() + look);
                long price = Math.round(Math.exp(10.6 + 0.5 * random.nextGaussian()) / 100) * 100;
                Long sale = random.nextInt(4) == 0 ? Long.valueOf(price * 4 / 5 / 100 * 100) : null;
                products.add(new Product(
                        id,
                        LOOKS.get(look) + " " + KINDS.get(kind),
                        price,
                        sale,
                        currency,
                        true,
                        null,
                        null,
                        origin + "/product/" + id,
                        List.of(KINDS.get(kind)),
                        null));
            }
        }
    }

    /// A few products are looked at often, most rarely.
    Product draw(SplittableRandom random) {
        double u = random.nextDouble();
        return products.get((int) (products.size() * u * u));
    }

    /// Mostly another product of the same kind, as lists and "goes with" lead there.
    Product drawBeside(Product product, SplittableRandom random) {
        if (random.nextInt(3) == 0) return draw(random);
        int first = products.indexOf(product) / LOOKS.size() * LOOKS.size();
        return products.get(first + random.nextInt(LOOKS.size()));
    }

    Product find(String id) {
        for (Product product : products) if (product.id().equals(id)) return product;
        return products.getFirst();
    }

    List<Product> all() {
        return List.copyOf(products);
    }

    /// What a shopper pays for one piece now.
    static long price(Product product) {
        Long sale = product.salePrice();
        Long price = product.price();
        return sale != null ? sale : price != null ? price : 0;
    }
}
