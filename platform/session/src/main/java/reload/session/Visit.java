package reload.session;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Device;
import reload.event.PageEvent.Dwelled;
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
        boolean closed) {

    /// One page and the longest dwell it has reported, milliseconds.
    ///
    /// @param seen whether its page view has arrived; dwell may overtake it
    /// @param at when it was viewed, milliseconds since 1970; 0 while that is not known
    record View(UUID view, boolean seen, Template template, long at, long visibleMs, long activeMs, long wallMs) {
        View atLeast(Dwelled dwelled) {
            return new View(
                    view,
                    seen,
                    template,
                    at,
                    Math.max(visibleMs, dwelled.visibleMs()),
                    Math.max(activeMs, dwelled.activeMs()),
                    Math.max(wallMs, dwelled.wallMs()));
        }
    }

    static Visit begin(UUID session, long at, Device device, Storage storage) {
        return new Visit(session, at, at, device, storage, null, List.of(), 0, null, false);
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

    Visit until(long at) {
        return new Visit(
                session, startedAt, Math.max(endedAt, at), device, storage, landing, views, orders, leave, false);
    }

    Visit close() {
        return new Visit(session, startedAt, endedAt, device, storage, landing, views, orders, leave, true);
    }

    Visit landed(Landing where) {
        return landing != null
                ? this
                : new Visit(session, startedAt, endedAt, device, storage, where, views, orders, leave, closed);
    }

    Visit viewed(UUID view, Template template, long at) {
        return put(views.stream()
                .filter(v -> v.view().equals(view))
                .findFirst()
                .map(v -> new View(view, true, template, at, v.visibleMs(), v.activeMs(), v.wallMs()))
                .orElse(new View(view, true, template, at, 0, 0, 0)));
    }

    Visit dwelled(Dwelled event) {
        return put(views.stream()
                .filter(v -> v.view().equals(event.view()))
                .findFirst()
                .orElse(new View(event.view(), false, Template.OTHER, 0, 0, 0, 0))
                .atLeast(event));
    }

    Visit ordered() {
        return new Visit(session, startedAt, endedAt, device, storage, landing, views, orders + 1, leave, closed);
    }

    /// A trigger is what a session is remembered for: that later leave moments were let pass follows from it.
    Visit left(LeaveMoment moment) {
        if (leave != null && leave.arm() != null && moment.arm() == null) return this;
        return new Visit(session, startedAt, endedAt, device, storage, landing, views, orders, moment, closed);
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
        return new Visit(
                session, startedAt, endedAt, device, storage, landing, List.copyOf(next), orders, leave, closed);
    }
}
