package reload.recommend;

/// Lets the sessions most like the one at hand speak for the products they held.
///
/// Similar sessions are found through the products they share with this one, newest first, and weigh by what is shared
/// (late views more than early ones), by age, and by how much of them is shared. Their products speak the louder the
/// nearer they stand to the shared one. The family of VS-kNN, STAN and V-STAN, over the capped lists of VMIS-kNN.
///
/// @see "Garg et al., Sequence and time aware neighborhood for session-based recommendations (STAN), SIGIR 2019"
/// @see "Ludewig et al., Empirical analysis of session-based recommendation algorithms (V-STAN), UMUAI 2021"
/// @see "Kersbergen et al., Serenade: low-latency session-based recommendation in e-commerce at scale, SIGMOD 2022"
final class Neighbours {
    /// Most views of similar sessions that are heard, so that long sessions cost no more than many short ones.
    private static final int HEARD = 30_000;
    private static final int WEEK = 7 * 24 * 60;
    private static final float DAY = 24 * 60;
    /// By places: what counts as very close.
    private static final float[] CLOSE = new float[8];

    static {
        for (int i = 0; i < CLOSE.length; i++) CLOSE[i] = (float) Math.exp(-i / 1.2);
    }

    private final Past past;
    private final Preset preset;
    private final int[] viewed;
    private final Evidence evidence;

    Neighbours(Past past, Preset preset, int[] viewed, Evidence evidence) {
        this.past = past;
        this.preset = preset;
        this.viewed = viewed;
        this.evidence = evidence;
    }

    /// O(sessions compared x their length), which is at most 30,000. A product viewed twice counts where it was viewed
    /// last.
    void speak() {
        int lists = 0;
        int[] step = new int[viewed.length];
        int[] at = new int[viewed.length];
        int[][] joined = new int[viewed.length][];
        float whole = 0;
        for (int back = 0; back < viewed.length; back++) {
            if (!isNewest(back)) continue;
            var item = past.item(viewed[back]);
            step[lists] = back;
            joined[lists] = item.sessions;
            at[lists++] = item.sessionCount - 1;
            whole += preset.step(back);
        }
        int oldest = past.oldestSession();
        int[] head = new int[lists];
        for (int i = 0; i < lists; i++) head[i] = at[i] < 0 ? -1 : joined[i][at[i]];
        int heard = 0;
        while (evidence.found < preset.compared && heard < HEARD) {
            int newest = oldest - 1;
            for (int i = 0; i < lists; i++) newest = Math.max(newest, head[i]);
            if (newest < oldest) break;
            float shared = 0;
            int nearest = -1;
            for (int i = 0; i < lists; i++) {
                if (head[i] != newest) continue;
                shared += preset.step(step[i]);
                if (nearest < 0) nearest = step[i];
                head[i] = --at[i] < 0 ? -1 : joined[i][at[i]];
            }
            int[] session = past.session(newest);
            if (session == null) continue;
            heard += session.length - 1;
            speak(session, shared, whole, nearest);
        }
        weighRareness();
    }

    private boolean isNewest(int back) {
        for (int i = 0; i < back; i++) if (viewed[i] == viewed[back]) return false;
        return true;
    }

    private void speak(int[] session, float shared, float whole, int nearest) {
        int age = Math.max(0, past.nowMinute() - session[0]);
        float similarity = (float) (shared / Math.sqrt(whole * (session.length - 1)));
        if (preset.sessionDays != Double.POSITIVE_INFINITY)
            similarity *= (float) Math.exp(-age / DAY / preset.sessionDays);
        float loud = similarity * preset.match(nearest);
        int week = age <= WEEK ? 1 : 0;
        int index = evidence.found++;
        int star = session.length - 1;
        while (star > 1 && Past.product(session[star]) != viewed[nearest]) star--;
        float[] table = evidence.table();
        for (int place = session.length - 1; place >= 1; place--) {
            int product = Past.product(session[place]);
            evidence.touch(product);
            int row = Evidence.row(product);
            // A product counts once per session, where it stands last.
            if (table[row + Evidence.SPOKEN] == index + 1) continue;
            table[row + Evidence.SPOKEN] = index + 1;
            int distance = Math.abs(place - star);
            float says = loud * preset.distance(distance);
            table[row + Evidence.NEIGHBOURS] += says;
            table[row + Evidence.EQUAL] += similarity;
            if (place > star) table[row + Evidence.AFTER] += similarity;
            if (distance < CLOSE.length) table[row + Evidence.CLOSE] += similarity * CLOSE[distance];
            if (table[row + Evidence.TOGETHER]++ == 0) table[row + Evidence.NEWEST] = index;
            table[row + Evidence.THIS_WEEK] += week;
            if (says > table[row + Evidence.LOUDEST]) {
                table[row + Evidence.LOUDEST] = says;
                table[row + Evidence.WITH] = nearest;
            }
        }
    }

    private void weighRareness() {
        float[] table = evidence.table();
        float all = Logarithm.of(Math.max(1, past.nextSession()));
        float neighbours = 0;
        float equal = 0;
        for (int i = 0; i < evidence.count; i++) {
            int product = evidence.touched(i);
            int row = Evidence.row(product);
            float rare =
                    Math.max(0, all - Logarithm.of(Math.max(1, past.inSessions().get(product))));
            table[row + Evidence.NEIGHBOURS] *= (float) (1 + preset.rarity * rare);
            neighbours += table[row + Evidence.NEIGHBOURS];
            equal += table[row + Evidence.EQUAL];
        }
        evidence.neighbours = neighbours;
        evidence.equal = equal;
    }
}
