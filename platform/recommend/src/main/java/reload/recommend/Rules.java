package reload.recommend;

/// Lets what was viewed after the last products speak, one step on and two, and what was ordered with them.
///
/// @see "Ludewig and Jannach, Evaluation of session-based recommendation algorithms, UMUAI 2018, section 3.1 (AR, SR)"
final class Rules {
    /// Followers weaker than this share do not tell of their own followers.
    private static final float WEAKEST = 0.02f;
    /// How many of the last views' followers' followers speak.
    private static final int HOPS = 2;

    private final Past past;
    private final Preset preset;
    private final int[] viewed;
    private final Evidence evidence;

    Rules(Past past, Preset preset, int[] viewed, Evidence evidence) {
        this.past = past;
        this.preset = preset;
        this.viewed = viewed;
        this.evidence = evidence;
    }

    /// O(steps x followers + hops x followers x followers), all rows capped by [Limits].
    void speak() {
        int steps = Math.min(preset.ruleSteps, viewed.length);
        double all = 0;
        for (int i = 0; i < steps; i++) all += Math.pow(preset.ruleDecay, i);
        for (int i = 0; i < steps; i++) followers(i, (float) (Math.pow(preset.ruleDecay, i) / all));
        for (int i = 0; i < Math.min(HOPS, viewed.length); i++)
            if (i == 0 || viewed[i] != viewed[0]) followersOfFollowers(viewed[i], 1f / (1 + i));
        for (int i = 0; i < viewed.length; i++) ordered(viewed[i], 1f / viewed.length);
    }

    private void followers(int back, float weight) {
        var row = past.item(viewed[back]).followers;
        if (row.sum <= 0) return;
        boolean again = again(back);
        for (int i = 0; i < row.size; i++) {
            int product = row.product[i];
            float share = row.share(i);
            evidence.touch(product);
            if (evidence.of(product, Evidence.TOGETHER) == 0 && evidence.of(product, Evidence.RULES) == 0)
                evidence.set(product, Evidence.WITH, back);
            evidence.add(product, Evidence.RULES, weight * share);
            if (back == 0) evidence.set(product, Evidence.NEXT, share);
            if (!again) evidence.add(product, Evidence.COVER, 1);
        }
    }

    private boolean again(int back) {
        for (int i = 0; i < back; i++) if (viewed[i] == viewed[back]) return true;
        return false;
    }

    private void followersOfFollowers(int product, float weight) {
        var row = past.item(product).followers;
        if (row.sum <= 0) return;
        float[] table = evidence.table();
        for (int i = 0; i < row.size; i++) {
            float share = row.share(i) * weight;
            var next = past.item(row.product[i]).followers;
            if (share < WEAKEST || next.sum <= 0) continue;
            float scale = (float) (share / next.sum);
            for (int j = 0; j < next.size; j++) {
                evidence.touch(next.product[j]);
                table[Evidence.row(next.product[j]) + Evidence.HOP] += scale * next.weight[j];
            }
        }
    }

    private void ordered(int product, float weight) {
        var row = past.item(product).ordered;
        for (int i = 0; i < row.size; i++) {
            evidence.touch(row.product[i]);
            evidence.add(row.product[i], Evidence.ORDERED, weight * row.share(i));
        }
    }
}
