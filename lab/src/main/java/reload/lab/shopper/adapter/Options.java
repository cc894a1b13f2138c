package reload.lab.shopper.adapter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was written on the command line: `--name value` pairs and flags.
final class Options {
    /// What the caller wrote cannot be meant.
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1;

        Misuse(String message) {
            super(message);
        }
    }

    private final Map<String, String> values = new HashMap<>();

    /// @param flags the names that take no value
    Options(List<String> arguments, Set<String> names, Set<String> flags) {
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (flags.contains(name)) {
                values.put(name, "");
            } else if (!names.contains(name)) {
                throw new Misuse("unknown option " + name);
            } else if (++i == arguments.size()) {
                throw new Misuse(name + " needs a value");
            } else {
                values.put(name, arguments.get(i));
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    String find(String name) {
        return values.get(name);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    long number(String name, long otherwise) {
        String text = values.get(name);
        if (text == null) return otherwise;
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new Misuse(name + " needs a whole number, not " + text);
        }
    }

    int count(String name, int otherwise) {
        long value = number(name, otherwise);
        if (value < 1 || value > Integer.MAX_VALUE) throw new Misuse(name + " needs a number of at least 1");
        return (int) value;
    }

    @Nullable
    Double share(String name) {
        String text = values.get(name);
        if (text == null) return null;
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) return share;
        } catch (NumberFormatException _) {
            // Said below, as for a number out of range.
        }
        throw new Misuse(name + " needs a share from 0 to 1, not " + text);
    }
}
