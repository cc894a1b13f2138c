package reload.learn.exit;

import java.util.Arrays;
import java.util.List;

/// Rows to learn a propensity from: signals, what followed, and the session each row belongs to, so that rows
/// of one session never stand on both sides of a check.
///
/// @param signals in the order of a row
/// @param rows row after row, one value a signal
/// @param came by row, whether it followed
/// @param sessions by row, the number of its session
public record Visits(List<Signal> signals, float[] rows, boolean[] came, int[] sessions) {
    public Visits {
        signals = List.copyOf(signals);
        if (rows.length != (long) signals.size() * came.length || sessions.length != came.length)
            throw new IllegalArgumentException(rows.length + " values of " + came.length + " rows");
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
