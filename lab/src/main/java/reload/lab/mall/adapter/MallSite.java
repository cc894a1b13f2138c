package reload.lab.mall.adapter;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import reload.lab.mall.Assortment;
import reload.lab.mall.Cart;
import reload.lab.mall.Cart.Line;
import reload.lab.mall.Order;
import reload.lab.mall.page.CartPages;
import reload.lab.mall.page.Json;
import reload.lab.mall.page.Layout.Around;
import reload.lab.mall.page.MallPages;
import reload.lab.mall.page.ProductPage;

/// The mall's origin.
final class MallSite implements Site {
    private static final String CART = "neutbyeot_cart";
    private static final int MOST_ORDERS = 5_000;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Seoul"));
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final Assortment assortment;
    private final MallPages pages;
    private final ProductPage productPage;
    private final CartPages cartPages;
    private final Assets assets;
    private final Options options;
    private final @Nullable ReloadServer reload;
    private final Clock clock;
    private final RandomGenerator dice;
    /// The latest orders; a restart forgets them, since nothing of a shopper is kept.
    private final Map<String, Order> orders = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Order> eldest) {
            return size() > MOST_ORDERS;
        }
    });

    MallSite(
            Assortment assortment,
            Assets assets,
            Options options,
            @Nullable ReloadServer reload,
            Clock clock,
            RandomGenerator dice) {
        this.assortment = assortment;
        this.pages = new MallPages(assortment);
        this.productPage = new ProductPage(assortment);
        this.cartPages = new CartPages(assortment);
        this.assets = assets;
        this.options = options;
        this.reload = reload;
        this.clock = clock;
        this.dice = dice;
    }

    @Override
    public Response answer(Request request) {
        Optional<Response> asset = assets.find(request.path());
        if (asset.isPresent()) {
            return asset.get();
        }
        if (request.isPost()) {
            return act(request);
        }
        Cart cart = cart(request);
        Around around = new Around(snippet(request), cart.pieces(), assets.version());
        // Only browsers ask for HTML by name: a health check by another host name changes nothing.
        if (reload != null && request.accepts().contains("text/html")) {
            reload.catalogue(assortment, request.origin());
        }
        String path = request.path();
        String rest = path.substring(path.lastIndexOf('/') + 1);
        Optional<String> page = switch (path.substring(0, path.lastIndexOf('/') + 1)) {
            case "/" ->
                switch (rest) {
                    case "" -> Optional.of(pages.home(around));
                    case "search" -> Optional.of(pages.search(cut(request.said("q"), 60), around));
                    case "cart" -> Optional.of(cartPages.cart(cart, around));
                    case "about" -> Optional.of(pages.about(around));
                    case "guide" -> Optional.of(pages.guide(around));
                    case "checkout" -> {
                        String item = request.said("item");
                        Cart bought = bought(cart, item);
                        yield bought.lines().isEmpty()
                                ? Optional.of("")
                                : Optional.of(cartPages.checkout(bought, bought == cart ? "" : item, around));
                    }
                    default -> Optional.empty();
                };
            case "/list/" -> pages.list(rest, request.said("sort"), around);
            case "/product/" -> assortment.find(rest).map(product -> productPage.of(product, request.origin(), around));
            case "/order/" -> Optional.ofNullable(orders.get(rest)).map(order -> cartPages.order(order, around));
            default -> Optional.empty();
        };
        if (page.isEmpty()) {
            int depth = (int) path.chars().filter(c -> c == '/').count() - 1;
            return Response.html(404, pages.notFound(depth, around));
        }
        // Nothing to pay for: back to the cart.
        return page.get().isEmpty() ? Response.see("cart") : Response.html(200, page.get());
    }

    private Response act(Request request) {
        Cart cart = cart(request);
        switch (request.path()) {
            case "/cart/add" -> {
                Optional<Line> line = line(request);
                Cart next = line.map(cart::with).orElse(cart);
                Response response = request.accepts().contains("application/json")
                        ? Response.json(Json.of(Map.of(
                                "pieces", next.pieces(), "added", line.isPresent(), "cart", CartPages.said(next))))
                        : Response.see("../cart");
                return keep(response, next);
            }
            case "/cart/change" -> {
                return keep(Response.see("../cart"), cart.changed(request.number("line"), request.number("quantity")));
            }
            case "/buy" -> {
                return line(request)
                        .map(line -> Response.see("checkout?item=" + line.written()))
                        .orElseGet(() -> Response.see("cart"));
            }
            case "/order" -> {
                Cart bought = bought(cart, request.said("item"));
                if (bought.lines().isEmpty()) {
                    return Response.see("cart");
                }
                Order order = new Order(orderId(), bought, clock.millis(), 0);
                orders.put(order.id(), order);
                if (reload != null) {
                    reload.confirm(order);
                }
                Response response = Response.see("order/" + order.id());
                return bought == cart ? keep(response, Cart.EMPTY) : response;
            }
            default -> {
                String path = request.path();
                if (path.startsWith("/order/") && path.endsWith("/refund")) {
                    return refund(path.substring("/order/".length(), path.length() - "/refund".length()));
                }
                return Response.html(
                        404,
                        pages.notFound(
                                (int) path.chars().filter(c -> c == '/').count() - 1,
                                new Around(snippet(request), cart.pieces(), assets.version())));
            }
        }
    }

    private Response refund(String id) {
        boolean[] now = {false};
        Order order = orders.computeIfPresent(id, (_, known) -> {
            now[0] = !known.isRefunded();
            return now[0] ? known.refunded(clock.millis()) : known;
        });
        if (order == null) {
            return Response.see("../../");
        }
        if (now[0] && reload != null) {
            reload.refund(order);
        }
        return Response.see("../" + id);
    }

    private Cart cart(Request request) {
        return Cart.read(request.cookies().getOrDefault(CART, ""), assortment);
    }

    private static Response keep(Response response, Cart cart) {
        return response.with(
                "Set-Cookie", CART + "=" + cart.written() + "; Path=/; Max-Age=1209600; SameSite=Lax; HttpOnly");
    }

    private Optional<Line> line(Request request) {
        String quantity = request.said("quantity").isEmpty() ? "1" : request.said("quantity");
        return Cart.line(
                request.said("product") + "." + request.said("colour") + "." + request.said("size") + "." + quantity,
                assortment);
    }

    /// The one line said in the address, or the whole cart.
    private Cart bought(Cart cart, String item) {
        return item.isEmpty()
                ? cart
                : Cart.line(item, assortment).map(Cart.EMPTY::with).orElse(Cart.EMPTY);
    }

    private String orderId() {
        StringBuilder id = new StringBuilder(DAY.format(Instant.ofEpochMilli(clock.millis()))).append('-');
        for (int i = 0; i < 8; i++) {
            id.append(LETTERS.charAt(dice.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    /// What belongs in the head. A Reload on loopback is reached under the shopper's own host name, so that
    /// `localhost`, `127.0.0.1` and a proxy's name all work.
    private String snippet(Request request) {
        URI known = options.reload();
        boolean near = isLoopback(known.getHost());
        String port = known.getPort() < 0 ? "" : ":" + known.getPort();
        String here = near ? known.getScheme() + "://" + request.host() + port : known.toString();
        Path file = options.snippetFile();
        if (file != null) {
            try {
                String snippet = Files.readString(file).strip();
                return near
                        ? snippet.replaceAll(
                                "https?://(localhost|127\\.0\\.0\\.1|\\[::1])" + port + "(?=/)",
                                Matcher.quoteReplacement(here))
                        : snippet;
            } catch (IOException notYet) {
                // The launcher writes it once the console knows the mall; until then the plain tag does.
                return tag(here);
            }
        }
        return tag(here);
    }

    private String tag(String base) {
        return "<script async src=\"" + base + "/s/" + options.siteKey() + "/reload.js\"></script>";
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    }
}
