package reload.log;

/// A place in the log. Later entries of a key have greater positions. What the number means is the log's own affair:
/// others compare positions, keep them as text and hand them back.
public final class Position implements Comparable<Position> {
    /// Before the first entry.
    public static final Position START = new Position(0);

    private final long number;

    private Position(long number) {
        this.number = number;
    }

    /// For the keeper of a log: the place it knows by this number, 0 or more.
    public static Position of(long number) {
        if (number < 0) throw new IllegalArgumentException("a position is 0 or more, not " + number);
        return number == 0 ? START : new Position(number);
    }

    /// For the keeper of a log: the number it gave.
    public long number() {
        return number;
    }

    /// Reads what [#text()] wrote.
    ///
    /// @throws IllegalArgumentException if it is not such a text
    public static Position parse(String text) {
        return of(Long.parseLong(text));
    }

    /// The form in which a position is kept elsewhere.
    public String text() {
        return Long.toString(number);
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(number, other.number);
    }

    public boolean isAfter(Position other) {
        return number > other.number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position that && number == that.number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    @Override
    public String toString() {
        return text();
    }
}
