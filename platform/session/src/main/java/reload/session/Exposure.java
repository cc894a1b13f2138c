package reload.session;

import static reload.session.Windows.ATTRIBUTION;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.Device;
import reload.event.PlanPass;
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
/// @param stayed whether a first trigger was followed by a further page view within the window
record Exposure(
        Assignment assignment,
        long seenAt,
        Context context,
        boolean first,
        @Nullable Moment moment,
        @Nullable Long impressedAt,
        @Nullable Long clickedAt,
        @Nullable String dismissed,
        boolean violation,
        boolean stayed) {

    /// Which plan, and on which side of the experiment.
    ///
    /// @param propensity the chance it was drawn with; 0 where a state of before it was kept does not know it
    /// @param settings the version of the mall's settings it was drawn by; 0 likewise
    record Assignment(UUID plan, String experiment, Arm arm, String variant, double propensity, int settings) {
        static Assignment of(PlanPass pass) {
            return new Assignment(
                    pass.plan(),
                    pass.experiment(),
                    pass.arm(),
                    pass.variant(),
                    pass.propensity(),
                    pass.settingsVersion());
        }
    }

    record Context(UUID session, @Nullable Landing landing, Device device, Template template) {}

    /// The trigger.
    ///
    /// @param at milliseconds since 1970
    /// @param stayMs visible milliseconds since landing
    record Moment(Trigger trigger, long at, long stayMs) {}

    static Exposure begin(Assignment assignment, long at, Context context) {
        return new Exposure(assignment, at, context, false, null, null, null, null, false, false);
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
                violation || isViolation,
                stayed);
    }

    /// @param viewedAt when the visitor viewed a page, milliseconds since 1970
    Exposure viewed(long viewedAt) {
        if (stayed || !first || moment == null || viewedAt <= moment.at() || viewedAt - moment.at() >= ATTRIBUTION)
            return this;
        return new Exposure(
                assignment, seenAt, context, first, moment, impressedAt, clickedAt, dismissed, violation, true);
    }

    Exposure impressed(long at, boolean isViolation) {
        return impressedAt != null
                ? this
                : new Exposure(
                        assignment,
                        seenAt,
                        context,
                        first,
                        moment,
                        at,
                        clickedAt,
                        dismissed,
                        violation || isViolation,
                        stayed);
    }

    Exposure clicked(long at) {
        return clickedAt != null
                ? this
                : new Exposure(
                        assignment, seenAt, context, first, moment, impressedAt, at, dismissed, violation, stayed);
    }

    Exposure dismissed(String how) {
        return new Exposure(assignment, seenAt, context, first, moment, impressedAt, clickedAt, how, violation, stayed);
    }
}
