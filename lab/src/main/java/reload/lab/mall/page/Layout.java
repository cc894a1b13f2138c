package reload.lab.mall.page;

import java.util.List;
import java.util.Map;
import reload.lab.mall.Category;

/// What every page of the mall has around it. Links are relative, so that the mall works under any host and path.
public final class Layout {
    private Layout() {}

    public static final String BRAND = "늦볕";

    /// A page before its surroundings.
    ///
    /// @param title of the window
    /// @param template in Reload's words: home, list, search, product, cart, checkout, order, other
    /// @param depth how many folders deep its address is
    /// @param head more for the head, HTML
    /// @param body HTML
    /// @param calls of Reload's public function, each written by [Html#call]
    record Page(String title, String template, int depth, String head, String body, List<String> calls) {
        Page {
            calls = List.copyOf(calls);
        }

        Page(String title, String template, int depth, String body) {
            this(title, template, depth, "", body, List.of());
        }
    }

    /// What surrounds it, from the request.
    ///
    /// @param snippet Reload's install snippet, HTML for the head
    /// @param pieces in the cart
    /// @param version of style sheet and script, so that both may be kept for long
    public record Around(String snippet, int pieces, String version) {}

    /// The way from a page so deep back to the mall's first page.
    static String root(int depth) {
        return depth == 0 ? "./" : "../".repeat(depth);
    }

    static final String LOGO = """
            <svg class="logo" viewBox="0 0 116 56" width="87" height="42" role="img" aria-label="늦볕"><g fill="none" stroke="currentColor" \
            stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="M14 6v10h25M6 24h41M14 32h25M27 32c-1 9-7 14-15 17M27 34c2 8 8 12 15 14"/>\
            <path d="M59 5v20h16V5M59 14h16M94 4v25M80 10h14M80 20h14M65 35h30M65 35v16h30M65 43h28"/></g>\
            <g class="ray" fill="none" stroke="#c8632f" stroke-width="2.6" stroke-linecap="round"><path d="M101 51h12M103.5 46.5a3.8 3.8 0 0 1 7 0"/></g></svg>""";

    static String render(Page page, Around around) {
        String root = root(page.depth());
        StringBuilder shelves = new StringBuilder();
        for (Category category : Category.values()) {
            shelves.append(Html.fill(
                    "<a href=\"{root}list/{slug}\">{title}</a>",
                    "root",
                    root,
                    "slug",
                    category.slug(),
                    "title",
                    category.title()));
        }
        String calls = "["
                + Html.call("page", Map.of("template", page.template()))
                + (page.calls().isEmpty() ? "" : "," + String.join(",", page.calls()))
                + "]";
        return Html.fill(
                """
                <!doctype html>
                <html lang="ko">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
                <title>{title}</title>
                <meta name="theme-color" content="#faf6ef">
                <link rel="icon" href="{root}icon.svg" type="image/svg+xml">
                {{snippet}}
                <link rel="stylesheet" href="{root}mall.css?{version}">
                {{head}}
                <script defer src="{root}mall.js?{version}"></script>
                </head>
                <body class="t-{template}">
                <a class="skip" href="#main">본문으로 건너뛰기</a>
                <p class="ribbon">초겨울 첫 주문 무료 교환 · 5만 원부터 무료 배송</p>
                <header class="top">
                <div class="bar">
                <a class="home" href="{root}">{{logo}}</a>
                <form class="find" action="{root}search" role="search"><input type="search" name="q" placeholder="찾는 옷이 있나요" aria-label="상품 검색" maxlength="60"><button aria-label="검색">{{glass}}</button></form>
                <a class="to-search" href="{root}search" aria-label="검색">{{glass}}</a>
                <a class="to-cart" href="{root}cart" aria-label="장바구니">{{bag}}<span class="count" data-count="{pieces}">{pieces}</span></a>
                </div>
                <nav class="shelves" aria-label="상품 분류"><a href="{root}list/new">신상</a><a href="{root}list/best">베스트</a>{{shelves}}<a class="sale" href="{root}list/sale">세일</a></nav>
                </header>
                <main id="main">
                {{body}}
                </main>
                <footer class="end">
                <div class="wrap">
                <div>{{logo}}<p>늦볕은 해가 가장 낮은 계절의 옷을 만듭니다.<br>많이 만들지 않고, 오래 입을 것만 남깁니다.</p></div>
                <nav aria-label="안내"><a href="{root}about">늦볕 이야기</a><a href="{root}guide">배송·교환·반품</a><a href="{root}guide#care">세탁과 보관</a><a href="{root}list/best">베스트</a></nav>
                <p class="small">이 쇼핑몰은 리로드(Reload)를 보여 드리려고 지어낸 곳입니다. 늦볕이라는 상표도, 상품도, 후기도 모두 만든 것이며 실제로 팔거나 결제하지 않습니다. 그림은 이 데모를 위해 코드로 그렸습니다.</p>
                </div>
                </footer>
                <script>{{say}}({{calls}})</script>
                </body>
                </html>
                """,
                "title",
                page.title(),
                "root",
                root,
                "version",
                around.version(),
                "snippet",
                around.snippet(),
                "head",
                page.head(),
                "template",
                page.template(),
                "logo",
                LOGO,
                "glass",
                GLASS,
                "bag",
                BAG,
                "pieces",
                around.pieces(),
                "shelves",
                shelves,
                "body",
                page.body(),
                "say",
                SAY,
                "calls",
                calls);
    }

    /// Says it at once where the snippet is in place, else once its script has come.
    private static final String SAY =
            "(function(c){function g(){for(var i=0;i<c.length;i++)window.reload&&reload.apply(null,c[i])}window.reload?g():addEventListener('load',g)})";

    private static final String GLASS =
            "<svg viewBox='0 0 24 24' width='22' height='22' fill='none' stroke='currentColor' stroke-width='1.6' stroke-linecap='round' aria-hidden='true'><circle cx='10.5' cy='10.5' r='6.5'/><path d='M15.5 15.5L21 21'/></svg>";
    private static final String BAG =
            "<svg viewBox='0 0 24 24' width='22' height='22' fill='none' stroke='currentColor' stroke-width='1.6' stroke-linejoin='round' stroke-linecap='round' aria-hidden='true'><path d='M4.5 8.5h15l1 12h-17zM8.5 11V7a3.5 3.5 0 0 1 7 0v4'/></svg>";

    static String openGraph(String type, String title, String description, String url, String image) {
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
}
