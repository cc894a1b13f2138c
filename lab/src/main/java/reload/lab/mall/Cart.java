package reload.lab.mall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a shopper has put aside. It lives in the shopper's own cookie, as `p-12.0.1.2~p-3.1.0.1`: product, colour,
/// size, quantity. Whatever of that makes no sense (any more) is left out.
///
/// @param lines in the order they were added
public record Cart(List<Line> lines) {
    public static final Cart EMPTY = new Cart(List.of());
    private static final int MOST_LINES = 30;
    private static final int MOST_PIECES = 9;
    private static final long FREE_SHIPPING_FROM = 50_000;
    private static final long SHIPPING = 3_000;

    /// @param colour index of the product's colours
    /// @param size index of its sizes
    public record Line(Product product, int colour, int size, int quantity) {
        public long amount() {
            return product.costs() * quantity;
        }

        public String option() {
            return product.colours().get(colour).name() + " / "
                    + product.sizes().get(size);
        }

        boolean isSameAs(Line other) {
            return product.id().equals(other.product.id()) && colour == other.colour && size == other.size;
        }

        public String written() {
            return product.id() + "." + colour + "." + size + "." + quantity;
        }
    }

    public Cart {
        lines = List.copyOf(lines);
    }

    public static Cart read(String written, Assortment assortment) {
        Cart cart = EMPTY;
        for (String part : written.split("~")) {
            Optional<Line> line = line(part, assortment);
            if (line.isPresent()) {
                cart = cart.with(line.get());
            }
        }
        return cart;
    }

    /// One line in the notation above, if there is such a product in such a colour and size, and it is not sold out.
    public static Optional<Line> line(String written, Assortment assortment) {
        String[] parts = written.split("\\.");
        if (parts.length != 4 || !(parts[1] + parts[2] + parts[3]).matches("[0-9]{3,5}")) {
            return Optional.empty();
        }
        int colour = Integer.parseInt(parts[1]);
        int size = Integer.parseInt(parts[2]);
        int quantity = Math.min(MOST_PIECES, Integer.parseInt(parts[3]));
        return assortment
                .find(parts[0])
                .filter(p -> p.inStock()
                        && colour < p.colours().size()
                        && size < p.sizes().size()
                        && quantity > 0)
                .map(p -> new Line(p, colour, size, quantity));
    }

    public String written() {
        return String.join("~", lines.stream().map(Line::written).toList());
    }

    /// The same product in the same option becomes one line.
    public Cart with(Line added) {
        List<Line> next = new ArrayList<>();
        boolean known = false;
        for (Line line : lines) {
            if (line.isSameAs(added)) {
                known = true;
                next.add(new Line(
                        line.product, line.colour, line.size, Math.min(MOST_PIECES, line.quantity + added.quantity)));
            } else {
                next.add(line);
            }
        }
        if (!known && next.size() < MOST_LINES) {
            next.add(added);
        }
        return new Cart(next);
    }

    /// The cart with a line's quantity changed; 0 takes it out.
    public Cart changed(int index, int quantity) {
        if (index < 0 || index >= lines.size()) {
            return this;
        }
        List<Line> next = new ArrayList<>(lines);
        Line line = next.get(index);
        if (quantity <= 0) {
            next.remove(index);
        } else {
            next.set(index, new Line(line.product, line.colour, line.size, Math.min(MOST_PIECES, quantity)));
        }
        return new Cart(next);
    }

    public int pieces() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    public long goods() {
        return lines.stream().mapToLong(Line::amount).sum();
    }

    public long shipping() {
        return lines.isEmpty() || goods() >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
    }

    public long total() {
        return goods() + shipping();
    }

    /// Won still missing for free shipping, 0 where nothing is.
    public long missingForFreeShipping() {
        return lines.isEmpty() ? 0 : Math.max(0, FREE_SHIPPING_FROM - goods());
    }
}
