package reload.session;

import static reload.session.Windows.MEMORY;
import static reload.session.Windows.SESSION_GAP;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.Frequency;
import reload.event.PageEvent;
import reload.event.PageEvent.CartChanged;
import reload.event.PageEvent.Clicked;
import reload.event.PageEvent.Dismissed;
import reload.event.PageEvent.Dwelled;
import reload.event.PageEvent.Impressed;
import reload.event.PageEvent.NotShown;
import reload.event.PageEvent.OfPlan;
import reload.event.PageEvent.OrderPlaced;
import reload.event.PageEvent.PageViewed;
import reload.event.PageEvent.ProductViewed;
import reload.event.PageEvent.Sensed;
import reload.event.PageEvent.Triggered;
import reload.event.PlanPass;
import reload.event.Reason;
import reload.event.Trigger;
import reload.event.Wire;
import reload.session.Exposure.Assignment;
import reload.session.Exposure.Context;
import reload.session.Row.ExposureRow;
import reload.session.Row.NotShownRow;
import reload.session.Row.SessionRow;
import reload.session.Step.Refusal;
import reload.session.VisitorFact.OrderTold;
import reload.session.VisitorFact.Paged;

/// Folds one visitor's facts into sessions and exposures. Pure: no clock, no I/O, and the same answer on replay.
///
/// **Which session.** Event time never goes back. An event less than 30 minutes after the one before joins the
/// current session, any other begins a new one. An event older than what was already seen (resent, out of order)
/// moves no clock: it belongs to the session of its page view where that is still known, else to the current one.
///
/// **Dwell** belongs to the session of the page view it was spent on.
public final class VisitorFold {
    private final VisitorState before;
    private final MallFrame mall;
    private final List<Row> rows = new ArrayList<>();
    private VisitorState state;

    private VisitorFold(VisitorState before, MallFrame mall) {
        this.before = before;
        this.state = before;
        this.mall = mall;
    }

    /// Folds one fact. Cost grows with what the visitor did in the last days, which is little.
    public static Step step(VisitorState state, VisitorFact fact, MallFrame mall) {
        VisitorFold fold = new VisitorFold(state, mall);
        return fold.done(
                switch (fact) {
                    case Paged paged -> fold.page(paged);
                    case OrderTold told -> fold.told(told);
                });
    }

    /// Announces what time alone has decided: that a session has ended. Nothing it does changes what a later fact
    /// leads to.
    ///
    /// @param now milliseconds since 1970, not earlier than the state's last receipt
    public static Step wake(VisitorState state, long now, MallFrame mall) {
        VisitorFold fold = new VisitorFold(state, mall);
        fold.state = state.settled(now);
        fold.state
                .currentVisit()
                .filter(visit -> now - state.clock() >= SESSION_GAP)
                .ifPresent(visit -> fold.put(visit.close()));
        return fold.done(null);
    }

    private @Nullable Refusal page(Paged fact) {
        PageEvent event = fact.event();
        if (event instanceof Sensed) return null; // for whoever learns from it
        state = state.settled(Math.max(state.receivedAt(), fact.receivedAt()));
        if (state.seen().has(event.id())) return Refusal.DUPLICATE;
        Visit visit = visitOf(fact);
        put(visit);
        state = state.received(event.id(), fact.at(), fact.receivedAt());
        return switch (event) {
            case PageViewed viewed -> {
                put(visit.landed(mall.landing().apply(viewed)).viewed(viewed.id(), viewed.template(), fact.at()));
                for (Exposure exposure : state.exposures()) {
                    Exposure seen = exposure.viewed(fact.at());
                    if (seen != exposure) state = state.put(seen);
                }
                yield null;
            }
            case Dwelled dwelled -> {
                put(state.visitWith(dwelled.view()).orElse(visit).dwelled(dwelled));
                yield null;
            }
            case NotShown not -> {
                if (not.trigger().joinsExperiment())
                    put(visit.left(new LeaveMoment(not.trigger(), null, not.reason())));
                rows.add(new NotShownRow(not.id(), mall.day(fact.at()), not.trigger(), not.reason()));
                yield null;
            }
            case OrderPlaced placed -> {
                placed(visit, placed, fact.at());
                yield null;
            }
            case OfPlan ofPlan -> exposed(visit, ofPlan, fact.at());
            case ProductViewed viewed -> {
                put(state.visitWith(viewed.view()).orElse(visit).viewed(viewed));
                yield null;
            }
            case CartChanged changed -> {
                put(visit.carted(changed.items().size(), fact.at()));
                yield null;
            }
            case Sensed _ -> null;
        };
    }

