package reload.mall;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.event.SiteKey;

/// All malls as of now: an immutable snapshot in memory, so every call is a map lookup and never waits.
public interface Malls {
    @Nullable
    Mall find(SiteKey key);

    @Nullable
    Mall find(MallId id);

    Collection<Mall> all();
}
