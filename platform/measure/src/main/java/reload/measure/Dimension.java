package reload.measure;

import org.jspecify.annotations.Nullable;
import reload.event.Wire;

/// What a mall's figures can be split by. Sessions and triggers each carry their own value.
public enum Dimension {
    /// Source, medium and campaign of the landing.
    REFERRAL,
    DEVICE,
    /// Of a session: that of its last leave moment; sessions without one are in no row.
    TRIGGER,
    /// Of a session: the page it landed on. Of a trigger: the page it happened on.
    TEMPLATE;

    private static final Wire.Names<Dimension> NAMES = new Wire.Names<>(Dimension.class);

    /// @return null where there is no dimension of that name
    public static @Nullable Dimension find(String name) {
        return NAMES.find(name);
    }

    public String wire() {
        return Wire.of(this);
    }
}
