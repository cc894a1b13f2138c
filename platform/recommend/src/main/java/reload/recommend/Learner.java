package reload.recommend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reload.event.VisitorId;

/// Learns from one mall's shoppers, one sign of interest at a time, and publishes what it knows as an immutable
/// [Recommender] whenever asked. One thread; no clock and no chance, so the same observations in the same order always
/// give the same answers, and memory is bounded by [Limits].
///
/// It remembers three things: the latest sessions with the products they held (what goes together), for every product
/// which ones came after it and how soon (what comes next), and a popularity per product that halves with time. An
/// observation costs microseconds, a snapshot copies a page table (kilobytes) and nothing else.
public final class Learner {
    private static final long MINUTE = 60_000;
    /// Of what [#toBytes] writes. It is a copy of what the log says, so another version is simply not read.
    private static final int VERSION = 4;
    /// So many gaps a session without a sign is kept open: whatever is told late still finds it.
    private static final int PATIENCE = 4;
    /// Of every so many sessions there is room for one order is remembered: some weeks of a mall's.
    private static final int SESSIONS_AN_ORDER = 20;
    /// Products further apart in a session than this say nothing of each other.
    static final int REACH = 10;
    /// After which time what followed what, and what was ordered with what, counts half.
    private static final Duration ASSOCIATIONS_HALF_LIFE = Duration.ofDays(30);
    /// After which time a sign of interest counts half.
    private static final Duration POPULARITY_HALF_LIFE = Duration.ofDays(7);
    /// Beyond so many half-lives from the first observation a weight is as good as endless, or as nothing.
    private static final double FARTHEST = 100;

    private final Limits limits;

    private Rows<Item> items = new Rows<>();
    private ConcurrentHashMap<String, Integer> itemById = new ConcurrentHashMap<>();
    private int itemCount;
    /// By product: in how many sessions it ever was, also forgotten ones.
    private Counts inSessions = new Counts();

    private Rows<int[]> sessions = new Rows<>();
    /// For so many sessions there is room; it grows with the products.
    private int room;

    private int oldestSession;
    private int nextSession;

    private Rows<Ranking> rankings = new Rows<>();
    private final ConcurrentHashMap<String, Integer> categoryByName = new ConcurrentHashMap<>();

    private final Returns returns = new Returns();

    private final LinkedHashMap<VisitorId, Open> open = new LinkedHashMap<>(16, 0.75f, true);
    private int epoch;
    private long landmark = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;

    public Learner(Limits limits) {
        this.limits = limits;
        room = limits.sessionsOf(0);
    }

    public Learner() {
        this(Limits.DEFAULT);
    }

    /// A session that may go on: its products in order, and which signs of it were counted.
    private static final class Open {
        static final int UNNUMBERED = -1;
        long lastAt;
        int number = UNNUMBERED;
        int length;
        int[] products = new int[2];
        byte[] interests = new byte[2];
        int eventCount;
        long[] events = new long[2];

        int indexOf(int product) {
            for (int i = 0; i < length; i++) if (products[i] == product) return i;
            return -1;
        }

        boolean heard(long event, int most) {
            int known = Math.min(eventCount, events.length);
            for (int i = 0; i < known; i++) if (events[i] == event) return true;
            if (eventCount >= events.length && events.length < most)
                events = Arrays.copyOf(events, Math.min(most, events.length * 2));
            events[eventCount++ % events.length] = event;
            return false;
        }

        void write(Bytes out, VisitorId visitor) {
            out.text(visitor.value());
            out.bits(lastAt);
            out.whole(number);
            out.whole(length);
            for (int i = 0; i < length; i++) out.whole(products[i]);
            for (int i = 0; i < length; i++) out.whole(interests[i]);
            out.whole(eventCount);
            out.whole(events.length);
            for (long event : events) out.bits(event);
        }

        static Open read(Bytes in, int mostProducts) {
            var session = new Open();
            session.lastAt = in.bits();
            session.number = (int) in.whole();
            int length = in.count(mostProducts);
            for (int i = 0; i < length; i++) session.append((int) in.whole());
            for (int i = 0; i < length; i++) session.interests[i] = (byte) in.whole();
            session.eventCount = in.count(Integer.MAX_VALUE);
            session.events = new long[in.count(2 * mostProducts)];
            for (int i = 0; i < session.events.length; i++) session.events[i] = in.bits();
            return session;
        }

