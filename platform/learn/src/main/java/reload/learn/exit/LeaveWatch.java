package reload.learn.exit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import reload.event.PageEvent;
import reload.event.PageEvent.Impressed;
import reload.event.PageEvent.PageViewed;
import reload.event.PageEvent.Sensed;
import reload.event.VisitorId;

/// Waits with each sign a mall's pages sensed until it is known what became of it: a further page view within
/// the session is staying, 30 minutes without one is leaving. A sign followed by a reload page says nothing
/// of leaving, since the page was there to change that; so models are learnt from the hold-out and from signs
/// too weak to raise it.
public final class LeaveWatch {
    private static final long SESSION_GAP_MS = 30 * 60_000L;

    private final Map<VisitorId, List<Waiting>> waiting = new HashMap<>();
    private final Consumer<Sign> known;

    private record Waiting(long at, Sensed sensed) {}

    /// @param known is given each sign of which it is known
    public LeaveWatch(Consumer<Sign> known) {
        this.known = known;
    }

    /// @param at when it happened by our clock, not decreasing for a visitor
    public void saw(VisitorId visitor, long at, PageEvent event) {
        switch (event) {
            case Sensed sensed -> sensed(visitor, at, sensed);
            case PageViewed _ -> viewed(visitor, at);
            case Impressed impressed -> {
                List<Waiting> signs = waiting.get(visitor);
                if (signs != null) signs.removeIf(one -> one.sensed.view().equals(impressed.view()));
            }
            case PageEvent.ProductViewed _,
                    PageEvent.CartChanged _,
                    PageEvent.OrderPlaced _,
                    PageEvent.Dwelled _,
                    PageEvent.Triggered _,
                    PageEvent.Clicked _,
                    PageEvent.Dismissed _,
                    PageEvent.NotShown _ -> {}
        }
    }

    private void sensed(VisitorId visitor, long at, Sensed sensed) {
        List<Waiting> signs = waiting.computeIfAbsent(visitor, _ -> new ArrayList<>());
        if (signs.stream().noneMatch(one -> one.sensed.id().equals(sensed.id()))) signs.add(new Waiting(at, sensed));
    }

    private void viewed(VisitorId visitor, long at) {
        List<Waiting> signs = waiting.remove(visitor);
        if (signs != null) for (Waiting one : signs) tell(one, at - one.at >= SESSION_GAP_MS);
    }

    /// Nothing from before this time will follow any more.
    public void passed(long time) {
        Iterator<List<Waiting>> visitors = waiting.values().iterator();
        while (visitors.hasNext()) {
            List<Waiting> signs = visitors.next();
            signs.removeIf(one -> {
                boolean left = time - one.at >= SESSION_GAP_MS;
                if (left) tell(one, true);
                return left;
            });
            if (signs.isEmpty()) visitors.remove();
        }
    }

    private void tell(Waiting one, boolean left) {
        double[] features =
                one.sensed.features().stream().mapToDouble(Double::doubleValue).toArray();
        known.accept(new Sign(one.at, features, left));
    }
}
