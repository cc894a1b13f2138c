package reload.recommend;

/// How the parts of the ranking weigh: settings that each suit one kind of mall. Which one a mall's shoppers
/// follow is found on its own last sessions ([Rehearsal#choose]). They were chosen on the last sessions of
/// training data, never on test data; `docs/methods/recommend.md` says how.
public enum Preset {
    /// Long looks around a large assortment: the whole session counts, in any order.
    WANDERING(500, 20, 2, 20, 100, 5, 0.1, 3, 0.3),
    /// Short, fast sessions: what came next after the last views decides, rare goods say most.
    FOLLOWING(500, 10, 0.6, 10, Double.POSITIVE_INFINITY, 30, 2.5, 10, 0.3),
    /// A few goods many sessions share: many sessions are asked, the nearest products in them speak.
    FOCUSED(2_000, 2, 1.2, 2.5, Double.POSITIVE_INFINITY, 10, 0.2, 10, 0.7),
    /// As FOCUSED, but what is old fades and followers weigh more.
    RECENT(2_000, 5, 1.2, 2.5, 30, 5, 0.4, 4, 0.3),
    /// Every product of every similar session speaks alike: where the order of views says nothing.
    EQUAL(1_000, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 100, 2, 0.2, 3, 0.5);

    /// Views of a session further back than this are not looked at.
    static final int DEEPEST = 12;

    /// Most sessions compared with the one at hand, newest first.
    final int compared;
    /// What each further step back weighs against the one after it, for the followers.
    final double ruleDecay;
    /// After how many days a session weighs 1/e.
    final double sessionDays;
    /// How much a rare product is preferred (0 not at all).
    final double rarity;
    /// What the followers weigh against the similar sessions.
    final double rules;
    /// How many of the last viewed products' followers speak.
    final int ruleSteps;

    /// By views back in the shopper's session: what a product weighs for finding similar sessions.
    private final float[] steps;
    /// By views back: what a session says whose newest shared product lies there.
    private final float[] matches;
    /// By places between it and the shared one: what another product of a similar session weighs.
    private final float[] distances;

    /// @param step views back after which a product weighs 1/e for finding similar sessions
    /// @param match views back after which a session says 1/e
    /// @param distance places after which a product of a similar session weighs 1/e
    Preset(
            int compared,
            double step,
            double match,
            double distance,
            double sessionDays,
            double rarity,
            double rules,
            int ruleSteps,
            double ruleDecay) {
        this.compared = compared;
        this.sessionDays = sessionDays;
        this.rarity = rarity;
        this.rules = rules;
        this.ruleSteps = ruleSteps;
        this.ruleDecay = ruleDecay;
        steps = fading(step, DEEPEST);
        matches = fading(match, DEEPEST);
        distances = fading(distance, 64);
    }

    private static float[] fading(double until, int length) {
        float[] weights = new float[length];
        for (int i = 0; i < length; i++) weights[i] = (float) Math.exp(-i / until);
        return weights;
    }

    float step(int back) {
        return steps[back];
    }

    float match(int back) {
        return matches[back];
    }

    float distance(int places) {
        return distances[Math.min(places, distances.length - 1)];
    }
}
