package reload.lab.shopper;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import reload.event.Arm;
import reload.event.Beacon;
import reload.event.BlockKind;
import reload.event.MallId;
import reload.event.OrderEvent;
import reload.event.PageEvent;
import reload.event.PlanPass;
import reload.event.PlanToken;
import reload.event.Reason;
import reload.event.Storage;
import reload.event.Trigger;
import reload.event.Variant;
import reload.event.VisitorId;
import reload.event.adapter.BeaconReader;
import reload.lab.shopper.adapter.Wording;

/// The smallest thing that measures: it takes what is said in the order it is said, in the words of the
/// contract, and sees nothing else. Duplicates, late events, robots and time that runs backwards are its
/// business, as they are the server's; it shares no code with either the server or the truth.
final class MeasuringMall implements MallServer {
    private static final long HOUR = 3_600_000;
    /// Any sign after some reading is enough.
    private static final PlanAnswer.Leave LEAVE =
            new PlanAnswer.Leave(List.of(2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 0.0, 0.0, 0.0, 0.0, 0.0), -2, 0.5);
    /// Of those outside the hold-out.
    private static final double SPARED = 0.1;

    private final double holdOut;
    private final SplittableRandom random = new SplittableRandom(7);
    private final Map<PlanToken, PlanAnswer.Issue> issued = new HashMap<>();
    private final Map<VisitorId, Measured> visitors = new HashMap<>();
    private final Map<String, Long> confirmed = new HashMap<>();
    private final Map<String, Map<String, long[]>> refunds = new HashMap<>();
    private final Map<Reason, Integer> notShown = new HashMap<>();
    private final JsonSchema beacons = schema("beacon");
    private final JsonSchema asks = schema("plan-request");
    private final JsonSchema orders = schema("orders");
    private int said;
    int refused;
    int duplicates;
    int outOfOrder;
    int robots;
    int signs;
    int leaveSignals;

    MeasuringMall(double holdOut) {
        this.holdOut = holdOut;
    }

    private static final class Measured {
        final Map<UUID, Long> seen = new HashMap<>();
        long clock = Long.MIN_VALUE;
        long sessions;
        final Map<UUID, Long> views = new HashMap<>();
        final Map<UUID, Long> visible = new HashMap<>();
        PlanAnswer.Issue first;
        long firstAt;
        final Set<UUID> impressed = new HashSet<>();
        final Set<UUID> clicked = new HashSet<>();
        long firstClick = -1;
        final Map<String, long[]> orders = new HashMap<>();
    }

    @Override
    public void collect(Beacon beacon, String userAgent) {
        byte[] body = Wording.of(beacon);
        if (said++ % 50 == 0) valid(beacons, body);
        Beacon read = read(body);
        if (read.webdriver()) {
            robots++;
            return;
        }
        Measured visitor = visitors.computeIfAbsent(read.visitor(), _ -> new Measured());
        for (PageEvent event : read.events()) take(visitor, event, read.sentAt());
    }

    private void take(Measured visitor, PageEvent event, long receivedAt) {
        if (event == null) throw new AssertionError("an event the contract does not know");
        if (event.at() > receivedAt) throw new AssertionError("from the future");
        if (receivedAt - event.at() > 48 * HOUR) {
            refused++;
            return;
        }
        if (event instanceof PageEvent.Sensed) {
            signs++;
            return;
        }
        visitor.seen.values().removeIf(at -> receivedAt - at > 48 * HOUR);
        if (visitor.seen.putIfAbsent(event.id(), receivedAt) != null) {
            duplicates++;
            return;
        }
        if (event.at() < visitor.clock) outOfOrder++;
        long at = Math.max(event.at(), visitor.clock);
        if (visitor.sessions == 0 || at - visitor.clock >= HOUR / 2) visitor.sessions++;
        visitor.clock = at;
        switch (event) {
            case PageEvent.PageViewed e -> visitor.views.put(e.id(), e.at());
            case PageEvent.Dwelled e -> visitor.visible.merge(e.view(), e.visibleMs(), Math::max);
            case PageEvent.OrderPlaced e ->
                visitor.orders.putIfAbsent(
                        e.order(), new long[] {event.at(), e.amount().minor()});
            case PageEvent.Triggered e -> {
                if (e.trigger() == Trigger.LEAVE_SIGNAL) leaveSignals++;
                if (visitor.first == null) {
                    visitor.first = plan(e.token());
                    visitor.firstAt = e.at();
                }
            }
            case PageEvent.Impressed e -> visitor.impressed.add(plan(e.token()).plan());
            case PageEvent.Clicked e -> {
                if (visitor.firstClick < 0) visitor.firstClick = at;
                visitor.clicked.add(plan(e.token()).plan());
            }
            case PageEvent.NotShown e -> notShown.merge(e.reason(), 1, Integer::sum);
            default -> {}
        }
    }

    private PlanAnswer.Issue plan(PlanToken token) {
        PlanAnswer.Issue issue = issued.get(token);
        if (issue == null) throw new AssertionError("a forged token");
        return issue;
    }

