package reload.measure;

/// Whether the arms have the sizes that the draw promised. If not, visitors went missing on one side and nothing that
/// compares the arms can be believed.
///
/// The usual chi-square test at 0.001 is meant for one look; a marketer looks daily. This one may be looked at after
/// every visitor: the evidence against the configured share is a Bayes factor, which exceeds 1000 at any time with a
/// probability of at most 0.001 if the draw is sound. The price: after 10,000 visitors it takes 4.3 standard errors
/// instead of 3.3.
///
/// @see "Lindon and Malek, Anytime-valid inference for multinomial count data, NeurIPS 2022"
final class SampleRatio {
    static final double ERROR_RATE = 0.001;

    /// The alternative is a Beta around the configured share that weighs as much as so many visitors: shares off by a
    /// tenth of themselves (10 % hold-out arriving as 9 %) are what a lost beacon looks like.
    private static final double WEIGHT = 1000;

    private SampleRatio() {}

    /// @param holdOutShare above 0 and below 1
    static boolean isOff(long shown, long heldOut, double holdOutShare) {
        return logEvidence(shown, heldOut, holdOutShare) > -Math.log(ERROR_RATE);
    }

    /// The natural logarithm of the Bayes factor against the configured share; 0 before the first visitor.
    static double logEvidence(long shown, long heldOut, double holdOutShare) {
        double priorHeldOut = WEIGHT * holdOutShare;
        double priorShown = WEIGHT * (1 - holdOutShare);
        return logBeta(priorHeldOut + heldOut, priorShown + shown)
                - logBeta(priorHeldOut, priorShown)
                - heldOut * Math.log(holdOutShare)
                - shown * Math.log1p(-holdOutShare);
    }

    private static double logBeta(double a, double b) {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
    }

    /// Stirling's series, after stepping small arguments up to where three terms give ten digits.
    ///
    /// @see "Abramowitz and Stegun, Handbook of Mathematical Functions, 6.1.41 and 6.1.15"
    private static double logGamma(double x) {
        double steps = 0;
        double z = x;
        while (z < 20) {
            steps += Math.log(z);
            z++;
        }
        double inverse = 1 / z;
        double series = inverse * (1 / 12.0 - inverse * inverse * (1 / 360.0 - inverse * inverse / 1260));
        return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - steps;
    }
}
