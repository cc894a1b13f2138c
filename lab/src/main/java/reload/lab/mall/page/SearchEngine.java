package reload.lab.mall.page;

import java.util.ArrayList;
import java.util.List;
import reload.lab.mall.Assortment;
import reload.lab.mall.Product;

/// A search engine on an origin of its own, 길눈: what it finds leads to the mall and to a few pages of its own.
public final class SearchEngine {
    public static final String EXAMPLE = "초겨울 코트";

    private final Assortment assortment;

    public SearchEngine(Assortment assortment) {
        this.assortment = assortment;
    }

    private static final String MARK =
            "<svg viewBox='0 0 40 28' width='40' height='28' fill='none' aria-hidden='true'><path d='M2 14C8 5 14 2 20 2s12 3 18 12c-6 9-12 12-18 12S8 23 2 14z' stroke='#2453c9' stroke-width='3'/><path d='M20 7v14M20 7l-5 6M20 7l5 6' stroke='#f0803c' stroke-width='3' stroke-linecap='round' stroke-linejoin='round'/></svg>";

    /// @param query what was asked; nothing for the first page
    /// @param mall scheme, host and port of the mall, as the reader will reach it
    public String render(String query, String mall, String version) {
        if (query.isBlank()) {
            return page(
                    "길눈",
                    "front",
                    version,
                    Html.fill(
                            "<main class=\"hello\"><h1>{{mark}}<span>길눈</span></h1><p>길을 잘 찾는 검색</p>{{form}}<p class=\"try\">많이 찾는 말 <a href=\"search?q=%EC%B4%88%EA%B2%A8%EC%9A%B8+%EC%BD%94%ED%8A%B8\">초겨울 코트</a><a href=\"search?q=%EB%9E%A8%EC%8A%A4%EC%9A%B8+%EB%8B%88%ED%8A%B8\">램스울 니트</a><a href=\"search?q=%EA%B3%A8%EB%8D%B4+%ED%8C%AC%EC%B8%A0\">골덴 팬츠</a><a href=\"search?q=%EC%9A%B8+%EB%A8%B8%ED%94%8C%EB%9F%AC\">울 머플러</a></p></main>",
                            "mark", MARK, "form", form("")));
        }
        List<Product> found = new ArrayList<>();
        for (String word : query.strip().split("\\s+")) {
            for (Product product : assortment.search(word.equals("골덴") ? "코듀로이" : word)) {
                if (product.inStock()
                        && found.size() < 40
                        && found.stream().noneMatch(p -> p.description().equals(product.description()))) {
                    found.add(product);
                }
            }
        }
        boolean guessed = found.isEmpty();
        if (guessed) {
            found.addAll(assortment.bestSelling(6));
        }
        String host = mall.replaceFirst("^https?://", "");
        StringBuilder results = new StringBuilder();
        StringBuilder strip = new StringBuilder();
        for (Product product : found.subList(0, Math.min(8, found.size()))) {
            strip.append(Html.fill(
                    "<li><a href=\"{mall}/product/{id}\"><img src=\"img/{id}.svg\" width=\"132\" height=\"176\" alt=\"\"><span>{name}</span><b>{price}</b><i>늦볕</i></a></li>",
                    "mall",
                    mall,
                    "id",
                    product.id(),
                    "name",
                    product.name(),
                    "price",
                    Html.won(product.costs())));
        }
        List<Product> listed = found.subList(0, Math.min(5, found.size()));
        for (int i = 0; i < listed.size(); i++) {
            Product product = listed.get(i);
            results.append(result(
                    mall + "/product/" + product.id(),
                    "늦볕",
                    host + " › product › " + product.id(),
                    product.name() + " — 늦볕",
                    "★ " + Html.stars(product.rating()) + " ("
                            + product.reviews().size() + ") · " + Html.won(product.costs()) + " · 재고 있음. "
                            + product.description(),
                    true));
            if (i == 0) {
                results.append(result(
                        mall + "/",
                        "늦볕",
                        host,
                        "늦볕 — 해가 낮게 드는 계절",
                        "2026 초겨울. 코트, 니트, 원피스까지 해가 가장 낮은 계절의 옷을 짓습니다. 5만 원부터 무료 배송.",
                        true));
                results.append(result(
                        "page/coat",
                        "살림의 말",
                        "salim.example › 옷장",
                        "코트 고르는 법: 혼용률보다 먼저 볼 것",
                        "어깨가 먼저, 그다음이 무게입니다. 매장에서 팔을 앞으로 뻗어 보고, 단추를 모두 잠근 채 앉아 보세요…",
                        false));
            }
            if (i == 2) {
                results.append(result(
                        mall + "/list/" + product.category().slug(),
                        "늦볕",
                        host + " › " + product.category().title(),
                        product.category().title() + " — 늦볕",
                        product.category().line() + ". "
                                + assortment.of(product.category()).size() + "벌을 보여 드립니다.",
                        true));
                results.append(result(
                        "page/moth",
                        "살림의 말",
                        "salim.example › 계절",
                        "겨울옷 꺼낼 때 좀벌레 막는 순서",
                        "털고, 볕에 말리고, 걸기 전에 하루를 두세요. 향보다 습도가 중요합니다…",
                        false));
            }
        }
        String body = Html.fill(
                """
                <header class="top"><a href="./" class="brand" aria-label="길눈 첫 화면">{{mark}}</a>{{form}}</header>
                <nav class="kinds" aria-label="종류"><b>모두</b><span>그림</span><span>쇼핑</span><span>글</span><span>지도</span></nav>
                <main><p class="count">{{count}}</p>
                <section class="strip"><h2>쇼핑</h2><ul>{{strip}}</ul></section>
                {{results}}
                <section class="also"><h2>함께 찾는 말</h2><p><a href="search?q=%EC%9A%B8+%EC%BD%94%ED%8A%B8">울 코트</a><a href="search?q=%EC%BA%90%EC%8B%9C%EB%AF%B8%EC%96%B4">캐시미어</a><a href="search?q=%ED%84%B0%ED%8B%80%EB%84%A5">터틀넥</a><a href="search?q=%EC%9A%B8+%EB%A8%B8%ED%94%8C%EB%9F%AC">울 머플러</a></p></section>
                </main>
                """,
                "mark",
                MARK,
                "form",
                form(query),
                "count",
                guessed
                        ? Html.fill("‘{query}’에 꼭 맞는 것이 없어 가까운 것을 찾았어요", "query", query)
                        : "결과 " + (results.length() % 700 + 1200) / 10 * 10 + "개",
                "strip",
                strip,
                "results",
                results);
        return page(query + " — 길눈", "results", version, body);
    }

