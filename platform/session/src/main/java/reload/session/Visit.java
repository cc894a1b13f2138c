package reload.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Device;
import reload.event.PageEvent.Dwelled;
import reload.event.PageEvent.ProductViewed;
import reload.event.Storage;
import reload.event.Template;

/// A session, while events for it may still come.
///
/// @param session the id of its first event
/// @param startedAt milliseconds since 1970
/// @param views its page views, in the order they were reported
/// @param landing null until its first page view
/// @param leave its trigger, or else its last leave moment
/// @param closed whether its end has been announced
/// @param returning whether the visitor had been here before
/// @param marks what happened to cart and orders, in the order it was reported
record Visit(
        UUID session,
        long startedAt,
        long endedAt,
        Device device,
        Storage storage,
        @Nullable Landing landing,
        List<View> views,
        int orders,
        @Nullable LeaveMoment leave,
        boolean closed,
        boolean returning,
        List<Mark> marks) {

    /// One page and the longest dwell it has reported, milliseconds.
    ///
    /// @param seen whether its page view has arrived; dwell may overtake it
    /// @param at when it was viewed, milliseconds since 1970; 0 while that is not known
    /// @param product a hash of the product it is of; 0 where none was told
    record View(
            UUID view,
            boolean seen,
            Template template,
            long at,
            long visibleMs,
            long activeMs,
            long wallMs,
            int product) {
        static View unseen(UUID view) {
            return new View(view, false, Template.OTHER, 0, 0, 0, 0, 0);
        }

        View seen(Template of, long when) {
            return new View(view, true, of, when, visibleMs, activeMs, wallMs, product);
        }

        View of(String id) {
            int hash = id.hashCode();
            return new View(view, seen, template, at, visibleMs, activeMs, wallMs, hash == 0 ? 1 : hash);
        }

        View atLeast(Dwelled dwelled) {
            return new View(
                    view,
                    seen,
                    template,
                    at,
                    Math.max(visibleMs, dwelled.visibleMs()),
                    Math.max(activeMs, dwelled.activeMs()),
                    Math.max(wallMs, dwelled.wallMs()),
                    product);
        }
    }

    /// An order, or what the cart held from then on.
    ///
    /// @param at milliseconds since 1970
    /// @param lines in the cart; -1 for an order
    record Mark(long at, int lines) {
        static final int ORDER = -1;
    }

    static Visit begin(UUID session, long at, Device device, Storage storage, boolean returning) {
        return new Visit(session, at, at, device, storage, null, List.of(), 0, null, false, returning, List.of());
    }

    boolean has(UUID view) {
        return views.stream().anyMatch(v -> v.view().equals(view));
    }

    /// The template a page view had, or the one the session landed on.
    Template templateOf(UUID view) {
        return views.stream()
                .filter(v -> v.view().equals(view))
                .findFirst()
                .map(View::template)
                .orElse(template());
    }

    /// The template the session landed on.
    Template template() {
        return views.stream().filter(View::seen).findFirst().map(View::template).orElse(Template.OTHER);
    }

    int pageViews() {
        return (int) views.stream().filter(View::seen).count();
    }

    /// What happened in it, by when it happened.
    Trail trail() {
        record Moment(long at, Trail.Step step) {}
        List<Moment> moments = new ArrayList<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        views.stream()
                .filter(View::seen)
                .sorted(Comparator.comparingLong(View::at))
                .forEach(view -> {
                    int number = view.product == 0 ? 0 : numbers.computeIfAbsent(view.product, _ -> numbers.size() + 1);
                    moments.add(new Moment(view.at, new Trail.Viewed(view.at - startedAt, view.template, number)));
                });
        for (Mark mark : marks) {
            long after = mark.at - startedAt;
            moments.add(new Moment(
                    mark.at,
                    mark.lines == Mark.ORDER ? new Trail.Ordered(after) : new Trail.Carted(after, mark.lines)));
        }
        moments.sort(Comparator.comparingLong(Moment::at));
        return Trail.of(returning, moments.stream().map(Moment::step).toList());
    }

    Visit until(long at) {
        return with(Math.max(endedAt, at), landing, views, orders, leave, false, marks);
    }

    Visit close() {
        return with(endedAt, landing, views, orders, leave, true, marks);
    }

    Visit landed(Landing where) {
        return landing != null ? this : with(endedAt, where, views, orders, leave, closed, marks);
    }

    Visit viewed(UUID view, Template template, long at) {
        return put(view(view).seen(template, at));
    }

    /// @return the same where the page view has not arrived
    Visit viewed(ProductViewed event) {
        return has(event.view()) ? put(view(event.view()).of(event.product().id())) : this;
    }

    Visit dwelled(Dwelled event) {
        return put(view(event.view()).atLeast(event));
    }

    /// @return the same where the cart held as many lines before
    Visit carted(int lines, long at) {
        int before = marks.stream()
                .filter(mark -> mark.lines != Mark.ORDER)
                .reduce((_, last) -> last)
                .map(Mark::lines)
                .orElse(0);
        return lines == before ? this : with(endedAt, landing, views, orders, leave, closed, more(new Mark(at, lines)));
    }

    Visit ordered(long at) {
        return with(endedAt, landing, views, orders + 1, leave, closed, more(new Mark(at, Mark.ORDER)));
    }

    /// A trigger is what a session is remembered for: that later leave moments were let pass follows from it.
    Visit left(LeaveMoment moment) {
        if (leave != null && leave.arm() != null && moment.arm() == null) return this;
        return with(endedAt, landing, views, orders, moment, closed, marks);
    }

    private View view(UUID id) {
        return views.stream().filter(v -> v.view().equals(id)).findFirst().orElseGet(() -> View.unseen(id));
    }

    /// Beyond what a trail keeps, none is.
    private List<Mark> more(Mark mark) {
        if (marks.size() >= Trail.MOST) return marks;
        List<Mark> next = new ArrayList<>(marks);
        next.add(mark);
        return List.copyOf(next);
    }

    private Visit put(View view) {
        List<View> next = new ArrayList<>(views);
        for (int i = 0; i < next.size(); i++)
            if (next.get(i).view().equals(view.view())) {
                next.set(i, view);
                return withViews(next);
            }
        next.add(view);
        return withViews(next);
    }

    private Visit withViews(List<View> next) {
        return with(endedAt, landing, List.copyOf(next), orders, leave, closed, marks);
    }

    private Visit with(
            long until,
            @Nullable Landing from,
            List<View> viewed,
            int ordered,
            @Nullable LeaveMoment moment,
            boolean isClosed,
            List<Mark> marked) {
        return new Visit(
                session, startedAt, until, device, storage, from, viewed, ordered, moment, isClosed, returning, marked);
    }
}
