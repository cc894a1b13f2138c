package reload.learn.judge;

/// By how much one model's losses are less than another's, on things that do not hang together.
///
/// @param sum of the gains
/// @param squares the sum of their squares
public record Gain(int things, double sum, double squares) {
    public static final Gain NONE = new Gain(0, 0, 0);

    public Gain plus(double gain) {
        return new Gain(things + 1, sum + gain, squares + gain * gain);
    }

    public Gain plus(Gain other) {
        return new Gain(things + other.things, sum + other.sum, squares + other.squares);
    }

    /// 0 of nothing.
    public double mean() {
        return things == 0 ? 0 : sum / things;
    }

    /// Whether the mean is above 0 by more than so many of its standard errors. Of nothing, nothing is.
    public boolean exceeds(double errors) {
        if (things == 0) return false;
        double mean = mean();
        return mean > errors * Math.sqrt(Math.max(0, squares / things - mean * mean) / things);
    }
}
