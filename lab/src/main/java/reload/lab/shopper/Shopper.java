package reload.lab.shopper;

import static reload.lab.shopper.World.DAY;
import static reload.lab.shopper.World.HOUR;
import static reload.lab.shopper.World.MINUTE;
import static reload.lab.shopper.World.SECOND;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.Beacon;
import reload.event.BlockKind;
import reload.event.CartLine;
import reload.event.Consent;
import reload.event.Device;
import reload.event.Frequency;
import reload.event.LeaveSignal;
import reload.event.Money;
import reload.event.OrderEvent;
import reload.event.PageEvent;
import reload.event.PageEvent.Dismissed;
import reload.event.Product;
import reload.event.Reason;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.VisitorId;

/// One simulated shopper: a life of visits in virtual time, lived act by act against a [MallServer], with the
/// page's own rules and memory. One thread at a time; the same seed and the same answers give the same life.
///
/// What goes wrong on the way is part of the life: beacons that arrive twice, late or out of order, browsers
/// without storage, robots. The lost beacons of a visit are its last ones and come first in the next, as the
/// script in the page sends them; so the order in which a visitor's events are logged never contradicts the
/// gaps between them.
final class Shopper {
    /// A page event older than 48 h is refused; around that age this model sends nothing, so that the truth is
    /// clear.
    private static final long SURELY_TAKEN = 47 * HOUR;

    private static final long SURELY_REFUSED = 49 * HOUR;
    private static final int MAX_EVENTS = 50;
    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 15; SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36";
    private static final String TABLET =
            "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
    private static final String DESKTOP =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    /// Something this shopper (or the mall's server on account of this shopper) does next.
    private sealed interface Act {
        long at();

        record Visit(long at) implements Act {}

        /// Comes to buy, after a leave moment; the order is complete at `orderAt`, to the millisecond.
        record Buy(long at, long orderAt, Fate.Purchase purchase) implements Act {}

        /// Looks in again for a moment, once the network is back.
        record LookIn(long at) implements Act {}

        record ServerSays(long at, OrderEvent event) implements Act {}

        record Resend(long at, VisitorId visitor, List<Said> said) implements Act {}
    }

    private final World world;
    private final Goods goods;
    private final Habits habits;
    private final MallServer server;
    private final int number;
    private final SplittableRandom random;
    private final PriorityQueue<Act> agenda = new PriorityQueue<>(Comparator.comparingLong(Act::at));

    private final boolean robot;
    private final Device device;
    private final String userAgent;
    private final Storage storage;
    private final double interest;
    private final Fate fate;

    // What the page remembers in the browser.
    private VisitorId visitor;
    private PlanAsk.@Nullable Seen seen;
    private @Nullable Long snoozedUntil;
    private final List<String> recent = new ArrayList<>();
    private final List<String> bought = new ArrayList<>();
    private final List<List<Said>> outbox = new ArrayList<>();

    // The visit under way.
    private long clock;
    private long arrivedAt;
    private long stayedMs;
    private boolean offline;
    private int views;
    private int products;
    private boolean carted;
    private PlanAsk.Landing landing = new PlanAsk.Landing("/", null, null, true);
    private @Nullable VisitorId heldVisitor;
    private List<Said> held = List.of();

    private long lastReceipt;
    private long latestReceipt;
    private int orders;

    // The truth.
    private final Map<VisitorId, Diary> diaries = new HashMap<>();
    private final Ledger ledger = new Ledger();
    private final Map<UUID, Long> leavings = new HashMap<>();

    Shopper(
            World world,
            Goods goods,
            Habits habits,
            MallServer server,
            int number,
            List<Long> arrivals,
            SplittableRandom random) {
        this.world = world;
        this.goods = goods;
        this.habits = habits;
        this.server = server;
        this.number = number;
        this.random = random;
        for (long arrival : arrivals) agenda.add(new Act.Visit(arrival));
        interest = Math.pow(random.nextDouble(), 1.6);
        fate = Fate.draw(interest, world.buying(), random.split());
        robot = Chance.happens(0.025, random);
        int ofDevice = random.nextInt(100);
        device = ofDevice < 76 ? Device.PHONE : ofDevice < 80 ? Device.TABLET : Device.DESKTOP;
        userAgent = switch (device) {
            case PHONE -> PHONE;
            case TABLET -> TABLET;
            case DESKTOP -> DESKTOP;
        };
        int ofStorage = random.nextInt(1000);
        storage = ofStorage < 960 ? Storage.PERSISTENT : ofStorage < 985 ? Storage.SESSION : Storage.NONE;
        visitor = Chance.visitor(random);
    }

