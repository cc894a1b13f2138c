package reload.learn.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reload.event.Variant;
import reload.mall.ShowRule;

/// What is shown to whom, with which chance.
@FunctionalInterface
public interface Policy {
    Policy NOBODY = _ -> Map.of(Variant.NOTHING, 1.0);

    /// @return by page, and [Variant#NOTHING]; sums to 1
    Map<String, Double> chances(Round round);

    /// These pages evenly, to everybody.
    ///
    /// @param pages at least one
    static Policy showing(List<String> pages) {
        Map<String, Double> chances = new HashMap<>();
        for (String page : pages) chances.put(page, 1.0 / pages.size());
        return _ -> chances;
    }

    /// This policy where the rule holds, nothing elsewhere.
    default Policy where(ShowRule rule) {
        return round -> rule.shows(round.known()) ? chances(round) : NOBODY.chances(round);
    }
}
