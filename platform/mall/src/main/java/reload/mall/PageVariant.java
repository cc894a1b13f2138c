package reload.mall;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A further page that competes with the first one; words and theme are the same.
///
/// @param name told in plans and figures: a-z, 0-9 and dashes, at most 24
/// @param blocks as [MallSettings.Page#blocks]
public record PageVariant(String name, List<Block> blocks) {
    public PageVariant {
        requireNonNull(name, "name");
        blocks = List.copyOf(blocks);
    }
}
