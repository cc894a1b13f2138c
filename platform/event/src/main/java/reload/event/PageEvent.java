package reload.event;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a shopper's browser reported, in one [Beacon]. Times are milliseconds since 1970 by the browser's
/// clock; the beacon's envelope says by how much to correct them. `view` is the id of the [PageViewed] it
/// happened on.
public sealed interface PageEvent {
    UUID id();

    long at();

    /// A page was shown.
    ///
    /// @param landing whether this begins a visit as the page knows it
    /// @param entry whether this history entry is the one the visit landed on
    record PageViewed(
            UUID id,
            long at,
            String url,
            @Nullable String referrer,
            @Nullable String title,
            Template template,
            boolean landing,
            boolean entry,
            @Nullable Utm utm,
            @Nullable String navigation)
            implements PageEvent {}

    /// The page view is of this product.
    record ProductViewed(UUID id, long at, UUID view, Product product) implements PageEvent {}

    /// What the cart holds now.
    record CartChanged(UUID id, long at, UUID view, List<CartLine> items) implements PageEvent {}

    /// The shopper reached the order-complete page. The amount is the page's word until the mall's server
    /// confirms it.
    record OrderPlaced(UUID id, long at, UUID view, String order, Money amount, List<CartLine> items)
            implements PageEvent {}

    /// How long this page view has lasted so far; the largest report of a view counts. Milliseconds.
    record Dwelled(UUID id, long at, UUID view, long visibleMs, long activeMs, long wallMs) implements PageEvent {}

    /// What carries a plan's token: the leave moment and all that follows from it.
    sealed interface OfPlan extends PageEvent {
        UUID view();

        PlanToken token();
    }

    /// The leave moment, in every arm, before anything renders.
    ///
    /// @param stayMs visible milliseconds since landing
    record Triggered(UUID id, long at, UUID view, Trigger trigger, PlanToken token, long stayMs) implements OfPlan {}

    /// At least half of the reload page was visible for 100 ms.
    record Impressed(UUID id, long at, UUID view, PlanToken token) implements OfPlan {}

    /// The shopper chose something on the reload page.
    record Clicked(
            UUID id,
            long at,
            UUID view,
            PlanToken token,
            BlockKind block,
            @Nullable String product) implements OfPlan {}

    /// The shopper closed the reload page.
    record Dismissed(UUID id, long at, UUID view, PlanToken token, How how) implements OfPlan {
        public enum How {
            LEAVE,
            STAY,
            SNOOZE,
            ESCAPE,
            BACK
        }
    }

    /// The page sensed that the shopper may be leaving, whatever came of it: what a leave model learns from.
    ///
    /// @param features what the model saw, in the order of `docs/methods/leave-signal.md`; each 0 to 1
    /// @param score what the page's model made of them, 0 to 1
    record Sensed(UUID id, long at, UUID view, LeaveSignal signal, List<Double> features, double score)
            implements PageEvent {
        /// How many features there are.
        public static final int FEATURES = 12;

        public Sensed {
            features = List.copyOf(features);
        }
    }

    /// A leave moment at which no reload page was shown, and why.
    record NotShown(UUID id, long at, UUID view, Trigger trigger, Reason reason) implements PageEvent {}
}
