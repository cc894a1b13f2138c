package reload.measure;

/// A range the truth is believed to lie in, both ends included.
///
/// @param low not above `high`
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high))
            throw new IllegalArgumentException("an interval runs from low to high: " + low + ", " + high);
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public double width() {
        return high - low;
    }

    public Interval times(double factor) {
        return factor < 0 ? new Interval(high * factor, low * factor) : new Interval(low * factor, high * factor);
    }
}
