package reload.lab.mall.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reload.lab.mall.Assortment;
import reload.lab.mall.Category;
import reload.lab.mall.Product;
import reload.lab.mall.page.Layout.Around;
import reload.lab.mall.page.Layout.Page;

/// The mall's pages that lead to goods, and those that are only to be read.
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
                Cards.grid(newest, "./", "새 옷"),
                "storyId",
                story.id(),
                "storyName",
                story.name(),
                "best",
                Cards.row(assortment.bestSelling(10), "./"),
                "sale",
                Cards.grid(assortment.onSale(8), "./", ""));
        return Layout.render(
                new Page(
                        "늦볕 — 해가 낮게 드는 계절",
                        "home",
                        0,
                        Layout.openGraph("website", "늦볕 — 2026 초겨울", "해가 가장 낮은 계절의 옷", "", ""),
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
                Cards.grid(sorted(products, chosen), "../", ""));
        return Optional.of(Layout.render(
                new Page(
                        title + " — 늦볕",
                        "list",
                        1,
                        Layout.openGraph("website", title + " — 늦볕", line, "", ""),
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
                                + Cards.grid(assortment.bestSelling(8), "./", "")
                        : "<p class=\"quiet\">" + found.size() + "벌을 찾았어요.</p>"
                                + Cards.grid(found.subList(0, Math.min(60, found.size())), "./", "");
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
                                + Cards.row(assortment.bestSelling(8), root) + "</section></div>"),
                around);
    }
}
