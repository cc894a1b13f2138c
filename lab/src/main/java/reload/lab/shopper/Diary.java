package reload.lab.shopper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.PageEvent;

/// What one visitor did and the server was told of, as facts without order: the ground the truth is computed
/// from. It holds only what was acknowledged, each thing once, at the time it happened.
final class Diary {
    private long[] activity = new long[16];
    private int activities;
    private final Map<UUID, Long> views = new HashMap<>();
    private final Map<UUID, Long> visibleMs = new HashMap<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final Set<UUID> impressed = new HashSet<>();
    private final Map<UUID, Long> clicked = new HashMap<>();
    private final Map<String, Order> orders = new HashMap<>();

    /// @param fate what this shopper would have done in either arm
    record Trigger(UUID plan, Arm arm, boolean spared, long at, Fate fate) {}

    record Order(long at, long paid) {}

    /// @param issue the plan the event's token is of; null where the event carries none
    /// @param fate of the shopper
    void write(PageEvent event, PlanAnswer.@Nullable Issue issue, Fate fate) {
        // Said for whoever learns from it: no activity of the shopper's.
        if (event instanceof PageEvent.Sensed) return;
        if (activities == activity.length) activity = Arrays.copyOf(activity, activities * 2);
        activity[activities++] = event.at();
        switch (event) {
            case PageEvent.PageViewed e -> views.put(e.id(), e.at());
            case PageEvent.Dwelled e -> visibleMs.merge(e.view(), e.visibleMs(), Math::max);
            case PageEvent.OrderPlaced e ->
                orders.put(e.order(), new Order(e.at(), e.amount().minor()));
            case PageEvent.Triggered e -> {
                if (issue == null) throw new IllegalStateException("a trigger needs a plan");
                triggers.add(new Trigger(issue.plan(), issue.arm(), issue.spared(), e.at(), fate));
            }
            case PageEvent.Impressed _ -> impressed.add(plan(issue));
            case PageEvent.Clicked e -> clicked.merge(plan(issue), e.at(), Math::min);
            case PageEvent.Dismissed _,
                    PageEvent.NotShown _,
                    PageEvent.Sensed _,
                    PageEvent.ProductViewed _,
                    PageEvent.CartChanged _ -> {}
        }
    }

    private static UUID plan(PlanAnswer.@Nullable Issue issue) {
        if (issue == null) throw new IllegalStateException("an event of a plan needs a plan");
        return issue.plan();
    }

    long[] activity() {
        long[] sorted = Arrays.copyOf(activity, activities);
        Arrays.sort(sorted);
        return sorted;
    }

    /// When each was, by id.
    Map<UUID, Long> views() {
        return views;
    }

    Map<UUID, Long> visibleMs() {
        return visibleMs;
    }

    List<Trigger> triggers() {
        return triggers;
    }

    Set<UUID> impressed() {
        return impressed;
    }

    Map<UUID, Long> clicked() {
        return clicked;
    }

    Map<String, Order> orders() {
        return orders;
    }
}