    /// @return when the next act is due, milliseconds since 1970; `Long.MAX_VALUE` where the life is over
    long nextAt() {
        Act next = agenda.peek();
        return next == null || next.at() > world.until() ? Long.MAX_VALUE : next.at();
    }

    /// Lives the next act to its end.
    void act() {
        Act act = agenda.remove();
        switch (act) {
            case Act.Visit v -> {
                if (robot) crawl(v.at());
                else visit(v.at());
            }
            case Act.Buy b -> {
                arrive(b.at());
                buy(land(Source.DIRECT, Template.PRODUCT, goods.draw(random)), b.orderAt(), b.purchase(), true);
            }
            case Act.LookIn l -> {
                arrive(l.at());
                Page page = land(Source.DIRECT, Template.HOME, null);
                if (!read(page, Chance.between(SECOND, 30 * SECOND, random), false, true)) close(page);
            }
            case Act.ServerSays s -> say(s.event(), s.at());
            case Act.Resend r -> repeat(r);
        }
    }

    Truth truth(long asOf) {
        Truth sum = Truth.NOTHING;
        for (Diary diary : diaries.values()) sum = sum.plus(Truth.of(diary, ledger, asOf));
        return sum;
    }

    /// When visits ended, by the page view they ended on.
    Map<UUID, Long> leavings() {
        return leavings;
    }

    /// @return when the server last heard of this shopper, milliseconds since 1970
    long latestReceipt() {
        return latestReceipt;
    }

    // Visits

    private void visit(long at) {
        boolean quietBefore = at - lastReceipt > 2 * HOUR && outbox.isEmpty();
        arrive(at);
        Source source = Source.draw(random);
        int kind = random.nextInt(100);
        if (kind < 55) bounce(source, quietBefore);
        else if (kind < 66) lookAndComeBack(source);
        else browse(source);
    }

    /// One page, then away: by Back, or by closing the tab.
    private void bounce(Source source, boolean mayReorder) {
        Page page = landAnywhere(source);
        long reading = Chance.logNormal(17_000, 1.0, 300, 10 * MINUTE, random);
        if (read(page, reading, mayReorder, true)) return;
        if (Chance.happens(0.72, random)) leaveByBack(page);
        else close(page);
    }

    /// A list, a product, Back to the list: where `back-landing` may offer what goes with the product.
    private void lookAndComeBack(Source source) {
        Page list = land(source, Template.LIST, null);
        if (read(list, Chance.logNormal(7_000, 0.6, 1_500, 60_000, random), false, false)) return;
        turn(list);
        Product product = goods.draw(random);
        Page looked = open(Template.PRODUCT, product, "navigate", false, false);
        ask(looked, null);
        if (read(looked, Chance.logNormal(14_000, 0.8, 500, 5 * MINUTE, random), true, false)) return;
        turn(looked);
        Page back = open(Template.LIST, null, "back-forward", false, true);
        ask(back, product.id());
        stay(back, Chance.between(300, 1_500, random));
        Reason against = reasonAgainst(back, Trigger.BACK_LANDING);
        if (against != null) {
            say(back, new PageEvent.NotShown(id(), clock, back.view, Trigger.BACK_LANDING, against), null);
            if (read(back, Chance.logNormal(6_000, 0.8, 500, 60_000, random), false, true)) return;
            if (Chance.happens(0.5, random)) leaveByBack(back);
            else close(back);
            return;
        }
        PlanAnswer.Issue issue = trigger(back, Trigger.BACK_LANDING);
        if (issue.arm() == Arm.SHOWN && meet(back, Trigger.BACK_LANDING, issue)) return;
        stay(back, Chance.between(SECOND, 30 * SECOND, random));
        close(back);
    }

