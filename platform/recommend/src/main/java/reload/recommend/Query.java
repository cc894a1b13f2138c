package reload.recommend;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of a shopper when goods are wanted.
///
/// @param session product ids this shopper viewed, newest first; may be empty, may repeat, may name unknown products
/// @param category where the shopper is; goods of it come first where the session says too little
/// @param exclude never recommended: bought, out of stock, already on the page
/// @param view whether goods of the session may come back
/// @param size how many goods are wanted, at least 1
public record Query(List<String> session, @Nullable String category, Set<String> exclude, View view, int size) {
    /// Which goods may be recommended at all.
    public enum View {
        /// All, also those just viewed: what the literature scores.
        ALL,
        /// Only goods this session has not seen: what a page of other goods needs.
        NEW_ONLY
    }

    public Query {
        session = List.copyOf(session);
        exclude = Set.copyOf(exclude);
        if (size < 1) throw new IllegalArgumentException("at least one product is wanted, not " + size);
    }

    /// Goods this session has not seen, to go with those it has.
    public static Query goesWith(List<String> session, @Nullable String category, Set<String> exclude, int size) {
        return new Query(session, category, exclude, View.NEW_ONLY, size);
    }

    /// What is popular now, in a category first where one is given.
    public static Query popular(@Nullable String category, Set<String> exclude, int size) {
        return new Query(List.of(), category, exclude, View.ALL, size);
    }
}
