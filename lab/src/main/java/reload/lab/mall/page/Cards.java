package reload.lab.mall.page;

import java.util.List;
import reload.lab.mall.Product;

/// Products on the mall's pages: grids, rows and prices.
final class Cards {
    private Cards() {}

    static String grid(List<Product> products, String root, String badge) {
        StringBuilder cards = new StringBuilder("<ul class=\"grid\">");
        for (int i = 0; i < products.size(); i++) {
            cards.append(card(products.get(i), root, badge, i >= 4));
        }
        return cards.append("</ul>").toString();
    }

    static String row(List<Product> products, String root) {
        StringBuilder cards = new StringBuilder("<ul class=\"row\">");
        for (Product product : products) {
            cards.append(card(product, root, "", true));
        }
        return cards.append("</ul>").toString();
    }

    private static String card(Product product, String root, String badge, boolean lazy) {
        StringBuilder dots = new StringBuilder();
        for (Product.Colour colour : product.colours()) {
            dots.append("<i style=\"--dye:").append(colour.cloth().dye().hex()).append("\"></i>");
        }
        String mark = !product.inStock()
                ? "<em class=\"gone\">품절</em>"
                : product.stock() <= 3 ? "<em>곧 품절</em>" : badge.isEmpty() ? "" : "<em>" + badge + "</em>";
        return Html.fill(
                "<li class=\"card{{gone}}\"><a href=\"{root}product/{id}\"><span class=\"pic\"><img src=\"{root}img/{id}.svg\" width=\"300\" height=\"400\" alt=\"\"{{lazy}}>{{mark}}</span><span class=\"dots\" aria-hidden=\"true\">{{dots}}</span><b class=\"name\">{name}</b><span class=\"price\">{{price}}</span><span class=\"rate\"><i class=\"star\">★</i> {rating} <small>({count})</small></span></a></li>",
                "gone",
                product.inStock() ? "" : " is-gone",
                "root",
                root,
                "id",
                product.id(),
                "lazy",
                lazy ? " loading=\"lazy\"" : "",
                "mark",
                mark,
                "dots",
                dots,
                "name",
                product.name(),
                "price",
                price(product),
                "rating",
                Html.stars(product.rating()),
                "count",
                product.reviews().size());
    }

    static String price(Product product) {
        return product.salePrice() == null
                ? Html.fill("<b>{price}</b>", "price", Html.won(product.price()))
                : Html.fill(
                        "<b class=\"off\">{percent}%</b> <b>{sale}</b> <s>{price}</s>",
                        "percent",
                        product.percentOff(),
                        "sale",
                        Html.won(product.costs()),
                        "price",
                        Html.won(product.price()));
    }
}
