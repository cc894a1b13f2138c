package reload.recommend;

import java.util.List;
import java.util.Set;
import reload.event.VisitorId;

/// Ranks a mall's goods for one shopper at one moment. Immutable and safe for any number of threads.
public interface Recommender {
    /// Knows nothing and recommends nothing: a mall without a past.
    Recommender NONE = query -> List.of();

    /// The best goods, best first, each product once; fewer than asked where no more are known. The same query on the
    /// same recommender always gives the same answer.
    List<Recommended> recommend(Query query);

    /// Product ids this visitor sent back: not to be offered to them again.
    default Set<String> returned(VisitorId visitor) {
        return Set.of();
    }
}
