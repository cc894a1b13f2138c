package reload.event;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an enum constant is written in the contract: lower case, dashes for underscores.
public final class Wire {
    private Wire() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads constants of one enum by their wire name, without allocating.
    public static final class Names<E extends Enum<E>> {
        private final Map<String, E> byName = new HashMap<>();

        public Names(Class<E> type) {
            for (E constant : type.getEnumConstants()) byName.put(of(constant), constant);
        }

        /// @return the constant, or null where the contract has no such word
        public @Nullable E find(String name) {
            return byName.get(name);
        }
    }
}
