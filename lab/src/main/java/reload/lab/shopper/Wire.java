package reload.lab.shopper;

import static reload.lab.shopper.World.HOUR;
import static reload.lab.shopper.World.SECOND;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import reload.event.Beacon;
import reload.event.Consent;
import reload.event.OrderEvent;
import reload.event.PageEvent;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.event.VisitorId;

/// The way from one shopper's browser to the server, with what goes wrong on it: beacons that arrive twice, late, out
/// of order or not at all. What was acknowledged is written into the shopper's diaries.
///
/// The lost beacons of a visit are its last ones and come first in the next, as the script in the page sends them; so
/// the order in which a visitor's events are logged never contradicts the gaps between them.
final class Wire {
    /// A page event older than 48 h is refused; around that age this model sends nothing, so that the truth is
    /// clear.
    private static final long SURELY_TAKEN = 47 * HOUR;

    private static final long SURELY_REFUSED = 49 * HOUR;

    private final World world;
    private final MallServer server;
    private final Browser browser;
    private final Fate fate;
    private final Queue<Act> agenda;
    private final SplittableRandom random;

    private final List<List<Said>> outbox = new ArrayList<>();
    private @Nullable VisitorId heldVisitor;
    private List<Said> held = List.of();
    private boolean cut;
    private long lastReceipt;
    private long latestReceipt;

    private final Map<VisitorId, Diary> diaries = new HashMap<>();
    private final Ledger ledger = new Ledger();

    /// @param agenda of the shopper: what is to be sent again is put on it
    Wire(World world, MallServer server, Browser browser, Fate fate, Queue<Act> agenda, SplittableRandom random) {
        this.world = world;
        this.server = server;
        this.browser = browser;
        this.fate = fate;
        this.agenda = agenda;
        this.random = random;
    }

    Truth truth(long asOf) {
        Truth sum = Truth.NOTHING;
        for (Diary diary : diaries.values()) sum = sum.plus(Truth.of(diary, ledger, asOf));
        return sum;
    }

    /// When the server last heard of the page; a beacon is never received before the one before it.
    long lastReceipt() {
        return lastReceipt;
    }

    /// When the server last heard of this shopper.
    long latestReceipt() {
        return latestReceipt;
    }

    /// Whether nothing was on the way for so long that a beacon may be overtaken without splitting a session.
    boolean isQuietBefore(long at) {
        return at - lastReceipt > 2 * HOUR && outbox.isEmpty();
    }

    boolean isCut() {
        return cut;
    }

    /// The network goes away.
    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
    }

    /// Sends first what an earlier visit could not.
    void catchUp(long clock) {
        List<List<Said>> kept = List.copyOf(outbox);
        outbox.clear();
        for (List<Said> said : kept) {
            long receipt = Math.max(clock + 20, lastReceipt + 1);
            long oldest = said.getFirst().event().at();
            long newest = said.getLast().event().at();
            if (receipt - oldest < SURELY_TAKEN) send(browser.visitor, said, receipt);
            else if (receipt - newest > SURELY_REFUSED) sendUncounted(browser.visitor, said, receipt);
        }
    }

    /// Sends what the page has not yet said.
    void flush(Page page, long clock, boolean mayReorder) {
        if (page.unsent.isEmpty()) return;
        List<Said> said = List.copyOf(page.unsent);
        page.unsent.clear();
        if (cut) {
            release(clock);
            if (browser.storage == Storage.PERSISTENT) outbox.add(said);
            return;
        }
        if (mayReorder && heldVisitor == null && Chance.happens(0.06, random)) {
            heldVisitor = page.visitor;
            held = said;
            return;
        }
        send(page.visitor, said, clock + Chance.between(20, 250, random));
        release(clock);
    }

    /// A beacon that was overtaken arrives.
    private void release(long clock) {
        VisitorId of = heldVisitor;
        if (of == null) return;
        heldVisitor = null;
        send(of, held, clock + 260);
    }

    private void send(VisitorId of, List<Said> said, long receipt) {
        if (!sendUncounted(of, said, receipt)) return;
        if (!browser.robot) {
            Diary diary = diaries.computeIfAbsent(of, _ -> new Diary());
            for (Said each : said) diary.write(each.event(), each.issue(), fate);
        }
        int u = random.nextInt(100);
        if (u < 1) sendUncounted(of, said, lastReceipt + 5);
        else if (u < 3) agenda.add(new Act.Resend(lastReceipt + Chance.between(SECOND, 46 * HOUR, random), of, said));
    }

    /// A beacon whose answer got lost is sent again, later.
    void repeat(Act.Resend resend) {
        long receipt = Math.max(resend.at(), lastReceipt + 1);
        if (receipt - resend.said().getFirst().event().at() < SURELY_TAKEN)
            sendUncounted(resend.visitor(), resend.said(), receipt);
    }

    /// @return whether it was sent: after the end of the simulated time nothing is
    private boolean sendUncounted(VisitorId of, List<Said> said, long receipt) {
        long at = Math.max(receipt, lastReceipt + 1);
        if (at > world.until()) return false;
        List<@Nullable PageEvent> events = new ArrayList<>(said.size());
        for (Said each : said) events.add(each.event());
        server.collect(
                new Beacon(
                        new SiteKey(world.mall()),
                        of,
                        browser.storage,
                        Consent.UNKNOWN,
                        at,
                        browser.device,
                        browser.robot,
                        events),
                browser.userAgent());
        lastReceipt = at;
        latestReceipt = Math.max(latestReceipt, at);
        return true;
    }

    /// The mall's server says what became of an order.
    void say(OrderEvent event, long at) {
        if (at > world.until()) return;
        server.orders(List.of(event), at);
        ledger.write(event);
        latestReceipt = Math.max(latestReceipt, at);
    }
}
