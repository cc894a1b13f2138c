package reload.learn.judge;

/// Sorts places by the values that stand there.
public final class Order {
    private Order() {}

    /// @return the places of `values`, lowest value first; equal values in their order. O(n log n), no boxing
    public static int[] ascending(double[] values) {
        int[] order = new int[values.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        sort(order, order.clone(), 0, order.length, values);
        return order;
    }

    /// Merge sort, of `from` into `to`, which begin alike.
    private static void sort(int[] to, int[] from, int low, int high, double[] values) {
        if (high - low < 2) return;
        int middle = (low + high) >>> 1;
        sort(from, to, low, middle, values);
        sort(from, to, middle, high, values);
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takesLeft = right >= high || left < middle && values[from[left]] <= values[from[right]];
            to[i] = takesLeft ? from[left++] : from[right++];
        }
    }
}
