package reload.recommend;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a mall's learner knew at one moment. Later learning does not change it.
///
/// @param inSessions by product: in how many sessions it ever was
/// @param itemById shared with the learner, which may have gone on since: numbers from `itemCount` on are none
/// @param sessions by number modulo the room for them: the minute of its last view, then its products in
/// order, each with its interest ([#product], [#interest])
/// @param oldestSession the number of the oldest that is remembered
/// @param nextSession the number the next session will get; older ones have lower numbers
/// @param nowMinute of the last observation, counted from the learner's first
/// @param returns shared with the learner, which may know of later ones
/// @param rankings the whole mall's popularity, then that of each category
record Past(
        Rows.Published<Item> items,
        int itemCount,
        Counts.Published inSessions,
        Map<String, Integer> itemById,
        Rows.Published<int[]> sessions,
        int room,
        int oldestSession,
        int nextSession,
        int nowMinute,
        Rows.Published<Ranking> rankings,
        Map<String, Integer> categoryByName,
        Returns returns) {
    static final int WHOLE_MALL = 0;
    /// In a session's row a product's number leaves room above it for the signs of interest.
    static final int INTEREST_SHIFT = 28;

    private static final int PRODUCT = (1 << INTEREST_SHIFT) - 1;

    /// @return the product's number, or -1 where nobody has heard of it
    int number(String product) {
        Integer number = itemById.get(product);
        return number == null || number >= itemCount ? -1 : number;
    }

    Item item(int number) {
        return Objects.requireNonNull(items.get(number));
    }

    int @Nullable [] session(int number) {
        return sessions.get(number % room);
    }

    static int product(int entry) {
        return entry & PRODUCT;
    }

    static int interest(int entry) {
        return entry >>> INTEREST_SHIFT;
    }

    /// The known products of a session, newest first, as far back as is looked at; repeats included.
    int[] viewed(List<String> newestFirst) {
        return newestFirst.stream()
                .limit(Preset.DEEPEST)
                .mapToInt(this::number)
                .filter(number -> number >= 0)
                .toArray();
    }
}
