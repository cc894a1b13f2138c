package reload.lab.mall.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reload.lab.mall.Assortment;
import reload.lab.mall.Category;
import reload.lab.mall.Product;
import reload.lab.mall.Product.Review;
import reload.lab.mall.page.Layout.Around;
import reload.lab.mall.page.Layout.Page;

/// A product's page, and what it tells Reload.
public final class ProductPage {
    private final Assortment assortment;

    public ProductPage(Assortment assortment) {
        this.assortment = assortment;
    }

    /// A product's page.
    ///
    /// @param origin scheme, host and port under which the shopper reached the mall
    public String of(Product product, String origin, Around around) {
        String url = origin + "/product/" + product.id();
        String image = origin + "/img/" + product.id() + ".svg";
        String body = Html.fill(
                """
                <div class="wrap product">
                <nav class="crumbs" aria-label="위치"><a href="../">홈</a><a href="../list/{slug}">{shelf}</a></nav>
                <div class="choose">
                <div class="gallery" data-gallery>{{photos}}<p class="nth" aria-hidden="true"><b>1</b> / {photoCount}</p></div>
                <div class="info">
                <p class="series">{series}</p>
                <h1>{name}</h1>
                <p class="rate">{{rate}}</p>
                <p class="price">{{price}}</p>
                <p class="desc">{description}</p>
                <form id="buy" class="buy" method="post" action="../cart/add">
                <input type="hidden" name="product" value="{id}">
                <fieldset class="colours"><legend>색 <b data-colour>{firstColour}</b></legend>{{colours}}</fieldset>
                <fieldset class="sizes"><legend>치수 <a href="#size">치수 재는 법</a></legend>{{sizes}}</fieldset>
                <p class="stock">{{stock}}</p>
                <div class="act">{{act}}</div>
                <a class="alike" href="#alike" data-reload-link><span aria-hidden="true">⁘</span> 비슷한 상품</a>
                </form>
                <dl class="facts"><div><dt>배송</dt><dd>{{shipping}}</dd></div><div><dt>교환·반품</dt><dd>받은 날부터 14일, 첫 교환 무료</dd></div><div><dt>적립</dt><dd>구매액의 1%</dd></div></dl>
                </div>
                </div>
                <div class="details">
                <section id="about"><h2>옷 이야기</h2><p>{description}</p><p>{note}</p><dl class="cloth"><div><dt>소재</dt><dd>{fabric}</dd></div><div><dt>만든 곳</dt><dd>대한민국</dd></div><div><dt>세탁</dt><dd>{care}</dd></div></dl>{{feel}}</section>
                <section id="size"><h2>치수</h2>{{measures}}<p class="quiet">단위 cm. 바닥에 놓고 잰 값이라 1~2cm 다를 수 있어요. 모델은 키 168cm, {modelSize} 치수를 입었습니다.</p></section>
                <section id="with"><h2>함께 입기</h2>{{with}}</section>
                <section id="reviews"><h2>후기 <small>{reviewCount}</small></h2>{{reviews}}</section>
                <section id="alike"><h2>비슷한 옷</h2>{{alike}}</section>
                <div class="slot" data-reload-slot></div>
                </div>
                </div>
                <div class="sticky" data-sticky>{{sticky}}</div>
                <div class="toast" role="status" aria-live="polite" data-toast hidden><p>장바구니에 담았어요</p><a href="../cart">보러 가기</a></div>
                """,
                "slug",
                product.category().slug(),
                "shelf",
                product.category().title(),
                "photos",
                photos(product),
                "photoCount",
                photoNames(product).size(),
                "series",
                "2026 초겨울 · " + product.name().split(" ")[0],
                "name",
                product.name(),
                "rate",
                Html.fill(
                        "<span class=\"star\">★</span> {rating} <a href=\"#reviews\">후기 {count}</a>",
                        "rating",
                        Html.stars(product.rating()),
                        "count",
                        product.reviews().size()),
                "price",
                Cards.price(product),
                "description",
                product.description(),
                "id",
                product.id(),
                "firstColour",
                product.colours().getFirst().name(),
                "colours",
                colours(product),
                "sizes",
                sizes(product),
                "stock",
                product.inStock()
                        ? product.stock() <= 3 ? Html.fill("<b>{n}벌 남았어요</b>", "n", product.stock()) : ""
                        : "다시 지을 때까지 조금 기다려 주세요.",
                "act",
                actions(product, ""),
                "shipping",
                product.costs() >= 50_000 ? "무료 배송 · 오후 2시 전 주문은 오늘 보내요" : "3,000원 (5만 원부터 무료) · 오후 2시 전 주문은 오늘 보내요",
                "note",
                note(product),
                "fabric",
                product.fabric().replaceAll(" ([0-9]+)", " $1%"),
                "care",
                care(product.category()),
                "feel",
                feel(product),
                "measures",
                measures(product),
                "modelSize",
                product.sizes().get(Math.min(1, product.sizes().size() - 1)),
                "with",
                Cards.grid(assortment.wornWith(product), "../", ""),
                "reviewCount",
                product.reviews().size(),
                "reviews",
                reviews(product),
                "alike",
                Cards.row(assortment.alike(product, 8), "../"),
                "sticky",
                actions(product, " form=\"buy\""));
        String head = Layout.openGraph("product", product.name() + " — 늦볕", product.description(), url, image)
                + productMeta(product)
                + "<script type=\"application/ld+json\">" + Json.of(linkedData(product, url, origin))
                + "</script>";
        return Layout.render(
                new Page(
                        product.name() + " — 늦볕",
                        "product",
                        1,
                        head,
                        body,
                        List.of(Html.call("product", facts(product, url, image)))),
                around);
    }

