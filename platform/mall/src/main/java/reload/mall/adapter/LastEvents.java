package reload.mall.adapter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;

/// When a mall's pages were last heard of: what a developer looks at after pasting the snippet. The stage that
/// knows gives it.
@FunctionalInterface
public interface LastEvents {
    @Nullable
    Instant of(MallId mall);
}
