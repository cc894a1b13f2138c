package reload.learn.exit;

import java.util.Arrays;
import java.util.List;

/// Rows to learn a propensity from: signals, what followed, and the session each row belongs to, so that rows
/// of one session never stand on both sides of a check.
///
/// @param signals in the order of a row
/// @param rows row after row, one value a signal
/// @param came by row, whether it followed
/// @param sessions by row, the number of its session; rows of a session stand together, in their order
public record Visits(List<Signal> signals, float[] rows, boolean[] came, int[] sessions) {
    public Visits {
        signals = List.copyOf(signals);
        if (rows.length != (long) signals.size() * came.length || sessions.length != came.length)
            throw new IllegalArgumentException(rows.length + " values of " + came.length + " rows");
    }

    /// Every view of visits that have ended.
    public static Visits of(List<PastVisit> ended, Following following) {
        List<Signal> signals = VisitSignals.of(following);
        int size = ended.stream().mapToInt(visit -> visit.trail().views()).sum();
        float[] rows = new float[size * signals.size()];
        boolean[] came = new boolean[size];
        int[] sessions = new int[size];
        int at = 0;
        for (int session = 0; session < ended.size(); session++) {
            PastVisit visit = ended.get(session);
            boolean[] follows = VisitSignals.came(visit.trail(), following);
            System.arraycopy(follows, 0, came, at, follows.length);
            for (float[] row : VisitSignals.rows(visit)) {
                System.arraycopy(row, 0, rows, at * signals.size(), row.length);
                sessions[at++] = session;
            }
        }
        return new Visits(signals, rows, came, sessions);
    }

    public int size() {
        return came.length;
    }

    public float[] row(int i) {
        return Arrays.copyOfRange(rows, i * signals.size(), (i + 1) * signals.size());
    }

    public Visits at(int[] places) {
        int width = signals.size();
        float[] some = new float[places.length * width];
        boolean[] outcomes = new boolean[places.length];
        int[] numbers = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(rows, places[i] * width, some, i * width, width);
            outcomes[i] = came[places[i]];
            numbers[i] = sessions[places[i]];
        }
        return new Visits(signals, some, outcomes, numbers);
    }
}