    /// The session an event belongs to, begun if need be.
    private Visit visitOf(Paged fact) {
        Optional<Visit> current = state.currentVisit();
        if (current.isEmpty()) return begun(fact);
        if (fact.at() < state.clock()) return ofView(fact.event()).orElse(current.get());
        if (fact.at() - state.clock() < SESSION_GAP) return current.get().until(fact.at());
        put(current.get().close());
        return begun(fact);
    }

    private Visit begun(Paged fact) {
        return Visit.begin(fact.event().id(), fact.at(), fact.device(), fact.storage(), state.clock() > 0);
    }

    private Optional<Visit> ofView(PageEvent event) {
        UUID view = switch (event) {
            case PageViewed _ -> null;
            case ProductViewed e -> e.view();
            case CartChanged e -> e.view();
            case OrderPlaced e -> e.view();
            case Dwelled e -> e.view();
            case NotShown e -> e.view();
            case Sensed e -> e.view();
            case OfPlan e -> e.view();
        };
        return view == null ? Optional.empty() : state.visitWith(view);
    }

    private void placed(Visit visit, OrderPlaced event, long at) {
        if (state.order(event.order()).isPresent()) return; // the order-complete page, looked at again
        put(visit.ordered(at));
        state = state.put(new VisitorOrder(event.order(), at, event.amount().minor(), false, List.of()));
    }

    private @Nullable Refusal told(OrderTold told) {
        VisitorOrder order = state.order(told.order()).orElse(null);
        if (order == null) return null; // settled long ago
        boolean confirmed = told.confirmed() != null;
        long amount =
                told.confirmed() == null ? order.amount() : told.confirmed().minor();
        state = state.put(new VisitorOrder(order.order(), order.at(), amount, confirmed, told.refunds()));
        return null;
    }

    private @Nullable Refusal exposed(Visit visit, OfPlan event, long at) {
        PlanPass pass = PlanPass.read(event.token()).orElse(null);
        if (pass == null) return null; // the edge lets no such token in
        Context here = new Context(visit.session(), visit.landing(), visit.device(), visit.templateOf(event.view()));
        Exposure exposure =
                state.exposureTo(pass.plan()).orElseGet(() -> Exposure.begin(Assignment.of(pass), at, here));
        switch (event) {
            case Triggered triggered -> {
                if (exposure.moment() != null) return Refusal.TOKEN_REUSED;
                triggered(visit, triggered, at, pass, exposure, here);
            }
            case Impressed _ -> {
                long before = 0;
                for (Exposure other : state.exposures())
                    if (!other.plan().equals(exposure.plan()) && other.interrupts() && other.impressedAt() != null)
                        before = Math.max(before, other.impressedAt());
                boolean again = exposure.interrupts() && isTooSoon(exposure.moment(), before, at, visit);
                state = state.put(exposure.impressed(at, again));
            }
            case Clicked _ -> state = state.clicked(exposure.plan()).put(exposure.clicked(at));
            case Dismissed dismissed -> state = state.put(exposure.dismissed(Wire.of(dismissed.how())));
        }
        return null;
    }

    private void triggered(Visit visit, Triggered event, long at, PlanPass pass, Exposure exposure, Context here) {
        Trigger trigger = event.trigger();
        Exposure.Moment moment = new Exposure.Moment(trigger, at, event.stayMs());
        boolean first = trigger.joinsExperiment() && !state.chances().contains(pass.experiment());
        if (first) state = state.tookChance(pass.experiment());
        boolean violation = trigger.interrupts() && isTooSoon(moment, state.interruptedAt(), at, visit);
        if (trigger.interrupts()) state = state.interrupted(at);
        Exposure triggered = exposure.triggered(moment, here, first, violation);
        // A trigger may arrive after the pages that followed it.
        for (Visit each : state.visits()) for (Visit.View view : each.views()) triggered = triggered.viewed(view.at());
        state = state.put(triggered);
        // A shopper who asked has not left.
        if (!trigger.joinsExperiment()) return;
        Reason reason = pass.shows() ? Reason.SHOWN : pass.arm() == Arm.SHOWN ? Reason.SPARED : Reason.HELD_OUT;
        put(visit.left(new LeaveMoment(trigger, pass.arm(), reason)));
    }

