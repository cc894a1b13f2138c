package reload.measure;

/// All that the estimate needs to know of one arm's outcomes: four sums that one SQL aggregate gives.
///
/// An outcome is the net amount of a visitor's orders in the window after the first trigger, in minor units, 0 for
/// most.
///
/// @param visitors how many outcomes
/// @param buyers how many of them are not 0
/// @param sum of the outcomes; not below 0, as a refund never exceeds its order
/// @param sumOfSquares of the outcomes
public record Outcomes(long visitors, long buyers, double sum, double sumOfSquares) {
    public static final Outcomes NONE = new Outcomes(0, 0, 0, 0);

    public Outcomes {
        if (buyers < 0 || buyers > visitors) {
            throw new IllegalArgumentException(buyers + " buyers among " + visitors + " visitors");
        }
        if (!(sum >= 0 && sumOfSquares >= 0)) {
            throw new IllegalArgumentException("sums of amounts are not below 0: " + sum + ", " + sumOfSquares);
        }
    }

    /// These outcomes and one more visitor's.
    public Outcomes plus(long amount) {
        return new Outcomes(
                visitors + 1, amount == 0 ? buyers : buyers + 1, sum + amount, sumOfSquares + (double) amount * amount);
    }

    public Outcomes plus(Outcomes others) {
        return new Outcomes(
                visitors + others.visitors,
                buyers + others.buyers,
                sum + others.sum,
                sumOfSquares + others.sumOfSquares);
    }

    /// Amount per visitor, buyer or not; NaN where there is no visitor.
    public double mean() {
        return sum / visitors;
    }
}
