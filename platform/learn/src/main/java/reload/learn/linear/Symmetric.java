package reload.learn.linear;

/// A symmetric positive definite matrix, factored once as `L x L'`.
///
/// @see "Golub and Van Loan, Matrix Computations, 4th edition, section 4.2"
public final class Symmetric {
    private final double[][] lower;

    /// @param matrix square and symmetric; its lower half is read
    /// @throws IllegalArgumentException if it is not positive definite
    public Symmetric(double[][] matrix) {
        int n = matrix.length;
        lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
                if (i == j && !(sum > 0)) throw new IllegalArgumentException("not positive definite");
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
    }

    /// @return x with `matrix x = right`; O(n²)
    public double[] solve(double[] right) {
        int n = lower.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) x[i] -= lower[k][i] * x[k];
            x[i] /= lower[i][i];
        }
        return x;
    }
}
