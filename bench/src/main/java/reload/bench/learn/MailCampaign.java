package reload.bench.learn;

import java.util.List;
import java.util.stream.IntStream;
import reload.learn.uplift.Experiment;

/// The columns of Hillstrom's e-mail challenge: three arms drawn at random, what was known of each customer,
/// and what they did.
///
/// @see "Hillstrom, The MineThatData e-mail analytics and data mining challenge, 2008"
record MailCampaign(Table table) {
    static final List<String> ARMS = List.of("No E-Mail", "Womens E-Mail", "Mens E-Mail");
    private static final List<String> SIGNALS =
            List.of("womens", "mens", "newbie", "recency", "log history", "rural", "suburban", "phone", "multichannel");

    static int womens() {
        return SIGNALS.indexOf("womens");
    }

    static int recency() {
        return SIGNALS.indexOf("recency");
    }

    double[] row(int i) {
        return new double[] {
            table.number(i, "womens"),
            table.number(i, "mens"),
            table.number(i, "newbie"),
            table.number(i, "recency"),
            Math.log(table.number(i, "history")),
            table.text(i, "zip_code").equals("Rural") ? 1 : 0,
            table.text(i, "zip_code").startsWith("Sur") ? 1 : 0,
            table.text(i, "channel").equals("Phone") ? 1 : 0,
            table.text(i, "channel").equals("Multichannel") ? 1 : 0
        };
    }

    /// @param treat `womens`, `mens` or `any`
    boolean isIn(int i, String treat) {
        return switch (ARMS.indexOf(table.text(i, "segment"))) {
            case 0 -> true;
            case 1 -> !treat.equals("mens");
            case 2 -> !treat.equals("womens");
            default -> throw new IllegalArgumentException("no arm " + table.text(i, "segment"));
        };
    }

    /// @param places of the rows taken part in
    Experiment experiment(int[] places, String outcome) {
        double[][] rows = new double[places.length][];
        boolean[] treated = new boolean[places.length];
        double[] outcomes = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            rows[i] = row(places[i]);
            treated[i] = !table.text(places[i], "segment").equals(ARMS.getFirst());
            outcomes[i] = table.number(places[i], outcome);
        }
        return new Experiment(SIGNALS, rows, treated, outcomes);
    }

    int[] places(String treat) {
        return IntStream.range(0, table.size()).filter(i -> isIn(i, treat)).toArray();
    }
}
