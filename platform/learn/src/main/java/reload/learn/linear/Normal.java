package reload.learn.linear;

/// The normal distribution.
public final class Normal {
    private Normal() {}

    /// The chance of a standard normal beyond `z` on either side. Exact to 1.2e-7 relative.
    ///
    /// @see "Press et al., Numerical Recipes, 2nd edition, section 6.2 (a Chebyshev fit of erfc)"
    public static double beyond(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + x / 2);
        double[] terms = {
            -1.26551223,
            1.00002368,
            0.37409196,
            0.09678418,
            -0.18628806,
            0.27886807,
            -1.13520398,
            1.48851587,
            -0.82215223,
            0.17087277
        };
        double sum = 0;
        for (int i = terms.length - 1; i >= 0; i--) sum = sum * t + terms[i];
        return t * Math.exp(-x * x + sum);
    }
}
