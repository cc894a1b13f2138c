package reload.learn.bandit;

/// What is believed of an arm's reward rate: a beta distribution.
///
/// @param alpha rewards believed to have been seen, above 0
/// @param beta rounds without one, above 0
public record Beta(double alpha, double beta) {
    /// Every rate is as likely as any.
    public static final Beta UNIFORM = new Beta(1, 1);

    public Beta {
        if (!(alpha > 0 && beta > 0))
            throw new IllegalArgumentException("no beta distribution: " + alpha + ", " + beta);
    }

    public double mean() {
        return alpha / (alpha + beta);
    }

    public double deviation() {
        double n = alpha + beta;
        return Math.sqrt(alpha * beta / (n * n * (n + 1)));
    }

    /// The density at a rate, up to a factor, as its logarithm.
    double logDensity(double rate) {
        return (alpha - 1) * Math.log(rate) + (beta - 1) * Math.log1p(-rate);
    }

    /// With rounds seen.
    public Beta after(double rewards, double rounds) {
        return new Beta(alpha + rewards, beta + rounds - rewards);
    }
}