        void append(int product) {
            if (length == products.length) {
                products = Arrays.copyOf(products, length * 2);
                interests = Arrays.copyOf(interests, length * 2);
            }
            interests[length] = 0;
            products[length++] = product;
        }
    }

    /// Takes in one sign of interest. Time never goes back for a visitor: an earlier time counts as the visitor's last.
    /// A product's first view, cart and order of a session raise its popularity, so that no single visitor can.
    public void observe(Observation seen) {
        if (landmark == Long.MIN_VALUE) landmark = seen.at();
        forgetEnded();
        var session = open.get(seen.visitor());
        long at = session == null ? seen.at() : Math.max(seen.at(), session.lastAt);
        if (session == null || at - session.lastAt >= limits.gap().toMillis()) {
            session = new Open();
            open.put(seen.visitor(), session);
        }
        session.lastAt = at;
        latest = Math.max(latest, at);
        if (session.heard(seen.event(), 2 * limits.sessionLength())) return;
        take(session, seen.product(), seen.interest(), at);
    }

    private void take(Open session, String id, Interest interest, long at) {
        int known = itemById.getOrDefault(id, -1);
        int before = known < 0 ? -1 : session.indexOf(known);
        boolean appends = before < 0 || interest == Interest.VIEWED;
        if (appends && session.length == limits.sessionLength()) return;
        int product = known >= 0 ? known : remember(id);
        if (appends) append(session, product, before < 0, at);
        raise(session, product, interest, at);
        store(session, at);
    }

    /// How many sessions are remembered.
    public int sessionCount() {
        return nextSession - oldestSession;
    }

    /// The sessions remembered, oldest first.
    public List<PastSession> sessions() {
        var remembered = new ArrayList<PastSession>();
        for (int number = oldestSession; number < nextSession; number++) {
            int[] row = sessions.get(number % room);
            if (row != null) remembered.add(PastSession.of(row, landmark, this::item));
        }
        return remembered;
    }

    /// Learns a whole session at once, as if each of its signs had come at its end.
    void learn(PastSession past) {
        if (landmark == Long.MIN_VALUE) landmark = past.at();
        latest = Math.max(latest, past.at());
        var session = new Open();
        for (var view : past.views()) {
            if (view.interests() == 0) take(session, view.product(), Interest.VIEWED, past.at());
            for (var interest : Interest.values())
                if (view.shows(interest)) take(session, view.product(), interest, past.at());
        }
    }

    /// A learner that knows how this one's products are filed, and nothing of its shoppers.
    Learner beginning() {
        var names = new String[categoryByName.size() + 1];
        categoryByName.forEach((name, number) -> names[number] = name);
        var beginning = new Learner(limits);
        for (int number = 0; number < itemCount; number++) {
            var item = item(number);
            beginning.describe(
                    item.id,
                    Arrays.stream(item.categories).mapToObj(c -> names[c]).toList());
        }
        return beginning;
    }

    /// Files a product under categories, in place of those it was filed under. A product nobody has viewed yet is
    /// remembered only while there is ample room.
    public void describe(String product, List<String> categories) {
        Integer known = itemById.get(product);
        if (known == null && itemCount >= limits.products() / 4 * 3) return;
        int number = known != null ? known : remember(product);
        int[] filed = categories.stream()
                .mapToInt(this::categoryNumber)
                .filter(c -> c >= 0)
                .distinct()
                .sorted()
                .toArray();
        var item = item(number);
        if (Arrays.equals(item.categories, filed)) return;
        item = edit(number);
        for (int category : item.categories)
            if (!contains(filed, category)) ranking(category).drop(number);
        item.categories = filed;
        if (item.popularity > 0)
            for (int category : filed) ranking(category).raise(number, item.popularity, limits.ranked());
    }

    /// A visitor ordered these products.
    public void ordered(String order, VisitorId visitor, List<String> products) {
        returns.placed(order, visitor, products, room / SESSIONS_AN_ORDER);
    }

