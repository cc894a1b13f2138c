package reload.learn.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reload.event.Device;
import reload.event.Template;
import reload.session.Trail;
import reload.session.Trail.Carted;
import reload.session.Trail.Ordered;
import reload.session.Trail.Step;
import reload.session.Trail.Viewed;

class VisitSignalsTest {
    private static final List<Step> BOUGHT = List.of(
            new Viewed(0, Template.LIST, 0),
            new Viewed(10_000, Template.PRODUCT, 1),
            new Carted(40_000, 2),
            new Viewed(45_000, Template.CHECKOUT, 0),
            new Viewed(90_000, Template.ORDER, 0),
            new Ordered(90_000),
            new Viewed(100_000, Template.HOME, 0));

    private static PastVisit visit(List<Step> steps) {
        return new PastVisit(0, Device.PHONE, "social", new Trail(true, false, steps));
    }

    private static float at(PastVisit visit, int view, String signal) {
        List<String> names =
                VisitSignals.of(Following.EXIT).stream().map(Signal::name).toList();
        return VisitSignals.rows(visit).get(view)[names.indexOf(signal)];
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsKnownAtAViewComesFromNoLaterStep(long seed) {
        List<Step> steps = steps(new SplittableRandom(seed));
        List<float[]> whole = VisitSignals.rows(visit(steps));
        int views = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (!(steps.get(i) instanceof Viewed)) continue;
            List<float[]> soFar = VisitSignals.rows(visit(steps.subList(0, i + 1)));
            assertThat(soFar).hasSize(views + 1);
            assertThat(soFar.getLast()).containsExactly(whole.get(views++));
        }
        assertThat(whole).hasSize(views);
    }

    private static List<Step> steps(SplittableRandom random) {
        List<Step> steps = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < 30; i++) {
            int kind = random.nextInt(10);
            if (kind == 0) steps.add(new Carted(at, random.nextInt(4)));
            else if (kind == 1) steps.add(new Ordered(at));
            else {
                Template page = Template.values()[random.nextInt(Template.values().length)];
                steps.add(new Viewed(at, page, random.nextInt(3)));
            }
            at += random.nextInt(60_000);
        }
        return steps;
    }

    @ParameterizedTest
    @EnumSource
    void aRowHasAValueForEachSignal(Following following) {
        for (float[] row : VisitSignals.rows(visit(BOUGHT)))
            assertThat(row).hasSize(VisitSignals.of(following).size());
    }

    @Test
    void cartOrderPageAndOriginAreAsTheyWereThen() {
        PastVisit visit = visit(BOUGHT);
        assertThat(at(visit, 1, "cart.lines")).isZero();
        assertThat(at(visit, 2, "cart.lines")).isEqualTo(2);
        assertThat(at(visit, 2, "page.checkout")).isEqualTo(1);
        assertThat(at(visit, 3, "order.placed")).isZero();
        assertThat(at(visit, 4, "order.placed")).isEqualTo(1);
        assertThat(at(visit, 4, "from.social")).isEqualTo(1);
        assertThat(at(visit, 4, "visitor.returning")).isEqualTo(1);
        assertThat(at(visit, 1, "pace.last")).isEqualTo((float) Math.log1p(10));
    }

    @Test
    void leavingIsTheLastViewOfTheVisit() {
        assertThat(VisitSignals.came(visit(BOUGHT).trail(), Following.EXIT))
                .containsExactly(false, false, false, false, true);
    }

    @Test
    void anOrderFollowsTheViewsBeforeItAndNotThePageThatSaysItIsComplete() {
        assertThat(VisitSignals.came(visit(BOUGHT).trail(), Following.ORDER))
                .containsExactly(true, true, true, false, false);
        List<Step> onOnePage = List.of(new Viewed(0, Template.CHECKOUT, 0), new Ordered(9_000));
        assertThat(VisitSignals.came(visit(onOnePage).trail(), Following.ORDER)).containsExactly(true);
    }

    @Test
    void aFullerCartNeverSpeaksForLeavingNorAgainstAnOrder() {
        assertThat(VisitSignals.of(Following.EXIT)).contains(Signal.falling("cart.lines"));
        assertThat(VisitSignals.of(Following.ORDER)).contains(Signal.rising("cart.lines"));
    }
}
