package reload.learn.adapter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One time a model was tried.
///
/// @param version counts a mall's models of a kind from 1
/// @param trainedAt milliseconds since 1970, as the window it was learnt from
/// @param position of the log up to which it was learnt
/// @param rows learnt from: signs, sessions or rounds
/// @param parent the version that was at work then; 0 is what every mall begins with
/// @param pooled the version of all malls together whose trees it uses; null for its own or none
/// @param metrics on what was kept aside, by name; empty with too little
/// @param drifted the chances of the model at work no longer meant what they said
public record Tried(
        int version,
        long trainedAt,
        @Nullable Long windowFrom,
        @Nullable Long windowTo,
        String position,
        int rows,
        int parent,
        @Nullable Integer pooled,
        Outcome outcome,
        Map<String, Double> metrics,
        boolean drifted,
        boolean atWork) {
    public enum Outcome {
        /// It is at work from then on.
        BETTER,
        /// It is at work from then on, and nothing judged it beforehand: it says another thing than the one before.
        UNJUDGED,
        /// The model at work stayed.
        NO_BETTER,
        /// Nothing was learnt of the mall itself: the model at work stayed, or that of all malls together took its
        /// place.
        TOO_LITTLE
    }

    public Tried {
        metrics = Map.copyOf(metrics);
    }
}
