package reload.recommend;

import java.time.Duration;

/// How the parts of the ranking weigh. The defaults were chosen on the last sessions of training data, never on test
/// data; `docs/methods/recommend.md` says how.
///
/// @param neighbours how many of the compared sessions speak, the most similar ones
/// @param stepDecay how many views back in the shopper's session a product weighs 1/e for finding similar sessions
/// @param matchDecay how many views back the newest shared product may lie for a session to speak with 1/e
/// @param distanceDecay how far from the shared product another product of a similar session weighs 1/e
/// @param before what a product viewed before the shared one weighs against one viewed after it
/// @param sessionDays after how many days a session weighs 1/e
/// @param rarity how much a rare product is preferred (0 not at all)
/// @param rules what the followers weigh against the similar sessions
/// @param ruleSteps how many of the last viewed products' followers speak
/// @param ruleDecay what each further step back weighs against the one after it
/// @param followersHalfLife after which time what followed what counts half
/// @param popularityHalfLife after which time a sign of interest counts half
public record Tuning(
        int neighbours,
        double stepDecay,
        double matchDecay,
        double distanceDecay,
        double before,
        double sessionDays,
        double rarity,
        double rules,
        int ruleSteps,
        double ruleDecay,
        Duration followersHalfLife,
        Duration popularityHalfLife) {
    public static final Tuning DEFAULT =
            new Tuning(500, 5, 1.225, 2.5, 1, 60, 5, 0.4, 6, 0.5, Duration.ofDays(30), Duration.ofDays(7));

    /// What a follower at this distance counts against the very next one.
    double followerWeight(int distance) {
        return 1.0 / distance;
    }
}