    /// Whether the visitor should have been let be.
    ///
    /// @param moment null while only what followed the trigger has arrived
    /// @param before the last time, milliseconds since 1970; 0 for never
    private boolean isTooSoon(Exposure.@Nullable Moment moment, long before, long at, Visit visit) {
        if (before == 0) return false;
        Frequency frequency =
                moment == null ? Frequency.VISITOR : mall.frequency().apply(moment.trigger());
        return switch (frequency) {
            case VISITOR -> true;
            case VISIT -> before >= visit.startedAt();
            case DAY -> at - before < Windows.DAY;
            case ALWAYS -> false;
        };
    }

    private void put(Visit visit) {
        state = state.put(visit);
    }

    private Step done(@Nullable Refusal refused) {
        for (Visit visit : state.visits()) if (!before.visits().contains(visit)) rows.add(row(visit));
        boolean worthChanged =
                !state.orders().equals(before.orders()) || !Objects.equals(state.firstClick(), before.firstClick());
        for (Exposure exposure : state.exposures()) {
            Exposure known = before.exposureTo(exposure.plan()).orElse(null);
            if (exposure.equals(known) && !worthChanged) continue;
            ExposureRow row = row(exposure, state);
            if (known == null || !row.equals(row(known, before))) rows.add(row);
        }
        return new Step(state, List.copyOf(rows), refused, wakeAt());
    }

    private long wakeAt() {
        Visit current = state.currentVisit().orElse(null);
        if (current != null && !current.closed()) return state.clock() + SESSION_GAP;
        if (state.seen().packed().length > 0) return state.receivedAt() + MEMORY + 1;
        long oldest = Long.MAX_VALUE;
        for (Exposure exposure : state.exposures()) oldest = Math.min(oldest, exposure.seenAt());
        for (VisitorOrder order : state.orders()) oldest = Math.min(oldest, order.at());
        return oldest == Long.MAX_VALUE ? oldest : oldest + Windows.SETTLED + 1;
    }

    private SessionRow row(Visit visit) {
        long visible = 0;
        long active = 0;
        long wall = 0;
        for (Visit.View view : visit.views()) {
            visible += view.visibleMs();
            active += view.activeMs();
            wall += view.wallMs();
        }
        return new SessionRow(
                visit.session(),
                mall.day(visit.startedAt()),
                visit.startedAt(),
                visit.endedAt(),
                visit.pageViews(),
                visible,
                active,
                wall,
                visit.landing() == null ? Landing.UNKNOWN : visit.landing(),
                visit.device(),
                visit.template(),
                visit.storage(),
                visit.orders(),
                visit.leave(),
                visit.closed(),
                visit.trail());
    }

    /// @param in what else was known then
    private ExposureRow row(Exposure exposure, VisitorState in) {
        Exposure.Moment moment = exposure.moment();
        Context context = exposure.context();
        boolean firstClick = exposure.plan().equals(in.firstClick());
        Long clickedAt = exposure.clickedAt();
        Worth afterClick = firstClick && clickedAt != null ? Worth.of(in.orders(), clickedAt) : Worth.NOTHING;
        Worth afterTrigger = exposure.first() && moment != null ? Worth.of(in.orders(), moment.at()) : Worth.NOTHING;
        return new ExposureRow(
                exposure.plan(),
                context.session(),
                mall.day(moment == null ? exposure.seenAt() : moment.at()),
                exposure.assignment().experiment(),
                exposure.assignment().arm(),
                exposure.assignment().variant(),
                exposure.assignment().propensity(),
                exposure.assignment().settings(),
                exposure.first(),
                moment == null ? null : moment.trigger(),
                moment == null ? null : moment.at(),
                moment == null ? null : moment.stayMs(),
                context.landing() == null ? Landing.UNKNOWN : context.landing(),
                context.device(),
                context.template(),
                exposure.impressedAt(),
                clickedAt,
                exposure.dismissed(),
                firstClick,
                afterClick.orders() > 0,
                afterClick.net(),
                afterClick.refunded(),
                afterClick.unverified(),
                afterTrigger.net(),
                exposure.stayed() || afterTrigger.orders() > 0,
                exposure.violation());
    }
}