    /// The mall refunded some or all of an order.
    public void refunded(String order) {
        returns.refunded(order, room / SESSIONS_AN_ORDER);
    }

    /// What is known now, ranked by this model. Later observations do not change it.
    public Recommender snapshot(RankingModel model) {
        return new PastRecommender(past(), model);
    }

    Past past() {
        var published = new Past(
                items.publish(),
                itemCount,
                inSessions.publish(),
                itemById,
                sessions.publish(),
                room,
                oldestSession,
                nextSession,
                latest == Long.MIN_VALUE ? 0 : (int) ((latest - landmark) / MINUTE),
                rankings.publish(),
                categoryByName,
                returns);
        epoch++;
        return published;
    }

    private void append(Open session, int product, boolean first, long at) {
        double now = decayed(at, ASSOCIATIONS_HALF_LIFE);
        for (int back = 1; back <= Math.min(REACH, session.length); back++) {
            int earlier = session.products[session.length - back];
            var item = edit(earlier);
            item.followers = item.followers.at(epoch);
            item.followers.add(product, now / back, limits.followers());
        }
        session.append(product);
        if (session.length < 2) return;
        if (session.number == Open.UNNUMBERED) {
            session.number = nextSession++;
            oldestSession = Math.max(oldestSession, nextSession - room);
            for (int i = 0; i < session.length; i++)
                if (session.indexOf(session.products[i]) == i) join(session.products[i], session.number);
        } else if (first && session.number >= oldestSession) {
            join(product, session.number);
        }
    }

    private void join(int product, int session) {
        edit(product).join(session, oldestSession, limits.compared());
        inSessions.set(product, inSessions.get(product) + 1);
    }

    /// A session so long ago that its place was given away teaches what follows what, and no more.
    private void store(Open session, long at) {
        if (session.number == Open.UNNUMBERED || session.number < oldestSession) return;
        int[] row = new int[session.length + 1];
        row[0] = (int) ((at - landmark) / MINUTE);
        for (int i = 0; i < session.length; i++)
            row[i + 1] = session.products[i] | session.interests[i] << Past.INTEREST_SHIFT;
        sessions.set(session.number % room, row);
    }

    private void raise(Open session, int product, Interest interest, long at) {
        int index = session.indexOf(product);
        if ((session.interests[index] & interest.bit()) != 0) return;
        session.interests[index] |= (byte) interest.bit();
        if (interest == Interest.ORDERED) orderedWith(session, product, at);
        var item = edit(product);
        item.popularity += interest.weight() * decayed(at, POPULARITY_HALF_LIFE);
        ranking(Past.WHOLE_MALL).raise(product, item.popularity, limits.ranked());
        for (int category : item.categories) ranking(category).raise(product, item.popularity, limits.ranked());
    }

    private void orderedWith(Open session, int product, long at) {
        double now = decayed(at, ASSOCIATIONS_HALF_LIFE);
        for (int i = 0; i < session.length; i++) {
            int other = session.products[i];
            if (other == product || (session.interests[i] & Interest.ORDERED.bit()) == 0) continue;
            ordered(product, other, now);
            ordered(other, product, now);
        }
    }

    private void ordered(int product, int with, double weight) {
        var item = edit(product);
        item.ordered = item.ordered.at(epoch);
        item.ordered.add(with, weight, limits.followers());
    }

    /// Forward decay: instead of shrinking all old weights, new ones are made larger by the time passed.
    private double decayed(long at, Duration halfLife) {
        double halfLives = (at - landmark) / (double) halfLife.toMillis();
        return StrictMath.pow(2, Math.clamp(halfLives, -FARTHEST, FARTHEST));
    }

    private void forgetEnded() {
        var oldestFirst = open.values().iterator();
        while (oldestFirst.hasNext()) {
            var session = oldestFirst.next();
            boolean ended = latest - session.lastAt >= PATIENCE * limits.gap().toMillis();
            if (!ended && open.size() < limits.openSessions()) return;
            oldestFirst.remove();
        }
    }

    private Item item(int number) {
        return Objects.requireNonNull(items.get(number));
    }

    private Item edit(int number) {
        var item = item(number);
        var writable = item.at(epoch);
        if (writable != item) items.set(number, writable);
        return writable;
    }

