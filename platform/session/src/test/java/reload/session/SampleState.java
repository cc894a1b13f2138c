package reload.session;

import java.util.List;
import java.util.UUID;
import reload.event.Arm;
import reload.event.Device;
import reload.event.Money;
import reload.event.Reason;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.VisitorId;
import reload.session.VisitorFact.Refund;

/// States in which every field holds something. What the golden files hold: change neither.
public final class SampleState {
    private static final Landing LANDING = Landing.of("kakao", "social", "autumn");

    /// As version 1 wrote it, and as it reads now.
    public static final VisitorState VISITOR_1 = visitor(17, 0, 0, 0, false, 0, false, List.of());

    /// As version 2 wrote it, and as it reads now.
    public static final VisitorState VISITOR_2 = visitor(26, 0, 0, 0, false, 0, false, List.of());

    /// As version 3 wrote it, and as it reads now.
    public static final VisitorState VISITOR_3 = visitor(26, 10, 0.9, 4, true, 0, false, List.of());

    public static final VisitorState VISITOR = visitor(
            26, 10, 0.9, 4, true, 27, true, List.of(new Visit.Mark(28, 2), new Visit.Mark(29, Visit.Mark.ORDER)));

    private static VisitorState visitor(
            long interruptedAt,
            long viewedAt,
            double propensity,
            int settings,
            boolean stayed,
            int product,
            boolean returning,
            List<Visit.Mark> marks) {
        return new VisitorState(
                1_795_312_800_000L,
                1_795_312_800_500L,
                SeenIds.NONE.with(new UUID(1, 2), 3).with(new UUID(4, 5), 6),
                List.of(new Visit(
                        new UUID(7, 8),
                        1_795_312_700_000L,
                        1_795_312_800_000L,
                        Device.PHONE,
                        Storage.PERSISTENT,
                        LANDING,
                        List.of(new Visit.View(new UUID(9, 10), true, Template.PRODUCT, viewedAt, 11, 12, 13, product)),
                        1,
                        new LeaveMoment(Trigger.BACK_HOLD, Arm.SHOWN, Reason.SHOWN),
                        true,
                        returning,
                        marks)),
                List.of(new Exposure(
                        new Exposure.Assignment(new UUID(14, 15), "e1", Arm.SHOWN, "classic", propensity, settings),
                        16,
                        new Exposure.Context(new UUID(7, 8), LANDING, Device.PHONE, Template.PRODUCT),
                        true,
                        new Exposure.Moment(Trigger.BACK_HOLD, 17, 18),
                        19L,
                        20L,
                        "snooze",
                        true,
                        stayed)),
                List.of(new VisitorOrder("o-1", 21, 22, true, List.of(new Refund("r-1", 23, 24)))),
                List.of("e1"),
                interruptedAt,
                new UUID(14, 15));
    }

    public static final OrderState ORDER = new OrderState(
            new VisitorId("AAECAwQFBgcICQoLDA0ODw"), new Money(25, "KRW"), List.of(new Refund("r-1", 23, 24)));

    private SampleState() {}
}