    /// A few pages, sometimes with a long pause, sometimes an order.
    private void browse(Source source) {
        Page page = landAnywhere(source);
        int more = 1 + (int) Math.min(8, random.nextExponential() * 2.2);
        boolean buys = Chance.happens(0.10 * interest * world.buying(), random);
        for (int i = 0; i < more; i++) {
            if (read(page, Chance.logNormal(19_000, 0.9, 700, 10 * MINUTE, random), i > 0, false)) return;
            Product before = page.product;
            boolean pauses = Chance.happens(0.03, random);
            turn(page);
            if (pauses) pause();
            boolean list = before != null && Chance.happens(0.3, random);
            Product next = before == null ? goods.draw(random) : goods.drawBeside(before, random);
            page = list
                    ? open(Template.LIST, null, "navigate", false, false)
                    : open(Template.PRODUCT, next, "navigate", false, false);
            if (pauses) turn(page);
            ask(page, null);
        }
        if (buys) {
            boolean lost = Chance.happens(0.02, random);
            if (page.product == null) {
                turn(page);
                page = open(Template.PRODUCT, goods.draw(random), "navigate", false, false);
            }
            offline = lost;
            buy(page, clock + Chance.between(70 * SECOND, 4 * MINUTE, random), Fate.priced(0, random), false);
            return;
        }
        if (!read(page, Chance.logNormal(15_000, 0.9, 500, 5 * MINUTE, random), false, true)) close(page);
    }

    /// From the product to a complete order.
    ///
    /// @param orderAt when the order-complete page says so
    /// @param surely whether the page's word certainly arrives
    private void buy(Page page, long orderAt, Fate.Purchase purchase, boolean surely) {
        if (orderAt - clock < 45 * SECOND) throw new IllegalStateException("no time left to buy");
        Product product = page.product == null ? goods.draw(random) : page.product;
        stay(page, 5 * SECOND);
        page.activated = true;
        List<CartLine> cart = List.of(new CartLine(product.id(), 1, Goods.price(product)));
        carted = true;
        say(page, new PageEvent.CartChanged(id(), clock, page.view, cart), null);
        stay(page, orderAt - 35 * SECOND - clock);
        turn(page);
        Page basket = open(Template.CART, null, "navigate", false, false);
        stay(basket, 10 * SECOND);
        turn(basket);
        Page checkout = open(Template.CHECKOUT, null, "navigate", false, false);
        stay(checkout, orderAt - 300 - clock);
        turn(checkout);
        clock = orderAt - 200;
        Page complete = open(Template.ORDER, null, "navigate", false, false);
        clock = orderAt;
        String order = "o-" + number + "-" + ++orders;
        say(complete, placed(complete, order, purchase, cart), null);
        boolean tells = surely || !Chance.happens(0.01, random);
        if (!tells) complete.unsent.removeIf(said -> said.event() instanceof PageEvent.OrderPlaced);
        Long confirmed = purchase.confirmed();
        boolean serverFirst = confirmed != null && Chance.happens(0.2, random);
        if (confirmed != null) {
            var event = new OrderEvent.Confirmed(id(), orderAt, order, money(confirmed));
            long at = serverFirst ? orderAt + 30 : orderAt + Chance.between(SECOND, 90 * SECOND, random);
            if (serverFirst) say(event, at);
            else agenda.add(new Act.ServerSays(at, event));
            if (Chance.happens(0.05, random))
                agenda.add(new Act.ServerSays(at + Chance.between(MINUTE, 5 * DAY, random), event));
            refund(order, orderAt, purchase.refunds());
        }
        flush(complete, false);
        bought.addFirst(product.id());
        if (bought.size() > MAX_EVENTS) bought.removeLast();
        stay(complete, Chance.between(2 * SECOND, 20 * SECOND, random));
        close(complete);
    }

    private void refund(String order, long orderAt, List<Fate.Refund> refunds) {
        for (int i = 0; i < refunds.size(); i++) {
            long at = orderAt + refunds.get(i).afterMs();
            String refund = "r-" + order.substring(2) + "-" + (i + 1);
            Money amount = money(refunds.get(i).amount());
            agenda.add(new Act.ServerSays(at, new OrderEvent.Refunded(id(), at, order, refund, amount)));
            // The mall's server says it once more, in an event of its own: still the same refund.
            if (Chance.happens(0.08, random))
                agenda.add(new Act.ServerSays(
                        at + HOUR, new OrderEvent.Refunded(Chance.id(at + HOUR, random), at, order, refund, amount)));
        }
    }

