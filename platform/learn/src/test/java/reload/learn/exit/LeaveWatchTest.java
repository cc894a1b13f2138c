package reload.learn.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reload.event.LeaveSignal;
import reload.event.PageEvent.Impressed;
import reload.event.PageEvent.PageViewed;
import reload.event.PageEvent.Sensed;
import reload.event.PlanToken;
import reload.event.Template;
import reload.event.VisitorId;

class LeaveWatchTest {
    private static final VisitorId KIM = new VisitorId("AAAAAAAAAAAAAAAAAAAAAA");
    private static final VisitorId LEE = new VisitorId("BBBBBBBBBBBBBBBBBBBBBA");
    private static final UUID VIEW = new UUID(1, 1);
    private static final long MINUTE = 60_000;

    private final List<Sign> known = new ArrayList<>();
    private final LeaveWatch watch = new LeaveWatch(known::add);

    private static Sensed sensed(int id) {
        return new Sensed(new UUID(2, id), 0, VIEW, LeaveSignal.FLING, Collections.nCopies(Sensed.FEATURES, 0.5), 0.4);
    }

    private static PageViewed viewed() {
        return new PageViewed(
                new UUID(3, 3), 0, "https://mall.example/", null, null, Template.LIST, false, false, null, null);
    }

    @Test
    void aFurtherPageWithinTheSessionIsStaying() {
        watch.saw(KIM, 0, sensed(1));
        watch.saw(LEE, 5 * MINUTE, viewed());
        watch.saw(KIM, 10 * MINUTE, viewed());
        watch.passed(100 * MINUTE);
        assertThat(known)
                .singleElement()
                .satisfies(sign -> assertThat(sign.left()).isFalse());
    }

    @Test
    void halfAnHourWithoutAPageIsLeaving() {
        watch.saw(KIM, 0, sensed(1));
        watch.passed(29 * MINUTE);
        assertThat(known).isEmpty();
        watch.passed(30 * MINUTE);
        assertThat(known)
                .singleElement()
                .satisfies(sign -> assertThat(sign.left()).isTrue());
    }

    @Test
    void comingBackAfterTheSessionIsHavingLeft() {
        watch.saw(KIM, 0, sensed(1));
        watch.saw(KIM, 31 * MINUTE, viewed());
        assertThat(known)
                .singleElement()
                .satisfies(sign -> assertThat(sign.left()).isTrue());
    }

    @Test
    void aSignThatBroughtAReloadPageSaysNothing() {
        watch.saw(KIM, 0, sensed(1));
        watch.saw(KIM, 10, new Impressed(new UUID(4, 4), 0, VIEW, new PlanToken("x")));
        watch.passed(100 * MINUTE);
        assertThat(known).isEmpty();
    }

    @Test
    void aSignToldTwiceCountsOnce() {
        watch.saw(KIM, 0, sensed(1));
        watch.saw(KIM, 0, sensed(1));
        watch.saw(KIM, 5, sensed(2));
        watch.passed(100 * MINUTE);
        assertThat(known).hasSize(2);
    }
}
