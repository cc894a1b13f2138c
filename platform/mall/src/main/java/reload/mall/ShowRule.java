package reload.mall;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A policy that shows a reload page where all of its conditions hold, and nothing elsewhere. Without
/// conditions it shows one to everybody.
///
/// @param conditions by what is known at the trigger, the words allowed
public record ShowRule(Map<String, Set<String>> conditions) {
    /// What a condition may speak of.
    public static final Set<String> KNOWN = Set.of("trigger", "device", "referral", "template");
    /// What of that is known when the plan is made: only rules of these can be at work.
    public static final Set<String> KNOWN_BEFOREHAND = Set.of("device", "referral", "template");

    public static final ShowRule EVERYBODY = new ShowRule(Map.of());

    public ShowRule {
        conditions = Map.copyOf(conditions);
        if (!KNOWN.containsAll(conditions.keySet()))
            throw new IllegalArgumentException(
                    "conditions are of " + KNOWN.stream().sorted().toList());
    }

    /// Reads `trigger=back-hold|return,device=phone`.
    ///
    /// @throws IllegalArgumentException if it is not written so
    public static ShowRule read(String text) {
        Map<String, Set<String>> conditions = new TreeMap<>();
        if (text.isBlank()) return EVERYBODY;
        for (String condition : text.split(",", -1)) {
            String[] parts = condition.strip().split("=", 2);
            if (parts.length < 2 || parts[1].isBlank())
                throw new IllegalArgumentException("a condition is written name=word|word, not " + condition);
            conditions.put(
                    parts[0].strip(),
                    new LinkedHashSet<>(List.of(parts[1].strip().split("\\|"))));
        }
        return new ShowRule(conditions);
    }

    /// As [#read] reads it, conditions and words by name.
    public String write() {
        return new TreeMap<>(conditions)
                .entrySet().stream()
                        .map(condition -> condition.getKey() + "="
                                + condition.getValue().stream().sorted().collect(Collectors.joining("|")))
                        .collect(Collectors.joining(","));
    }

    /// @param known words by name
    public boolean shows(Map<String, String> known) {
        return conditions.entrySet().stream()
                .allMatch(condition -> condition.getValue().contains(known.getOrDefault(condition.getKey(), "")));
    }
}
