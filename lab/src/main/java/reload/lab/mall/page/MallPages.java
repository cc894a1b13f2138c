package reload.lab.mall.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import reload.lab.mall.Assortment;
import reload.lab.mall.Cart;
import reload.lab.mall.Category;
import reload.lab.mall.Order;
import reload.lab.mall.Product;
import reload.lab.mall.Product.Review;
import reload.lab.mall.page.Layout.Around;
import reload.lab.mall.page.Layout.Page;

/// The mall's pages.
public final class MallPages {
    private final Assortment assortment;

    public MallPages(Assortment assortment) {
        this.assortment = assortment;
    }

    /// The season's first page.
    public String home(Around around) {
        StringBuilder shelves = new StringBuilder();
        for (Category category : Category.values()) {
            Product face = assortment.of(category).stream()
                    .max(Comparator.comparingInt(Product::sold))
                    .orElseThrow();
            shelves.append(Html.fill(
                    "<a href=\"list/{slug}\"><img src=\"{image}\" width=\"120\" height=\"160\" alt=\"\"><span>{title}</span></a>",
                    "slug",
                    category.slug(),
                    "image",
                    "img/" + face.id() + ".svg",
                    "title",
                    category.title()));
        }
        List<Product> newest = assortment.newest(8);
        Product story = newest.stream()
                .filter(p -> p.category() == Category.OUTER)
                .findFirst()
                .orElse(newest.getFirst());
        String body = Html.fill(
                """
                <section class="hero">
                <picture><source media="(min-width:760px)" srcset="img/hero-wide.svg" width="1600" height="680"><img src="img/hero.svg" width="780" height="1040" alt="낮은 볕이 드는 방, 옷걸이에 걸린 초겨울 옷들" fetchpriority="high"></picture>
                <div class="say"><p>2026 초겨울</p><h1>해가 낮게<br>드는 계절</h1><p class="more">네 시 반이면 벌써 저녁빛.<br>그 볕을 오래 붙드는 옷을 지었습니다.</p><a class="go" href="list/new">초겨울 옷 보기</a></div>
                </section>
                <nav class="faces wrap" aria-label="상품 분류">{{shelves}}</nav>
                <section class="wrap"><header class="head"><h2>새로 지은 옷</h2><a href="list/new">모두 보기</a></header>{{newest}}</section>
                <section class="story"><div class="wrap"><a class="pic" href="product/{storyId}"><img loading="lazy" src="img/{storyId}-4.svg" width="600" height="800" alt="{storyName}와 함께 입은 옷"></a>
                <div><p class="kicker">작업실에서</p><h2>오후 네 시의 코트</h2><p>작업실 창은 서쪽을 봅니다. 십일월이면 네 시쯤 볕이 재단대 끝까지 들어오는데, 우리는 그때 옷 색을 정합니다. 형광등 아래서는 다 같아 보이던 회색이 그 볕에서는 저마다 다른 회색이 되거든요.</p><p>올해는 열아홉 가지 색을 그렇게 골랐습니다.</p><a class="go" href="about">늦볕 이야기</a></div></div></section>
                <section class="wrap"><header class="head"><h2>지금 많이 찾아요</h2><a href="list/best">모두 보기</a></header>{{best}}</section>
                <section class="wrap"><header class="head"><h2>겨울맞이 세일</h2><a href="list/sale">모두 보기</a></header>{{sale}}</section>
                """,
                "shelves",
                shelves,
                "newest",
                grid(newest, "./", "새 옷"),
                "storyId",
                story.id(),
                "storyName",
                story.name(),
                "best",
                row(assortment.bestSelling(10), "./"),
                "sale",
                grid(assortment.onSale(8), "./", ""));
        return Layout.render(
                new Page(
                        "늦볕 — 해가 낮게 드는 계절",
                        "home",
                        0,
                        openGraph("website", "늦볕 — 2026 초겨울", "해가 가장 낮은 계절의 옷", "", ""),
                        body,
                        List.of()),
                around);
    }

