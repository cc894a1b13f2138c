package reload.bench.learn;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The options of a bench on recorded data: `--train F --test F --out P` and what it knows besides.
record Options(Map<String, String> given) {
    /// Ends the program with a word on its use where an option is unknown or missing.
    static @Nullable Options read(String[] arguments, String bench, Set<String> more) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : arguments[i];
            boolean known = Set.of("train", "test", "out").contains(name) || more.contains(name);
            if (!known || i + 1 == arguments.length) return misused(bench, more);
            given.put(name, arguments[i + 1]);
        }
        return given.keySet().containsAll(Set.of("train", "test", "out")) ? new Options(given) : misused(bench, more);
    }

    private static @Nullable Options misused(String bench, Set<String> more) {
        StringBuilder use = new StringBuilder("usage: bench " + bench + " --train FILE --test FILE --out FILE");
        more.stream()
                .sorted()
                .forEach(option -> use.append(" [--").append(option).append(" X]"));
        System.err.println(use);
        return null;
    }

    Path path(String name) {
        return Path.of(or(name, ""));
    }

    String or(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }
}