    @Override
    public PlanAnswer plan(PlanAsk ask) {
        if (said++ % 50 == 0) valid(asks, Wording.of("mall", ask));
        var rules = new PlanAnswer.Rules(60_000, 2_000, 7);
        boolean robot = ask.webdriver();
        Reason reason = robot
                ? Reason.BOT
                : ask.storage() != Storage.PERSISTENT
                        ? Reason.NO_STORAGE
                        : ask.framed() ? Reason.IN_FRAME : ask.seen() != null ? Reason.ALREADY_SEEN : null;
        if (reason != null) return new PlanAnswer(null, reason, Map.of(), Map.of(), null, rules);
        UUID plan = new UUID(random.nextLong(), random.nextLong());
        double drawn = new SplittableRandom(ask.visitor().value().hashCode()).nextDouble();
        boolean spared = drawn >= holdOut && drawn < holdOut + SPARED * (1 - holdOut);
        Arm arm = drawn < holdOut || spared ? Arm.HELD_OUT : Arm.SHOWN;
        var issue = new PlanAnswer.Issue(
                plan,
                token(plan, ask, arm, spared),
                600_000,
                arm,
                spared,
                BlockKind.PRODUCT_AGAIN,
                List.of("s-1", "s-2", "s-3"));
        issued.put(issue.token(), issue);
        Map<Trigger, Reason> against = new HashMap<>();
        if (!ask.landing().entry() || ask.left() != null) against.put(Trigger.BACK_HOLD, Reason.NOT_LANDING_ENTRY);
        else if (ask.landing().utm() == null)
            against.put(
                    Trigger.BACK_HOLD,
                    ask.landing().referrer() == null ? Reason.UNKNOWN_REFERRER : Reason.SEARCH_ENGINE);
        if (ask.left() == null) against.put(Trigger.BACK_LANDING, Reason.PAGE_EXCLUDED);
        return new PlanAnswer(issue, null, against, Map.of(), LEAVE, rules);
    }

    /// As the contract writes it; of a mall whose key nobody looks at.
    private static PlanToken token(UUID plan, PlanAsk ask, Arm arm, boolean spared) {
        return new PlanPass(
                        new MallId(1),
                        plan,
                        ask.visitor(),
                        0,
                        ask.sentAt(),
                        ask.sentAt() + 600_000,
                        1,
                        1,
                        0.5,
                        spared ? Arm.SHOWN : arm,
                        spared ? Variant.NOTHING : Variant.CLASSIC,
                        "classic")
                .sign(new byte[16]);
    }

    @Override
    public void orders(List<OrderEvent> events, long sentAt) {
        if (said++ % 50 == 0) valid(orders, Wording.of("mall", events, sentAt));
        for (OrderEvent event : events)
            switch (event) {
                case OrderEvent.Confirmed e ->
                    confirmed.put(e.order(), e.amount().minor());
                case OrderEvent.Refunded e ->
                    refunds.computeIfAbsent(e.order(), _ -> new HashMap<>())
                            .putIfAbsent(
                                    e.refund(), new long[] {e.at(), e.amount().minor()});
            }
    }

    /// What was measured, in the truth's words; what only the truth can know is taken from it.
    Truth measured(Truth truth) {
        long[] f = new long[12];
        long[][] mature = new long[2][3];
        for (Measured visitor : visitors.values()) {
            f[0] += visitor.sessions;
            f[1] += visitor.views.size();
            f[2] += visitor.visible.values().stream().mapToLong(v -> v).sum();
            if (visitor.first != null) {
                int side = visitor.first.arm() == Arm.SHOWN ? 0 : visitor.first.spared() ? 1 : 2;
                f[3 + side]++;
                if (visitor.firstAt + 24 * HOUR <= truth.asOf()) {
                    mature[0][side]++;
                    if (isRewarded(visitor)) mature[1][side]++;
                }
            }
            f[6] += visitor.impressed.size();
            f[7] += visitor.clicked.size();
            if (visitor.firstClick < 0) continue;
            f[8]++;
            boolean converted = false;
            for (var entry : visitor.orders.entrySet()) {
                long at = entry.getValue()[0];
                if (at < visitor.firstClick || at >= visitor.firstClick + 24 * HOUR) continue;
                converted = true;
                long back = 0;
                for (long[] refund :
                        refunds.getOrDefault(entry.getKey(), Map.of()).values())
                    if (refund[0] <= at + 14 * 24 * HOUR) back += refund[1];
                f[10] += confirmed.getOrDefault(entry.getKey(), entry.getValue()[1]) - back;
                f[11] += back;
            }
            if (converted) f[9]++;
        }
        return new Truth(
                truth.asOf(),
                f[0],
                f[1],
                f[2],
                f[3] + f[4] + f[5],
                f[3],
                f[4],
                f[5],
                f[6],
                f[7],
                f[8],
                f[9],
                f[10],
                f[11],
                new Truth.Sides(mature[0][0], mature[0][1], mature[0][2]),
                new Truth.Sides(mature[1][0], mature[1][1], mature[1][2]),
                truth.increment(),
                truth.gained());
    }

    private static boolean isRewarded(Measured visitor) {
        long from = visitor.firstAt;
        long to = from + 24 * HOUR;
        return visitor.views.values().stream().anyMatch(at -> at > from && at < to)
                || visitor.orders.values().stream().anyMatch(order -> order[0] >= from && order[0] < to);
    }

    Map<Reason, Integer> notShown() {
        return notShown;
    }

    private static Beacon read(byte[] body) {
        try {
            return BeaconReader.read(body);
        } catch (Exception e) {
            throw new AssertionError("the contract's reader refuses a beacon", e);
        }
    }

    private static void valid(JsonSchema schema, byte[] body) {
        try {
            Set<ValidationMessage> wrong = schema.validate(new ObjectMapper().readTree(body));
            if (!wrong.isEmpty()) throw new AssertionError(new ArrayList<>(wrong) + new String(body));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonSchema schema(String name) {
        Path file = Path.of(System.getProperty("reload.root", ".."), "contract", name + ".schema.json");
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(file.toAbsolutePath().normalize().toUri(), new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
