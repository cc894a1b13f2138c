package reload.measure;

import java.util.stream.IntStream;

/// How well the intervals keep their promise in a mall whose truth is known.
///
/// @param unknown share of histories whose last look says nothing
/// @param covered share of the others whose fixed-horizon interval holds the truth
/// @param width mean width of that interval over that of one who knows the standard error
/// @param textbookCovered as `covered`, of the textbook's interval (Welch), for comparison
/// @param everWrong share of histories in which the anytime-valid interval misses the truth at one look or more
/// @param anytimeWidth as `width`, of the anytime-valid interval at the last look
record Promise(
        double unknown, double covered, double width, double textbookCovered, double everWrong, double anytimeWidth) {
    private static final int LOOKS = 20;

    private record History(
            boolean known,
            boolean covered,
            double width,
            boolean textbookCovered,
            boolean everWrong,
            double anytimeWidth) {}

    static Promise in(SimulatedMall mall, int visitors, int seeds) {
        double oracle = 2 * 1.959963984540054 * mall.standardError(visitors);
        var histories = IntStream.range(0, seeds)
                .parallel()
                .mapToObj(seed -> history(mall, visitors, seed))
                .toList();
        var known = histories.stream().filter(History::known).toList();
        return new Promise(
                1 - (double) known.size() / seeds,
                (double) known.stream().filter(History::covered).count() / known.size(),
                known.stream().mapToDouble(History::width).average().orElse(Double.NaN) / oracle,
                (double) known.stream().filter(History::textbookCovered).count() / known.size(),
                (double) histories.stream().filter(History::everWrong).count() / seeds,
                known.stream().mapToDouble(History::anytimeWidth).average().orElse(Double.NaN) / oracle);
    }

    private static History history(SimulatedMall mall, int visitors, int seed) {
        var history = mall.visitors(seed);
        boolean everWrong = false;
        for (int look = 1; look < LOOKS; look++) {
            everWrong |= history.come(visitors / LOOKS).lift() instanceof Lift.Known known
                    && !known.anytime().contains(mall.truth());
        }
        if (!(history.come(visitors / LOOKS).lift() instanceof Lift.Known last)) {
            return new History(false, false, 0, false, everWrong, 0);
        }
        return new History(
                true,
                last.fixed().contains(mall.truth()),
                last.fixed().width(),
                textbook(history.shown, history.heldOut).contains(mall.truth()),
                everWrong || !last.anytime().contains(mall.truth()),
                last.anytime().width());
    }

    private static Interval textbook(Outcomes shown, Outcomes heldOut) {
        double difference = shown.mean() - heldOut.mean();
        double half = 1.959963984540054 * Math.sqrt(squaredError(shown) + squaredError(heldOut));
        return new Interval(difference - half, difference + half);
    }

    private static double squaredError(Outcomes arm) {
        return (arm.sumOfSquares() / arm.visitors() - arm.mean() * arm.mean()) / (arm.visitors() - 1);
    }
}
