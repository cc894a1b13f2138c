package reload.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// A remembered session.
///
/// @param at of its last sign, milliseconds since 1970, to the minute
/// @param views in the order they came
public record PastSession(long at, List<View> views) {
    private static final long MINUTE = 60_000;

    public PastSession {
        views = List.copyOf(views);
    }

    /// @param interests bits of [Interest] on the first view of a product, also of what became of it later; 0
    /// on further ones
    public record View(String product, int interests) {
        boolean shows(Interest interest) {
            return (interests & interest.bit()) != 0;
        }

        /// How much it counts that this product was the next: as much as the strongest interest shown in it.
        int weight() {
            int weight = Interest.VIEWED.weight();
            for (var interest : Interest.values()) if (shows(interest)) weight = Math.max(weight, interest.weight());
            return weight;
        }
    }

    static PastSession of(int[] row, long landmark, IntFunction<Item> items) {
        var views = new ArrayList<View>(row.length - 1);
        for (int i = 1; i < row.length; i++)
            views.add(new View(items.apply(Past.product(row[i])).id, Past.interest(row[i])));
        return new PastSession(landmark + row[0] * MINUTE, views);
    }

    /// The products of the first `length` views, newest first.
    List<String> newestFirst(int length) {
        return views.subList(0, length).reversed().stream().map(View::product).toList();
    }
}
