package reload.lab.mall.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reload.lab.mall.Assortment;
import reload.lab.mall.Cart;
import reload.lab.mall.Order;
import reload.lab.mall.page.Layout.Around;
import reload.lab.mall.page.Layout.Page;

/// The way to an order: cart, checkout, thank you.
public final class CartPages {
    private final Assortment assortment;

    public CartPages(Assortment assortment) {
        this.assortment = assortment;
    }

    /// What was put aside.
    public String cart(Cart cart, Around around) {
        String body;
        if (cart.lines().isEmpty()) {
            body =
                    "<div class=\"wrap cart\"><h1>장바구니</h1><div class=\"empty\"><p>아직 담은 옷이 없어요.</p><a class=\"go\" href=\"list/best\">많이 찾는 옷 보기</a></div><section><h2>지금 많이 찾아요</h2>"
                            + Cards.row(assortment.bestSelling(8), "./") + "</section></div>";
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
                        Cards.price(line.product()),
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
                    Cards.row(assortment.wornWith(cart.lines().getFirst().product()), "./"));
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
                Cards.row(assortment.wornWith(order.bought().lines().getFirst().product()), "../"));
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
}
