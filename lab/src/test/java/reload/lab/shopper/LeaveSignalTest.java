package reload.lab.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reload.event.Arm;
import reload.event.Beacon;
import reload.event.BlockKind;
import reload.event.LeaveSignal;
import reload.event.OrderEvent;
import reload.event.PageEvent;
import reload.event.PageEvent.Sensed;
import reload.event.PlanToken;
import reload.event.Reason;
import reload.event.Trigger;
import reload.learn.exit.LeaveLearning;
import reload.learn.exit.LeaveModel;
import reload.learn.exit.LeaveWatch;
import reload.learn.exit.Sign;

/// How soon and how surely a leave model knows, measured on simulated shoppers whose true moment of leaving
/// is known: the malls judged have habits drawn anew, which no trainer has seen.
class LeaveSignalTest {
    private static final int VISITS = 3_000;
    private static final int MALLS = 8;

    /// A mall whose pages tell every sign and show nothing, so that nothing changes what shoppers do.
    private static final class Watching implements MallServer {
        final List<Beacon> beacons = new ArrayList<>();

        @Override
        public void collect(Beacon beacon, String userAgent) {
            beacons.add(beacon);
        }

        @Override
        public PlanAnswer plan(PlanAsk ask) {
            Map<Trigger, Reason> against = new HashMap<>();
            for (Trigger trigger : Trigger.values()) against.put(trigger, Reason.TRIGGER_OFF);
            UUID plan = ask.view();
            return new PlanAnswer(
                    new PlanAnswer.Issue(
                            plan,
                            new PlanToken("token-of-plan-" + plan),
                            600_000,
                            Arm.SHOWN,
                            false,
                            BlockKind.PRODUCT_AGAIN,
                            List.of()),
                    null,
                    against,
                    Map.of(),
                    new PlanAnswer.Leave(LeaveModel.DEFAULT.weights(), LeaveModel.DEFAULT.bias(), 2),
                    new PlanAnswer.Rules(60_000, 2_000, 7));
        }

        @Override
        public void orders(List<OrderEvent> events, long sentAt) {}
    }

    /// A mall's month.
    ///
    /// @param signs what was learnt of each sign, as the trainer sees it
    /// @param views the signs of each page view, in order
    /// @param leavings when visits ended, by their last view
    private record Month(List<Sign> signs, Map<UUID, List<Sensed>> views, Map<UUID, Long> leavings) {
        static Month of(long seed) {
            Watching mall = new Watching();
            Crowd crowd = new Crowd(World.of("leave", seed, VISITS, 30, 1_790_000_000_000L), mall);
            crowd.live();
            List<Sign> signs = new ArrayList<>();
            Map<UUID, List<Sensed>> views = new HashMap<>();
            LeaveWatch watch = new LeaveWatch(signs::add);
            for (Beacon beacon : mall.beacons) {
                for (PageEvent event : beacon.events()) {
                    if (event == null) continue;
                    watch.saw(beacon.visitor(), event.at(), event);
                    if (event instanceof Sensed sensed) {
                        List<Sensed> view = views.computeIfAbsent(sensed.view(), _ -> new ArrayList<>());
                        if (!view.contains(sensed)) view.add(sensed);
                    }
                }
            }
            watch.passed(Long.MAX_VALUE);
            return new Month(signs, views, crowd.leavings());
        }
    }

    /// What came of raising at the first sign of a view that a rule believes.
    private static final class Outcome {
        int raised;
        int right;
        int leavings;
        final List<Long> leads = new ArrayList<>();

        double precision() {
            return right / (double) Math.max(1, raised);
        }

        double caught() {
            return right / (double) Math.max(1, leavings);
        }

        long medianLeadMs() {
            long[] sorted = leads.stream().mapToLong(lead -> lead).sorted().toArray();
            return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }

        /// Seconds won of a leaving, those not caught with none.
        double leadPerLeaving() {
            return leads.stream().mapToLong(lead -> lead).sum() / 1_000.0 / Math.max(1, leavings);
        }

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-22s raised %6d  precision %.3f  caught %.3f  lead median %5.1f s, a leaving %.2f s",
                    name,
                    raised,
                    precision(),
                    caught(),
                    medianLeadMs() / 1_000.0,
                    leadPerLeaving());
        }
    }

    private static void judge(Month month, Predicate<Sensed> believes, Outcome outcome) {
        month.views.forEach((view, signs) -> {
            Long left = month.leavings.get(view);
            if (left != null) outcome.leavings++;
            signs.stream().filter(believes).findFirst().ifPresent(sign -> {
                outcome.raised++;
                if (left == null) return;
                outcome.right++;
                outcome.leads.add(left - sign.at());
            });
        });
    }

    private static Outcome judged(List<Month> months, Predicate<Sensed> believes) {
        Outcome outcome = new Outcome();
        for (Month month : months) judge(month, believes, outcome);
        return outcome;
    }

    private static Predicate<Sensed> by(LeaveModel model, double threshold) {
        return sign -> model.score(sign.features()) >= threshold;
    }

    /// The first threshold whose outcome in these months is good enough; from low to high.
    private static double threshold(LeaveModel model, List<Month> months, Predicate<Outcome> enough) {
        for (double threshold = 0.3; threshold < 0.95; threshold += 0.01)
            if (enough.test(judged(months, by(model, threshold)))) return threshold;
        throw new AssertionError("no threshold will do");
    }

    @Test
    void aLearntModelIsSurerThanEachSingleSignAndAsSureOfMoreTimeBeforeShoppersLeave() {
        List<Month> seen =
                IntStream.range(0, MALLS).mapToObj(mall -> Month.of(100 + mall)).toList();
        List<Month> unseen =
                IntStream.range(0, MALLS).mapToObj(mall -> Month.of(200 + mall)).toList();
        List<Sign> signs = seen.stream().flatMap(month -> month.signs.stream()).toList();
        LeaveModel learnt = LeaveLearning.fit(signs, LeaveModel.DEFAULT, LeaveLearning.PRECISION);
        for (LeaveSignal signal : LeaveSignal.values()) {
            Predicate<Sensed> single = sign -> sign.signal() == signal;
            Outcome before = judged(seen, single);
            Outcome alone = judged(unseen, single);
            Outcome asOften =
                    judged(unseen, by(learnt, threshold(learnt, seen, outcome -> outcome.raised <= before.raised)));
            Outcome asSure = judged(
                    unseen, by(learnt, threshold(learnt, seen, outcome -> outcome.precision() >= before.precision())));
            String table = String.join(
                    "\n", alone.line(signal.wire()), asOften.line("model as often"), asSure.line("model as sure"));
            assertThat(asOften.precision()).as(table).isGreaterThan(alone.precision() + 0.03);
            assertThat(asSure.leadPerLeaving()).as(table).isGreaterThan(1.2 * alone.leadPerLeaving());
        }
        LeaveModel patient = LeaveLearning.asPatient(learnt, LeaveModel.DEFAULT, signs);
        Outcome byHand = judged(unseen, by(LeaveModel.DEFAULT, LeaveModel.DEFAULT.threshold()));
        Outcome atWork = judged(unseen, by(patient, patient.threshold()));
        String table = byHand.line("set by hand") + "\n" + atWork.line("learnt, as patient");
        assertThat(atWork.precision()).as(table).isGreaterThan(byHand.precision());
        assertThat(atWork.caught()).as(table).isGreaterThan(byHand.caught());
    }
}
