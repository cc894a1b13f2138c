package reload.lab.shopper;

import static reload.lab.shopper.World.DAY;
import static reload.lab.shopper.World.HOUR;
import static reload.lab.shopper.World.MINUTE;
import static reload.lab.shopper.World.SECOND;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import reload.event.Arm;
import reload.event.BlockKind;
import reload.event.CartLine;
import reload.event.LeaveSignal;
import reload.event.Money;
import reload.event.OrderEvent;
import reload.event.PageEvent;
import reload.event.PageEvent.Dismissed;
import reload.event.Product;
import reload.event.Reason;
import reload.event.Template;
import reload.event.Trigger;

/// One simulated shopper: a life of visits in virtual time, lived act by act in a [Tab] of the [Browser], whose words
/// go to a [MallServer] by the [Wire]. One thread at a time; the same seed and the same answers give the same life.
final class Shopper {
    private final World world;
    private final Goods goods;
    private final Habits habits;
    private final int number;
    private final SplittableRandom random;
    private final PriorityQueue<Act> agenda = new PriorityQueue<>(Comparator.comparingLong(Act::at));
    private final double interest;
    private final Fate fate;
    private final Browser browser;
    private final Wire wire;
    private final Tab tab;
    private int orders;

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
        this.number = number;
        this.random = random;
        for (long arrival : arrivals) agenda.add(new Act.Visit(arrival));
        interest = Math.pow(random.nextDouble(), 1.6);
        fate = Fate.draw(interest, world.buying(), random.split());
        browser = new Browser(random);
        wire = new Wire(world, server, browser, fate, agenda, random);
        tab = new Tab(world, server, browser, wire, random);
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
                if (browser.robot) crawl(v.at());
                else visit(v.at());
            }
            case Act.Buy b -> {
                tab.arrive(b.at());
                buy(tab.land(Source.DIRECT, Template.PRODUCT, goods.draw(random)), b.orderAt(), b.purchase(), true);
            }
            case Act.LookIn l -> {
                tab.arrive(l.at());
                Page page = tab.land(Source.DIRECT, Template.HOME, null);
                if (!read(page, Chance.between(SECOND, 30 * SECOND, random), false, true)) tab.close(page);
            }
            case Act.ServerSays s -> wire.say(s.event(), s.at());
            case Act.Resend r -> wire.repeat(r);
        }
    }

    Truth truth(long asOf) {
        return wire.truth(asOf);
    }

    /// When visits ended, by the page view they ended on.
    Map<UUID, Long> leavings() {
        return tab.leavings();
    }

    /// @return when the server last heard of this shopper, milliseconds since 1970
    long latestReceipt() {
        return wire.latestReceipt();
    }

    // Visits

    private void visit(long at) {
        boolean quietBefore = wire.isQuietBefore(at);
        tab.arrive(at);
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
        else tab.close(page);
    }

    private Page landAnywhere(Source source) {
        int u = random.nextInt(100);
        if (u < 72) return tab.land(source, Template.PRODUCT, goods.draw(random));
        return tab.land(source, u < 90 ? Template.LIST : Template.HOME, null);
    }

    /// A list, a product, Back to the list: where `back-landing` may offer what goes with the product.
    private void lookAndComeBack(Source source) {
        Page list = tab.land(source, Template.LIST, null);
        if (read(list, Chance.logNormal(7_000, 0.6, 1_500, 60_000, random), false, false)) return;
        tab.turn(list);
        Product product = goods.draw(random);
        Page looked = tab.open(Template.PRODUCT, product);
        tab.ask(looked, null);
        if (read(looked, Chance.logNormal(14_000, 0.8, 500, 5 * MINUTE, random), true, false)) return;
        tab.turn(looked);
        Page back = tab.backTo(Template.LIST);
        tab.ask(back, product.id());
        tab.stay(back, Chance.between(300, 1_500, random));
        Reason against = PageRules.against(back, Trigger.BACK_LANDING, browser, tab);
        if (against != null) {
            back.say(new PageEvent.NotShown(tab.id(), tab.clock(), back.view, Trigger.BACK_LANDING, against));
            if (read(back, Chance.logNormal(6_000, 0.8, 500, 60_000, random), false, true)) return;
            if (Chance.happens(0.5, random)) leaveByBack(back);
            else tab.close(back);
            return;
        }
        PlanAnswer.Issue issue = trigger(back, Trigger.BACK_LANDING);
        if (issue.arm() == Arm.SHOWN && meet(back, Trigger.BACK_LANDING, issue)) return;
        tab.stay(back, Chance.between(SECOND, 30 * SECOND, random));
        tab.close(back);
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
            tab.turn(page);
            if (pauses) tab.pause();
            boolean list = before != null && Chance.happens(0.3, random);
            Product next = before == null ? goods.draw(random) : goods.drawBeside(before, random);
            page = list ? tab.open(Template.LIST, null) : tab.open(Template.PRODUCT, next);
            if (pauses) tab.turn(page);
            tab.ask(page, null);
        }
        if (buys) {
            boolean lost = Chance.happens(0.02, random);
            if (page.product == null) {
                tab.turn(page);
                page = tab.open(Template.PRODUCT, goods.draw(random));
            }
            if (lost) wire.cut();
            buy(page, tab.clock() + Chance.between(70 * SECOND, 4 * MINUTE, random), Fate.priced(0, random), false);
            return;
        }
        if (!read(page, Chance.logNormal(15_000, 0.9, 500, 5 * MINUTE, random), false, true)) tab.close(page);
    }

    /// From the product to a complete order.
    ///
    /// @param orderAt when the order-complete page says so
    /// @param surely whether the page's word certainly arrives
    private void buy(Page page, long orderAt, Fate.Purchase purchase, boolean surely) {
        if (orderAt - tab.clock() < 45 * SECOND) throw new IllegalStateException("no time left to buy");
        Product product = page.product == null ? goods.draw(random) : page.product;
        tab.stay(page, 5 * SECOND);
        page.activated = true;
        List<CartLine> cart = List.of(new CartLine(product.id(), 1, Goods.price(product)));
        tab.fillCart();
        page.say(new PageEvent.CartChanged(tab.id(), tab.clock(), page.view, cart));
        tab.stay(page, orderAt - 35 * SECOND - tab.clock());
        tab.turn(page);
        Page basket = tab.open(Template.CART, null);
        tab.stay(basket, 10 * SECOND);
        tab.turn(basket);
        Page checkout = tab.open(Template.CHECKOUT, null);
        tab.stay(checkout, orderAt - 300 - tab.clock());
        tab.turn(checkout);
        tab.lookAway(orderAt - 200 - tab.clock());
        Page complete = tab.open(Template.ORDER, null);
        tab.lookAway(orderAt - tab.clock());
        String order = "o-" + Long.toString(world.seed(), 36) + "-" + number + "-" + ++orders;
        complete.say(placed(complete, order, purchase, cart));
        boolean tells = surely || !Chance.happens(0.01, random);
        if (!tells) complete.unsent.removeIf(said -> said.event() instanceof PageEvent.OrderPlaced);
        Long confirmed = purchase.confirmed();
        boolean serverFirst = confirmed != null && Chance.happens(0.2, random);
        if (confirmed != null) {
            var event = new OrderEvent.Confirmed(tab.id(), orderAt, order, money(confirmed));
            long at = serverFirst ? orderAt + 30 : orderAt + Chance.between(SECOND, 90 * SECOND, random);
            if (serverFirst) wire.say(event, at);
            else agenda.add(new Act.ServerSays(at, event));
            if (Chance.happens(0.05, random))
                agenda.add(new Act.ServerSays(at + Chance.between(MINUTE, 5 * DAY, random), event));
            refund(order, orderAt, purchase.refunds());
        }
        tab.flush(complete, false);
        browser.buys(product.id());
        tab.stay(complete, Chance.between(2 * SECOND, 20 * SECOND, random));
        tab.close(complete);
    }

    private void refund(String order, long orderAt, List<Fate.Refund> refunds) {
        for (int i = 0; i < refunds.size(); i++) {
            long at = orderAt + refunds.get(i).afterMs();
            String refund = "r-" + order.substring(2) + "-" + (i + 1);
            Money amount = money(refunds.get(i).amount());
            agenda.add(new Act.ServerSays(at, new OrderEvent.Refunded(tab.id(), at, order, refund, amount)));
            // The mall's server says it once more, in an event of its own: still the same refund.
            if (Chance.happens(0.08, random))
                agenda.add(new Act.ServerSays(
                        at + HOUR, new OrderEvent.Refunded(Chance.id(at + HOUR, random), at, order, refund, amount)));
        }
    }

    private PageEvent placed(Page page, String order, Fate.Purchase purchase, List<CartLine> cart) {
        return new PageEvent.OrderPlaced(tab.id(), tab.clock(), page.view, order, money(purchase.paid()), cart);
    }

    private void crawl(long at) {
        tab.arrive(at);
        Page page = tab.land(Source.DIRECT, Template.LIST, null);
        int pages = random.nextInt(1, 9);
        for (int i = 0; i < pages; i++) {
            tab.stay(page, Chance.between(100, 2 * SECOND, random));
            tab.turn(page);
            page = tab.open(Template.PRODUCT, goods.draw(random));
        }
        tab.close(page);
    }

    // The leave moment

    private void leaveByBack(Page page) {
        Reason against = PageRules.against(page, Trigger.BACK_HOLD, browser, tab);
        if (against != null) {
            page.say(new PageEvent.NotShown(tab.id(), tab.clock(), page.view, Trigger.BACK_HOLD, against));
            tab.close(page);
            return;
        }
        PlanAnswer.Issue issue = trigger(page, Trigger.BACK_HOLD);
        if (issue.arm() == Arm.SHOWN && meet(page, Trigger.BACK_HOLD, issue)) return;
        tab.close(page);
    }

    /// The one chance is used, in whichever arm; what comes of it was settled long ago.
    private PlanAnswer.Issue trigger(Page page, Trigger trigger) {
        PlanAnswer answer = page.answer;
        PlanAnswer.Issue issue = answer == null ? null : answer.issue();
        if (issue == null) throw new IllegalStateException("a trigger needs a plan");
        browser.seen = new PlanAsk.Seen(tab.clock(), issue.arm());
        long at = tab.clock();
        agenda.removeIf(act -> act instanceof Act.Visit && act.at() <= at + 50 * HOUR);
        for (Fate.Purchase purchase : fate.purchases(issue.arm())) {
            long orderAt = at + purchase.afterMs();
            agenda.add(new Act.Buy(orderAt - 150 * SECOND, orderAt, purchase));
        }
        if (fate.offline()) {
            wire.cut();
            Long back = fate.backAfterMs();
            if (back != null) agenda.add(new Act.LookIn(at + back));
        }
        page.say(new PageEvent.Triggered(tab.id(), at, page.view, trigger, issue.token(), tab.stayedMs()), issue);
        tab.flush(page, false);
        return issue;
    }

    /// The shopper meets a reload page.
    ///
    /// @return whether that ended this page
    private boolean meet(Page page, Trigger trigger, PlanAnswer.Issue issue) {
        long triggeredAt = tab.clock();
        if (!fate.drawn()) {
            page.say(new PageEvent.NotShown(tab.id(), tab.clock(), page.view, trigger, Reason.RENDER_FAILED));
            return false;
        }
        if (!fate.impressed()) return false;
        tab.stay(page, Chance.between(100, 400, random));
        page.say(new PageEvent.Impressed(tab.id(), tab.clock(), page.view, issue.token()), issue);
        // Once more by a second observer: still one impression.
        if (Chance.happens(0.02, random))
            page.say(new PageEvent.Impressed(tab.id(), tab.clock(), page.view, issue.token()), issue);
        List<Long> clicks = fate.clicks(issue.leads());
        if (!clicks.isEmpty()) {
            Product chosen = goods.draw(random);
            for (long after : clicks) {
                tab.stay(page, triggeredAt + after - tab.clock());
                chosen = choose(page, issue);
            }
            tab.turn(page);
            Page product = tab.open(Template.PRODUCT, chosen);
            tab.ask(product, null);
            // Without looking away: the first purchase may follow within four minutes of the trigger.
            tab.stay(product, Chance.between(3 * SECOND, 35 * SECOND, random));
            tab.close(product);
            return true;
        }
        Dismissed.How how = fate.dismissal();
        if (how == null) return false;
        tab.stay(page, Chance.between(SECOND, 12 * SECOND, random));
        page.say(new PageEvent.Dismissed(tab.id(), tab.clock(), page.view, issue.token(), how), issue);
        if (how == Dismissed.How.SNOOZE && page.answer != null)
            browser.snoozedUntil = tab.clock() + page.answer.rules().snoozeDays() * DAY;
        if (how == Dismissed.How.STAY) tab.stay(page, Chance.between(SECOND, 30 * SECOND, random));
        return false;
    }

    private Product choose(Page page, PlanAnswer.Issue issue) {
        List<String> offered = issue.products();
        if (offered.isEmpty()) {
            page.say(
                    new PageEvent.Clicked(tab.id(), tab.clock(), page.view, issue.token(), BlockKind.BANNER, null),
                    issue);
            return goods.draw(random);
        }
        String id = offered.get(random.nextInt(offered.size()));
        boolean again = page.product != null && page.product.id().equals(id);
        BlockKind block = again ? BlockKind.PRODUCT_AGAIN : BlockKind.GOES_WITH;
        page.say(new PageEvent.Clicked(tab.id(), tab.clock(), page.view, issue.token(), block, id), issue);
        return goods.find(id);
    }

    /// Reads for so long; taps sooner or later, reports once early on, gives signs of leaving that mean it or
    /// do not, and sometimes looks away to another tab.
    ///
    /// @param leaving whether the shopper means to leave at the end
    /// @return whether a sign brought a reload page and so the visit to its end
    private boolean read(Page page, long ms, boolean mayReorder, boolean leaving) {
        long early = Chance.between(SECOND, 5 * SECOND, random);
        if (ms > early) {
            tab.stay(page, early);
            if (Chance.happens(0.6, random)) tab.flush(page, mayReorder);
            if (readOn(page, ms - early, leaving)) return true;
        } else {
            tab.stay(page, ms);
        }
        if (Chance.happens(1 - Math.exp(-ms / 4_000.0), random)) page.activated = true;
        if (Chance.happens(0.10, random)) {
            tab.dwell(page);
            tab.flush(page, false);
            tab.lookAway(Chance.logNormal(45_000, 1.2, SECOND, 14 * MINUTE, random));
            tab.stay(page, Chance.between(300, 8 * SECOND, random));
        }
        return false;
    }

    private boolean readOn(Page page, long ms, boolean leaving) {
        long read = 0;
        for (Habits.Sign sign : habits.signs(ms, leaving, browser.isTouch(), random)) {
            tab.stay(page, sign.afterMs() - read);
            read = sign.afterMs();
            if (sign.signal() == LeaveSignal.HIDDEN) tab.lookAway(Chance.between(3 * SECOND, 19 * SECOND, random));
            if (sense(page, sign, leaving)) return true;
        }
        tab.stay(page, ms - read);
        return false;
    }

    /// The page's own judgement of a sign.
    private boolean sense(Page page, Habits.Sign sign, boolean leaving) {
        PlanAnswer answer = page.answer;
        PlanAnswer.Leave model = answer == null ? null : answer.leave();
        if (answer == null || model == null) return false;
        List<Double> features = page.sensing.sense(sign, page, tab.visit(), random);
        if (features == null) return false;
        double score = model.score(features);
        page.say(new PageEvent.Sensed(tab.id(), tab.clock(), page.view, sign.signal(), features, Sensing.unit(score)));
        // Where Back may be held, that is the moment.
        boolean holds = !answer.against().containsKey(Trigger.BACK_HOLD);
        if (score < model.threshold() || holds || PageRules.against(page, Trigger.LEAVE_SIGNAL, browser, tab) != null)
            return false;
        PlanAnswer.Issue issue = trigger(page, Trigger.LEAVE_SIGNAL);
        if (issue.arm() == Arm.SHOWN && meet(page, Trigger.LEAVE_SIGNAL, issue)) return true;
        if (leaving) {
            tab.close(page);
            return true;
        }
        tab.turn(page);
        Page next = tab.open(Template.PRODUCT, goods.draw(random));
        tab.stay(next, Chance.between(2 * SECOND, 20 * SECOND, random));
        tab.close(next);
        return true;
    }

    private Money money(long minor) {
        return new Money(minor, world.currency());
    }
}
