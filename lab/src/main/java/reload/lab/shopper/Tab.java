package reload.lab.shopper;

import static reload.lab.shopper.World.MINUTE;
import static reload.lab.shopper.World.SECOND;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.PageEvent;
import reload.event.Product;
import reload.event.Storage;
import reload.event.Template;

/// The tab a shopper has open in the mall, one visit after the other, in virtual time: pages open and ask for their
/// plan, time passes on them, and they report.
final class Tab {
    private final World world;
    private final MallServer server;
    private final Browser browser;
    private final Wire wire;
    private final SplittableRandom random;

    private long clock;
    private long arrivedAt;
    private long stayedMs;
    private int views;
    private int products;
    private boolean carted;
    private PlanAsk.Landing landing = new PlanAsk.Landing("/", null, null, true);
    private final Map<UUID, Long> leavings = new HashMap<>();

    Tab(World world, MallServer server, Browser browser, Wire wire, SplittableRandom random) {
        this.world = world;
        this.server = server;
        this.browser = browser;
        this.wire = wire;
        this.random = random;
    }

    /// Milliseconds since 1970.
    long clock() {
        return clock;
    }

    /// When the visit began, milliseconds since 1970.
    long arrivedAt() {
        return arrivedAt;
    }

    /// How long the mall was to be seen in this visit.
    long stayedMs() {
        return stayedMs;
    }

    /// What the visit has been so far.
    Sensing.Visit visit() {
        return new Sensing.Visit(views, products, carted, browser.isTouch());
    }

    /// When visits ended, by the page view they ended on.
    Map<UUID, Long> leavings() {
        return leavings;
    }

    /// An id of this moment.
    UUID id() {
        return Chance.id(clock, random);
    }

    /// A visit begins, at that time or as soon as the last one has been heard of.
    void arrive(long at) {
        clock = Math.max(at, wire.lastReceipt() + SECOND);
        arrivedAt = clock;
        stayedMs = 0;
        views = 0;
        products = 0;
        carted = false;
        browser.beginVisit(random);
        wire.mend();
        wire.catchUp(clock);
        clock = Math.max(clock, wire.lastReceipt());
    }

    /// The first page of a visit. Robots rarely wait until it asks.
    Page land(Source source, Template template, @Nullable Product product) {
        landing =
                new PlanAsk.Landing(address(template, product) + source.query(), source.referrer(), source.utm(), true);
        Page page = open(template, product, "navigate", true, true);
        if (!browser.robot || random.nextInt(4) == 0) ask(page, null);
        return page;
    }

    /// A page by a link.
    Page open(Template template, @Nullable Product product) {
        return open(template, product, "navigate", false, false);
    }

    /// The page the visit began on, by Back.
    Page backTo(Template template) {
        return open(template, null, "back-forward", false, true);
    }

    private Page open(Template template, @Nullable Product product, String navigation, boolean lands, boolean entry) {
        browser.beginPage(random);
        UUID view = id();
        String url = lands ? landing.url() : address(template, product);
        Page page = new Page(view, browser.visitor, url, template, product, entry, clock, new Sensing(random));
        page.say(new PageEvent.PageViewed(
                view,
                clock,
                url,
                lands ? landing.referrer() : null,
                product == null ? null : product.name(),
                template,
                lands,
                entry,
                lands ? landing.utm() : null,
                navigation));
        if (product != null) {
            page.say(new PageEvent.ProductViewed(id(), clock, view, product));
            browser.views(product.id());
        }
        return page;
    }

    private String address(Template template, @Nullable Product product) {
        String path = switch (template) {
            case PRODUCT -> product == null ? "/product/" : "/product/" + product.id();
            case HOME -> "/";
            case LIST -> "/list";
            case SEARCH -> "/search";
            case CART -> "/cart";
            case CHECKOUT -> "/checkout";
            case ORDER -> "/order/complete";
            case OTHER -> "/about";
        };
        return world.origin() + path;
    }

    /// The page asks early; on a slow network the answer never comes.
    ///
    /// @param left the product the shopper has just come back from
    void ask(Page page, @Nullable String left) {
        if (wire.isCut() || clock > world.until() || Chance.happens(0.02, random)) return;
        page.askedAt = clock;
        page.answer = server.plan(new PlanAsk(
                page.visitor,
                browser.storage,
                clock,
                page.view,
                page.url,
                page.template,
                page.product == null ? null : page.product.id(),
                browser.device,
                browser.userAgent(),
                browser.robot,
                Chance.happens(0.003, random),
                new PlanAsk.Landing(landing.url(), landing.referrer(), landing.utm(), page.entry),
                left,
                browser.seen,
                browser.snoozedUntil,
                browser.recent(),
                browser.bought()));
        if (page.answer == null || page.answer.issue() == null) return;
        views++;
        if (page.product != null) products++;
    }

    /// Something was put in the cart.
    void fillCart() {
        carted = true;
    }

    /// Time passes with the page in sight.
    void stay(Page page, long ms) {
        if (ms < 0) throw new IllegalStateException("time does not run backwards");
        clock += ms;
        stayedMs += ms;
        page.visibleMs += ms;
        page.activeMs += Math.round(ms * (0.4 + 0.6 * random.nextDouble()));
    }

    /// Time passes with no page in sight.
    void lookAway(long ms) {
        clock += ms;
    }

    /// The tab lies aside for about as long as a session's gap; to the millisecond on either side of it, now
    /// and then.
    void pause() {
        int u = random.nextInt(4);
        lookAway(u == 0 ? 30 * MINUTE : u == 1 ? 30 * MINUTE - 1 : Chance.between(20 * MINUTE, 50 * MINUTE, random));
    }

    /// The page reports what it has to say by now.
    void flush(Page page, boolean mayReorder) {
        wire.flush(page, clock, mayReorder);
    }

    /// On to the next page: this one reports what it still has to.
    void turn(Page page) {
        dwell(page);
        flush(page, false);
    }

    /// The end of the visit. The last thing a page says is what gets lost most often.
    void close(Page page) {
        leavings.put(page.view, clock);
        dwell(page);
        if (browser.storage == Storage.PERSISTENT && Chance.happens(0.025, random)) wire.cut();
        flush(page, false);
        wire.mend();
    }

    void dwell(Page page) {
        long wall = Math.max(clock - page.openedAt, page.visibleMs);
        page.say(new PageEvent.Dwelled(
                id(), clock, page.view, page.visibleMs, Math.min(page.activeMs, page.visibleMs), wall));
    }
}