    /// A shelf of the mall.
    ///
    /// @param slug a category's, or new, best, sale
    /// @param sort popular, new, low, high or sale
    /// @return empty where there is no such shelf
    public Optional<String> list(String slug, String sort, Around around) {
        String title;
        String line;
        List<Product> products;
        switch (slug) {
            case "new" -> {
                title = "신상";
                line = "이번 계절에 새로 지은 옷";
                products = assortment.newest(48);
            }
            case "best" -> {
                title = "베스트";
                line = "올겨울 가장 많이 데려간 옷";
                products = assortment.bestSelling(48);
            }
            case "sale" -> {
                title = "세일";
                line = "제철이 가기 전에";
                products = assortment.all().stream()
                        .filter(p -> p.percentOff() > 0)
                        .sorted(Comparator.comparingInt(Product::percentOff).reversed())
                        .toList();
            }
            default -> {
                var category = Category.of(slug);
                if (category.isEmpty()) {
                    return Optional.empty();
                }
                title = category.get().title();
                line = category.get().line();
                products = assortment.of(category.get());
            }
        }
        boolean shelf = Category.of(slug).isPresent();
        String chosen = sort.isEmpty() ? (shelf ? "popular" : "") : sort;
        String body = Html.fill(
                """
                <div class="wrap">
                <header class="shelf"><h1>{title}</h1><p>{line}</p></header>
                <div class="tools"><p>{count}벌</p><form action="./{slug}" data-submit><label class="hide" for="sort">정렬</label><select id="sort" name="sort">{{options}}</select><noscript><button>정렬</button></noscript></form></div>
                {{grid}}
                </div>
                """,
                "title",
                title,
                "line",
                line,
                "count",
                products.size(),
                "slug",
                slug,
                "options",
                options(chosen, shelf),
                "grid",
                grid(sorted(products, chosen), "../", ""));
        return Optional.of(Layout.render(
                new Page(
                        title + " — 늦볕",
                        "list",
                        1,
                        openGraph("website", title + " — 늦볕", line, "", ""),
                        body,
                        List.of()),
                around));
    }

    private static String options(String chosen, boolean shelf) {
        Map<String, String> orders = new LinkedHashMap<>();
        if (!shelf) {
            orders.put("", "추천순");
        }
        orders.put("popular", "많이 찾는 순");
        orders.put("new", "새로 나온 순");
        orders.put("low", "낮은 가격순");
        orders.put("high", "높은 가격순");
        orders.put("sale", "할인율순");
        StringBuilder options = new StringBuilder();
        orders.forEach((key, word) -> options.append(Html.fill(
                "<option value=\"{key}\"{selected}>{word}</option>",
                "key",
                key,
                "selected",
                key.equals(chosen) ? " selected" : "",
                "word",
                word)));
        return options.toString();
    }

    private static List<Product> sorted(List<Product> products, String sort) {
        Comparator<Product> order = switch (sort) {
            case "popular" -> Comparator.comparingInt(Product::sold).reversed();
            case "new" -> Comparator.comparingInt(Product::newness).reversed();
            case "low" -> Comparator.comparingLong(Product::costs);
            case "high" -> Comparator.comparingLong(Product::costs).reversed();
            case "sale" -> Comparator.comparingInt(Product::percentOff).reversed();
            default -> (_, _) -> 0;
        };
        return products.stream().sorted(order).toList();
    }

    /// What was found for a shopper's words.
    public String search(String query, Around around) {
        List<Product> found = assortment.search(query);
        String result = query.isBlank()
                ? "<p class=\"quiet\">색, 소재, 옷 이름으로 찾을 수 있어요. 이런 말로 찾아보세요.</p><p class=\"words\">"
                        + words("캐시미어", "케이블 니트", "코듀로이", "울 머플러", "데님", "아이보리", "원피스") + "</p>"
                : found.isEmpty()
                        ? "<p class=\"quiet\">찾는 옷이 없어요. 낱말을 줄이거나 다른 색으로 찾아보세요.</p><p class=\"words\">"
                                + words("코트", "니트", "코듀로이", "머플러") + "</p><h2>대신 이런 옷은 어떠세요</h2>"
                                + grid(assortment.bestSelling(8), "./", "")
                        : "<p class=\"quiet\">" + found.size() + "벌을 찾았어요.</p>"
                                + grid(found.subList(0, Math.min(60, found.size())), "./", "");
        String body = Html.fill("""
                <div class="wrap searching">
                <h1 class="hide">상품 검색</h1>
                <form class="big-find" action="search" role="search"><input type="search" name="q" value="{query}" placeholder="찾는 옷이 있나요" aria-label="상품 검색" maxlength="60"><button>찾기</button></form>
                {{result}}
                </div>
                """, "query", query, "result", result);
        return Layout.render(new Page((query.isBlank() ? "검색" : query + " 검색") + " — 늦볕", "search", 0, body), around);
    }

    private static String words(String... words) {
        StringBuilder links = new StringBuilder();
        for (String word : words) {
            links.append(Html.fill("<a href=\"search?q={word}\">{word}</a>", "word", word));
        }
        return links.toString();
    }