    private PageEvent placed(Page page, String order, Fate.Purchase purchase, List<CartLine> cart) {
        return new PageEvent.OrderPlaced(id(), clock, page.view, order, money(purchase.paid()), cart);
    }

    private void crawl(long at) {
        arrive(at);
        Page page = land(Source.DIRECT, Template.LIST, null);
        int pages = random.nextInt(1, 9);
        for (int i = 0; i < pages; i++) {
            stay(page, Chance.between(100, 2 * SECOND, random));
            turn(page);
            page = open(Template.PRODUCT, goods.draw(random), "navigate", false, false);
        }
        close(page);
    }

    // The leave moment

    private void leaveByBack(Page page) {
        Reason against = reasonAgainst(page, Trigger.BACK_HOLD);
        if (against != null) {
            say(page, new PageEvent.NotShown(id(), clock, page.view, Trigger.BACK_HOLD, against), null);
            close(page);
            return;
        }
        PlanAnswer.Issue issue = trigger(page, Trigger.BACK_HOLD);
        if (issue.arm() == Arm.SHOWN && meet(page, Trigger.BACK_HOLD, issue)) return;
        close(page);
    }

    /// The page's own rules, from the plan and the browser's memory; null: nothing speaks against it.
    private @Nullable Reason reasonAgainst(Page page, Trigger trigger) {
        PlanAnswer answer = page.answer;
        if (answer == null) return Reason.NO_PLAN;
        PlanAnswer.Issue issue = answer.issue();
        if (issue == null) return answer.reason() == null ? Reason.NO_PLAN : answer.reason();
        Reason unarmed = answer.against().get(trigger);
        if (unarmed != null) return unarmed;
        PlanAsk.Seen before = seen;
        if (before != null && isTooSoon(answer.frequencies().getOrDefault(trigger, Frequency.VISITOR), before.at()))
            return before.arm() == Arm.SHOWN ? Reason.ALREADY_SEEN : Reason.ALREADY_HELD_OUT;
        if (snoozedUntil != null && snoozedUntil > clock) return Reason.SNOOZED;
        if (clock - page.askedAt >= issue.ttlMs()) return Reason.PLAN_EXPIRED;
        if (stayedMs >= answer.rules().maxStayMs()) return Reason.STAYED_TOO_LONG;
        if (stayedMs < answer.rules().minStayMs()) return Reason.TOO_EARLY;
        if (!page.activated && trigger == Trigger.BACK_HOLD) return Reason.NO_ACTIVATION;
        return null;
    }

    private boolean isTooSoon(Frequency frequency, long before) {
        return switch (frequency) {
            case VISITOR -> true;
            case VISIT -> before >= arrivedAt;
            case DAY -> clock - before < 24 * HOUR;
            case ALWAYS -> false;
        };
    }

    /// The one chance is used, in whichever arm; what comes of it was settled long ago.
    private PlanAnswer.Issue trigger(Page page, Trigger trigger) {
        PlanAnswer answer = page.answer;
        PlanAnswer.Issue issue = answer == null ? null : answer.issue();
        if (issue == null) throw new IllegalStateException("a trigger needs a plan");
        seen = new PlanAsk.Seen(clock, issue.arm());
        long at = clock;
        agenda.removeIf(act -> act instanceof Act.Visit && act.at() <= at + 50 * HOUR);
        for (Fate.Purchase purchase : fate.purchases(issue.arm())) {
            long orderAt = at + purchase.afterMs();
            agenda.add(new Act.Buy(orderAt - 150 * SECOND, orderAt, purchase));
        }
        if (fate.offline()) {
            offline = true;
            Long back = fate.backAfterMs();
            if (back != null) agenda.add(new Act.LookIn(at + back));
        }
        say(page, new PageEvent.Triggered(id(), at, page.view, trigger, issue.token(), stayedMs), issue);
        flush(page, false);
        return issue;
    }

