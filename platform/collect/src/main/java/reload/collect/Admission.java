package reload.collect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reload.event.Beacon;
import reload.event.Consent;
import reload.event.PageEvent;
import reload.event.PageEvent.OfPlan;
import reload.event.PageEvent.OrderPlaced;
import reload.event.PageEvent.Sensed;
import reload.event.PageEvent.Triggered;
import reload.event.PlanPass;
import reload.mall.Mall;

/// What becomes of a beacon: it is accepted, maybe without some of its events, or dropped whole.
public sealed interface Admission {

    /// @param skewMs what to add to the browser's times, milliseconds
    /// @param skipped bit i is set where event i was not taken
    /// @param drops why, one for each bit set
    record Accepted(long skewMs, long skipped, List<Drop> drops) implements Admission {
        /// Whether nothing is left to keep.
        public boolean isEmpty(Beacon beacon) {
            return Long.bitCount(skipped) == beacon.events().size();
        }
    }

    record Dropped(Drop reason) implements Admission {}

    /// Why something is not taken: the closed list of `contract/admissions.json`, with the HTTP status it leads to.
    enum Drop {
        MALFORMED(400),
        TOO_LARGE(413),
        TOO_MANY_EVENTS(400),
        UNSUPPORTED_VERSION(400),
        UNKNOWN_MALL(404),
        FOREIGN_ORIGIN(403),
        FORBIDDEN(403),
        RATE_LIMITED(429),
        OVERLOADED(503),
        BOT(204),
        NO_CONSENT(204),
        BAD_EVENT(204),
        TOO_LATE(204),
        FROM_THE_FUTURE(204),
        FOREIGN_CURRENCY(204),
        TOKEN_FORGED(204),
        TOKEN_EXPIRED(204),
        TOKEN_MISMATCH(204),
        DUPLICATE(204),
        TOKEN_REUSED(204);

        private final int status;

        Drop(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /// Who asks, and when.
    ///
    /// @param origin the `Origin` header; null where there is none
    /// @param history whether the caller holds the mall's history key: `sentAt` is then the moment of receipt
    /// @param now the edge's clock, milliseconds since 1970
    record Caller(@Nullable String origin, Client client, boolean history, long now) {
        /// When the request counts as received, milliseconds since 1970.
        public long receivedAt(long sentAt) {
            return history ? sentAt : now;
        }

        /// The hash under which the caller's origin stands in plan tokens.
        public long originHash() {
            return PlanPass.originHash(origin == null ? "" : origin);
        }
    }

    /// A clock that is off by no more than this is left alone: that much is the network.
    long SKEW_TOLERATED = 10_000;

    /// A page event older than this on receipt is refused: the fold has forgotten the ids that would show a
    /// duplicate.
    long OLDEST = 48 * 3_600_000L;

    /// How far ahead of its receipt an event may lie, after correction.
    long AHEAD = 60_000;

    /// What follows from a trigger may happen this long after the plan expired.
    long AFTERMATH = 24 * 3_600_000L;

    /// How many times a page may say in one beacon that it sensed leaving on one page view.
    int MOST_SENSED = 3;

    /// What to add to the sender's times to have the edge's.
    static long skew(long sentAt, long receivedAt) {
        long skew = receivedAt - sentAt;
        return Math.abs(skew) > SKEW_TOLERATED ? skew : 0;
    }

    /// Judges a beacon of a known mall. Pure; a few microseconds, more with plan tokens (one HMAC each).
    static Admission judge(Beacon beacon, Mall mall, Caller caller) {
        if (!caller.history() && !mall.admitsOrigin(caller.origin())) return new Dropped(Drop.FOREIGN_ORIGIN);
        if (isBot(beacon.webdriver(), mall, caller)) return new Dropped(Drop.BOT);
        if (!mayBeRecognised(beacon.consent(), mall)) return new Dropped(Drop.NO_CONSENT);
        long receivedAt = caller.receivedAt(beacon.sentAt());
        long skew = skew(beacon.sentAt(), receivedAt);
        long skipped = 0;
        List<Drop> drops = List.of();
        for (int i = 0; i < beacon.events().size(); i++) {
            Drop drop = judge(beacon.events().get(i), beacon, mall, caller, skew, receivedAt);
            if (drop == null && isOneTooMany(beacon, i)) drop = Drop.BAD_EVENT;
            if (drop == null) continue;
            if (skipped == 0) drops = new java.util.ArrayList<>();
            skipped |= 1L << i;
            drops.add(drop);
        }
        return new Accepted(skew, skipped, List.copyOf(drops));
    }

    /// Whether the client is automated and this mall does not count such.
    static boolean isBot(boolean webdriver, Mall mall, Caller caller) {
        if (caller.client() == Client.CRAWLER) return true;
        return !mall.countsWebdriver() && (webdriver || caller.client() == Client.HEADLESS);
    }

    static boolean mayBeRecognised(Consent consent, Mall mall) {
        return consent != Consent.DENIED
                && (consent == Consent.GRANTED || !mall.settings().consentRequired());
    }

    private static @Nullable Drop judge(
            @Nullable PageEvent event, Beacon beacon, Mall mall, Caller caller, long skew, long receivedAt) {
        if (event == null) return Drop.BAD_EVENT;
        long at = event.at() + skew;
        if (at < receivedAt - OLDEST) return Drop.TOO_LATE;
        if (at > receivedAt + AHEAD) return Drop.FROM_THE_FUTURE;
        return switch (event) {
            case OrderPlaced order -> order.amount().currency().equals(mall.currency()) ? null : Drop.FOREIGN_CURRENCY;
            case OfPlan ofPlan -> judge(ofPlan, at, beacon, mall, caller);
            default -> null;
        };
    }

    /// Whether the page has sensed leaving more often on this page view than it may say.
    private static boolean isOneTooMany(Beacon beacon, int index) {
        if (!(beacon.events().get(index) instanceof Sensed sensed)) return false;
        int before = 0;
        for (int i = 0; i < index; i++)
            if (beacon.events().get(i) instanceof Sensed other && other.view().equals(sensed.view())) before++;
        return before >= MOST_SENSED;
    }

    private static @Nullable Drop judge(OfPlan event, long at, Beacon beacon, Mall mall, Caller caller) {
        PlanPass pass = PlanPass.verify(event.token(), mall.tokenKey()).orElse(null);
        if (pass == null) return Drop.TOKEN_FORGED;
        if (!pass.mall().equals(mall.id()) || !pass.visitor().equals(beacon.visitor())) return Drop.TOKEN_MISMATCH;
        if (pass.origin() != caller.originHash()) return Drop.TOKEN_MISMATCH;
        long until = pass.expiresAt() + (event instanceof Triggered ? SKEW_TOLERATED : AFTERMATH);
        return at > until ? Drop.TOKEN_EXPIRED : null;
    }
}
