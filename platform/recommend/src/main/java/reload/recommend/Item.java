package reload.recommend;

import java.util.Arrays;

/// What is remembered of one product. Written by one learner; a published one is copied before it is written again
/// (`epoch` tells), so that readers never see a change.
final class Item {
    static final int[] NO_CATEGORIES = {};
    /// Of an epoch that never was: most products are never ordered with another.
    private static final Associations NOTHING = new Associations(-1, 0, new int[0], new float[0], new int[0], 0);

    final int epoch;
    final String id;
    /// Signs of interest, weighted, in the learner's forward-decayed unit: it only ever grows.
    double popularity;
    /// Numbers of the sessions it was part of, ascending. Readers of an older copy see the same array up to their own
    /// length, because it is only ever appended to.
    int[] sessions;

    int sessionCount;

    /// What was viewed after it in the same session.
    Associations followers;
    /// What was ordered in the same session.
    Associations ordered;
    int[] categories;

    Item(int epoch, String id) {
        this.epoch = epoch;
        this.id = id;
        this.sessions = new int[2];
        this.followers = new Associations(epoch);
        this.ordered = NOTHING;
        this.categories = NO_CATEGORIES;
    }

    private Item(int epoch, Item published) {
        this.epoch = epoch;
        id = published.id;
        popularity = published.popularity;
        sessions = published.sessions;
        sessionCount = published.sessionCount;
        followers = published.followers;
        ordered = published.ordered;
        categories = published.categories;
    }

    Item at(int nowEpoch) {
        return epoch == nowEpoch ? this : new Item(nowEpoch, this);
    }

    /// Puts the session where its number belongs; nearly always that is the end.
    ///
    /// @param oldest the oldest session still remembered; older ones are dropped when room is needed
    /// @param most most sessions kept
    void join(int session, int oldest, int most) {
        boolean last = sessionCount == 0 || sessions[sessionCount - 1] < session;
        if (!last || sessionCount == sessions.length) {
            int from = Math.max(firstFrom(oldest), sessionCount - most + 1);
            int kept = sessionCount - from;
            int[] next = new int[Math.max(4, kept + kept / 2 + 1)];
            System.arraycopy(sessions, from, next, 0, kept);
            sessions = next;
            sessionCount = kept;
        }
        int at = last ? sessionCount : firstFrom(session);
        System.arraycopy(sessions, at, sessions, at + 1, sessionCount - at);
        sessions[at] = session;
        sessionCount++;
    }

    /// @return the index of the first session that is not older than `oldest`
    int firstFrom(int oldest) {
        int index = Arrays.binarySearch(sessions, 0, sessionCount, oldest);
        return index < 0 ? -index - 1 : index;
    }
}
