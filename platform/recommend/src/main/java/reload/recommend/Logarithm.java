package reload.recommend;

/// Natural logarithms of counts, the small ones from a table.
final class Logarithm {
    private static final float[] SMALL = new float[8192];

    static {
        for (int i = 1; i < SMALL.length; i++) SMALL[i] = (float) StrictMath.log(i);
    }

    private Logarithm() {}

    /// @param count at least 1
    static float of(int count) {
        return count < SMALL.length ? SMALL[count] : (float) StrictMath.log(count);
    }
}
