package reload.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reload.event.Arm;
import reload.event.BlockKind;
import reload.event.CartLine;
import reload.event.Device;
import reload.event.Frequency;
import reload.event.LeaveSignal;
import reload.event.MallId;
import reload.event.Money;
import reload.event.OrderEvent;
import reload.event.PageEvent;
import reload.event.PageEvent.CartChanged;
import reload.event.PageEvent.Clicked;
import reload.event.PageEvent.Dismissed;
import reload.event.PageEvent.Dwelled;
import reload.event.PageEvent.Impressed;
import reload.event.PageEvent.NotShown;
import reload.event.PageEvent.OrderPlaced;
import reload.event.PageEvent.PageViewed;
import reload.event.PageEvent.ProductViewed;
import reload.event.PageEvent.Sensed;
import reload.event.PageEvent.Triggered;
import reload.event.PlanPass;
import reload.event.PlanToken;
import reload.event.Product;
import reload.event.Reason;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.Variant;
import reload.event.VisitorId;
import reload.session.Row.ExposureRow;
import reload.session.Row.NotShownRow;
import reload.session.Row.SessionRow;
import reload.session.VisitorFact.Paged;

/// One visitor of a test mall in Seoul: says what happened, and when, and holds what the fold made of it.
final class Shopper {
    static final long START = Instant.parse("2026-11-22T00:00:00Z").toEpochMilli();
    static final MallFrame MALL = new MallFrame(
            ZoneId.of("Asia/Seoul"),
            trigger -> switch (trigger) {
                case BACK_HOLD, BACK_LANDING -> Frequency.VISITOR;
                case LEAVE_SIGNAL -> Frequency.VISIT;
                case RETURN -> Frequency.DAY;
                case LINK, INLINE -> Frequency.ALWAYS;
            },
            viewed -> new Landing(viewed.referrer() == null ? "direct" : viewed.referrer(), "s", "m", null));
    private static final VisitorId VISITOR = new VisitorId("AAECAwQFBgcICQoLDA0ODw");

    VisitorState state = VisitorState.NEW;
    final Map<UUID, SessionRow> sessions = new LinkedHashMap<>();
    final Map<UUID, ExposureRow> exposures = new LinkedHashMap<>();
    /// How often each exposure was.
    final Map<UUID, Integer> written = new HashMap<>();
    final Map<UUID, NotShownRow> notShown = new LinkedHashMap<>();
    final List<Step.Refusal> refused = new ArrayList<>();
    private final Map<String, OrderState> orders = new HashMap<>();
    long wakeAt;

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static long at(Duration since) {
        return START + since.toMillis();
    }

    static Duration minutes(long n) {
        return Duration.ofMinutes(n);
    }

    Shopper views(String view, Duration when) {
        return does(new PageViewed(
                id(view),
                at(when),
                "/" + view,
                "https://feed.example/",
                null,
                Template.PRODUCT,
                true,
                true,
                null,
                null));
    }

    Shopper looksAt(String product, String view, Duration when) {
        Product looked = new Product(product, null, null, null, null, null, null, null, null, List.of(), null);
        return does(new ProductViewed(id("p" + product + when), at(when), id(view), looked));
    }

    Shopper carts(int lines, String view, Duration when) {
        CartLine line = new CartLine("p-1", 1, 900L);
        return does(new CartChanged(id("c" + view + when), at(when), id(view), Collections.nCopies(lines, line)));
    }

    Shopper dwells(String view, long visibleMs, Duration when) {
        return does(
                new Dwelled(id(view + visibleMs + when), at(when), id(view), visibleMs, visibleMs / 2, visibleMs * 2));
    }

    Shopper triggers(String plan, Arm arm, String view, Duration when) {
        return triggers(Trigger.BACK_HOLD, plan, arm, view, when);
    }

    Shopper triggers(Trigger trigger, String plan, Arm arm, String view, Duration when) {
        UUID event = id("t" + trigger + plan + when);
        return does(new Triggered(event, at(when), id(view), trigger, token(plan, arm), 9_000));
    }

