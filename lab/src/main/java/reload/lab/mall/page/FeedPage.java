package reload.lab.mall.page;

import java.util.List;
import reload.lab.mall.Assortment;
import reload.lab.mall.Category;
import reload.lab.mall.Product;

/// A social feed on an origin of its own, 조각보: neighbours' posts, and among them some that lead to the mall.
public final class FeedPage {
    private static final String SOCIAL = "utm_source=jogakbo&utm_medium=social&utm_campaign=early-winter-2026";
    private static final String PAID = "utm_source=jogakbo&utm_medium=cpc&utm_campaign=early-winter-2026&utm_content=";

    private final Assortment assortment;

    public FeedPage(Assortment assortment) {
        this.assortment = assortment;
    }

    private record Post(
            String author,
            String place,
            String when,
            String picture,
            String text,
            int likes,
            List<String> comments,
            String link,
            String action) {}

    /// @param mall scheme, host and port of the mall, as the reader will reach it
    public String render(String mall, String version) {
        Product coat = pick(Category.OUTER, 1);
        Product knit = pick(Category.KNIT, 0);
        Product dress = pick(Category.DRESS, 0);
        Product bag = named("토트");
        Product skirt = pick(Category.SKIRT, 1);
        Product denim = named("스트레이트 데님");
        List<Post> posts = List.of(
                new Post(
                        "늦볕",
                        "광고",
                        "",
                        "img/" + coat.id() + "-4.svg",
                        coat.name() + ". " + coat.description(),
                        1284,
                        List.of(),
                        mall + "/product/" + coat.id() + "?" + PAID + coat.id(),
                        coat.name() + " 보기"),
                new Post(
                        "서촌사는민하",
                        "서울 종로구",
                        "38분",
                        "img/scene-sunset.svg",
                        "오늘 네 시 이십 분. 퇴근길에 고개를 들었더니 해가 딱 저만큼 걸려 있었다.",
                        342,
                        List.of("모과차 | 우리 동네도 지금 이래요", "한별 | 사진 저장해도 돼요?"),
                        "",
                        ""),
                new Post(
                        "실뜨는수아",
                        "뜨개질하는 사람들",
                        "1시간",
                        "img/" + knit.id() + ".svg",
                        "작년부터 벼르던 니트 드디어. 안쪽 실 끝이 하나도 안 보여서 뜨개인으로서 무릎 꿇음. 어디 거냐고 물으실까 봐 링크 달아 둬요.",
                        817,
                        List.of("바늘쥐 | 무늬 도안 알고 싶다…", "겨울잠 | 실물도 이 색이에요?"),
                        mall + "/product/" + knit.id(),
                        "수아 님이 단 링크"),
                new Post(
                        "늦볕",
                        "팔로우하는 곳",
                        "3시간",
                        "img/" + dress.id() + "-4.svg",
                        "아침에 고를 것이 하나 줄어드는 옷. " + dress.description(),
                        655,
                        List.of("이든 | 실물 보고 왔는데 색이 더 깊어요"),
                        mall + "/product/" + dress.id() + "?" + SOCIAL,
                        dress.name()),
                new Post(
                        "골목커피",
                        "단골 가게",
                        "4시간",
                        "img/scene-cup.svg",
                        "십일월 메뉴는 모과라떼입니다. 생강을 조금 넣었어요. 창가 자리 남아 있습니다.",
                        203,
                        List.of("민트 | 원두 바뀌었나요?"),
                        "",
                        ""),
                new Post(
                        "출근룩기록",
                        "코디 일기",
                        "5시간",
                        "img/" + skirt.id() + "-4.svg",
                        "월요일. 위는 두껍게 아래는 가볍게. 치마 정보 물어보시는 분이 많아서 남겨요.",
                        1520,
                        List.of("도토리 | 언니 키 몇이에요", "봄동 | 위에 입은 것도요!"),
                        mall + "/product/" + skirt.id() + "?" + SOCIAL,
                        skirt.name()),
                new Post(
                        "주말엔시장",
                        "서울 마포구",
                        "어제",
                        "img/" + bag.id() + ".svg",
                        "대파 두 단, 귤 한 봉지, 노트북. 다 들어갑니다.",
                        431,
                        List.of("귤귤 | 귤 어디 거예요"),
                        mall + "/product/" + bag.id() + "?" + SOCIAL,
                        bag.name()),
                new Post(
                        "고양이담당",
                        "집",
                        "어제",
                        "img/scene-cat.svg",
                        "볕이 옮겨 가는 대로 같이 옮겨 가는 중.",
                        2960,
                        List.of("냥집사 | 자리 선점 잘하네", "하루 | 이 집 창이 좋네요"),
                        "",
                        ""),
                new Post(
                        "데님연구소",
                        "청바지 이야기",
                        "이틀 전",
                        "img/" + denim.id() + ".svg",
                        "두 달 입은 13온스. 무릎 주름이 예쁘게 잡히는 중이라 기록.",
                        388,
                        List.of(),
                        mall + "/product/" + denim.id(),
                        "mall 링크"));
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < posts.size(); i++) {
            html.append(post(posts.get(i), i));
        }
        StringBuilder stories = new StringBuilder();
        String[] names = {"내 조각", "늦볕", "수아", "골목커피", "민하", "출근룩", "데님연구소", "고양이담당"};
        for (String name : names) {
            stories.append(Html.fill("<li>{{face}}<span>{name}</span></li>", "face", face(name, 58), "name", name));
        }
        return Html.fill(
                """
                <!doctype html>
                <html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><title>조각보 — 이웃의 하루</title><meta name="theme-color" content="#ffffff">
                <link rel="icon" href="icon.svg" type="image/svg+xml"><link rel="stylesheet" href="feed.css?{version}"></head>
                <body><header><h1>{{mark}}조각보</h1><nav aria-label="내 것"><span>{{bell}}</span><span>{{note}}</span></nav></header>
                <main><ul class="stories">{{stories}}</ul>{{posts}}<p class="small">조각보는 리로드 데모를 위해 지어낸 곳입니다. 사람도 글도 모두 만든 것입니다.</p></main>
                <nav class="tabs" aria-label="둘러보기"><b>{{home}}<i>홈</i></b><span>{{look}}<i>찾기</i></span><span>{{plus}}<i>올리기</i></span><span>{{me}}<i>나</i></span></nav>
                <script defer src="feed.js?{version}"></script>
                </body></html>
                """,
                "version",
                version,
                "mark",
                MARK,
                "stories",
                stories,
                "posts",
                html,
                "bell",
                icon("<path d='M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4'/>"),
                "note",
                icon("<path d='M4 5h16v11H9l-5 4z'/>"),
                "home",
                icon("<path d='M4 11l8-7 8 7v9h-5v-6h-6v6H4z'/>"),
                "look",
                icon("<circle cx='11' cy='11' r='6'/><path d='M16 16l4 4'/>"),
                "plus",
                icon("<rect x='4' y='4' width='16' height='16' rx='4'/><path d='M12 8v8M8 12h8'/>"),
                "me",
                icon("<circle cx='12' cy='9' r='4'/><path d='M5 20a7 7 0 0 1 14 0'/>"));
    }

    private Product pick(Category category, int nth) {
        List<Product> shelf = assortment.bestSelling(60).stream()
                .filter(p -> p.category() == category)
                .toList();
        return shelf.get(Math.min(nth, shelf.size() - 1));
    }

    private Product named(String word) {
        return assortment.all().stream()
                .filter(p -> p.inStock() && p.name().contains(word))
                .findFirst()
                .orElseThrow();
    }

    private static String post(Post post, int index) {
        StringBuilder comments = new StringBuilder();
        for (String comment : post.comments()) {
            String[] parts = comment.split(" \\| ");
            comments.append(
                    Html.fill("<p class=\"comment\"><b>{who}</b> {what}</p>", "who", parts[0], "what", parts[1]));
        }
        String picture = Html.fill(
                "<img src=\"{picture}\" width=\"600\" height=\"{height}\" alt=\"\"{{lazy}}>",
                "picture",
                post.picture(),
                "height",
                post.picture().contains("scene") ? 600 : 800,
                "lazy",
                index > 1 ? " loading=\"lazy\"" : "");
        boolean paid = post.place().equals("광고");
        return Html.fill(
                "<article class=\"{kind}\"><header>{{face}}<div><b>{author}</b><p>{place}{when}</p></div><span class=\"dots\" aria-hidden=\"true\">···</span></header>{{picture}}{{action}}<div class=\"under\"><div class=\"bar\"><button data-like aria-pressed=\"false\">{{heart}}<b data-n=\"{likes}\">{likesSaid}</b></button><span>{{talk}}<b>{talks}</b></span><span class=\"keep\">{{keep}}</span></div><p class=\"text\"><b>{author}</b> {text}</p>{{comments}}</div></article>",
                "kind",
                paid ? "paid" : "post",
                "face",
                face(post.author(), 38),
                "author",
                post.author(),
                "place",
                post.place(),
                "when",
                post.when().isEmpty() ? "" : " · " + post.when(),
                "picture",
                post.link().isEmpty()
                        ? picture
                        : Html.fill("<a href=\"{link}\">{{picture}}</a>", "link", post.link(), "picture", picture),
                "action",
                post.link().isEmpty()
                        ? ""
                        : Html.fill(
                                "<a class=\"go\" href=\"{link}\"><span>{action}</span><i aria-hidden=\"true\">›</i></a>",
                                "link",
                                post.link(),
                                "action",
                                post.action().equals("mall 링크") ? "글쓴이가 단 링크" : post.action()),
                "heart",
                icon("<path d='M12 20S4 14.5 4 9a4.2 4.2 0 0 1 8-1.800A4.2 4.2 0 0 1 20 9c0 5.5-8 11-8 11z'/>"),
                "likes",
                post.likes(),
                "likesSaid",
                String.format(java.util.Locale.ROOT, "%,d", post.likes()),
                "talk",
                icon("<path d='M4 6h16v10h-9l-5 4v-4H4z'/>"),
                "talks",
                post.comments().size() * 7 + 3,
                "keep",
                icon("<path d='M7 4h10v16l-5-4-5 4z'/>"),
                "text",
                post.text(),
                "comments",
                comments);
    }

    private static String icon(String paths) {
        return "<svg viewBox='0 0 24 24' width='24' height='24' fill='none' stroke='currentColor' stroke-width='1.7' stroke-linejoin='round' stroke-linecap='round' aria-hidden='true'>"
                + paths + "</svg>";
    }

    private static final String MARK =
            "<svg viewBox='0 0 28 28' width='26' height='26' aria-hidden='true'><path fill='#2f7d6d' d='M2 2h11v11H2z'/><path fill='#e9b44c' d='M15 2h11v7H15z'/><path fill='#d95d4a' d='M15 11h11v15H15z'/><path fill='#4a6fa5' d='M2 15h11v11H2z'/></svg>";

    /// A patchwork face for a name: the same name has the same patches.
    private static String face(String name, int size) {
        String[] colours = {"#2f7d6d", "#e9b44c", "#d95d4a", "#4a6fa5", "#a26ea1", "#c8ad8d", "#7c9a56", "#39424e"};
        int h = Math.floorMod(name.hashCode(), 4096);
        if (name.equals("늦볕")) {
            return Html.fill(
                    "<svg class=\"face\" viewBox=\"0 0 40 40\" width=\"{n}\" height=\"{n}\" aria-hidden=\"true\"><rect width=\"40\" height=\"40\" fill=\"#f3e9da\"/><path d=\"M11 24a9 9 0 0 1 18 0\" fill=\"#c8632f\"/><path d=\"M6 24h28M11 28.500h18M15 33h10\" stroke=\"#c8632f\" stroke-width=\"1.8\" stroke-linecap=\"round\"/></svg>",
                    "n",
                    size);
        }
        return Html.fill(
                "<svg class=\"face\" viewBox=\"0 0 40 40\" width=\"{n}\" height=\"{n}\" aria-hidden=\"true\"><rect width=\"40\" height=\"40\" fill=\"{a}\"/><path d=\"M0 40L40 {y}V40z\" fill=\"{b}\"/><circle cx=\"20\" cy=\"16\" r=\"7\" fill=\"{c}\"/><path d=\"M6 40a14 14 0 0 1 28 0z\" fill=\"{c}\"/></svg>",
                "n",
                size,
                "a",
                colours[h % 8],
                "b",
                colours[(h / 8 + h % 8 + 1) % 8],
                "c",
                h % 2 == 0 ? "#fff5e6" : "#26323b",
                "y",
                h % 30);
    }
}