    /// The shopper meets a reload page.
    ///
    /// @return whether that ended this page
    private boolean meet(Page page, Trigger trigger, PlanAnswer.Issue issue) {
        long triggeredAt = clock;
        if (!fate.drawn()) {
            say(page, new PageEvent.NotShown(id(), clock, page.view, trigger, Reason.RENDER_FAILED), null);
            return false;
        }
        if (!fate.impressed()) return false;
        stay(page, Chance.between(100, 400, random));
        say(page, new PageEvent.Impressed(id(), clock, page.view, issue.token()), issue);
        // Once more by a second observer: still one impression.
        if (Chance.happens(0.02, random))
            say(page, new PageEvent.Impressed(id(), clock, page.view, issue.token()), issue);
        if (!fate.clicks().isEmpty()) {
            Product chosen = goods.draw(random);
            for (long after : fate.clicks()) {
                stay(page, triggeredAt + after - clock);
                chosen = choose(page, issue);
            }
            turn(page);
            Page product = open(Template.PRODUCT, chosen, "navigate", false, false);
            ask(product, null);
            // Without looking away: the first purchase may follow within four minutes of the trigger.
            stay(product, Chance.between(3 * SECOND, 35 * SECOND, random));
            close(product);
            return true;
        }
        Dismissed.How how = fate.dismissal();
        if (how == null) return false;
        stay(page, Chance.between(SECOND, 12 * SECOND, random));
        say(page, new PageEvent.Dismissed(id(), clock, page.view, issue.token(), how), issue);
        if (how == Dismissed.How.SNOOZE && page.answer != null)
            snoozedUntil = clock + page.answer.rules().snoozeDays() * DAY;
        if (how == Dismissed.How.STAY) stay(page, Chance.between(SECOND, 30 * SECOND, random));
        return false;
    }

    private Product choose(Page page, PlanAnswer.Issue issue) {
        List<String> offered = issue.products();
        if (offered.isEmpty()) {
            say(page, new PageEvent.Clicked(id(), clock, page.view, issue.token(), BlockKind.BANNER, null), issue);
            return goods.draw(random);
        }
        String id = offered.get(random.nextInt(offered.size()));
        boolean again = page.product != null && page.product.id().equals(id);
        BlockKind block = again ? BlockKind.PRODUCT_AGAIN : BlockKind.GOES_WITH;
        say(page, new PageEvent.Clicked(id(), clock, page.view, issue.token(), block, id), issue);
        return goods.find(id);
    }

    // Pages

    private void arrive(long at) {
        clock = Math.max(at, lastReceipt + SECOND);
        arrivedAt = clock;
        stayedMs = 0;
        offline = false;
        views = 0;
        products = 0;
        carted = false;
        if (storage != Storage.PERSISTENT) visitor = Chance.visitor(random);
        if (storage != Storage.PERSISTENT) recent.clear();
        List<List<Said>> kept = List.copyOf(outbox);
        outbox.clear();
        for (List<Said> said : kept) {
            long receipt = Math.max(clock + 20, lastReceipt + 1);
            long oldest = said.getFirst().event().at();
            long newest = said.getLast().event().at();
            if (receipt - oldest < SURELY_TAKEN) send(visitor, said, receipt);
            else if (receipt - newest > SURELY_REFUSED) sendUncounted(visitor, said, receipt);
        }
        clock = Math.max(clock, lastReceipt);
    }

    private Page landAnywhere(Source source) {
        int u = random.nextInt(100);
        if (u < 72) return land(source, Template.PRODUCT, goods.draw(random));
        return land(source, u < 90 ? Template.LIST : Template.HOME, null);
    }

    private Page land(Source source, Template template, @Nullable Product product) {
        landing =
                new PlanAsk.Landing(address(template, product) + source.query(), source.referrer(), source.utm(), true);
        Page page = open(template, product, "navigate", true, true);
        if (!robot || random.nextInt(4) == 0) ask(page, null);
        return page;
    }