    /// Outside the hold-out, with nothing drawn.
    Shopper isSpared(String plan, String view, Duration when) {
        PlanToken token = token(plan, Arm.SHOWN, Variant.NOTHING);
        return does(new Triggered(id("t" + plan + when), at(when), id(view), Trigger.BACK_HOLD, token, 9_000));
    }

    Shopper senses(String view, Duration when) {
        return does(new Sensed(
                id("s" + view + when),
                at(when),
                id(view),
                LeaveSignal.IDLE,
                Collections.nCopies(Sensed.FEATURES, 0.5),
                0.5));
    }

    Shopper sees(String plan, String view, Duration when) {
        return does(new Impressed(id("i" + plan + when), at(when), id(view), token(plan, Arm.SHOWN)));
    }

    Shopper clicks(String plan, String view, Duration when) {
        return does(new Clicked(
                id("c" + plan + when), at(when), id(view), token(plan, Arm.SHOWN), BlockKind.GOES_WITH, "p-1"));
    }

    Shopper dismisses(String plan, Dismissed.How how, String view, Duration when) {
        return does(new Dismissed(id("d" + plan + when), at(when), id(view), token(plan, Arm.SHOWN), how));
    }

    Shopper isNotShown(Reason reason, String view, Duration when) {
        return does(new NotShown(id("n" + view + when), at(when), id(view), Trigger.BACK_HOLD, reason));
    }

    Shopper orders(String order, long amount, String view, Duration when) {
        does(new OrderPlaced(id("o" + order + when), at(when), id(view), order, new Money(amount, "KRW"), List.of()));
        return relayed(order, OrderFold.placed(orderState(order), order, VISITOR, at(when)));
    }

    Shopper confirmed(String order, long amount, Duration when) {
        var event = new OrderEvent.Confirmed(id("ok" + order + when), at(when), order, new Money(amount, "KRW"));
        return relayed(order, OrderFold.told(orderState(order), event, at(when)));
    }

    Shopper refunded(String order, String refund, long amount, Duration when) {
        var money = new Money(amount, "KRW");
        var event = new OrderEvent.Refunded(id("r" + refund + when), at(when), order, refund, money);
        return relayed(order, OrderFold.told(orderState(order), event, at(when)));
    }

    Shopper does(PageEvent event) {
        return does(event, event.at());
    }

    Shopper does(PageEvent event, long receivedAt) {
        return took(VisitorFold.step(
                state, new Paged(event, event.at(), receivedAt, Device.PHONE, Storage.PERSISTENT), MALL));
    }

    Shopper wakes(Duration when) {
        return took(VisitorFold.wake(state, at(when), MALL));
    }

    SessionRow onlySession() {
        if (sessions.size() != 1) throw new AssertionError("sessions: " + sessions);
        return sessions.values().iterator().next();
    }

    ExposureRow exposure(String plan) {
        return exposures.get(id(plan));
    }

    private OrderState orderState(String order) {
        return orders.getOrDefault(order, OrderState.NEW);
    }

    private Shopper relayed(String order, OrderFold.Relay relay) {
        orders.put(order, relay.state());
        if (relay.relayed() != null) took(VisitorFold.step(state, relay.relayed(), MALL));
        return this;
    }

    private Shopper took(Step step) {
        state = step.state();
        wakeAt = step.wakeAt();
        if (step.refused() != null) refused.add(step.refused());
        for (Row row : step.rows()) {
            switch (row) {
                case SessionRow r -> sessions.put(r.session(), r);
                case ExposureRow r -> {
                    exposures.put(r.plan(), r);
                    written.merge(r.plan(), 1, Integer::sum);
                }
                case NotShownRow r -> notShown.put(r.event(), r);
            }
        }
        return this;
    }

    private static PlanToken token(String plan, Arm arm) {
        return token(plan, arm, Variant.CLASSIC);
    }

    private static PlanToken token(String plan, Arm arm, String variant) {
        return new PlanPass(new MallId(1), id(plan), VISITOR, 0, START, START + 600_000, 1, 1, 0.9, arm, variant, "e1")
                .sign(new byte[16]);
    }
}
