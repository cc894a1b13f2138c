package reload.bench.recommend;

import java.util.List;
import java.util.Set;

/// Anything that ranks goods for a session. One thread.
interface Ranked {
    /// @param newestFirst what was viewed
    /// @return at most `size` products, best first, none of them barred
    List<String> rank(List<String> newestFirst, Set<String> barred, int size);
}
