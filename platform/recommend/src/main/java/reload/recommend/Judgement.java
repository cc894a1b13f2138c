package reload.recommend;

import java.util.Arrays;
import java.util.List;

/// How well a model recommends what shoppers viewed next.
///
/// @param hitRate share of the moments whose next product was among the first 20
/// @param reciprocalRanks by moment 1/place, 0 beyond 20
public record Judgement(double hitRate, double[] reciprocalRanks) {
    /// One-sided 97.5 %.
    private static final double SURE = 1.96;

    /// The moments of several malls as those of one.
    public static Judgement together(List<Judgement> parts) {
        double[] ranks = parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.reciprocalRanks))
                .toArray();
        double hits = parts.stream()
                .mapToDouble(part -> part.hitRate * part.reciprocalRanks.length)
                .sum();
        return new Judgement(hits / Math.max(1, ranks.length), ranks);
    }

    /// MRR@20.
    public double meanReciprocalRank() {
        double sum = 0;
        for (double rank : reciprocalRanks) sum += rank;
        return reciprocalRanks.length == 0 ? 0 : sum / reciprocalRanks.length;
    }

    /// Whether the mean reciprocal rank is above that of the other on the same moments, beyond what chance makes of so
    /// many.
    public boolean isSurelyBetterThan(Judgement other) {
        int moments = reciprocalRanks.length;
        if (moments < 2) return false;
        double mean = meanReciprocalRank() - other.meanReciprocalRank();
        double squares = 0;
        for (int i = 0; i < moments; i++) {
            double apart = reciprocalRanks[i] - other.reciprocalRanks[i] - mean;
            squares += apart * apart;
        }
        return mean > SURE * Math.sqrt(squares / (moments - 1) / moments);
    }
}