    private Page open(Template template, @Nullable Product product, String navigation, boolean lands, boolean entry) {
        if (storage == Storage.NONE) visitor = Chance.visitor(random);
        UUID view = id();
        String url = lands ? landing.url() : address(template, product);
        Page page = new Page(view, visitor, url, template, product, entry, clock, new Sensing(random));
        say(
                page,
                new PageEvent.PageViewed(
                        view,
                        clock,
                        url,
                        lands ? landing.referrer() : null,
                        product == null ? null : product.name(),
                        template,
                        lands,
                        entry,
                        lands ? landing.utm() : null,
                        navigation),
                null);
        if (product != null) {
            say(page, new PageEvent.ProductViewed(id(), clock, view, product), null);
            recent.remove(product.id());
            recent.addFirst(product.id());
            if (recent.size() > 20) recent.removeLast();
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
    private void ask(Page page, @Nullable String left) {
        if (offline || clock > world.until() || Chance.happens(0.02, random)) return;
        page.askedAt = clock;
        page.answer = server.plan(new PlanAsk(
                page.visitor,
                storage,
                clock,
                page.view,
                page.url,
                page.template,
                page.product == null ? null : page.product.id(),
                device,
                userAgent,
                robot,
                Chance.happens(0.003, random),
                new PlanAsk.Landing(landing.url(), landing.referrer(), landing.utm(), page.entry),
                left,
                seen,
                snoozedUntil,
                List.copyOf(recent),
                List.copyOf(bought)));
        if (page.answer == null || page.answer.issue() == null) return;
        views++;
        if (page.product != null) products++;
    }

    /// Reads for so long; taps sooner or later, reports once early on, gives signs of leaving that mean it or
    /// do not, and sometimes looks away to another tab.
    ///
    /// @param leaving whether the shopper means to leave at the end
    /// @return whether a sign brought a reload page and so the visit to its end
    private boolean read(Page page, long ms, boolean mayReorder, boolean leaving) {
        long early = Chance.between(SECOND, 5 * SECOND, random);
        if (ms > early) {
            stay(page, early);
            if (Chance.happens(0.6, random)) flush(page, mayReorder);
            if (readOn(page, ms - early, leaving)) return true;
        } else {
            stay(page, ms);
        }
        if (Chance.happens(1 - Math.exp(-ms / 4_000.0), random)) page.activated = true;
        if (Chance.happens(0.10, random)) {
            dwell(page);
            flush(page, false);
            clock += Chance.logNormal(45_000, 1.2, SECOND, 14 * MINUTE, random);
            stay(page, Chance.between(300, 8 * SECOND, random));
        }
        return false;
    }

    private boolean readOn(Page page, long ms, boolean leaving) {
        long read = 0;
        for (Habits.Sign sign : habits.signs(ms, leaving, isTouch(), random)) {
            stay(page, sign.afterMs() - read);
            read = sign.afterMs();
            if (sign.signal() == LeaveSignal.HIDDEN) clock += Chance.between(3 * SECOND, 19 * SECOND, random);
            if (sense(page, sign, leaving)) return true;
        }
        stay(page, ms - read);
        return false;
    }

    /// The page's own judgement of a sign.
    private boolean sense(Page page, Habits.Sign sign, boolean leaving) {
        PlanAnswer answer = page.answer;
        PlanAnswer.Leave model = answer == null ? null : answer.leave();
        if (answer == null || model == null) return false;
        List<Double> features =
                page.sensing.sense(sign, page, new Sensing.Visit(views, products, carted, isTouch()), random);
        if (features == null) return false;
        double score = model.score(features);
        say(page, new PageEvent.Sensed(id(), clock, page.view, sign.signal(), features, Sensing.unit(score)), null);
        // Where Back may be held, that is the moment.
        boolean holds = !answer.against().containsKey(Trigger.BACK_HOLD);
        if (score < model.threshold() || holds || reasonAgainst(page, Trigger.LEAVE_SIGNAL) != null) return false;
        PlanAnswer.Issue issue = trigger(page, Trigger.LEAVE_SIGNAL);
        if (issue.arm() == Arm.SHOWN && meet(page, Trigger.LEAVE_SIGNAL, issue)) return true;
        if (leaving) {
            close(page);
            return true;
        }
        turn(page);
        Page next = open(Template.PRODUCT, goods.draw(random), "navigate", false, false);
        stay(next, Chance.between(2 * SECOND, 20 * SECOND, random));
        close(next);
        return true;
    }

    private boolean isTouch() {
        return device != Device.DESKTOP;
    }

    private void stay(Page page, long ms) {
        if (ms < 0) throw new IllegalStateException("time does not run backwards");
        clock += ms;
        stayedMs += ms;
        page.visibleMs += ms;
        page.activeMs += Math.round(ms * (0.4 + 0.6 * random.nextDouble()));
    }

    /// The tab lies aside for about as long as a session's gap; to the millisecond on either side of it, now
    /// and then.
    private void pause() {
        int u = random.nextInt(4);
        clock += u == 0 ? 30 * MINUTE : u == 1 ? 30 * MINUTE - 1 : Chance.between(20 * MINUTE, 50 * MINUTE, random);
    }

    /// On to the next page: this one reports what it still has to.
    private void turn(Page page) {
        dwell(page);
        flush(page, false);
    }

    /// The end of the visit. The last thing a page says is what gets lost most often.
    private void close(Page page) {
        leavings.put(page.view, clock);
        dwell(page);
        if (storage == Storage.PERSISTENT && Chance.happens(0.025, random)) offline = true;
        flush(page, false);
        offline = false;
    }

    private void dwell(Page page) {
        long wall = Math.max(clock - page.openedAt, page.visibleMs);
        say(
                page,
                new PageEvent.Dwelled(
                        id(), clock, page.view, page.visibleMs, Math.min(page.activeMs, page.visibleMs), wall),
                null);
    }

    // On the wire

    private void say(Page page, PageEvent event, PlanAnswer.@Nullable Issue issue) {
        page.unsent.add(new Said(event, issue));
    }

    private void flush(Page page, boolean mayReorder) {
        if (page.unsent.isEmpty()) return;
        List<Said> said = List.copyOf(page.unsent);
        page.unsent.clear();
        if (offline) {
            release();
            if (storage == Storage.PERSISTENT) outbox.add(said);
            return;
        }
        if (mayReorder && heldVisitor == null && Chance.happens(0.06, random)) {
            heldVisitor = page.visitor;
            held = said;
            return;
        }
        send(page.visitor, said, clock + Chance.between(20, 250, random));
        release();
    }

    /// A beacon that was overtaken arrives.
    private void release() {
        VisitorId of = heldVisitor;
        if (of == null) return;
        heldVisitor = null;
        send(of, held, clock + 260);
    }

    private void send(VisitorId of, List<Said> said, long receipt) {
        if (!sendUncounted(of, said, receipt)) return;
        if (!robot) {
            Diary diary = diaries.computeIfAbsent(of, _ -> new Diary());
            for (Said each : said) diary.write(each.event(), each.issue(), fate);
        }
        int u = random.nextInt(100);
        if (u < 1) sendUncounted(of, said, lastReceipt + 5);
        else if (u < 3) agenda.add(new Act.Resend(lastReceipt + Chance.between(SECOND, 46 * HOUR, random), of, said));
    }

    /// A beacon whose answer got lost is sent again, later.
    private void repeat(Act.Resend resend) {
        long receipt = Math.max(resend.at(), lastReceipt + 1);
        if (receipt - resend.said().getFirst().event().at() < SURELY_TAKEN)
            sendUncounted(resend.visitor(), resend.said(), receipt);
    }

    /// @return whether it was sent: after the end of the simulated time nothing is
    private boolean sendUncounted(VisitorId of, List<Said> said, long receipt) {
        long at = Math.max(receipt, lastReceipt + 1);
        if (at > world.until()) return false;
        List<@Nullable PageEvent> events = new ArrayList<>(said.size());
        for (Said each : said) events.add(each.event());
        server.collect(
                new Beacon(new SiteKey(world.mall()), of, storage, Consent.UNKNOWN, at, device, robot, events),
                userAgent);
        lastReceipt = at;
        latestReceipt = Math.max(latestReceipt, at);
        return true;
    }

    private void say(OrderEvent event, long at) {
        if (at > world.until()) return;
        server.orders(List.of(event), at);
        ledger.write(event);
        latestReceipt = Math.max(latestReceipt, at);
    }

    private UUID id() {
        return Chance.id(clock, random);
    }

    private Money money(long minor) {
        return new Money(minor, world.currency());
    }
}