    /// What Reload is told of a product, in the words of its contract.
    ///
    /// @param url where its page is
    /// @param image where its picture is
    public static Map<String, Object> facts(Product product, String url, String image) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", product.id());
        facts.put("name", product.name());
        facts.put("price", product.price());
        if (product.salePrice() != null) {
            facts.put("salePrice", product.salePrice());
        }
        facts.put("currency", "KRW");
        facts.put("inStock", product.inStock());
        facts.put("stock", product.stock());
        facts.put("image", image);
        facts.put("url", url);
        facts.put("categories", List.of(product.category().title()));
        facts.put("brand", Layout.BRAND);
        return facts;
    }

    private static Map<String, Object> linkedData(Product product, String url, String origin) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("@type", "Offer");
        offer.put("url", url);
        offer.put("price", product.costs());
        offer.put("priceCurrency", "KRW");
        offer.put("availability", "https://schema.org/" + (product.inStock() ? "InStock" : "OutOfStock"));
        offer.put("itemCondition", "https://schema.org/NewCondition");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Product");
        data.put("sku", product.id());
        data.put("name", product.name());
        data.put("description", product.description());
        data.put(
                "image",
                photoNames(product).stream()
                        .map(name -> origin + "/img/" + name + ".svg")
                        .toList());
        data.put("url", url);
        data.put("category", product.category().title());
        data.put("color", product.colours().getFirst().name());
        data.put("material", product.fabric());
        data.put("brand", Map.of("@type", "Brand", "name", Layout.BRAND));
        data.put("offers", offer);
        if (!product.reviews().isEmpty()) {
            data.put(
                    "aggregateRating",
                    Map.of(
                            "@type",
                            "AggregateRating",
                            "ratingValue",
                            Html.stars(product.rating()),
                            "reviewCount",
                            product.reviews().size()));
        }
        return data;
    }

    private static String productMeta(Product product) {
        StringBuilder meta = new StringBuilder();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("product:retailer_item_id", product.id());
        said.put("product:price:amount", product.price());
        said.put("product:price:currency", "KRW");
        if (product.salePrice() != null) {
            said.put("product:sale_price:amount", product.salePrice());
            said.put("product:sale_price:currency", "KRW");
        }
        said.put("product:availability", product.inStock() ? "in stock" : "out of stock");
        said.put("product:brand", Layout.BRAND);
        said.forEach((key, value) ->
                meta.append(Html.fill("<meta property=\"{key}\" content=\"{value}\">", "key", key, "value", value)));
        return meta.toString();
    }

    private static List<String> photoNames(Product product) {
        List<String> names = new ArrayList<>();
        names.add(product.id());
        names.add(product.id() + "-4");
        if (product.colours().size() > 1) {
            names.add(product.id() + "-2");
            names.add(product.id() + "-c1");
        }
        names.add(product.id() + "-3");
        return names;
    }

    private static String photos(Product product) {
        StringBuilder photos = new StringBuilder();
        for (String name : photoNames(product)) {
            boolean first = name.equals(product.id());
            photos.append(Html.fill(
                    "<img src=\"../img/{name}.svg\" width=\"600\" height=\"800\" alt=\"{alt}\"{{more}}>",
                    "name",
                    name,
                    "alt",
                    product.name()
                            + (first
                                    ? ""
                                    : name.endsWith("-4")
                                            ? " 함께 입은 모습"
                                            : name.endsWith("-2") || name.endsWith("-c1") ? " 다른 색" : " 가까이"),
                    "more",
                    first ? " data-photo fetchpriority=\"high\"" : " loading=\"lazy\""));
        }
        return photos.toString();
    }

    private static String colours(Product product) {
        StringBuilder colours = new StringBuilder();
        for (int i = 0; i < product.colours().size(); i++) {
            colours.append(Html.fill(
                    "<label title=\"{name}\"><input type=\"radio\" name=\"colour\" value=\"{i}\" data-name=\"{name}\" data-src=\"../img/{id}{suffix}.svg\"{checked}><span style=\"--dye:{dye}\"></span><i class=\"hide\">{name}</i></label>",
                    "name",
                    product.colours().get(i).name(),
                    "i",
                    i,
                    "id",
                    product.id(),
                    "suffix",
                    i == 0 ? "" : "-c" + i,
                    "checked",
                    i == 0 ? " checked" : "",
                    "dye",
                    product.colours().get(i).cloth().dye().hex()));
        }
        return colours.toString();
    }

    private static String sizes(Product product) {
        StringBuilder sizes = new StringBuilder();
        int preset = Math.min(1, product.sizes().size() - 1);
        for (int i = 0; i < product.sizes().size(); i++) {
            sizes.append(Html.fill(
                    "<label><input type=\"radio\" name=\"size\" value=\"{i}\"{checked}><span>{size}</span></label>",
                    "i",
                    i,
                    "checked",
                    i == preset ? " checked" : "",
                    "size",
                    product.sizes().get(i)));
        }
        return sizes.toString();
    }

    private static String actions(Product product, String form) {
        return product.inStock()
                ? "<button class=\"second\"" + form + " data-add>장바구니</button><button class=\"first\"" + form
                        + " formaction=\"../buy\">바로 구매</button>"
                : "<button class=\"first\" disabled>품절</button>";
    }

    private static String note(Product product) {
        return switch (product.category()) {
            case OUTER -> "안에 두꺼운 니트를 입고 팔을 앞으로 뻗어 보며 품을 정했습니다. 여분 단추를 안주머니에 달아 두었어요.";
            case KNIT -> "실을 물들인 뒤 한 번 쉬게 해 뜨고 나서 틀어지지 않습니다. 고쳐 뜰 때 쓸 실을 조금 넣어 보냅니다.";
            case SHIRT -> "재단하기 전에 천을 한 번 빨아, 집에서 빨아도 줄지 않습니다. 깃과 소매 끝은 두 번 박았습니다.";
            case TOP -> "목둘레는 늘어나지 않게 테이프를 둘러 박았고, 옆선이 돌아가지 않게 결을 맞췄습니다.";
            case PANTS -> "의자에 앉고, 계단을 오르고, 쪼그려 앉아 보며 밑위를 정했습니다. 밑단은 무료로 줄여 드려요.";
            case SKIRT -> "안감은 정전기가 덜 이는 천을 골랐고, 허리 안쪽에 미끄럼 방지 띠를 둘렀습니다.";
            case DRESS -> "허리선을 배꼽보다 3cm 위에 두어 걸음이 가볍습니다. 주머니는 보이지 않게, 그러나 깊게.";
            case GOODS -> "작은 물건일수록 마감이 보입니다. 끝단은 모두 손으로 감쳤습니다.";
        };
    }

    private static String care(Category category) {
        return switch (category) {
            case OUTER -> "드라이클리닝, 두꺼운 옷걸이에 걸어 보관";
            case KNIT -> "30도 이하 물에 손빨래, 뉘어서 말리기";
            case SHIRT, TOP -> "찬물 세탁망, 그늘에 널기";
            case PANTS, SKIRT, DRESS -> "뒤집어 찬물 세탁, 낮은 온도로 다리기";
            case GOODS -> "마른 천으로 닦기, 니트류는 손빨래";
        };
    }

    private static String feel(Product product) {
        if (product.category() == Category.GOODS) {
            return "";
        }
        StringBuilder rows = new StringBuilder("<ul class=\"feel\">");
        rows.append(scale("두께", product.feel().thickness(), "얇음", "두꺼움"));
        rows.append(scale("신축", product.feel().stretch(), "없음", "좋음"));
        rows.append(scale("비침", product.feel().sheerness(), "없음", "있음"));
        rows.append(scale("무게", product.feel().weight(), "가벼움", "묵직함"));
        return rows.append("</ul>").toString();
    }

    private static String scale(String name, int value, String low, String high) {
        StringBuilder dots = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            dots.append(i == value ? "<i class=\"on\"></i>" : "<i></i>");
        }
        return Html.fill(
                "<li><b>{name}</b><span>{low}</span><em role=\"img\" aria-label=\"5단계 가운데 {value}\">{{dots}}</em><span>{high}</span></li>",
                "name",
                name,
                "low",
                low,
                "value",
                value + 1,
                "dots",
                dots,
                "high",
                high);
    }

    private static String measures(Product product) {
        StringBuilder table = new StringBuilder("<div class=\"scroll\"><table><thead><tr><th>치수</th>");
        product.measures()
                .keySet()
                .forEach(name -> table.append("<th>").append(Html.escape(name)).append("</th>"));
        table.append("</tr></thead><tbody>");
        for (int i = 0; i < product.sizes().size(); i++) {
            table.append("<tr><th>").append(product.sizes().get(i)).append("</th>");
            for (List<Double> values : product.measures().values()) {
                double value = values.get(Math.min(i, values.size() - 1));
                table.append("<td>")
                        .append(
                                value == Math.rint(value)
                                        ? String.valueOf((long) value)
                                        : String.format(Locale.ROOT, "%.1f", value))
                        .append("</td>");
            }
            table.append("</tr>");
        }
        return table.append("</tbody></table></div>").toString();
    }

    private static String reviews(Product product) {
        int shown = 4;
        StringBuilder html = new StringBuilder();
        html.append(Html.fill(
                "<p class=\"score\"><b>{rating}</b><span class=\"star\">{{stars}}</span></p>",
                "rating",
                Html.stars(product.rating()),
                "stars",
                stars((int) Math.round(product.rating()))));
        html.append("<ul class=\"reviews\">");
        for (Review review :
                product.reviews().subList(0, Math.min(shown, product.reviews().size()))) {
            html.append(review(review));
        }
        html.append("</ul>");
        if (product.reviews().size() > shown) {
            html.append("<details class=\"more\"><summary>후기 ")
                    .append(product.reviews().size() - shown)
                    .append("개 더 보기</summary><ul class=\"reviews\">");
            for (Review review :
                    product.reviews().subList(shown, product.reviews().size())) {
                html.append(review(review));
            }
            html.append("</ul></details>");
        }
        return html.toString();
    }

    private static String review(Review review) {
        return Html.fill(
                "<li><p class=\"star\" role=\"img\" aria-label=\"별 다섯 가운데 {n}\">{{stars}}</p><p>{body}</p><p class=\"who\">{author} · {option}{figure} · 2026. 11. {day}.</p></li>",
                "n",
                review.stars(),
                "stars",
                stars(review.stars()),
                "body",
                review.body(),
                "author",
                review.author(),
                "option",
                review.option(),
                "figure",
                review.figure().isEmpty() ? "" : " · " + review.figure(),
                "day",
                review.day());
    }

    private static String stars(int count) {
        return "★".repeat(count) + "<i>" + "★".repeat(5 - count) + "</i>";
    }
}
