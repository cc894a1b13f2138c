package reload.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All the fold remembers of one visitor. A value: every step gives a new one.
///
/// @param clock the latest event time so far, never going back, milliseconds since 1970
/// @param receivedAt the latest receipt so far, milliseconds since 1970
/// @param visits recent sessions, oldest first; the last is the current one
/// @param chances experiments in which the visitor's first trigger has happened
/// @param interruptedAt when a trigger last took the visitor's one chance, milliseconds since 1970; 0 for never
/// @param firstClick the plan the visitor clicked first, ever
public record VisitorState(
        long clock,
        long receivedAt,
        SeenIds seen,
        List<Visit> visits,
        List<Exposure> exposures,
        List<VisitorOrder> orders,
        List<String> chances,
        long interruptedAt,
        @Nullable UUID firstClick) {
    public static final VisitorState NEW =
            new VisitorState(0, 0, SeenIds.NONE, List.of(), List.of(), List.of(), List.of(), 0, null);

    Optional<Visit> currentVisit() {
        return visits.isEmpty() ? Optional.empty() : Optional.of(visits.getLast());
    }

    Optional<Visit> visitWith(UUID view) {
        return visits.stream().filter(v -> v.has(view)).findFirst();
    }

    Optional<Exposure> exposureTo(UUID plan) {
        return exposures.stream().filter(e -> e.plan().equals(plan)).findFirst();
    }

    Optional<VisitorOrder> order(String id) {
        return orders.stream().filter(o -> o.order().equals(id)).findFirst();
    }

    VisitorState received(UUID id, long at, long when) {
        return new VisitorState(
                Math.max(clock, at),
                Math.max(receivedAt, when),
                seen.with(id, when),
                visits,
                exposures,
                orders,
                chances,
                interruptedAt,
                firstClick);
    }

    VisitorState put(Visit visit) {
        return with(replaced(visits, visit, v -> v.session().equals(visit.session())), exposures, orders);
    }

    VisitorState put(Exposure exposure) {
        return with(visits, replaced(exposures, exposure, e -> e.plan().equals(exposure.plan())), orders);
    }

    VisitorState put(VisitorOrder order) {
        return with(visits, exposures, replaced(orders, order, o -> o.order().equals(order.order())));
    }

    VisitorState tookChance(String experiment) {
        List<String> more = new ArrayList<>(chances);
        more.add(experiment);
        return new VisitorState(
                clock, receivedAt, seen, visits, exposures, orders, List.copyOf(more), interruptedAt, firstClick);
    }

    VisitorState interrupted(long at) {
        return new VisitorState(
                clock, receivedAt, seen, visits, exposures, orders, chances, Math.max(interruptedAt, at), firstClick);
    }

    VisitorState clicked(UUID plan) {
        return firstClick != null
                ? this
                : new VisitorState(clock, receivedAt, seen, visits, exposures, orders, chances, interruptedAt, plan);
    }

    /// Lets go of what no later fact can change any more. Depends on receipt times only, so that it gives the
    /// same whenever, and however often, it is done.
    ///
    /// @param now the latest receipt, milliseconds since 1970
    VisitorState settled(long now) {
        long settled = now - Windows.SETTLED;
        UUID current = visits.isEmpty() ? null : visits.getLast().session();
        return new VisitorState(
                clock,
                receivedAt,
                seen.since(now - Windows.MEMORY),
                kept(visits, v -> v.session().equals(current) || v.endedAt() >= now - 2 * Windows.MEMORY),
                kept(exposures, e -> e.seenAt() >= settled),
                kept(orders, o -> o.at() >= settled),
                chances,
                interruptedAt,
                firstClick);
    }

    private VisitorState with(List<Visit> v, List<Exposure> e, List<VisitorOrder> o) {
        return new VisitorState(clock, receivedAt, seen, v, e, o, chances, interruptedAt, firstClick);
    }

    private static <T> List<T> replaced(List<T> all, T one, Predicate<T> same) {
        List<T> next = new ArrayList<>(all);
        for (int i = 0; i < next.size(); i++)
            if (same.test(next.get(i))) {
                next.set(i, one);
                return List.copyOf(next);
            }
        next.add(one);
        return List.copyOf(next);
    }

    private static <T> List<T> kept(List<T> all, Predicate<T> keep) {
        return all.stream().allMatch(keep) ? all : all.stream().filter(keep).toList();
    }
}