    /// The few pages of its own, so that not every result leads to the mall.
    public String article(String slug, String version) {
        boolean moth = slug.equals("moth");
        return page(
                moth ? "겨울옷 꺼낼 때 — 살림의 말" : "코트 고르는 법 — 살림의 말",
                "article",
                version,
                moth
                        ? "<main class=\"article\"><p class=\"site\">살림의 말</p><h1>겨울옷 꺼낼 때 좀벌레 막는 순서</h1><p>먼저 텁니다. 옷걸이째 들고 어깨에서 밑단으로 가볍게 두드리세요. 그다음 볕이 약한 오전에 두 시간, 뒤집어서 한 시간을 말립니다.</p><p>바로 옷장에 넣지 말고 방 안에 하루를 걸어 두세요. 향이 나는 것보다 물기를 먹는 것을 먼저 넣는 편이 낫습니다.</p></main>"
                        : "<main class=\"article\"><p class=\"site\">살림의 말</p><h1>코트 고르는 법: 혼용률보다 먼저 볼 것</h1><p>어깨가 먼저, 그다음이 무게입니다. 팔을 앞으로 뻗었을 때 등이 당기면 한 치수 올리세요. 단추를 모두 잠그고 앉아 보면 길이가 맞는지 바로 압니다.</p><p>울이 팔 할을 넘으면 대체로 따뜻하지만, 같은 울이라도 촘촘히 눌러 짠 천이 바람을 더 막습니다.</p></main>");
    }

    private static String form(String query) {
        return Html.fill(
                "<form action=\"search\" role=\"search\"><input type=\"search\" name=\"q\" value=\"{query}\" aria-label=\"검색어\" placeholder=\"무엇을 찾으세요\" maxlength=\"80\"><button aria-label=\"찾기\"><svg viewBox='0 0 24 24' width='22' height='22' fill='none' stroke='currentColor' stroke-width='2.2' stroke-linecap='round' aria-hidden='true'><circle cx='10.5' cy='10.5' r='6'/><path d='M15.5 15.5L21 21'/></svg></button></form>",
                "query",
                query);
    }

    private static String result(String link, String site, String path, String title, String text, boolean mall) {
        return Html.fill(
                "<article><p class=\"site\"><span class=\"dot{{kind}}\" aria-hidden=\"true\"></span><span><b>{site}</b><i>{path}</i></span></p><h3><a href=\"{link}\">{title}</a></h3><p>{text}</p></article>",
                "kind",
                mall ? " sun" : "",
                "site",
                site,
                "path",
                path,
                "link",
                link,
                "title",
                title,
                "text",
                text);
    }

    private static String page(String title, String kind, String version, String body) {
        return Html.fill(
                """
                <!doctype html>
                <html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title><link rel="icon" href="{root}icon.svg" type="image/svg+xml"><link rel="stylesheet" href="{root}search.css?{version}"></head>
                <body class="{kind}">{{body}}<footer><p>길눈과 ‘살림의 말’은 리로드 데모를 위해 지어낸 곳입니다.</p></footer></body></html>
                """,
                "title",
                title,
                "root",
                kind.equals("article") ? "../" : "./",
                "version",
                version,
                "kind",
                kind,
                "body",
                body);
    }
}
