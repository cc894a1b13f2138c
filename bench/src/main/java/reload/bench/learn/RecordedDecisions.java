package reload.bench.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Recorded decisions of an experiment whose propensities are known. Two kinds of files: Hillstrom's e-mails,
/// three arms drawn evenly; and the Open Bandit Dataset, where an item is shown at a position.
///
/// @param arms names
/// @param arm by decision
/// @param place by decision, the position on the page it was made for, 0-based; each is decided apart
/// @see "Saito et al., Open Bandit Dataset and Pipeline, NeurIPS 2021"
record RecordedDecisions(
        List<String> arms, int[] arm, int[] place, double[] propensity, boolean[] reward, String[] ids) {
    private static final int POSITIONS = 3;

    /// @param like the decisions whose arms these are among; null where they name their own
    static RecordedDecisions read(Table table, String reward, List<String> like) {
        boolean mails = table.has("segment");
        String[] taken = table.texts(mails ? "segment" : "item_id");
        List<String> arms = new ArrayList<>(like);
        if (arms.isEmpty() && mails) arms.addAll(MailCampaign.ARMS);
        else if (arms.isEmpty()) Arrays.stream(taken).distinct().sorted().forEach(arms::add);
        int[] arm = Arrays.stream(taken).mapToInt(arms::indexOf).toArray();
        int[] place = new int[arm.length];
        double[] propensity = new double[arm.length];
        Arrays.fill(propensity, 1.0 / arms.size());
        if (!mails) {
            for (int i = 0; i < arm.length; i++) place[i] = (int) table.number(i, "position") - 1;
            propensity = table.numbers("propensity_score");
        }
        String outcome = mails ? reward : "click";
        boolean[] rewards = table.has(outcome) ? table.flags(outcome) : new boolean[arm.length];
        return new RecordedDecisions(arms, arm, place, propensity, rewards, table.texts("row_id"));
    }

    int size() {
        return arm.length;
    }

    int places() {
        return Arrays.stream(place).max().orElse(0) < POSITIONS
                        && Arrays.stream(place).anyMatch(p -> p > 0)
                ? POSITIONS
                : 1;
    }
}
