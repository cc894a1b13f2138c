package reload.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.Device;
import reload.event.Template;
import reload.event.Trigger;

/// A plan that led to something.
///
/// @param seenAt when the first of its events happened, milliseconds since 1970
/// @param context where the visitor was
/// @param first whether its trigger was the visitor's first in the experiment
/// @param moment null while only what followed the trigger has arrived
/// @param dismissed how it was closed, as the contract writes it
/// @param violation whether the visitor should have been let be
record Exposure(
        Assignment assignment,
        long seenAt,
        Context context,
        boolean first,
        @Nullable Moment moment,
        @Nullable Long impressedAt,
        @Nullable Long clickedAt,
        @Nullable String dismissed,
        boolean violation) {

    /// Which plan, and on which side of the experiment.
    record Assignment(UUID plan, String experiment, Arm arm, String variant) {}

    record Context(UUID session, @Nullable Landing landing, Device device, Template template) {}

    /// The trigger.
    ///
    /// @param at milliseconds since 1970
    /// @param stayMs visible milliseconds since landing
    record Moment(Trigger trigger, long at, long stayMs) {}

    static Exposure begin(Assignment assignment, long at, Context context) {
        return new Exposure(assignment, at, context, false, null, null, null, null, false);
    }

    UUID plan() {
        return assignment.plan();
    }

    /// Whether what has arrived so far came uninvited. While its trigger has not arrived, that is not known: the
    /// stricter is taken.
    boolean interrupts() {
        return moment == null || moment.trigger().interrupts();
    }

    Exposure triggered(Moment trigger, Context where, boolean isFirst, boolean isViolation) {
        return new Exposure(
                assignment,
                seenAt,
                where,
                isFirst,
                trigger,
                impressedAt,
                clickedAt,
                dismissed,
                violation || isViolation);
    }

    Exposure impressed(long at, boolean isViolation) {
        return impressedAt != null
                ? this
                : new Exposure(
                        assignment, seenAt, context, first, moment, at, clickedAt, dismissed, violation || isViolation);
    }

    Exposure clicked(long at) {
        return clickedAt != null
                ? this
                : new Exposure(assignment, seenAt, context, first, moment, impressedAt, at, dismissed, violation);
    }

    Exposure dismissed(String how) {
        return new Exposure(assignment, seenAt, context, first, moment, impressedAt, clickedAt, how, violation);
    }
}