    /// A product's page.
    ///
    /// @param origin scheme, host and port under which the shopper reached the mall
    public String product(Product product, String origin, Around around) {
        String url = origin + "/product/" + product.id();
        String image = origin + "/img/" + product.id() + ".svg";
        String body = Html.fill(
                """
                <div class="wrap product">
                <nav class="crumbs" aria-label="위치"><a href="../">홈</a><a href="../list/{slug}">{shelf}</a></nav>
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
                price(product),
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
                grid(assortment.wornWith(product), "../", ""),
                "reviewCount",
                product.reviews().size(),
                "reviews",
                reviews(product),
                "alike",
                row(assortment.alike(product, 8), "../"),
                "sticky",
                actions(product, " form=\"buy\""));
        String head = openGraph("product", product.name() + " — 늦볕", product.description(), url, image)
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

    private static String openGraph(String type, String title, String description, String url, String image) {
        return Html.fill(
                        "<meta name=\"description\" content=\"{description}\"><meta property=\"og:site_name\" content=\"늦볕\"><meta property=\"og:type\" content=\"{type}\"><meta property=\"og:title\" content=\"{title}\"><meta property=\"og:description\" content=\"{description}\">",
                        "description",
                        description,
                        "type",
                        type,
                        "title",
                        title)
                + (url.isEmpty()
                        ? ""
                        : Html.fill(
                                "<meta property=\"og:url\" content=\"{url}\"><link rel=\"canonical\" href=\"{url}\"><meta property=\"og:image\" content=\"{image}\">",
                                "url",
                                url,
                                "image",
                                image));
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

    /// What was put aside.
    public String cart(Cart cart, Around around) {
        String body;
        if (cart.lines().isEmpty()) {
            body =
                    "<div class=\"wrap cart\"><h1>장바구니</h1><div class=\"empty\"><p>아직 담은 옷이 없어요.</p><a class=\"go\" href=\"list/best\">많이 찾는 옷 보기</a></div><section><h2>지금 많이 찾아요</h2>"
                            + row(assortment.bestSelling(8), "./") + "</section></div>";
        } else {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < cart.lines().size(); i++) {
                Cart.Line line = cart.lines().get(i);
                lines.append(Html.fill(
                        """
                        <li><a class="pic" href="product/{id}"><img src="img/{picture}.svg" width="90" height="120" alt=""></a>
                        <div><a class="name" href="product/{id}">{name}</a><p class="quiet">{option}</p><p class="price">{{price}}</p>
                        <form method="post" action="cart/change"><input type="hidden" name="line" value="{i}"><span class="stepper"><button name="quantity" value="{less}" aria-label="하나 빼기">−</button><b>{quantity}</b><button name="quantity" value="{more}" aria-label="하나 더하기">+</button></span><button class="remove" name="quantity" value="0">삭제</button></form></div></li>
                        """,
                        "id",
                        line.product().id(),
                        "picture",
                        picture(line),
                        "name",
                        line.product().name(),
                        "option",
                        line.option(),
                        "price",
                        price(line.product()),
                        "i",
                        i,
                        "less",
                        Math.max(1, line.quantity() - 1),
                        "quantity",
                        line.quantity(),
                        "more",
                        line.quantity() + 1));
            }
            body = Html.fill(
                    """
                    <div class="wrap cart"><h1>장바구니 <small>{pieces}</small></h1>
                    <div class="two"><ul class="lines">{{lines}}</ul>
                    <aside class="sum">{{missing}}{{sums}}<a class="pay" href="checkout">{total} 주문하기</a><a class="rather" href="./">더 둘러보기</a></aside></div>
                    <section><h2>담은 옷과 함께 입어요</h2>{{with}}</section></div>
                    """,
                    "pieces",
                    cart.pieces(),
                    "lines",
                    lines,
                    "missing",
                    cart.missingForFreeShipping() > 0
                            ? Html.fill(
                                    "<p class=\"missing\"><b>{won}</b> 더 담으면 무료 배송이에요</p>",
                                    "won",
                                    Html.won(cart.missingForFreeShipping()))
                            : "<p class=\"missing\">무료로 보내 드려요</p>",
                    "sums",
                    sums(cart),
                    "total",
                    Html.won(cart.total()),
                    "with",
                    row(assortment.wornWith(cart.lines().getFirst().product()), "./"));
        }
        return Layout.render(
                new Page("장바구니 — 늦볕", "cart", 0, "", body, List.of(Html.call("cart", said(cart)))), around);
    }

    /// What Reload is told of a cart.
    public static Map<String, Object> said(Cart cart) {
        return Map.of("items", items(cart), "currency", "KRW");
    }

    private static List<Map<String, Object>> items(Cart cart) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Cart.Line line : cart.lines()) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("id", line.product().id());
            item.put("quantity", line.quantity());
            item.put("price", line.product().costs());
            items.add(item);
        }
        return items;
    }

    private static String sums(Cart cart) {
        return Html.fill(
                "<dl class=\"sums\"><div><dt>상품</dt><dd>{goods}</dd></div><div><dt>배송</dt><dd>{shipping}</dd></div><div class=\"all\"><dt>합계</dt><dd>{total}</dd></div></dl>",
                "goods",
                Html.won(cart.goods()),
                "shipping",
                cart.shipping() == 0 ? "무료" : Html.won(cart.shipping()),
                "total",
                Html.won(cart.total()));
    }

    /// Where it is sent and how it is paid: filled in with nobody's data, and nothing of it leaves the page.
    ///
    /// @param item the one line bought at once, or empty for the cart
    public String checkout(Cart cart, String item, Around around) {
        StringBuilder lines = new StringBuilder();
        for (Cart.Line line : cart.lines()) {
            lines.append(line(line, "./"));
        }
        String body = Html.fill(
                """
                <div class="wrap checkout"><h1>주문하기</h1>
                <form method="post" action="order" class="two"><input type="hidden" name="item" value="{item}">
                <div>
                <section><h2>받는 분</h2>
                <label>이름<input value="김늦볕" autocomplete="off"></label>
                <label>전화번호<input value="010-0000-0000" inputmode="tel" autocomplete="off"></label>
                <label>주소<input value="서울시 볕드는구 서향로 43" autocomplete="off"></label>
                <label>자세한 주소<input value="2층 서쪽 끝방" autocomplete="off"></label>
                <label>남길 말<select><option>문 앞에 놓아 주세요</option><option>경비실에 맡겨 주세요</option><option>오시기 전에 전화 주세요</option></select></label>
                <p class="quiet">데모라서 아무 데도 보내지 않고, 적은 내용도 남기지 않습니다.</p>
                </section>
                <section><h2>결제 방법</h2><div class="pays"><label><input type="radio" name="pay" value="card" checked><span>신용카드</span></label><label><input type="radio" name="pay" value="easy"><span>간편결제</span></label><label><input type="radio" name="pay" value="bank"><span>무통장입금</span></label></div></section>
                </div>
                <aside class="sum"><h2>주문할 옷 <small>{pieces}</small></h2><ul class="brief">{{lines}}</ul>{{sums}}<button class="pay">{total} 결제하기</button><p class="quiet">실제로 결제되지 않습니다.</p></aside>
                </form></div>
                """,
                "item",
                item,
                "pieces",
                cart.pieces(),
                "lines",
                lines,
                "sums",
                sums(cart),
                "total",
                Html.won(cart.total()));
        return Layout.render(new Page("주문하기 — 늦볕", "checkout", 0, body), around);
    }

    /// Thank you.
    public String order(Order order, Around around) {
        StringBuilder lines = new StringBuilder();
        for (Cart.Line line : order.bought().lines()) {
            lines.append(line(line, "../"));
        }
        boolean refunded = order.isRefunded();
        String body = Html.fill(
                """
                <div class="wrap done">
                <header><svg viewBox="0 0 80 60" width="80" height="60" fill="none" stroke="#c8632f" stroke-width="2.5" stroke-linecap="round" aria-hidden="true"><path d="M18 40a22 22 0 0 1 44 0M4 40h72M16 48h48M28 56h24"/></svg>
                <h1>{title}</h1><p>{line}</p></header>
                <section class="sum"><dl class="sums"><div><dt>주문번호</dt><dd data-order>{id}</dd></div><div><dt>도착 예정</dt><dd>{arrives}</dd></div></dl><ul class="brief">{{lines}}</ul>{{sums}}</section>
                {{refund}}
                <p class="ways"><a class="go" href="../">계속 둘러보기</a></p>
                <section><h2>다음에 함께 입을 옷</h2>{{next}}</section>
                </div>
                """,
                "title",
                refunded ? "반품을 접수했어요" : "주문을 마쳤어요",
                "line",
                refunded ? "기사님이 내일 찾아뵐게요. 결제는 취소됩니다." : "오늘 해 지기 전에 보내 드릴게요.",
                "id",
                order.id(),
                "arrives",
                refunded ? "—" : "이틀 안",
                "lines",
                lines,
                "sums",
                sums(order.bought()),
                "refund",
                refunded
                        ? ""
                        : Html.fill(
                                "<form class=\"refund\" method=\"post\" action=\"./{id}/refund\"><button>반품 신청</button></form>",
                                "id",
                                order.id()),
                "next",
                row(assortment.wornWith(order.bought().lines().getFirst().product()), "../"));
        List<String> calls = new ArrayList<>();
        if (!refunded) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("id", order.id());
            said.put("amount", order.bought().total());
            said.put("currency", "KRW");
            said.put("items", items(order.bought()));
            calls.add(Html.call("order", said));
        }
        return Layout.render(
                new Page("주문 완료 — 늦볕", "order", 1, "<meta name=\"robots\" content=\"noindex\">", body, calls), around);
    }

    private static String line(Cart.Line line, String root) {
        return Html.fill(
                "<li><img src=\"{root}img/{picture}.svg\" width=\"54\" height=\"72\" alt=\"\"><div><b>{name}</b><p class=\"quiet\">{option} · {quantity}벌</p></div><span>{amount}</span></li>",
                "root",
                root,
                "picture",
                picture(line),
                "name",
                line.product().name(),
                "option",
                line.option(),
                "quantity",
                line.quantity(),
                "amount",
                Html.won(line.amount()));
    }

    private static String picture(Cart.Line line) {
        return line.product().id() + (line.colour() == 0 ? "" : "-c" + line.colour());
    }

    public String about(Around around) {
        return Layout.render(new Page("늦볕 이야기", "other", 0, """
                        <article class="wrap prose"><img src="img/hero-wide.svg" width="1600" height="680" alt="옷걸이에 걸린 초겨울 옷들"><h1>늦볕 이야기</h1>
                        <p>늦볕은 해 질 무렵의 볕입니다. 하루 가운데 가장 낮고, 가장 멀리까지 들고, 가장 오래 기억에 남는 빛이지요. 서쪽으로 창이 난 작은 작업실에서 우리는 그 볕에 어울리는 옷을 짓습니다.</p>
                        <p>한 해에 두 번만 옷을 냅니다. 늦여름에 초겨울 옷을, 늦겨울에 초여름 옷을. 철이 바뀌기 직전이 몸이 가장 솔직한 때라고 생각해서입니다.</p>
                        <h2>많이 만들지 않습니다</h2><p>한 무늬에 세 가지 색, 한 색에 여든 벌. 다 팔리면 다음 해까지 기다립니다. 남기지 않는 것이 우리가 아는 가장 쉬운 절약입니다.</p>
                        <h2>고쳐 입는 옷</h2><p>단추 하나, 실 한 타래를 옷과 함께 보냅니다. 해가 갈수록 주인을 닮는 옷이면 좋겠습니다.</p></article>
                        """), around);
    }

    public String guide(Around around) {
        return Layout.render(new Page("배송·교환·반품 — 늦볕", "other", 0, """
                        <article class="wrap prose"><h1>배송·교환·반품</h1>
                        <h2>배송</h2><p>오후 2시 전에 주문하시면 그날 보냅니다. 보통 이틀 안에 닿고, 5만 원부터는 배송비가 없습니다. 제주와 섬은 하루 더 걸립니다.</p>
                        <h2>교환과 반품</h2><p>받은 날부터 14일 안이면 됩니다. 첫 교환은 무료이고, 반품은 왕복 배송비 6,000원을 뺀 금액을 돌려드립니다. 주문을 마친 화면에서 바로 신청할 수 있습니다.</p>
                        <h2 id="care">세탁과 보관</h2><p>니트는 걸지 말고 개어 두세요. 코트는 어깨가 두꺼운 옷걸이에, 가죽은 볕이 들지 않는 곳에. 젖은 옷은 말린 뒤에 넣어야 겨울이 끝나도 냄새가 나지 않습니다.</p></article>
                        """), around);
    }

    /// @param depth of the address nobody lives at
    public String notFound(int depth, Around around) {
        String root = Layout.root(depth);
        return Layout.render(
                new Page(
                        "없는 페이지 — 늦볕",
                        "other",
                        depth,
                        "<div class=\"wrap empty lost\"><h1>여기엔 아무것도 없어요</h1><p>주소가 바뀌었거나 다 팔려 내려간 옷일 수 있어요.</p><a class=\"go\" href=\""
                                + root + "\">처음으로</a></div><div class=\"wrap\"><section><h2>지금 많이 찾아요</h2>"
                                + row(assortment.bestSelling(8), root) + "</section></div>"),
                around);
    }

    private static String grid(List<Product> products, String root, String badge) {
        StringBuilder cards = new StringBuilder("<ul class=\"grid\">");
        for (int i = 0; i < products.size(); i++) {
            cards.append(card(products.get(i), root, badge, i >= 4));
        }
        return cards.append("</ul>").toString();
    }

    private static String row(List<Product> products, String root) {
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

    private static String price(Product product) {
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