    private Ranking ranking(int category) {
        var ranking = rankings.get(category);
        var writable = ranking == null ? new Ranking(epoch) : ranking.at(epoch);
        if (writable != ranking) rankings.set(category, writable);
        return writable;
    }

    private int categoryNumber(String name) {
        Integer known = categoryByName.get(name);
        if (known != null) return known;
        if (categoryByName.size() >= limits.categories()) return -1;
        int number = categoryByName.size() + 1; // 0 is the whole mall
        categoryByName.put(name, number);
        return number;
    }

    private static boolean contains(int[] sorted, int value) {
        return Arrays.binarySearch(sorted, value) >= 0;
    }

    private int remember(String product) {
        if (itemCount >= limits.products()) forgetLeastPopular();
        int number = itemCount++;
        if (limits.sessionsOf(itemCount) > room) grow();
        items.set(number, new Item(epoch, product));
        itemById.put(product, number);
        return number;
    }

    private void grow() {
        var before = sessions;
        int roomBefore = room;
        sessions = new Rows<>();
        room = limits.sessionsOf(itemCount);
        for (int number = oldestSession; number < nextSession; number++) {
            int[] row = before.get(number % roomBefore);
            if (row != null) sessions.set(number % room, row);
        }
    }

    /// Keeps the more popular three quarters of the products. Everything gets a new number and a new home; what was
    /// published keeps the old one.
    private void forgetLeastPopular() {
        int kept = limits.products() / 4 * 3;
        int[] staying = IntStream.range(0, itemCount)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -item(i).popularity)
                        .thenComparingInt(i -> i))
                .limit(kept)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
        int[] numbers = new int[itemCount];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < staying.length; i++) numbers[staying[i]] = i;

        var before = items;
        var inSessionsBefore = inSessions;
        items = new Rows<>();
        inSessions = new Counts();
        itemById = new ConcurrentHashMap<>();
        for (int i = 0; i < staying.length; i++) {
            var item = Objects.requireNonNull(before.get(staying[i])).at(epoch);
            item.followers = item.followers.renumbered(numbers);
            if (item.ordered.size > 0) item.ordered = item.ordered.renumbered(numbers);
            items.set(i, item);
            inSessions.set(i, inSessionsBefore.get(staying[i]));
            itemById.put(item.id, i);
        }
        itemCount = staying.length;

        var sessionsBefore = sessions;
        sessions = new Rows<>();
        for (int number = oldestSession; number < nextSession; number++) {
            int[] row = sessionsBefore.get(number % room);
            if (row != null) sessions.set(number % room, renumbered(row, numbers));
        }
        for (var session : open.values()) {
            int length = 0;
            for (int i = 0; i < session.length; i++) {
                int number = numbers[session.products[i]];
                if (number < 0) continue;
                session.products[length] = number;
                session.interests[length++] = session.interests[i];
            }
            session.length = length;
        }
        var rankingsBefore = rankings;
        rankings = new Rows<>();
        for (int category = 0; category <= categoryByName.size(); category++) {
            var ranking = rankingsBefore.get(category);
            if (ranking == null) continue;
            for (int i = 0; i < ranking.size; i++) {
                int number = numbers[ranking.product[i]];
                if (number >= 0) ranking(category).raise(number, ranking.popularity[i], limits.ranked());
            }
        }
    }

    private static int[] renumbered(int[] row, int[] numbers) {
        int[] next = row.clone();
        int kept = 1;
        for (int i = 1; i < row.length; i++) {
            int number = numbers[Past.product(row[i])];
            if (number >= 0) next[kept++] = number | Past.interest(row[i]) << Past.INTEREST_SHIFT;
        }
        return kept == next.length ? next : Arrays.copyOf(next, kept);
    }

    @Nullable
    Item find(String product) {
        Integer number = itemById.get(product);
        return number == null ? null : item(number);
    }

    /// All that is known, so that learning can go on elsewhere as if it had never stopped. Which sessions
    /// hold a product is not written: the sessions say so.
    public byte[] toBytes() {
        var out = new Bytes();
        out.whole(VERSION);
        out.bits(landmark);
        out.bits(latest);
        out.whole(itemCount);
        for (int i = 0; i < itemCount; i++) {
            var item = item(i);
            out.text(item.id);
            out.real(item.popularity);
            out.whole(inSessions.get(i));
            numbers(out, item.categories, item.categories.length);
            item.followers.write(out);
            item.ordered.write(out);
        }
        out.whole(room);
        out.whole(nextSession);
        out.whole(oldestSession);
        for (int number = oldestSession; number < nextSession; number++) {
            int[] row = Objects.requireNonNull(sessions.get(number % room));
            numbers(out, row, row.length);
        }
        String[] names = new String[categoryByName.size()];
        categoryByName.forEach((name, number) -> names[number - 1] = name);
        out.whole(names.length);
        for (String name : names) out.text(name);
        for (int category = 0; category <= names.length; category++) {
            var ranking = rankings.get(category);
            if (ranking == null) ranking = new Ranking(epoch);
            numbers(out, ranking.product, ranking.size);
            for (int i = 0; i < ranking.size; i++) out.real(ranking.popularity[i]);
        }
        out.whole(open.size());
        open.forEach((visitor, session) -> session.write(out, visitor));
        returns.write(out);
        return out.written();
    }

    /// Goes on from what [#toBytes] wrote under the same limits.
    ///
    /// @throws IllegalArgumentException if the bytes are of another version or of none: learn anew then
    public static Learner fromBytes(byte[] bytes, Limits limits) {
        try {
            return new Learner(limits).read(new Bytes(bytes));
        } catch (IndexOutOfBoundsException | NullPointerException e) {
            throw new IllegalArgumentException("not what a learner wrote", e);
        }
    }

    private Learner read(Bytes in) {
        long version = in.whole();
        if (version != VERSION) throw new IllegalArgumentException("written by version " + version);
        landmark = in.bits();
        latest = in.bits();
        itemCount = in.count(limits.products());
        for (int i = 0; i < itemCount; i++) {
            var item = new Item(epoch, in.text());
            item.popularity = in.real();
            int ever = in.count(Integer.MAX_VALUE);
            item.categories = numbers(in, limits.categories());
            item.followers = Associations.read(in, epoch, limits.followers());
            item.ordered = Associations.read(in, epoch, limits.followers());
            inSessions.set(i, ever);
            items.set(i, item);
            itemById.put(item.id, i);
        }
        room = in.count(limits.sessions());
        nextSession = in.count(Integer.MAX_VALUE);
        oldestSession = in.count(nextSession);
        if (nextSession - oldestSession > room)
            throw new IllegalArgumentException("more sessions than there is room for");
        for (int number = oldestSession; number < nextSession; number++) {
            int[] row = numbers(in, limits.sessionLength() + 1);
            sessions.set(number % room, row);
            for (int i = 1; i < row.length; i++)
                if (isFirst(row, i)) item(Past.product(row[i])).join(number, oldestSession, limits.compared());
        }
        int categories = in.count(limits.categories());
        for (int i = 1; i <= categories; i++) categoryByName.put(in.text(), i);
        for (int category = 0; category <= categories; category++) {
            int[] product = numbers(in, limits.ranked());
            double[] popularity = new double[product.length];
            for (int i = 0; i < product.length; i++) popularity[i] = in.real();
            if (product.length > 0) rankings.set(category, new Ranking(epoch, product, popularity));
        }
        for (int i = in.count(Integer.MAX_VALUE); i > 0; i--)
            open.put(new VisitorId(in.text()), Open.read(in, limits.sessionLength()));
        returns.read(in);
        if (!in.atEnd()) throw new IllegalArgumentException("something follows what a learner wrote");
        return this;
    }

    private static boolean isFirst(int[] row, int index) {
        for (int i = 1; i < index; i++) if (Past.product(row[i]) == Past.product(row[index])) return false;
        return true;
    }

    private static void numbers(Bytes out, int[] numbers, int length) {
        out.whole(length);
        for (int i = 0; i < length; i++) out.whole(numbers[i]);
    }

    private static int[] numbers(Bytes in, int most) {
        int[] numbers = new int[in.count(most)];
        for (int i = 0; i < numbers.length; i++) numbers[i] = (int) in.whole();
        return numbers;
    }
}
